import { expect, test } from 'vitest';
import { piecesOf, titleParts } from '../../../src/lib/title-parts.ts';

/** `[…]` around what must not break, `<…|…>` around what may where it is wider than a line. */
const shown = (title: string) =>
  titleParts(title)
    .map(({ text, breaks }) =>
      breaks === 'whole' ? `[${text}]` : breaks === 'text' ? text : `<${piecesOf(text).join('|')}>`,
    )
    .join('');

test.each([
  ['Reinforcing Consistent Reasoning', 'Reinforcing Consistent Reasoning'],
  ['Reasoning in Medical Decision-Making', 'Reasoning in Medical [Decision-Making]'],
  ['Multi-Turn Med-VQA, a Study', '[Multi-Turn] [Med-VQA,] a Study'],
  ['An extraordinarily-long-compound-of-words', 'An extraordinarily-long-compound-of-words'],
  ['Paper List of Terms(Reward+RL+Medical)', 'Paper List of <Terms(|Reward+|RL+|Medical)>'],
  ['100% of "Everything" in C++', '100% of "Everything" in C++'],
  ['CAPO：强化医疗决策中的一致推理', '[CAPO：][强化][医疗][决策中的][一致][推理]'],
  ['DoctorAgent-RL：用强化学习', '[DoctorAgent-RL：][用强化][学习]'],
  ['学习提升医疗推理：MedCCO', '[学习][提升][医疗推理：][MedCCO]'],
  ['以中文为核心的稀疏化大型语言模型', '[以中文][为核心的][稀疏化][大型][语言][模型]'],
  ['强化学习与LoRA', '[强化][学习][与LoRA]'],
  ['医生认可（借AI）：“图像”', '[医生][认可（借][AI）：“图像”]'],
  ['', ''],
])('%s', (title, expected) => {
  expect(shown(title)).toBe(expected);
  expect(
    titleParts(title)
      .map(({ text }) => text)
      .join(''),
  ).toBe(title);
});
