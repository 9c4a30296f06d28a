/** The damages that are known, and how to tell a person of one. */
import type { EncodingName } from './code-page.ts';
import type { Damage, Variant } from './repaired-text.ts';

/** That of the lists this was written for. */
export const DEFAULT_DAMAGE: Damage = { encoding: 'windows1254', times: 1 };

const ENCODINGS: readonly EncodingName[] = ['windows1254', 'windows1252', 'latin1'];

const LOSSES: readonly (readonly Variant[])[] = [
  [],
  ['controls-kept', 'soft-hyphens-kept'],
  ['soft-hyphens-kept'],
  ['controls-kept'],
];

/** Every supported damage, the likelier ones first. */
export const knownDamages: readonly Damage[] = [...listDamages(1), ...listDamages(2)];

function listDamages(times: 1 | 2): Damage[] {
  const spaces: Variant[][] = [[], ['spaces-plain']];
  const first: Variant[][] = [[]];
  if (times > 1) {
    spaces.push(['spaces-plain-at-last']);
    first.push(['first-lossless']);
  }
  const damages: Damage[] = [];
  for (const space of spaces) {
    for (const loss of LOSSES) {
      for (const order of first) {
        const variant = [...loss, ...space, ...order];
        // Where the last reading is lossless too, the first needs no word; nor does it make spaces plain.
        if (order.length > 0 && (loss.length > 1 || space[0] === 'spaces-plain')) continue;
        for (const encoding of ENCODINGS) {
          damages.push({ encoding, times, ...(variant.length > 0 && { variant }) });
        }
      }
    }
  }
  return damages;
}

const VARIANTS: Readonly<Record<Variant, string>> = {
  'controls-kept': 'undefined bytes kept',
  'soft-hyphens-kept': 'soft hyphens kept',
  'spaces-plain': 'no-break spaces made plain',
  'first-lossless': 'bytes lost the last time only',
  'spaces-plain-at-last': 'no-break spaces made plain the last time',
};

/** The damage in a few words, e.g. `windows1252 twice, soft hyphens kept`. */
export function describeDamage({ encoding, times, variant = [] }: Damage): string {
  const often = times === 1 ? '' : times === 2 ? ' twice' : ` ${times} times`;
  return [`${encoding}${often}`, ...variant.map((one) => VARIANTS[one])].join(', ');
}
