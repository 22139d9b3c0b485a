import { contentWords, isFiller, wordsOf } from '../understanding/words.js';

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

/** The stems of a text, those that carry meaning. */
export const stemsOf = (text: string): string[] =>
  contentWords(wordsOf(text))
    .filter((word) => word.text.length <= LONGEST_WORD)
    .map(({ stem }) => stem);

/**
 * Weighs every word of the fields: its frequency in each, by the field's weight and length (BM25F).
 * @returns stem and weight, the weightiest first
 */
export function weighWords(fields: Field[]): [stem: string, weight: number][] {
  const weights = new Map<string, number>();
  for (const { text, weight, usual } of fields) {
    const said = stemsOf(text);
    const share = weight / (1 - LENGTH_COUNTS + (LENGTH_COUNTS * said.length) / usual);
    for (const stem of said) weights.set(stem, (weights.get(stem) ?? 0) + share);
  }
  return [...weights]
    .map(([stem, weight]): [string, number] => [stem, Math.round(weight * 1000) / 1000])
    .sort(([, one], [, other]) => other - one);
}
