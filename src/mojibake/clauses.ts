/** Where a text can be cut without parting words that belong together. */

/** A sentence ends after these; a language model starts afresh. */
export const SENTENCE_END = /^[\u3002\uFF01\uFF1F\uFF1B\n]$/u;
/** And a clause after these: what is before tells little of what follows. */
export const CLAUSE_END = /^[\u3002\uFF01\uFF1F\uFF1B\uFF0C\u3001\uFF1A\n ]$/u;
/** A clause that isn't part of an enumeration ends at these. */
export const CLAUSE_MARK = /^[\u3002\uFF01\uFF1F\uFF1B\uFF0C\uFF1A\n]$/u;
