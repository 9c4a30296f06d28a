/**
 * The repair of a text: cut its lines into tokens, detect which are damage, decode what lost bytes, obey the
 * rulings, check the law. Linear in the text; pure.
 */
import { applyRulings, type Line, type RuledLine } from './apply-rulings.ts';
import { codePages, type CodePage, type EncodingName } from './code-page.ts';
import type { CorrectionProblem } from './corrections.ts';
import { decode, type Choice } from './decode.ts';
import { detectDamage } from './detect.ts';
import type { LanguageModel } from './language-model.ts';
import type { Slot } from './lattice.ts';
import { checkLaw, type Span } from './law.ts';
import type { PlacedRuling } from './place-rulings.ts';
import type { Gap, RepairedText } from './repaired-text.ts';
import { tokenize, type Token } from './tokens.ts';

export interface RepairOptions {
  model: LanguageModel;
  /** Rulings on this text; see `placeRulings`. */
  rulings?: readonly PlacedRuling[];
  /** The code page that the text was read in. */
  encoding?: EncodingName;
}

export interface Repair extends RepairedText {
  /** Rulings that could not be obeyed. */
  problems: readonly CorrectionProblem[];
}

/** Below this margin, in nats, a choice of the decoder is uncertain. */
export const UNCERTAIN_BELOW = 2.4;
/** So many damaged characters in a text make it likely that others are damage as well. */
const EVIDENCE = 5;

/**
 * Repairs `received`, a text with any line endings. Intact text comes out as it is. Throws
 * {@link RepairLawError} if the result doesn't damage back to what was received.
 */
export function repairText(received: string, options: RepairOptions): Repair {
  const { model, rulings = [], encoding = 'windows1254' } = options;
  const page = codePages[encoding];
  // Odd places hold the line endings.
  const pieces = received.split(/(\r\n|\r|\n)/);
  const lines: Line[] = [];
  for (let index = 0; index < pieces.length; index += 2) {
    lines.push({ number: index / 2 + 1, text: pieces[index] ?? '' });
  }
  const { ruledLines, problems } = applyRulings(lines, rulings, page);
  const isLikely = hasEvidence(lines, page);
  const gaps: Gap[] = [];
  let isDamaged = false;
  for (const line of lines) {
    if (isAscii(line.text)) continue;
    const cut = ruledLines.get(line.number) ?? {
      tokens: tokenize(line.text, page),
      ruled: new Map(),
    };
    const verdicts = detectDamage(line.text, cut.tokens, isLikely, new Set(cut.ruled.keys()));
    if (!verdicts.includes(true)) continue;
    isDamaged = true;
    const spans = readLine(line, cut, verdicts, model, gaps);
    checkLaw(line.number, line.text, spans, encoding);
    pieces[2 * (line.number - 1)] = spans.map((span) => span.repaired).join('');
  }
  const damage = isDamaged ? { encoding, times: 1 } : null;
  return { text: pieces.join(''), damage, gaps, problems };
}

function isAscii(text: string): boolean {
  return !/[^\0-\x7F]/.test(text);
}

/** Whether enough of the text is damaged, beyond doubt, to expect more. */
function hasEvidence(lines: readonly Line[], page: CodePage): boolean {
  let count = 0;
  for (const { text } of lines) {
    if (isAscii(text)) continue;
    for (const verdict of detectDamage(text, tokenize(text, page), false)) if (verdict) count++;
    if (count >= EVIDENCE) return true;
  }
  return false;
}

/** Decodes one line into spans and adds its gaps to `gaps`. */
function readLine(
  line: Line,
  { tokens, ruled }: RuledLine,
  verdicts: readonly boolean[],
  model: LanguageModel,
  gaps: Gap[],
): Span[] {
  const slots: Slot[] = [];
  const firstSlots = tokens.map((token, index) => {
    const first = slots.length;
    const ruling = ruled.get(token);
    if (ruling !== undefined) slots.push([ruling]);
    else if (verdicts[index]) slots.push(token.candidates);
    else for (const char of line.text.slice(token.start, token.end)) slots.push([char]);
    return first;
  });
  const choices = decode(slots, model);
  let column = 1;
  return tokens.map((token, index): Span => {
    const received = line.text.slice(token.start, token.end);
    const isDamage = verdicts[index] === true;
    const choice = choices[firstSlots[index] ?? 0];
    let repaired = received;
    if (isDamage && choice) {
      repaired = choice.ranked[0] ?? received;
      if (token.kind === 'gap') {
        gaps.push(
          describeGap({ line: line.number, column, received }, token, choice, ruled.has(token)),
        );
      }
    }
    column += repaired.length;
    return { received, repaired, isDamage };
  });
}

function describeGap(
  place: Pick<Gap, 'line' | 'column' | 'received'>,
  { candidates }: Token,
  { ranked, margin }: Choice,
  isRuled: boolean,
): Gap {
  const chosen = ranked[0] ?? place.received;
  if (candidates.length === 1) {
    return { ...place, candidates, chosen, source: 'exact', margin: Infinity, uncertain: false };
  }
  if (isRuled) {
    const others = candidates.filter((char) => char !== chosen);
    const all = [chosen, ...others];
    return {
      ...place,
      candidates: all,
      chosen,
      source: 'correction',
      margin: null,
      uncertain: false,
    };
  }
  const uncertain = margin < UNCERTAIN_BELOW;
  return { ...place, candidates: ranked, chosen, source: 'decoder', margin, uncertain };
}
