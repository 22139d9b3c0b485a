import type { SpokenWords } from '../analysis/terms.js';
import { SpellingIndex, type SpeltWord } from '../../platform/text/spelling.js';
import { formOf, stemOf } from '../analysis/words.js';
import { FILTER_BITS, FILTER_NAMES, type FilterName } from '../search-filters.js';
import type { SearchDocument } from '../search-document.js';
import { WEIGHTS } from '../tuning/weights.js';
import { PlaceList } from './place-list.js';

/** A record as it is put into the index. */
export interface RecordToIndex
  extends Omit<SearchDocument, 'body'>, Pick<SearchDocument['body'], 'kind' | 'date' | 'about' | 'values'> {
  /** Changes whenever anything of it does. */
  version: string;
  /** Whether the text of its reports is there to be searched. */
  isPrinted: boolean;
}

/** What is kept of it: how much it says and what it carries stand in the lists of the index. */
export interface IndexedRecord extends Omit<RecordToIndex, 'terms' | 'weights' | 'spellings' | 'values'> {
  place: number;
  /** The word of its name by which it is looked up. */
  calledBy: string | undefined;
  /** The lists of the words that it says, and of the themes that it carries. */
  said: readonly PlaceList[];
  written: readonly SpeltWord[];
  /** The values of its filters by number: those that are counted, and other names of these. */
  counted: readonly number[];
  further: readonly number[];
}

/** Values of filters by number. */
class NumberedValues {
  readonly all: { filter: FilterName; text: string; bit: number }[] = [];
  private readonly numbers = new Map<string, number>();

  /** undefined where no record has it */
  find(filter: FilterName, text: string): number | undefined {
    return this.numbers.get(`${filter} ${text}`);
  }

  /** The numbers of values, new ones for those that are new. */
  take(filter: FilterName, texts: readonly (readonly string[])[]): number[] {
    return texts.flat().map((text) => {
      const known = this.find(filter, text);
      if (known !== undefined) return known;
      this.numbers.set(`${filter} ${text}`, this.all.length);
      return this.all.push({ filter, text, bit: FILTER_BITS[filter] }) - 1;
    });
  }
}

/** What a search walks through for each record that it finds, by place, as lists of numbers. */
interface Columns {
  /** As of which change of the index. */
  changes: number;
  /** Records of one kind and about the same people, which rank by the same factors; and which of these a record is of. */
  groups: Pick<IndexedRecord, 'kind' | 'about'>[];
  group: Uint16Array;
  /** What it ranks higher for by its date: see `WEIGHTS.year`. */
  newness: Float64Array;
  /** Where the values of each begin; and the values of all, in half the space while these are few enough. */
  from: Int32Array;
  values: Uint16Array | Int32Array;
  /** The values of all filters by the alphabet. */
  byText: Int32Array;
}

/** In a library of more records than this, a word that fewer than these write is more likely a slip than meant. */
const LARGE = 5000;
const COMMON_IN_LARGE = 3;
/** One that not even one in so many records writes may be a slip that others made too, of a word written so much more often. */
const RARE_IN_LARGE = 500;
const MORE_OFTEN = 20;

const NOBODY = new PlaceList();

/**
 * What ranking knows of all records of the library, in memory: for each word who says it, for each theme who carries it.
 * A search looks only at the lists of its own words and themes, so that none of what says them is lost, however many do.
 */
export class LibraryIndex implements SpokenWords {
  /** Rises with every change: what was found by places before it may be another record after. */
  changes = 0;
  /** The records by place, with gaps. */
  readonly all: (IndexedRecord | null)[] = [];
  private readonly places = new Map<string, number>();
  /** Places that records have left. */
  private readonly free: number[] = [];
  private readonly postings = new Map<string, PlaceList>();
  private readonly carriers = new Map<string, PlaceList>();
  /** Who is called by a name, by its rarest word. */
  private readonly called = new Map<string, Set<number>>();
  /** The forms of words that share a stem: of "commun" "communication" and "communiti". */
  readonly forms = new Map<string, string[]>();
  private readonly spelling = new SpellingIndex();
  /** The values of all filters; and, far more of them, what is only another name of one. */
  readonly values = new NumberedValues();
  readonly otherNames = new NumberedValues();
  private made: Columns | null = null;

  /** How many records there are. */
  get size(): number {
    return this.places.size;
  }

  at(id: string): IndexedRecord | null {
    return this.all[this.places.get(id) ?? -1] ?? null;
  }

