import { normaliseLabel } from '../../platform/text/normalise-label.js';
import type { Thesaurus, NameOfTheme } from '../analysis/thesaurus.js';
import type { ThesaurusTheme } from '../analysis/thesaurus-theme.js';
import { isFiller, wordsOf, type Word } from '../analysis/words.js';
import { isSlipOfPrefix } from './slip.js';

export interface ThemeSuggestion {
  theme: ThesaurusTheme;
  /** Another name of the theme that was matched, if it may be shown: never a hidden one. */
  matched: string | null;
}

/** More words than any name has: the rest of a long query is not looked at. */
const MOST_WORDS = 20;
/** Shorter words are never slips: "CSE" must not find "CCE". */
const SHORTEST_SLIP = 5;
const SHORTEST_MEANING = 3;

/** How many proposed themes are found beyond those that were asked for. */
const SPARE = 20;

const KIND_ORDER = { preferred: 0, abbreviation: 1, alternative: 1, hidden: 2 };

interface Name {
  name: NameOfTheme;
  /** As `normaliseLabel` makes it. */
  text: string;
}

/** How well a name fits what was typed, best first. The library's own themes come before those that a source proposed. */
const EXACT = 0;
const LOOSE = 7;

/** The names of all themes, ready to be found by the first letters of any of their words. Made once a thesaurus. */
export class ThemePrefixes {
  /** The names that are shown first among equals come first. */
  private readonly names: Name[];
  /** Every word of every name in alphabetical order, and where in `names` it occurs. */
  private readonly words: string[];
  private readonly places: number[][];
  private readonly placesOfStem = new Map<string, number[]>();

  private constructor(thesaurus: Thesaurus) {
    this.names = thesaurus.names
      .map((name) => ({ name, text: normaliseLabel(name.text) }))
      .sort((a, b) => byOrder(a, b));
    const places = new Map<string, number[]>();
    this.names.forEach(({ name, text }, place) => {
      for (const word of new Set(text.split(' '))) add(places, word, place);
      for (const stem of name.stems) add(this.placesOfStem, stem, place);
    });
    this.words = [...places.keys()].sort();
    this.places = this.words.map((word) => places.get(word)!);
  }

  private static readonly made = new WeakMap<Thesaurus, ThemePrefixes>();

  static of(thesaurus: Thesaurus): ThemePrefixes {
    let prefixes = this.made.get(thesaurus);
    if (!prefixes) this.made.set(thesaurus, (prefixes = new ThemePrefixes(thesaurus)));
    return prefixes;
  }

  /**
   * Themes with a name in which every word typed begins a word, or means the same as one ("mum", "maternal"). If none of
   * the library's own has one: names with a slip of the finger, and names that stand whole among the words typed.
   * @param limit how many are wanted; proposed themes come on top of that, as some may turn out not to be public
   */
  find(typed: string, limit: number): ThemeSuggestion[] {
    const all = wordsOf(typed).slice(0, MOST_WORDS);
    const whole = normaliseLabel(typed);
    const tiers: number[][] = Array.from({ length: LOOSE + 1 }, () => []);
    // The last word may be unfinished, so that it is looked for even if it is no more than grammar so far.
    const asked = all.filter(({ text }, at) => at === all.length - 1 || !isFiller(text));
    const last = all.at(-1);
    this.fill(tiers, asked, whole);
    if (asked.length > 1 && last && isFiller(last.text) && tiers.every(isEmpty))
      this.fill(tiers, asked.slice(0, -1), whole);
    if (!tiers.flat().some((place) => this.names[place]!.name.theme.accepted))
      tiers[LOOSE] = [...this.slips(asked), ...this.named(all)];
    return this.best(tiers.flat(), limit);
  }

  private fill(tiers: number[][], words: Word[], whole: string): void {
    const begun = this.inEvery(words.map(({ text }) => this.beginning(text)));
    const meant = this.inEvery(words.map((word) => [...this.beginning(word.text), ...this.meaning(word)]));
    for (const place of meant) tiers[this.tier(place, whole, begun.has(place))]!.push(place);
  }

