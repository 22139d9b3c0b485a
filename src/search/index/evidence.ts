import { WEIGHTS } from '../tuning/weights.js';
import { contentWords, formOf, isFiller, joinedIn, wordsOf, type Word } from '../analysis/words.js';

/** A part of a document. */
interface Field {
  text: string;
  /** Words that such a part usually has: a word in a short part says more than one in a long part. */
  usual: number;
}

/** The words of a text as they are written, those that are long enough to be misspelt. */
export const writtenIn = (text: string): string[] => [
  ...new Set(
    wordsOf(text)
      .map((word) => word.text)
      .filter((word) => word.length >= 4 && !isFiller(word)),
  ),
];

const sayingWords = (text: string): Word[] => contentWords(wordsOf(text));

/** The stems of a text, those that carry meaning. */
export const stemsOf = (text: string): string[] => sayingWords(text).map(({ stem }) => stem);

/** What a word counts for: its stem, and the form that tells it apart where other words have the same stem. */
const termsOf = ({ stem, text }: Word): string[] => [stem, ...[formOf(text) ?? []].flat()];

/** The stems and forms of a text. */
export const stemsAndFormsOf = (text: string): string[] =>
  [...sayingWords(text), ...joinedIn(text)].flatMap(termsOf);

/**
 * Weighs every word of the fields by its frequency in each and by the field's length (BM25F, all fields alike).
 * @returns stem or form, and weight, the weightiest first
 */
export function weighWords(fields: Field[]): [stem: string, weight: number][] {
  const weights = new Map<string, number>();
  for (const { text, usual } of fields) {
    const said = sayingWords(text);
    const share = 1 / (1 - WEIGHTS.length + (WEIGHTS.length * said.length) / usual);
    for (const term of [...said, ...joinedIn(text)].flatMap(termsOf))
      weights.set(term, (weights.get(term) ?? 0) + share);
  }
  return [...weights]
    .map(([stem, weight]): [string, number] => [stem, Math.round(weight * 1000) / 1000])
    .sort(([, one], [, other]) => other - one);
}
