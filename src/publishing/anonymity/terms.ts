import { unhiddenText } from './unhidden-text.js';

interface Word {
  /** Small letters and digits alone. */
  key: string;
  start: number;
  end: number;
}

/** The words of a plain text; what hyphens and apostrophes join is several, but for the “s” of “Sam’s”, which is none. */
export function wordsIn(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{N}]+/gu)].flatMap(({ index, 0: word }) =>
    word.toLowerCase() === 's' && text[index - 1] === "'"
      ? []
      : [{ key: word.toLowerCase(), start: index, end: index + word.length }],
  );
}

export const wordsOfTerm = (term: string): string[] => wordsIn(unhiddenText(term).text).map(({ key }) => key);
