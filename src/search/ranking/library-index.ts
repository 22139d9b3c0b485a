import type { SpokenWords } from '../analysis/terms.js';
import { SpellingIndex, type SpeltWord } from '../analysis/spelling.js';
import { formOf, stemOf } from '../analysis/words.js';
import { FILTER_NAMES, forEachFilter, type FilterName } from '../search-filters.js';
import type { SearchDocument } from '../search-document.js';

/** A record as it is put into the index. */
export interface RecordToIndex
  extends Omit<SearchDocument, 'body'>, Pick<SearchDocument['body'], 'kind' | 'date' | 'about' | 'values'> {
  /** Changes whenever anything of it does. */
  version: string;
  /** Whether the text of its reports is there to be searched. */
  isPrinted: boolean;
}

/** What is kept of it: how much it says and what it carries stand in the lists of the index. */
export interface IndexedRecord extends Pick<
  RecordToIndex,
  'id' | 'version' | 'kind' | 'date' | 'about' | 'name' | 'isPrinted'
> {
  /** The lists that it stands in. */
  said: readonly Postings[];
  written: readonly SpeltWord[];
  themes: readonly string[];
  /** The values of its filters by number: those that are counted, and all that are compared. */
  counted: readonly number[];
  compared: readonly number[];
}

/** The records that say a word, by place from the first to the last, and how much. */
interface Postings {
  readonly term: string;
  readonly places: number[];
  readonly weights: number[];
}

/** The phrases by which a record calls a theme, as stems. */
type Phrases = readonly (readonly string[])[];

/** In a library of more records than this, a word that fewer than these write is more likely a slip than meant. */
const LARGE = 5000;
const COMMON_IN_LARGE = 3;
/** One that not even one in so many records writes may be a slip that others made too, of a word written so much more often. */
const RARE_IN_LARGE = 500;
const MORE_OFTEN = 20;

const NOBODY: ReadonlyMap<number, Phrases> = new Map();

/**
 * What ranking knows of all records of the library, in memory: for each word who says it, for each theme who carries it.
 * A search looks only at the lists of its own words and themes, so that none of what says them is lost, however many do.
 */
export class LibraryIndex implements SpokenWords {
  /** The records by place, with gaps. */
  readonly all: (IndexedRecord | null)[] = [];
  private readonly places = new Map<string, number>();
  /** Places that records have left. */
  private readonly free: number[] = [];
  private readonly postings = new Map<string, Postings>();
  private readonly carriers = new Map<string, Map<number, Phrases>>();
  /** Who is called by a name, by its first word. */
  private readonly called = new Map<string, Set<number>>();
  /** The forms of words that share a stem: of "commun" "communication" and "communiti". */
  readonly forms = new Map<string, string[]>();
  private readonly spelling = new SpellingIndex();
  /** One list of the same words is the same list: how near it comes to a name is worked out once a search. */
  private readonly phrases = new Map<string, readonly string[]>();
  /** The values of all filters by number: they are counted for every record that is found. */
  readonly values: { filter: FilterName; text: string }[] = [];
  private readonly numbers = forEachFilter(() => new Map<string, number>());
  private inOrder: IndexedRecord[] | null = null;

  /** How many records there are. */
  get size(): number {
    return this.places.size;
  }

  at(id: string): IndexedRecord | null {
    const place = this.places.get(id);
    return place === undefined ? null : this.all[place]!;
  }

  ids(): IterableIterator<string> {
    return this.places.keys();
  }

  /** Puts a record in, in place of what was known of it. */
  put({ id, version, kind, date, about, name, isPrinted, ...says }: RecordToIndex): void {
    this.remove(id);
    const place = this.free.pop() ?? this.all.length;
    const said = says.terms.map((term) => this.postingsOf(term));
    said.forEach(({ places, weights }, at) => insert(places, weights, place, says.weights[at]!));
    this.all[place] = {
      ...{ id, version, kind, date, about, name, isPrinted, said },
      written: says.spellings.flatMap((word) => this.spelling.add(word) ?? []),
      themes: Object.keys(says.carried),
      counted: this.numbered((name) => says.values[name][0] ?? []),
      compared: this.numbered((name) => says.values[name].flat()),
    };
    for (const [slug, phrases] of Object.entries(says.carried)) {
      const carriers = this.carriers.get(slug) ?? new Map<number, Phrases>();
      const same = phrases.map((phrase) => this.same(phrase));
      this.carriers.set(slug, carriers.set(place, same));
    }
    const [first] = name;
    if (first !== undefined) this.called.set(first, (this.called.get(first) ?? new Set()).add(place));
    this.places.set(id, place);
    this.inOrder = null;
  }

