import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Two at once are enough for a small machine, and a slow one must not fail a test.
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 20_000 } },
    projects: [
      { extends: true, test: { name: 'unit', include: ['tests/unit/**/*.test.ts'] } },
      {
        extends: true,
        test: {
          name: 'site',
          include: ['tests/site/**/*.test.ts', 'tests/browser/**/*.test.ts'],
          globalSetup: 'tests/build-sites.ts',
        },
      },
    ],
  },
});
