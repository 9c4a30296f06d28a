import { HtmlValidate, type ConfigData } from 'html-validate';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import config from '../../.htmlvalidate.mjs';
import { sites } from '../build-sites.ts';
import { listPages, listRedirects } from './read-site.ts';

const validator = new HtmlValidate(config as unknown as ConfigData);

async function validate(html: string, page: string): Promise<string[]> {
  const { results } = await validator.validateString(html, page);
  return results.flatMap(({ messages }) =>
    messages.map(
      ({ ruleId, line, column, message }) => `${page}:${line}:${column} ${ruleId}: ${message}`,
    ),
  );
}

test.each(Object.values(sites))('every page of the $name site is valid HTML', async (site) => {
  const pages = [...listPages(site), ...listRedirects(site)];
  expect(pages.length).toBeGreaterThan(20);
  for (const page of pages) {
    const html = readFileSync(path.join(site.outDir, page), 'utf8');
    expect(await validate(html, page)).toEqual([]);
  }
});

test('the validator complains of what it should', async () => {
  const wrong = `<!doctype html><html lang="en"><head><title>A</title></head><body>
    <p id="a b"><div></div></p><img src="a.png"><a href="#" href="#">A</a></body></html>`;
  const complaints = (await validate(wrong, 'wrong.html')).join('\n');
  for (const rule of ['valid-id', 'no-implicit-close', 'wcag/h37', 'no-dup-attr'])
    expect(complaints).toContain(rule);
});
