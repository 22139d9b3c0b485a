/** A text as it is looked through, and where each of its characters stood in the text that was given. */
export interface UnhiddenText {
  text: string;
  at: readonly number[];
}

const DASHES = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/u;
const QUOTES = /[\u2018\u2019\u201b\u02bc\u00b4\u0060\uff07]/u;

/**
 * A text without what hides a number or a name from whoever searches for it, and from nobody who reads: characters that are not
 * seen, spaces of other widths, dashes of other lengths, digits and letters of other forms, accents.
 */
export function unhiddenText(given: string): UnhiddenText {
  const text: string[] = [];
  const at: number[] = [];
  let place = 0;
  for (const character of given) {
    for (const one of plainly(character)) {
      text.push(one);
      at.push(place);
    }
    place += character.length;
  }
  return { text: text.join(''), at: [...at, place] };
}

/** UTF-16 units, each of which has its place. */
function plainly(character: string): string[] {
  if (/[\p{Cf}\p{M}]/u.test(character)) return [];
  if (DASHES.test(character)) return ['-'];
  if (QUOTES.test(character)) return ["'"];
  if (character !== '\n' && /[\s\p{Z}]/u.test(character)) return [' '];
  return [...character.normalize('NFKD').replace(/\p{M}/gu, '')].flatMap((one) => one.split(''));
}

/** Where a part of the plain text stood in the text that was given. */
export function placeIn({ at }: UnhiddenText, start: number, end: number): { start: number; length: number } {
  const first = at[start]!;
  return { start: first, length: (at[end] ?? at.at(-1)!) - first };
}
