/** The switch between light and dark. A choice that is the system's own isn't kept: the page follows it. */
import { recall, remember } from '../lib/remembered.ts';

const root = document.documentElement;
const button = document.querySelector('.theme-switch');
const systemDark = matchMedia('(prefers-color-scheme: dark)');

function show(): void {
  const { theme } = root.dataset;
  const dark = theme ? theme === 'dark' : systemDark.matches;
  button?.setAttribute('aria-pressed', String(dark));
  const { backgroundColor } = getComputedStyle(root);
  for (const meta of document.querySelectorAll<HTMLMetaElement>('[name=theme-color]')) {
    meta.content = backgroundColor;
  }
}

function follow(theme: string | undefined): void {
  if (theme) root.dataset['theme'] = theme;
  else delete root.dataset['theme'];
  show();
}

button?.addEventListener('click', () => {
  const dark = button.getAttribute('aria-pressed') !== 'true';
  const theme = dark === systemDark.matches ? undefined : dark ? 'dark' : 'light';
  remember('theme', theme);
  follow(theme);
});
systemDark.addEventListener('change', show);
// Chosen in another tab.
window.addEventListener('storage', ({ key }) => {
  if (key === 'theme') follow(recall('theme'));
});
show();
