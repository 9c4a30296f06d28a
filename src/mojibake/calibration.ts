/**
 * What a margin is worth. The decoder's margins are differences of its own scores; how often choices of a
 * margin were right was measured on intact notes, damaged and repaired (`npm run bench:repair` prints the
 * table), and a logistic curve was fitted: Platt, "Probabilistic outputs for support vector machines" (1999).
 */

const AT_ZERO = 0.4;
const PER_NAT = 1.2;

/** Below this margin, in nats, a choice of the decoder is uncertain: its confidence is at most 0.98. */
export const UNCERTAIN_BELOW = 3;

/** The probability, from 0 to 1, that a choice with this margin in nats is right. */
export function confidenceOf(margin: number): number {
  return 1 / (1 + Math.exp(-(AT_ZERO + PER_NAT * margin)));
}