  private postingsOf(term: string): Postings {
    const known = this.postings.get(term);
    if (known) return known;
    const made = { term, places: [], weights: [] };
    this.postings.set(term, made);
    this.noteForm(term);
    return made;
  }

  private numbered(textsOf: (name: FilterName) => readonly string[]): number[] {
    return FILTER_NAMES.flatMap((filter) =>
      textsOf(filter).map((text) => {
        const known = this.numberOf(filter, text) ?? this.values.push({ filter, text }) - 1;
        this.numbers[filter].set(text, known);
        return known;
      }),
    );
  }

  /** The number of a value of a filter; undefined where no record has it. */
  numberOf(filter: FilterName, text: string): number | undefined {
    return this.numbers[filter].get(text);
  }

  private same(phrase: readonly string[]): readonly string[] {
    const text = phrase.join(' ');
    const known = this.phrases.get(text) ?? phrase;
    this.phrases.set(text, known);
    return known;
  }

  remove(id: string): void {
    const place = this.places.get(id);
    if (place === undefined) return;
    const { said, written, themes, name } = this.all[place]!;
    for (const { term, places, weights } of said) {
      const at = placeIn(places, place);
      places.splice(at, 1);
      weights.splice(at, 1);
      if (places.length === 0) this.postings.delete(term);
    }
    for (const slug of themes) this.carriers.get(slug)!.delete(place);
    for (const word of written) this.spelling.remove(word);
    this.called.get(name[0] ?? '')?.delete(place);
    this.places.delete(id);
    this.all[place] = null;
    this.inOrder = null;
    this.free.push(place);
  }

  /** All records, the newest first. */
  newestFirst(): readonly IndexedRecord[] {
    this.inOrder ??= this.all
      .filter((record) => record !== null)
      .sort((one, other) => other.date - one.date || (one.id < other.id ? -1 : 1));
    return this.inOrder;
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

  /** The records that carry a theme, by place, with the phrases that stand for it. */
  carrying(slug: string): ReadonlyMap<number, Phrases> {
    return this.carriers.get(slug) ?? NOBODY;
  }

  /** The records whose own name has no other words than these. */
  named(stems: ReadonlySet<string>): Set<number> {
    const places = [...stems].flatMap((stem) => [...(this.called.get(stem) ?? [])]);
    return new Set(places.filter((place) => this.all[place]!.name.every((stem) => stems.has(stem))));
  }

  private noteForm(term: string): void {
    if (formOf(term) !== term) return;
    const stem = stemOf(term);
    const known = this.forms.get(stem) ?? [];
    if (!known.includes(term)) this.forms.set(stem, [...known, term]);
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

  /** Where a large library has a word that hardly anybody writes: the one that is written far more often, if it is near. */
  rather(stem: string, word: string): string | null {
    const times = this.postings.get(stem)?.places.length ?? 0;
    if (this.size <= LARGE || times > this.size / RARE_IN_LARGE) return null;
    const nearest = this.spelling.nearest(word, times * MORE_OFTEN);
    return nearest && nearest.slips > 0 ? nearest.word : null;
  }
}

/** Mostly at the end: the list stays in order of places. */
function insert(places: number[], weights: number[], place: number, weight: number): void {
  const before = placeIn(places, place);
  if (before === places.length) {
    places.push(place);
    weights.push(weight);
  } else {
    places.splice(before, 0, place);
    weights.splice(before, 0, weight);
  }
}

/** Where a place stands in a list, or belongs; mostly at its end. */
function placeIn(places: readonly number[], place: number): number {
  let [low, high] = [0, places.length];
  if (high === 0 || places[high - 1]! < place) return high;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (places[middle]! < place) low = middle + 1;
    else high = middle;
  }
  return low;
}
