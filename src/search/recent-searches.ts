/** The last searches of this reader, kept in their own browser; where it keeps nothing, there are none. */
import { recall, remember } from '../lib/remembered.ts';

const key = 'recent-searches';
const most = 8;

/** The latest first. */
export function recentSearches(): string[] {
  try {
    const kept: unknown = JSON.parse(recall(key) ?? '[]');
    return Array.isArray(kept)
      ? kept.filter((search) => typeof search === 'string').slice(0, most)
      : [];
  } catch {
    return [];
  }
}

export function addRecentSearch(typed: string): void {
  const search = typed.toWellFormed().trim().slice(0, 100);
  if (search === '') return;
  const others = recentSearches().filter((other) => other !== search);
  remember(key, JSON.stringify([search, ...others].slice(0, most)));
}

export function forgetSearches(): void {
  remember(key);
}
