import { SpellingIndex } from '../understanding/spelling.js';
import { stemOf } from '../understanding/words.js';

/** What the library's own texts say about words: how many records have each. */
export class Corpus {
  /** Words of the library as they may be mistyped. */
  readonly spelling: SpellingIndex;

  /**
   * @param size how many records there are
   * @param records how many of them have a stem
   * @param words how often each word is written, to put misspellings right
   */
  constructor(
    readonly size: number,
    private readonly records: ReadonlyMap<string, number>,
    words: Iterable<[string, number]>,
  ) {
    this.spelling = new SpellingIndex(words);
  }

  /** Does the library say this word, in any form, or in a report? */
  knows(stem: string, word: string): boolean {
    return this.records.has(stem) || this.spelling.has(word);
  }

  /** How much a word tells records apart: much if few have it (inverse document frequency, as in BM25). */
  rarity(stem: string): number {
    const have = this.records.get(stem) ?? 0;
    return Math.log(1 + (this.size - have + 0.5) / (have + 0.5));
  }

  stemOfKnown(word: string): string {
    return stemOf(word);
  }
}
