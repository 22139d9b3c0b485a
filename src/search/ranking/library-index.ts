import type { SpokenWords } from '../analysis/terms.js';
import { SpellingIndex } from '../analysis/spelling.js';
import { formOf, stemOf } from '../analysis/words.js';
import type { SearchDocument } from '../search-document.js';

/** A record as it is put into the index. */
export interface RecordToIndex
  extends Omit<SearchDocument, 'body'>, Pick<SearchDocument['body'], 'kind' | 'date' | 'about' | 'values'> {
  /** Changes whenever anything of it does. */
  version: string;
  /** Whether the text of its reports is there to be searched. */
  isPrinted: boolean;
}

/** What is kept of it: how much it says what stands in the lists of the index. */
export type IndexedRecord = Omit<RecordToIndex, 'weights'>;

/** The records that say a word, and how much. */
interface Postings {
  places: number[];
  weights: number[];
}

/** In a library of more records than this, a word that fewer than these write is more likely a slip than meant. */
const LARGE = 5000;
const COMMON_IN_LARGE = 3;

/**
 * What ranking knows of all records of the library, in memory: for each word who says it, for each theme who carries it.
 * A search looks only at the lists of its own words and themes, so that none of what says them is lost, however many do.
 */
export class LibraryIndex implements SpokenWords {
  private readonly records: (IndexedRecord | null)[] = [];
  private readonly places = new Map<string, number>();
  /** Places that records have left. */
  private readonly free: number[] = [];
  private readonly postings = new Map<string, Postings>();
  private readonly carriers = new Map<string, Set<number>>();
  /** The forms of words that share a stem: of "commun" "communication" and "communiti". */
  private readonly forms = new Map<string, string[]>();
  private readonly spelling = new SpellingIndex([]);

  /** How many records there are. */
  get size(): number {
    return this.places.size;
  }

  at(id: string): IndexedRecord | null {
    const place = this.places.get(id);
    return place === undefined ? null : this.records[place]!;
  }

  ids(): IterableIterator<string> {
    return this.places.keys();
  }

  /** Puts a record in, in place of what was known of it. */
  put({ weights, ...record }: RecordToIndex): void {
    this.remove(record.id);
    const place = this.free.pop() ?? this.records.length;
    this.records[place] = record;
    this.places.set(record.id, place);
    record.terms.forEach((term, at) => {
      let list = this.postings.get(term);
      if (!list) {
        this.postings.set(term, (list = { places: [], weights: [] }));
        this.noteForm(term);
      }
      list.places.push(place);
      list.weights.push(weights[at]!);
    });
    for (const slug of Object.keys(record.carried))
      this.carriers.set(slug, (this.carriers.get(slug) ?? new Set()).add(place));
    for (const word of record.spellings) this.spelling.add(word);
  }

  remove(id: string): void {
    const place = this.places.get(id);
    if (place === undefined) return;
    const { terms, spellings, carried } = this.records[place]!;
    for (const term of terms) this.removeFrom(term, place);
    for (const slug of Object.keys(carried)) this.carriers.get(slug)!.delete(place);
    for (const word of spellings) this.spelling.remove(word);
    this.places.delete(id);
    this.records[place] = null;
    this.free.push(place);
  }

  /** The order of a list means nothing: the last one takes the place of the one that goes. */
  private removeFrom(term: string, place: number): void {
    const { places, weights } = this.postings.get(term)!;
    const at = places.indexOf(place);
    const [lastPlace, lastWeight] = [places.pop()!, weights.pop()!];
    if (at < places.length) [places[at], weights[at]] = [lastPlace, lastWeight];
    if (places.length === 0) this.postings.delete(term);
  }

  /** Calls for each record that says one of these words, with the most that it says any of them. */
  forEachSaying(stems: readonly string[], call: (place: number, weight: number) => void): void {
    const lists = stems.flatMap((stem) => this.postings.get(stem) ?? []);
    if (lists.length === 1) {
      const { places, weights } = lists[0]!;
      for (let at = 0; at < places.length; at += 1) call(places[at]!, weights[at]!);
      return;
    }
    const best = new Map<number, number>();
    for (const { places, weights } of lists)
      places.forEach((place, at) => {
        if (weights[at]! > (best.get(place) ?? 0)) best.set(place, weights[at]!);
      });
    for (const [place, weight] of best) call(place, weight);
  }

  /** Calls for each record that carries a theme, with the phrases that stand for it there. */
  forEachCarrying(
    slug: string,
    call: (place: number, phrases: readonly (readonly string[])[]) => void,
  ): void {
    for (const place of this.carriers.get(slug) ?? []) call(place, this.records[place]!.carried[slug]!);
  }

  /** The forms of other words that share this stem. */
  formsOf(stem: string): readonly string[] {
    return this.forms.get(stem) ?? [];
  }

  private noteForm(term: string): void {
    if (formOf(term) !== term) return;
    const stem = stemOf(term);
    const known = this.forms.get(stem) ?? [];
    if (!known.includes(term)) this.forms.set(stem, [...known, term]);
  }

  /** The records by place, with gaps. */
  get all(): readonly (IndexedRecord | null)[] {
    return this.records;
  }

  /** How much a word tells records apart that is compared by any of these stems: as much as the rarest of them (BM25). */
  rarity(stems: readonly string[]): number {
    const have = stems.flatMap((stem) => this.postings.get(stem)?.places.length ?? []);
    const fewest = have.length > 0 ? Math.min(...have) : 0;
    return Math.log(1 + (this.size - fewest + 0.5) / (fewest + 0.5));
  }

  knows(stem: string, word: string): boolean {
    return this.postings.has(stem) || this.spelling.has(word);
  }

  nearest(word: string): { word: string; slips: number } | null {
    return this.spelling.nearest(word, this.size > LARGE ? COMMON_IN_LARGE : 1);
  }
}
