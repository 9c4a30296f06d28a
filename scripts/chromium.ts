/**
 * Finds Chromium for the browser tests, and installs it through the system's package manager where there is
 * none: run as a script before the tests, imported by them.
 */
import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import path from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];
const fixedPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Package managers and what each must be told; the first whose program exists is used. */
const installers: { program: string; root: boolean; steps: string[][] }[] = [
  {
    program: 'apt-get',
    root: true,
    steps: [
      ['update', '-q'],
      ['install', '-y', '-q', '--no-install-recommends', 'chromium'],
    ],
  },
  { program: 'dnf', root: true, steps: [['install', '-y', 'chromium']] },
  { program: 'apk', root: true, steps: [['add', 'chromium']] },
  { program: 'pacman', root: true, steps: [['-Sy', '--noconfirm', 'chromium']] },
  { program: 'brew', root: false, steps: [['install', '--cask', 'chromium']] },
];

/** The path of a Chromium: `CHROME_PATH`, then the usual names on the PATH, then the usual places. */
export function findChromium(env: NodeJS.ProcessEnv = process.env): string | undefined {
  const given = env['CHROME_PATH'];
  if (given) return isExecutable(given) ? given : undefined;
  const folders = (env['PATH'] ?? '').split(path.delimiter).filter(Boolean);
  const candidates = names.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  return [...candidates, ...fixedPlaces].find(isExecutable);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Installs Chromium and returns its path, or undefined where no package manager could. */
function installChromium(): string | undefined {
  const onPath = (program: string) => spawnSync('which', [program]).status === 0;
  const installer = installers.find(({ program }) => onPath(program));
  if (!installer) return undefined;
  const isRoot = process.getuid?.() === 0;
  const prefix = installer.root && !isRoot ? ['sudo', '-n'] : [];
  for (const step of installer.steps) {
    const [program = '', ...args] = [...prefix, installer.program, ...step];
    console.log(`Installing Chromium for the browser tests: ${[program, ...args].join(' ')}`);
    const { status } = spawnSync(program, args, {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    if (status !== 0) break;
  }
  return findChromium();
}

if (import.meta.main) {
  if (process.env['CHROME_PATH'] && !findChromium()) {
    console.error(
      `CHROME_PATH is ${process.env['CHROME_PATH']}, which is not a program that can be run.`,
    );
    process.exit(1);
  }
  if (!findChromium() && !installChromium()) {
    console.error(
      'CHROMIUM_MISSING: the browser tests need Chromium, and none was found or could be installed.\n' +
        'Install Chromium or Chrome and run the tests again; where it stands in an unusual place, say where:\n' +
        '    CHROME_PATH=/path/to/chromium npm test',
    );
    process.exit(1);
  }
}
