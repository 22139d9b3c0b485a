import { normaliseLabel } from '../../platform/text/normalise-label.js';
import type { Thesaurus, NameOfTheme, ThesaurusTheme } from '../analysis/thesaurus.js';
import { isFiller, wordsOf, type Word } from '../analysis/words.js';
import { isSlipOfPrefix } from '../analysis/spelling.js';

export interface ThemeSuggestion {
  theme: ThesaurusTheme;
  /** Another name of the theme that was matched, if it may be shown: never a hidden one. */
  matched: string | null;
}

/** More words than any name has: the rest of a long query is not looked at. */
const MOST_WORDS = 20;
/** Shorter words are never slips: "CSE" must not find "CCE". */
const SHORTEST_SLIP = 5;
/** Two letters may be the beginning of anything: "ex" is not yet a partner. */
const SHORTEST_MEANING = 3;

const KIND_ORDER = { preferred: 0, abbreviation: 1, alternative: 1, hidden: 2 };

interface Name {
  name: NameOfTheme;
  /** As `normaliseLabel` makes it. */
  text: string;
  words: string[];
}

/** The names of all themes, ready to be found by the first letters of any of their words. Made once a thesaurus. */
export class ThemePrefixes {
  /** The library's own themes come before those that a source proposed; among equals what is shown first. */
  private readonly names: Name[];
  /** Every word of every name, once: so each is compared once with what was typed. */
  private readonly words: string[];

  private constructor(thesaurus: Thesaurus) {
    const withText = thesaurus.names.map((name) => ({ name, text: normaliseLabel(name.text) }));
    this.names = withText.map((one) => ({ ...one, words: one.text.split(' ') })).sort(byOrder);
    this.words = [...new Set(this.names.flatMap(({ words }) => words))];
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
   * @param limit how many are wanted
   */
  find(typed: string, limit: number): ThemeSuggestion[] {
    const all = wordsOf(typed).slice(0, MOST_WORDS);
    if (all.length === 0) return [];
    // The last word may be unfinished, so that it is looked for even if it is no more than grammar so far.
    const asked = all.filter(({ text }, at) => at === all.length - 1 || !isFiller(text));
    let found = this.meant(asked, normaliseLabel(typed));
    if (found.length === 0 && asked.length > 1 && isFiller(asked.at(-1)!.text))
      found = this.meant(asked.slice(0, -1), normaliseLabel(typed));
    if (!found.some(({ name }) => name.theme.accepted)) found.push(...this.slips(asked), ...this.named(all));
    const themes = new Map<ThesaurusTheme, NameOfTheme>();
    for (const { name } of found) if (!themes.has(name.theme)) themes.set(name.theme, name);
    return [...themes].slice(0, limit).map(([theme, { kind, text }]) => ({
      theme,
      matched: kind === 'alternative' || kind === 'abbreviation' ? text : null,
    }));
  }

  /** The best first: the very name, then names that begin so, then those of which other words do, then what means the same. */
  private meant(asked: Word[], whole: string): Name[] {
    const begun = asked.map(({ text }) => this.wordsThat((word) => word.startsWith(text)));
    const tier = (one: Name): number => {
      if (one.text === whole) return 0;
      const fit = !begun.every(isIn(one)) ? 2 : one.text.startsWith(whole) ? 0 : 1;
      return (one.name.theme.accepted ? 1 : 4) + fit;
    };
    const means = ({ name }: Name, { text, stem }: Word): boolean =>
      text.length >= SHORTEST_MEANING && name.stems.includes(stem);
    return this.names
      .filter((one) => asked.every((word, at) => isIn(one)(begun[at]!) || means(one, word)))
      .sort((one, other) => tier(one) - tier(other));
  }

  /** The names that have every word, one of them or more with a letter wrong, missing, too many or out of turn. */
  private slips(asked: Word[]): Name[] {
    const near = asked.map(({ text }) =>
      this.wordsThat(
        (word) => word.startsWith(text) || (text.length >= SHORTEST_SLIP && isSlipOfPrefix(text, word)),
      ),
    );
    return this.names.filter((one) => near.every(isIn(one)));
  }

  /** The names all of whose words were typed, among others: "mum's depression and a new boyf". */
  private named(typed: Word[]): Name[] {
    const telling = typed.filter(({ text }) => !isFiller(text));
    const stems = new Set(telling.map(({ stem }) => stem));
    const capitals = new Set(telling.map((word) => word.typed).filter((one) => one === one.toUpperCase()));
    return this.names.filter(({ name: { kind, text, stems: own } }) =>
      // Abbreviations may be everyday words as well ("dash"): among other words they count in capitals.
      kind === 'abbreviation' ? capitals.has(text.toUpperCase()) : own.every((stem) => stems.has(stem)),
    );
  }

  private wordsThat(fit: (word: string) => boolean): Set<string> {
    return new Set(this.words.filter(fit));
  }
}

/** Has the name one of these words? */
const isIn =
  ({ words }: Name) =>
  (some: Set<string>): boolean =>
    words.some((word) => some.has(word));

function byOrder(a: Name, b: Name): number {
  return (
    Number(b.name.theme.accepted) - Number(a.name.theme.accepted) ||
    KIND_ORDER[a.name.kind] - KIND_ORDER[b.name.kind] ||
    a.text.length - b.text.length ||
    (a.text < b.text ? -1 : 1)
  );
}
