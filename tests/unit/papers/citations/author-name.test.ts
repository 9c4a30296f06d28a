import { expect, test } from 'vitest';
import {
  invertName,
  isTeam,
  parseAuthorName,
  parseAuthors,
} from '../../../../src/papers/citations/author-name.ts';

test.each([
  ['Jane Q. Doe', { family: 'Doe', given: 'Jane Q.' }],
  [
    'Ludwig van Beethoven',
    { family: 'Beethoven', given: 'Ludwig', 'non-dropping-particle': 'van' },
  ],
  ['Pedro de la Cruz', { family: 'Cruz', given: 'Pedro', 'non-dropping-particle': 'de la' }],
  ['O. de Weck', { family: 'Weck', given: 'O.', 'non-dropping-particle': 'de' }],
  ['Martin Luther King Jr.', { family: 'King', given: 'Martin Luther', suffix: 'Jr.' }],
  ['Martin Luther King, Jr.', { family: 'King', given: 'Martin Luther', suffix: 'Jr.' }],
  ['King, Jr., Martin Luther', { family: 'King', given: 'Martin Luther', suffix: 'Jr.' }],
  ['King, Martin Luther, Jr.', { family: 'King', given: 'Martin Luther', suffix: 'Jr.' }],
  ['King Jr., Martin Luther', { family: 'King', given: 'Martin Luther', suffix: 'Jr.' }],
  ['King Jr.', { literal: 'King Jr.' }],
  ['Sander Dieleman III', { family: 'Dieleman', given: 'Sander', suffix: 'III' }],
  ['Vlad Iv', { family: 'Iv', given: 'Vlad' }],
  ['Al-Rfou, Rami', { family: 'Al-Rfou', given: 'Rami' }],
  ['van den Berg, Rianne', { family: 'Berg', given: 'Rianne', 'non-dropping-particle': 'van den' }],
  ['bell hooks', { family: 'hooks', given: 'bell' }],
  ['Xin Ai', { family: 'Ai', given: 'Xin' }],
  ['  Wei\n Zhang ', { family: 'Zhang', given: 'Wei' }],
  ['Jane Doe (University of Examples)', { family: 'Doe', given: 'Jane' }],
  ['Jane Doe (1, 2) [MIT & Co.]', { family: 'Doe', given: 'Jane' }],
  ['William (Bill) Gates', { family: 'Gates', given: 'William (Bill)' }],
  ['(anonymous)', { literal: '(anonymous)' }],
  ['张三', { literal: '张三' }],
  ['DeepSeek-AI', { literal: 'DeepSeek-AI' }],
  ['Mistral AI', { literal: 'Mistral AI' }],
  ['Google DeepMind', { literal: 'Google DeepMind' }],
  ['Example Technologies Ltd.', { literal: 'Example Technologies Ltd.' }],
  ['The ATLAS Collaboration', { literal: 'The ATLAS Collaboration' }],
  ['International Genome Consortium', { literal: 'International Genome Consortium' }],
  ['Qwen Team', { literal: 'Qwen Team' }],
  ['Smith & Sons', { literal: 'Smith & Sons' }],
  ['A, B, C', { literal: 'A, B, C' }],
])('%s', (name, parts) => expect(parseAuthorName(name)).toEqual(parts));

test.each([
  ['Jane Doe on behalf of the ATLAS Collaboration', ['Doe, Jane', 'ATLAS Collaboration']],
  ['Jane Doe (on behalf of The Study Group)', ['Doe, Jane', 'Study Group']],
  ['Jane Doe, on behalf of Everybody', ['Doe, Jane', 'Everybody']],
  ['Jane Doe for the ATLAS Collaboration', ['Doe, Jane', 'ATLAS Collaboration']],
  ['on behalf of the ATLAS Collaboration', ['ATLAS Collaboration']],
  ['Network for the Blind', ['Network for the Blind']],
  ['Jane\u202E D\u200Boe', ['Doe, Jane']],
])('the authors in %j', (name, expected) => {
  expect(parseAuthors([name]).map(invertName)).toEqual(expected);
});

test.each([
  ['OpenAI', true],
  ['01.AI', true],
  ['NVIDIA', true],
  ['清华大学自然语言处理实验室', true],
  ['张三', false],
  ['Plato', false],
  ['Wei AIken', false],
])('%s is no single person: %s', (name, expected) => expect(isTeam(name)).toBe(expected));
