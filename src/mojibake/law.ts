/**
 * The law: what was repaired, damaged again, is what was received. It proves that nothing outside the damage
 * was touched and that every character chosen fits its bytes; it doesn't prove the choices.
 */
import { damage } from './damage.ts';
import type { Damage } from './repaired-text.ts';

/** The repair went against its own law: a bug, and never to be ignored. */
export class RepairLawError extends Error {
  override readonly name = 'REPAIR_BREAKS_LAW';

  constructor(line: number, received: string, repaired: string) {
    const shorten = (text: string) => (text.length > 80 ? `${text.slice(0, 80)}…` : text);
    super(
      `Line ${line} was received as ${JSON.stringify(shorten(received))} and repaired as ` +
        `${JSON.stringify(shorten(repaired))}, which doesn't damage back to it. ` +
        'Nothing may be written from this; please report the line as a bug.',
    );
  }
}

/** A stretch of a line: intact text, the same on both sides, or damage and what it was. */
export interface Span {
  received: string;
  repaired: string;
  isDamage: boolean;
}

/** Throws {@link RepairLawError} unless the spans make up the received line and each obeys the law. */
export function checkLaw(line: number, received: string, spans: readonly Span[], by: Damage): void {
  let again = '';
  for (const { repaired, isDamage } of spans) again += isDamage ? damage(repaired, by) : repaired;
  if (again !== received) {
    throw new RepairLawError(line, received, spans.map((span) => span.repaired).join(''));
  }
}
