/** Superscripts and subscripts in plain text: Unicode's own where every character has one. */

const superscripts = table(
  '0123456789+−=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVWβγδθφχ*†‡′″∘⊤',
  '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂᵝᵞᵟᶿᵠᵡ*†‡′″°ᵀ',
);
const subscripts = table(
  '0123456789+−=()aehijklmnoprstuvxβγρφχ',
  '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ',
);

/** `3/2` → `^(3/2)`, `12` → `¹²`. After a number, the letters of `4th` stay as they are. */
export function raise(text: string, base: string): string {
  if (/\d$/.test(base) && /^(?:st|nd|rd|th)$/.test(text)) return text;
  return shift(text, superscripts) ?? `^${grouped(text, /^.$/u)}`;
}

/** `t+1` → `ₜ₊₁`, `ref` → `_ref`. */
export function lower(text: string): string {
  return shift(text, subscripts) ?? `_${grouped(text, /^(?:.|[\p{L}\p{N}]+)$/u)}`;
}

/** True where a script ends in ordinary characters, so that what follows would be read as more of it. */
export function endsOpen(script: string): boolean {
  return /^[_^][^(]/u.test(script);
}

function shift(text: string, shifted: ReadonlyMap<string, string>): string | undefined {
  const characters = [...text].map((character) => shifted.get(character));
  return characters.includes(undefined) ? undefined : characters.join('');
}

function grouped(text: string, alone: RegExp): string {
  return alone.test(text) ? text : `(${text})`;
}

function table(plain: string, shifted: string): ReadonlyMap<string, string> {
  const targets = [...shifted];
  return new Map([...plain].map((character, place) => [character, targets[place] ?? character]));
}
