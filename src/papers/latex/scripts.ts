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

/** Runs of characters that are scripts by themselves, and what each of these is without its place. */
const scripts = [
  { sign: '^', plain: inverted(superscripts) },
  { sign: '_', plain: inverted(subscripts) },
].map((kind) => ({ ...kind, run: new RegExp(`[${[...kind.plain.keys()].join('')}]+`, 'gu') }));

/**
 * The text with `^` and `_` in place of superscripts and subscripts of which `isThere` denies a character: without
 * its place, that of `xₜ` would be a factor.
 */
export function spellScripts(text: string, isThere: (character: string) => boolean): string {
  return scripts.reduce(
    (spelt, { sign, plain, run }) =>
      spelt.replace(run, (found) => {
        const characters = [...found];
        if (characters.every(isThere)) return found;
        return sign + grouped(characters.map((each) => plain.get(each)).join(''), /^.$/u);
      }),
    text,
  );
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

/** From a script to what it is of, where it is another character. */
function inverted(shifted: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const pairs = [...shifted].filter(([, script]) => script.normalize('NFKC') !== script);
  // The first of several counts: `ᵀ` is of T, and of ⊤.
  return new Map(pairs.toReversed().map(([character, script]) => [script, character]));
}