  private tier(place: number, whole: string, isBegun: boolean): number {
    const { name, text } = this.names[place]!;
    if (text === whole) return EXACT;
    return (name.theme.accepted ? 1 : 4) + (!isBegun ? 2 : text.startsWith(whole) ? 0 : 1);
  }

  /** The names that have every word, one of them or more with a letter wrong, missing, too many or out of turn. */
  private slips(words: Word[]): Iterable<number> {
    return this.inEvery(
      words.map(({ text }) => {
        const exact = this.beginning(text);
        if (text.length < SHORTEST_SLIP) return exact;
        const near = this.words.flatMap((word, at) => (isSlipOfPrefix(text, word) ? this.places[at]! : []));
        return [...exact, ...near];
      }),
    );
  }

  /** The names all of whose words were typed, among others: "mum's depression and a new boyf". */
  private named(words: Word[]): number[] {
    const stems = new Set(words.filter(({ text }) => !isFiller(text)).map(({ stem }) => stem));
    const capitals = new Set(
      words.map(({ typed }) => typed).filter((typed) => typed === typed.toUpperCase()),
    );
    const places = new Set([...stems].flatMap((stem) => this.placesOfStem.get(stem) ?? []));
    return [...places]
      .filter((place) => {
        const { name } = this.names[place]!;
        // Abbreviations may be everyday words as well ("dash"): among other words they count in capitals.
        return name.kind === 'abbreviation'
          ? capitals.has(name.text.toUpperCase())
          : name.stems.every((stem) => stems.has(stem));
      })
      .sort((a, b) => a - b);
  }

  /** Where words stand that mean the same. Two letters may be the beginning of anything: "ex" is not yet a partner. */
  private meaning({ text, stem }: Word): number[] {
    return text.length < SHORTEST_MEANING ? [] : (this.placesOfStem.get(stem) ?? []);
  }

  /** Where the words stand that begin so. */
  private beginning(prefix: string): number[] {
    const found: number[] = [];
    for (let at = this.firstFrom(prefix); this.words[at]?.startsWith(prefix); at += 1)
      for (const place of this.places[at]!) found.push(place);
    return found;
  }

  /** Where the words begin that are not before this one in the alphabet. */
  private firstFrom(word: string): number {
    let [low, high] = [0, this.words.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.words[middle]! < word) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** What is in all of the lists, in order. */
  private inEvery(lists: number[][]): Set<number> {
    const times = new Uint8Array(this.names.length);
    lists.forEach((list, at) => {
      for (const place of list) if (times[place] === at) times[place] = at + 1;
    });
    const found = new Set<number>();
    if (lists.length > 0) times.forEach((count, place) => count === lists.length && found.add(place));
    return found;
  }

  private best(places: number[], limit: number): ThemeSuggestion[] {
    const found = new Map<string, ThemeSuggestion>();
    let sure = 0;
    for (const place of places) {
      if (sure === limit || found.size === limit + SPARE) break;
      const { theme, text, kind } = this.names[place]!.name;
      if (found.has(theme.id)) continue;
      const mayShow = kind === 'alternative' || kind === 'abbreviation';
      found.set(theme.id, { theme, matched: mayShow ? text : null });
      if (theme.accepted) sure += 1;
    }
    return [...found.values()];
  }
}

const isEmpty = (list: number[]): boolean => list.length === 0;

function byOrder(a: Name, b: Name): number {
  return (
    Number(b.name.theme.accepted) - Number(a.name.theme.accepted) ||
    KIND_ORDER[a.name.kind] - KIND_ORDER[b.name.kind] ||
    a.text.length - b.text.length ||
    (a.text < b.text ? -1 : 1)
  );
}

function add(places: Map<string, number[]>, key: string, place: number): void {
  const known = places.get(key);
  if (known) known.push(place);
  else places.set(key, [place]);
}
