import astro from 'eslint-plugin-astro';
import globals from 'globals';
import tseslint from 'typescript-eslint';

/** Pure folders: text in, values out. The file system, Astro and the console belong to the shell. */
const shellModules = ['node:fs', 'node:fs/*', 'fs', 'node:child_process', 'astro:*', 'astro'];

const pure = (folder, other) => ({
  files: [`src/${folder}/**/*.ts`],
  rules: {
    'no-console': 'error',
    'no-restricted-globals': ['error', 'process'],
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          { group: shellModules, message: `src/${folder} is pure: pass the value in.` },
          {
            group: [`**/${other}/**`],
            message: `${folder} and ${other} don't know each other: the script joins them.`,
          },
          {
            group: ['**/scripts/**', '**/pages/**', '**/components/**'],
            message: 'Imports point inwards.',
          },
        ],
      },
    ],
  },
});

export default tseslint.config(
  {
    ignores: [
      'dist/',
      '.astro/',
      '.papers/',
      '.cache/',
      'coverage/',
      'content/',
      'tests/fixtures/',
    ],
  },
  ...tseslint.configs.strict,
  ...astro.configs.recommended,
  { languageOptions: { globals: { ...globals.node } } },
  {
    rules: {
      eqeqeq: 'error',
      'no-restricted-syntax': [
        'error',
        {
          selector: 'TSEnumDeclaration',
          message: 'Use a union of literals: Node runs these files as they are.',
        },
      ],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
      ],
    },
  },
  pure('mojibake', 'papers'),
  pure('papers', 'mojibake'),
);
