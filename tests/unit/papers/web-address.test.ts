import { expect, test } from 'vitest';
import {
  arxivIdentifier,
  doiAddress,
  isWebAddress,
  paperLinks,
  trimAddress,
} from '../../../src/papers/web-address.ts';

test.each([
  ['https://host.org/repo.', 'https://host.org/repo'],
  ['https://host.org/repo/).', 'https://host.org/repo/'],
  ['https://host.org/repo}.', 'https://host.org/repo'],
  ['https://host.org/a}{https://host.org/a}$.', 'https://host.org/a'],
  [
    'https://en.wikipedia.org/wiki/Reward_(psychology)',
    'https://en.wikipedia.org/wiki/Reward_(psychology)',
  ],
  ['https://host.org/a?b=c&d=e#f', 'https://host.org/a?b=c&d=e#f'],
  [' https://host.org/a ', 'https://host.org/a'],
])('trims %s', (raw, trimmed) => {
  expect(trimAddress(raw)).toBe(trimmed);
});

test.each([
  ['http://arxiv.org/pdf/2506.12849v1', '2506.12849v1'],
  ['https://arxiv.org/abs/2506.12849', '2506.12849'],
  ['https://www.arxiv.org/pdf/2506.12849v2.pdf', '2506.12849v2'],
  ['http://arxiv.org/abs/math.GT/0309136v1', 'math/0309136v1'],
  ['http://arxiv.org/abs/hep-th/9711200', 'hep-th/9711200'],
  ['http://arxiv.org/pdf/CS/0309136V2', 'cs/0309136v2'],
  ['http://arxiv.org/abs/cs/0309136', 'cs/0309136'],
  ['https://openreview.net/pdf?id=2506.12849', undefined],
  ['https://arxiv.org.evil.example/abs/2506.12849', undefined],
])('reads the arXiv identifier of %s', (address, id) => {
  expect(arxivIdentifier(address)).toBe(id);
});

test.each([
  ['10.48550/arXiv.2506.12849', 'https://doi.org/10.48550/arXiv.2506.12849'],
  ['10.1000/a_(1)', 'https://doi.org/10.1000/a_(1)'],
  ['10.1002/x<1::AID-Y>2.0#a?b%', 'https://doi.org/10.1002/x%3C1::AID-Y%3E2.0%23a%3Fb%25'],
])('the DOI %s is at %s', (doi, address) => {
  expect(doiAddress(doi)).toBe(address);
});

test('arXiv papers get their abstract page and PDF over https, others what the list gives', () => {
  expect(paperLinks('http://arxiv.org/pdf/2506.12849v1')).toEqual({
    paper: 'https://arxiv.org/abs/2506.12849v1',
    pdf: 'https://arxiv.org/pdf/2506.12849v1',
  });
  expect(paperLinks('http://arxiv.org/abs/math.GT/0309136').paper).toBe(
    'https://arxiv.org/abs/math/0309136',
  );
  expect(paperLinks('https://host.org/a')).toEqual({ paper: 'https://host.org/a' });
  expect(paperLinks('https://host.org/a.pdf')).toEqual({
    paper: 'https://host.org/a.pdf',
    pdf: 'https://host.org/a.pdf',
  });
});

test.each([
  ['https://host.org', true],
  ['HTTP://host.org', true],
  ['javascript:alert(1)', false],
  ['//host.org', false],
  ['data:text/html,x', false],
  ['https://', false],
  ['', false],
])('%s is a web address: %s', (address, expected) => {
  expect(isWebAddress(address)).toBe(expected);
});
