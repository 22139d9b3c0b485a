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

/** Weighs every word of the parts: its frequency in each part, by the part's weight and length (BM25F). */
export function weighWords(fields: Field[]): Pick<Evidence, 'terms' | 'weights' | 'words'> {
  const weights = new Map<string, number>();
  const written = new Set<string>();
  for (const { text, weight, usual } of fields) {
    const words = wordsOf(text).filter((word) => !isFiller(word.text) && word.text.length <= LONGEST_WORD);
    const share = weight / (1 - LENGTH_COUNTS + (LENGTH_COUNTS * words.length) / usual);
    for (const { text: word, stem } of words) {
      weights.set(stem, (weights.get(stem) ?? 0) + share);
      if (word.length >= 4) written.add(word);
    }
  }
  return {
    terms: [...weights.keys()],
    weights: [...weights.values()].map((weight) => Math.round(weight * 1000) / 1000),
    words: [...written],
  };
}
