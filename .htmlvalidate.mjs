/** What html-validate asks of every built page: all that it recommends, but for what is explained here. */
export default {
  root: true,
  extends: ['html-validate:recommended', 'html-validate:document'],
  rules: {
    // Everything comes from our own origin; files are named after their content.
    'require-sri': ['error', { target: 'crossorigin' }],
    // Ids are the slugs of lists and headings, to the letter: links to them exist in the world.
    'valid-id': ['error', { relaxed: true }],
    // A page is called like its paper, and papers have long titles.
    'long-title': 'off',
    // Looks at the text alone, where ours have aria-labelledby. axe reads it: tests/browser/axe.test.ts.
    'wcag/h30': 'off',
    // The filter of the index is not there without JavaScript, and with it answers at each change.
    'wcag/h32': 'off',
    // Looks into templates, which scripts fill before anyone reads them. axe looks at what is read.
    'empty-heading': 'off',
  },
};
