/**
 * How long a server asks to be left alone by its Retry-After header, seconds or a date (RFC 9110, section
 * 10.2.3): in milliseconds from `now`; undefined where it asks for nothing.
 */
export function readRetryAfter(value: string | null, now = Date.now()): number | undefined {
  if (value === null) return undefined;
  const wait = /^\s*\d+\s*$/.test(value) ? Number(value) * 1000 : Date.parse(value) - now;
  return Number.isNaN(wait) ? undefined : Math.max(0, wait);
}
