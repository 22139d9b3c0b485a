import { SPELLED } from '../../platform/text/slug.js';

/** A text as it is looked through, and where each of its characters stood in the text that was given. */
export interface UnhiddenText {
  text: string;
  at: readonly number[];
}

const DASHES = /[\p{Pd}\u2043\u2212\u02d7]/u;
const SLASHES = /[\u2044\u2215]/u;
/** Of these a reader sees nothing but room: fillers of Hangul, and the Braille pattern without a dot. */
const BLANKS = /[\u115f\u1160\u2800\u3164\uffa0]/u;
const QUOTES = /[\u2018\u2019\u201b\u02bc\u00b4\u0060\uff07]/u;

/**
 * A text without what hides a number or a name from whoever searches for it, and from nobody who reads: characters that are not
 * seen, spaces of other widths, ends of lines, dashes of other lengths, digits and letters of other forms, accents.
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
  // A line that ends is but a space where it is read: pages and letters break lines where they like.
  if (/[\s\p{Z}\u0085]/u.test(character) || BLANKS.test(character)) return [' '];
  if (/[\p{C}\p{M}\p{DI}]/u.test(character)) return [];
  if (DASHES.test(character)) return ['-'];
  if (QUOTES.test(character)) return ["'"];
  return [...character.normalize('NFKD').replace(/\p{M}/gu, '')].flatMap((one) => spelled(one).split(''));
}

/** Letters that are no other letter with an accent, and are written as one by whoever has no such key: “Łukasz”, “Lukasz”. */
function spelled(letter: string): string {
  if (SLASHES.test(letter)) return '/';
  const small = letter.toLowerCase();
  const written = small === 'ı' ? 'i' : SPELLED[small];
  if (written === undefined) return letter;
  return letter === small ? written : written.toUpperCase();
}

/** Where a part of the plain text stood in the text that was given. */
export function placeIn({ at }: UnhiddenText, start: number, end: number): { start: number; length: number } {
  const first = at[start]!;
  return { start: first, length: (at[end] ?? at.at(-1)!) - first };
}
