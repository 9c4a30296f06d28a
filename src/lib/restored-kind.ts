/** What is said of a restored character: how it was settled, or that it may be wrong. */
import type { RestoredCharacter } from '../papers/repair-record.ts';

export type RestoredKind = RestoredCharacter['source'] | 'uncertain';

/** In the order in which they are counted out to a reader. */
export const restoredKinds = [
  'exact',
  'decoder',
  'correction',
  'uncertain',
  'unresolved',
] as const satisfies RestoredKind[];

export function kindOf({ source, uncertain }: RestoredCharacter): RestoredKind {
  return uncertain ? 'uncertain' : source;
}
