import type { SpokenWords } from '../analysis/terms.js';
import { SpellingIndex } from '../analysis/spelling.js';
import { formOf, stemOf } from '../analysis/words.js';
import { FILTER_NAMES, type FilterName } from '../search-filters.js';
import type { SearchDocument } from '../search-document.js';

/** What is kept of one record: what it says and carries stands in the lists of the index. */
export interface IndexedRecord {
  id: string;
  version: string;
  kind: SearchDocument['kind'];
  date: number;
  about: string | null;
  /** The stems of its own name. */
  name: readonly string[];
  /** Whether the text of its reports is there to be searched. */
  isPrinted: boolean;
  /** Of each filter, in the order of `FILTER_NAMES`: what it counts, and what it compares: these, and the slugs of what they name. */
  values: readonly { counted: readonly number[]; compared: readonly number[] }[];
}

/** A record as it is put into the index. */
export interface RecordToIndex extends Omit<IndexedRecord, 'values'> {
  /** What each filter compares; what its counts name is the first of them. */
  values: Readonly<Record<FilterName, readonly (readonly string[])[]>>;
  terms: readonly string[];
  weights: readonly number[];
  spellings: readonly string[];
  carried: Readonly<Record<string, readonly (readonly string[])[]>>;
}

/** The records that say a word, and how much. */
interface Postings {
  places: number[];
  weights: number[];
  /** How many of them are there still. */
  alive: number;
}

/** The records that carry a theme, each with the phrases that stand for it there. */
interface Carriers {
  places: number[];
  phrases: (readonly string[])[][];
}

/** The values of a filter by number: they are counted for every record that is found. */
export class Values {
  private readonly numbers = new Map<string, number>();
  readonly texts: string[] = [];

  /** The number of a value; a new one for a new value. */
  note(text: string): number {
    const known = this.numbers.get(text);
    if (known !== undefined) return known;
    this.numbers.set(text, this.texts.length);
    return this.texts.push(text) - 1;
  }

  find(text: string): number | undefined {
    return this.numbers.get(text);
  }
}

/** Records that have gone leave gaps in the lists; beyond this share of them the lists are made anew. */
const MOST_GAPS = 0.25;
/** In a library of more records than this, a word that fewer than these write is more likely a slip than meant. */
const LARGE = 5000;
const COMMON_IN_LARGE = 3;

/**
 * What ranking knows of all records of the library, in memory: for each word who says it, for each theme who carries it.
 * A search looks only at the lists of its own words and themes, so that none of what says them is lost, however many do.
 */
export class LibraryIndex implements SpokenWords {
  private records: (IndexedRecord | null)[] = [];
  private said: (readonly string[])[] = [];
  private written: (readonly string[])[] = [];
  private places = new Map<string, number>();
  private postings = new Map<string, Postings>();
  private carriers = new Map<string, Carriers>();
  /** The forms of words that share a stem: of "commun" "communication" and "communiti". */
  private readonly forms = new Map<string, string[]>();
  private readonly spelling = new SpellingIndex([]);
  /** One list of the same words is the same list: how near it comes to a name is worked out once a search. */
  private readonly phrases = new Map<string, readonly string[]>();
  /** The values of each filter, in the order of `FILTER_NAMES`. */
  readonly values = FILTER_NAMES.map(() => new Values());
  private inOrder: IndexedRecord[] | null = null;

  /** How many records there are. */
  get size(): number {
    return this.places.size;
  }

  versionOf(id: string): string | undefined {
    return this.at(id)?.version;
  }

  at(id: string): IndexedRecord | null {
    const place = this.places.get(id);
    return place === undefined ? null : this.records[place]!;
  }

  ids(): IterableIterator<string> {
    return this.places.keys();
  }

  /** Puts a record in, in place of what was known of it. */
  put({ terms, weights, spellings, carried, values, ...record }: RecordToIndex): void {
    this.remove(record.id);
    const coded = FILTER_NAMES.map((name, filter) => this.coded(filter, values[name]));
    const place = this.records.push({ ...record, values: coded }) - 1;
    this.inOrder = null;
    this.places.set(record.id, place);
    this.said.push(terms);
    this.written.push(spellings);
    terms.forEach((term, at) => {
      const list = this.postings.get(term);
      if (list) {
        list.places.push(place);
        list.weights.push(weights[at]!);
        list.alive += 1;
      } else {
        this.postings.set(term, { places: [place], weights: [weights[at]!], alive: 1 });
        this.noteForm(term);
      }
    });
    for (const [slug, phrases] of Object.entries(carried)) {
      const list = this.carriers.get(slug) ?? { places: [], phrases: [] };
      this.carriers.set(slug, list);
      list.places.push(place);
      list.phrases.push(phrases.map((phrase) => this.same(phrase)));
    }
    for (const word of spellings) this.spelling.add(word);
  }

