import { isFiller, wordsOf } from '../understanding/words.js';
import type { Evidence } from '../search-document.js';

/** A part of a document, and how much a word in it says about the whole. */
interface Field {
  text: string;
  weight: number;
  /** Words that such a part usually has: a word in a short part says more than one in a long part. */
  usual: number;
}

/** How strongly length counts, 0 not at all, 1 fully (the b of BM25). */
const LENGTH_COUNTS = 0.5;
/** Longer words are no words. */
const LONGEST_WORD = 40;

/** The words of a text as they are written, those that are long enough to be misspelt. */
export const writtenIn = (text: string): string[] => [
  ...new Set(
    wordsOf(text)
      .map((word) => word.text)
      .filter((word) => word.length >= 4 && word.length <= LONGEST_WORD && !isFiller(word)),
  ),
];

/** Weighs every word of the parts: its frequency in each part, by the part's weight and length (BM25F). */
export function weighWords(fields: Field[]): Pick<Evidence, 'terms' | 'weights' | 'words'> {
  const weights = new Map<string, number>();
  for (const { text, weight, usual } of fields) {
    const words = wordsOf(text).filter((word) => !isFiller(word.text) && word.text.length <= LONGEST_WORD);
    const share = weight / (1 - LENGTH_COUNTS + (LENGTH_COUNTS * words.length) / usual);
    for (const { stem } of words) {
      weights.set(stem, (weights.get(stem) ?? 0) + share);
    }
  }
  return {
    terms: [...weights.keys()],
    weights: [...weights.values()].map((weight) => Math.round(weight * 1000) / 1000),
    words: writtenIn(fields.map(({ text }) => text).join(' ')),
  };
}
