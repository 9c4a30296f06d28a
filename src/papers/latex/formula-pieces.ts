/** How the parts of a formula stand beside each other on a line of text. */

export interface Piece {
  /**
   * A `word` is an operand that letters beside it would make longer; a `fraction` needs brackets beside other
   * operands.
   */
  kind:
    | 'operand'
    | 'word'
    | 'fraction'
    | 'function'
    | 'infix'
    | 'open'
    | 'close'
    | 'separator'
    | 'space';
  text: string;
  /** It ends in an index that letters behind it would make longer. */
  open?: boolean;
}

export function operand(text: string): Piece {
  return { kind: 'operand', text };
}

/** They cling to what follows where nothing stands before them: `−1`, `~19`, `≤5`. */
const signs = /^[-−+±∓~≈<>≤≥⩽⩾≲≳×#√]$/u;

/** The pieces as text, with spaces where a reader needs them. */
export function joinPieces(pieces: readonly Piece[]): string {
  const shown = pieces.filter(({ text }) => text !== '');
  let line = '';
  shown.forEach((piece, place) => {
    const before = shown[place - 1];
    if (before && isApart(before, piece, shown, place)) line += ' ';
    const isCrowded =
      piece.kind === 'fraction' && (endsOperand(before) || startsOperand(shown[place + 1]));
    line += isCrowded ? `(${piece.text})` : piece.text;
  });
  return line.replace(/\s+/gu, ' ').trim();
}

/** Whether a space stands between a piece and the one before it. */
function isApart(before: Piece, piece: Piece, all: readonly Piece[], place: number): boolean {
  if (before.kind === 'space' || piece.kind === 'space' || piece.kind === 'separator') return false;
  if (before.kind === 'separator') return !isWithinNumber(before, piece, all[place - 2]);
  if (piece.kind === 'infix') {
    // A sign at the end belongs to what stands before it: `2×`, `90%+`.
    const isLast = signs.test(piece.text) && !startsOperand(all[place + 1]);
    return before.kind === 'infix' || (endsOperand(before) && !isLast);
  }
  if (before.kind === 'infix') {
    const isPrefix = signs.test(before.text) && !endsOperand(all[place - 2]);
    return !isPrefix && piece.kind !== 'close';
  }
  if (piece.kind === 'open' || piece.kind === 'close' || before.kind === 'open') return false;
  if (before.kind === 'function' || piece.kind === 'function') return true;
  const startsWithLetter = /^[\p{L}√∛∜]/u.test(piece.text);
  if (before.open) return startsWithLetter || /^\d/.test(piece.text);
  return (
    (before.kind === 'word' && startsWithLetter) ||
    (piece.kind === 'word' && /\p{L}$/u.test(before.text))
  );
}

/** `10,000` and `1:2`, in which no space belongs. */
function isWithinNumber({ text }: Piece, after: Piece, before: Piece | undefined): boolean {
  if (!before || !/\d$/.test(before.text)) return false;
  return text === ':' ? /^\d/.test(after.text) : text === ',' && /^\d{3}(?!\d)/.test(after.text);
}

const operands: readonly Piece['kind'][] = ['operand', 'word', 'fraction', 'function'];

function startsOperand(piece: Piece | undefined): boolean {
  return piece !== undefined && (piece.kind === 'open' || operands.includes(piece.kind));
}

function endsOperand(piece: Piece | undefined): boolean {
  return piece !== undefined && (piece.kind === 'close' || operands.includes(piece.kind));
}