  /** Puts a record in, in place of what was known of it. */
  put({ id, version, kind, date, about, name, carried, isPrinted, ...says }: RecordToIndex): void {
    this.remove(id);
    const place = this.free.pop() ?? this.all.length;
    const said = says.terms.map((term) => listIn(this.postings, term, () => this.noteForm(term)));
    said.forEach((list, at) => list.insert(place, says.weights[at]!));
    for (const slug of carried) {
      const carriers = listIn(this.carriers, slug);
      carriers.insert(place, 1);
      said.push(carriers);
    }
    const [calledBy] = name.toSorted((one, other) => this.saying(one).size - this.saying(other).size);
    const counted = FILTER_NAMES.flatMap((name) => this.values.take(name, says.values[name].slice(0, 1)));
    const further = FILTER_NAMES.flatMap((name) => this.otherNames.take(name, says.values[name].slice(1)));
    this.all[place] = {
      ...{ id, place, version, kind, date, about, name, calledBy, carried, isPrinted },
      ...{ said, counted, further },
      written: says.spellings.flatMap((word) => this.spelling.add(word) ?? []),
    };
    if (calledBy !== undefined)
      this.called.set(calledBy, (this.called.get(calledBy) ?? new Set()).add(place));
    this.places.set(id, place);
    this.changes += 1;
  }

  private noteForm(term: string): void {
    if (formOf(term) === term) this.forms.set(stemOf(term), [...(this.forms.get(stemOf(term)) ?? []), term]);
  }

  /** Made anew by the first search after a change. */
  get columns(): Columns {
    if (this.made?.changes === this.changes) return this.made;
    const { changes, all } = this;
    const [groups, group] = [[] as Columns['groups'], new Uint16Array(all.length)];
    const [from, values] = [new Int32Array(all.length + 1), [] as number[]];
    all.forEach((record, place) => {
      if (record) {
        const known = groups.findIndex(({ kind, about }) => kind === record.kind && about === record.about);
        group[place] = known < 0 ? groups.push(record) - 1 : known;
        values.push(...record.counted);
      }
      from[place + 1] = values.length;
    });
    const newness = new Float64Array(all.map((record) => newnessOf(record?.date ?? 0)));
    const Numbers = this.values.all.length > 0xffff ? Int32Array : Uint16Array;
    const texts = this.values.all.map(({ text }) => text);
    const byText = Int32Array.from(texts.keys()).sort((one, other) => (texts[one]! < texts[other]! ? -1 : 1));
    return (this.made = { changes, groups, group, newness, from, values: new Numbers(values), byText });
  }

  remove(id: string): void {
    const place = this.places.get(id);
    if (place === undefined) return;
    const { said, written, calledBy } = this.all[place]!;
    for (const list of said) list.remove(place);
    for (const word of written) this.spelling.remove(word);
    this.called.get(calledBy ?? '')?.delete(place);
    this.places.delete(id);
    this.all[place] = null;
    this.free.push(place);
    this.changes += 1;
  }

  /** The records that say a word, and how much. */
  saying(stem: string): PlaceList {
    return this.postings.get(stem) ?? NOBODY;
  }

  /** By place, the most that each record says any of these words. */
  weightsOf(stems: readonly string[]): Float32Array {
    const most = new Float32Array(this.all.length);
    for (const stem of stems) this.saying(stem).raise(most);
    return most;
  }

  /** The records that carry a theme. */
  carrying(slug: string): PlaceList {
    return this.carriers.get(slug) ?? NOBODY;
  }

  /** The records whose own name has no other words than these. */
  named(stems: ReadonlySet<string>): Set<number> {
    const places = [...stems].flatMap((stem) => [...(this.called.get(stem) ?? [])]);
    return new Set(places.filter((place) => this.all[place]!.name.every((stem) => stems.has(stem))));
  }

  calls(stems: ReadonlySet<string>): boolean {
    if (stems.size === 1) return this.named(stems).size > 0;
    const said = [...stems].map((stem) => new Set(this.saying(stem).filled()));
    return said.reduce((all, places) => new Set([...all].filter((place) => places.has(place)))).size > 0;
  }

  /** How much a word tells records apart that is compared by any of these stems: as much as the rarest of them (BM25). */
  rarity(stems: readonly string[]): number {
    const have = stems.map((stem) => this.saying(stem).size).filter((times) => times > 0);
    const fewest = have.length > 0 ? Math.min(...have) : 0;
    return Math.log(1 + (this.size - fewest + 0.5) / (fewest + 0.5));
  }

  knows(stem: string, word: string): boolean {
    return this.saying(stem).size > 0 || this.spelling.has(word);
  }

  nearest(word: string): { word: string; slips: number } | null {
    return this.spelling.nearest(word, this.size > LARGE ? COMMON_IN_LARGE : 1);
  }

  /** Where a large library has a word that hardly anybody writes: the one that is written far more often, if it is near. */
  rather(stem: string, word: string): string | null {
    const times = this.saying(stem).size;
    if (this.size <= LARGE || times > this.size / RARE_IN_LARGE) return null;
    const nearest = this.spelling.nearest(word, times * MORE_OFTEN);
    return nearest && nearest.slips > 0 ? nearest.word : null;
  }
}

const newnessOf = (date: number): number =>
  WEIGHTS.year * ((Math.floor(date / 10_000) || WEIGHTS.middleYear) - WEIGHTS.middleYear);

/** The list of a key; where there is none yet, a new one. */
function listIn(lists: Map<string, PlaceList>, key: string, whenNew?: () => void): PlaceList {
  const known = lists.get(key);
  if (known) return known;
  whenNew?.();
  const made = new PlaceList();
  lists.set(key, made);
  return made;
}
