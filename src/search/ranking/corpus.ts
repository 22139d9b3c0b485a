import { SpellingIndex } from '../analysis/spelling.js';
import { formOf, stemOf } from '../analysis/words.js';

const NONE: ReadonlySet<string> = new Set();

/** What the library's own texts say about words: how many records have each. */
export class Corpus {
  private readonly records: Map<string, number>;
  private readonly forms = new Map<string, Set<string>>();

  /** Words of the library as they may be mistyped. */
  readonly spelling: SpellingIndex;

  /**
   * @param size how many records there are
   * @param records how many of them have a stem, or a form of one
   * @param words how often each word is written, to put misspellings right
   */
  constructor(
    public size: number,
    records: Iterable<[string, number]>,
    words: Iterable<[string, number]>,
  ) {
    this.records = new Map(records);
    for (const term of this.records.keys()) this.note(term);
    this.spelling = new SpellingIndex(words);
  }

  /** Counts a new record: its stems, and its words if they are to be taken for meant. */
  add(stems: string[], words: string[]): void {
    this.size += 1;
    for (const stem of stems) {
      const known = this.records.get(stem);
      this.records.set(stem, (known ?? 0) + 1);
      if (known === undefined) this.note(stem);
    }
    for (const word of words) this.spelling.add(word, 1);
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

  /** How much a word tells that is compared by any of these stems: as much as the rarest of them. */
  rarest(stems: string[]): number {
    return Math.max(...stems.map((stem) => this.rarity(stem)));
  }

  /** The forms of words that share this stem: of "commun" "communication" and "communiti". */
  formsOf(stem: string): ReadonlySet<string> {
    return this.forms.get(stem) ?? NONE;
  }

  private note(term: string): void {
    if (formOf(term) !== term) return;
    const stem = stemOf(term);
    const known = this.forms.get(stem);
    if (known) known.add(term);
    else this.forms.set(stem, new Set([term]));
  }

  stemOfKnown(word: string): string {
    return stemOf(word);
  }
}
