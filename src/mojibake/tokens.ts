/**
 * A line cut into what could each be one damaged character. Lead bytes are never lost, so the cut is certain;
 * whether a token is damage at all is the detector's question.
 */
import type { CodePage } from './code-page.ts';
import { findCandidates } from './gaps.ts';
import { IMPOSSIBLE, rarity } from './rarity.ts';
import { decodeSequence, isContinuation, sequenceLength } from './utf8.ts';

export interface Token {
  /** - `ascii`: a run that every damage leaves as it is
   *  - `foreign`: characters that the damage can't have made, so they are intact
   *  - `whole`: a complete UTF-8 sequence in disguise
   *  - `gap`: a lead byte with a short tail */
  kind: 'ascii' | 'foreign' | 'whole' | 'gap';
  /** UTF-16 positions in the line. */
  start: number;
  end: number;
  /** What it can have been: one for `whole`, one or more for `gap`, none for the others. */
  candidates: readonly string[];
}

/** Cuts `line`. Every code unit belongs to one token, in order. */
export function tokenize(line: string, page: CodePage): Token[] {
  const tokens: Token[] = [];
  let start = 0;
  while (start < line.length) {
    const token = readToken(line, start, page);
    const last = tokens.at(-1);
    // Runs are one token each; only a sequence or a gap is one character.
    if (last && last.kind === token.kind && token.candidates.length === 0) last.end = token.end;
    else tokens.push(token);
    start = token.end;
  }
  return tokens;
}

function readToken(line: string, start: number, page: CodePage): Token {
  const lead = page.byteOf[line.charCodeAt(start)] ?? -1;
  const plain = (kind: 'ascii' | 'foreign'): Token => ({
    kind,
    start,
    end: start + 1,
    candidates: [],
  });
  if (line.charCodeAt(start) < 0x80) return plain('ascii');
  const length = sequenceLength(lead);
  if (length < 2) return plain('foreign');
  const bytes = [lead];
  let end = start + 1;
  for (; end < line.length && bytes.length < length; end++) {
    const byte = page.byteOf[line.charCodeAt(end)] ?? -1;
    if (!isContinuation(byte)) break;
    bytes.push(byte);
  }
  if (bytes.length < length) {
    const candidates = findCandidates(bytes, page);
    return candidates.length > 0 ? { kind: 'gap', start, end, candidates } : plain('foreign');
  }
  const codePoint = decodeSequence(bytes);
  const char = codePoint < 0 ? '' : String.fromCodePoint(codePoint);
  if (char === '' || rarity(char) >= IMPOSSIBLE) return plain('foreign');
  return { kind: 'whole', start, end, candidates: [char] };
}