  private coded(filter: number, lists: readonly (readonly string[])[]): IndexedRecord['values'][number] {
    const values = this.values[filter]!;
    const [counted = [], ...others] = lists.map((list) => list.map((text) => values.note(text)));
    return { counted, compared: others.length === 0 ? counted : [...counted, ...others.flat()] };
  }

  private same(phrase: readonly string[]): readonly string[] {
    const text = phrase.join(' ');
    const known = this.phrases.get(text) ?? phrase;
    this.phrases.set(text, known);
    return known;
  }

  /** All records, the newest first. */
  newestFirst(): readonly IndexedRecord[] {
    this.inOrder ??= this.records
      .filter((record) => record !== null)
      .sort((one, other) => other.date - one.date || (one.id < other.id ? -1 : 1));
    return this.inOrder;
  }

  remove(id: string): void {
    const place = this.places.get(id);
    if (place === undefined) return;
    for (const term of this.said[place]!) this.postings.get(term)!.alive -= 1;
    for (const word of this.written[place]!) this.spelling.remove(word);
    this.places.delete(id);
    this.records[place] = null;
    this.inOrder = null;
    this.said[place] = this.written[place] = [];
    if (this.records.length > 100 && this.places.size < this.records.length * (1 - MOST_GAPS))
      this.closeGaps();
  }

  /** Calls for each record that says one of these words, with the most that it says any of them. */
  forEachSaying(stems: readonly string[], call: (place: number, weight: number) => void): void {
    const lists = stems.flatMap((stem) => this.postings.get(stem) ?? []);
    if (lists.length === 1) {
      const { places, weights } = lists[0]!;
      for (let at = 0; at < places.length; at += 1)
        if (this.records[places[at]!]) call(places[at]!, weights[at]!);
      return;
    }
    const best = new Map<number, number>();
    for (const { places, weights } of lists)
      places.forEach((place, at) => {
        if (this.records[place] && weights[at]! > (best.get(place) ?? 0)) best.set(place, weights[at]!);
      });
    for (const [place, weight] of best) call(place, weight);
  }

  /** Calls for each record that carries a theme, with the phrases that stand for it there. */
  forEachCarrying(
    slug: string,
    call: (place: number, phrases: readonly (readonly string[])[]) => void,
  ): void {
    const list = this.carriers.get(slug);
    list?.places.forEach((place, at) => {
      if (this.records[place]) call(place, list.phrases[at]!);
    });
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
    const have = stems.map((stem) => this.postings.get(stem)?.alive ?? 0).filter((alive) => alive > 0);
    const fewest = have.length > 0 ? Math.min(...have) : 0;
    return Math.log(1 + (this.size - fewest + 0.5) / (fewest + 0.5));
  }

  knows(stem: string, word: string): boolean {
    return (this.postings.get(stem)?.alive ?? 0) > 0 || this.spelling.has(word);
  }

  nearest(word: string): { word: string; slips: number } | null {
    return this.spelling.nearest(word, this.size > LARGE ? COMMON_IN_LARGE : 1);
  }

  private closeGaps(): void {
    const now = new Map<number, number>();
    this.records.forEach((record, place) => record && now.set(place, now.size));
    const kept = <Item>(items: Item[]): Item[] => items.filter((_, place) => now.has(place));
    for (const [term, { places, weights }] of this.postings) {
      const still = places.flatMap((place, at) => (now.has(place) ? [at] : []));
      if (still.length === 0) this.postings.delete(term);
      else
        this.postings.set(term, {
          places: still.map((at) => now.get(places[at]!)!),
          weights: still.map((at) => weights[at]!),
          alive: still.length,
        });
    }
    for (const [slug, { places, phrases }] of this.carriers) {
      const still = places.flatMap((place, at) => (now.has(place) ? [at] : []));
      this.carriers.set(slug, {
        places: still.map((at) => now.get(places[at]!)!),
        phrases: still.map((at) => phrases[at]!),
      });
    }
    this.records = kept(this.records);
    this.said = kept(this.said);
    this.written = kept(this.written);
    this.places = new Map(this.records.map((record, place) => [record!.id, place]));
  }
}
