import { expect, test } from 'vitest';
import { parseAuthorName } from '../../../../src/papers/citations/author-name.ts';

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
  ['Sander Dieleman III', { family: 'Dieleman', given: 'Sander', suffix: 'III' }],
  ['Al-Rfou, Rami', { family: 'Al-Rfou', given: 'Rami' }],
  ['bell hooks', { family: 'hooks', given: 'bell' }],
  ['Xin Ai', { family: 'Ai', given: 'Xin' }],
  ['  Wei\n Zhang ', { family: 'Zhang', given: 'Wei' }],
  ['张三', { literal: '张三' }],
  ['DeepSeek-AI', { literal: 'DeepSeek-AI' }],
  ['Mistral AI', { literal: 'Mistral AI' }],
  ['The ATLAS Collaboration', { literal: 'The ATLAS Collaboration' }],
  ['Qwen Team', { literal: 'Qwen Team' }],
  ['Smith & Sons', { literal: 'Smith & Sons' }],
])('%s', (name, parts) => expect(parseAuthorName(name)).toEqual(parts));
