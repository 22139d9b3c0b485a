import { normaliseLabel } from '../../platform/text/normalise-label.js';
import { themesMeant, type MatchedTheme } from '../analysis/read-themes.js';
import type { Thesaurus, NameOfTheme, ThesaurusTheme } from '../analysis/thesaurus.js';
import type { SpokenWords } from '../analysis/terms.js';
import { understand } from '../analysis/understand.js';
import { contentWords, wordsOf, type Word } from '../analysis/words.js';

export interface ThemeSuggestion {
  theme: ThesaurusTheme;
  /** Another name of the theme that was matched, if it may be shown: never a hidden one. */
  matched: string | null;
}

/** More words than any name has: the rest of a long query is not looked at. */
const MOST_WORDS = 20;
/** Two letters may be the beginning of anything: "ex" is not yet a partner. */
const SHORTEST_MEANING = 3;

/** Words are put right by the names of themes alone. */
const NOTHING_ELSE: SpokenWords = { knows: () => false, rather: () => null, nearest: () => null };

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

  private constructor(private readonly thesaurus: Thesaurus) {
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
   * the library's own has one: those that fit the words put right, and those that a search for the words would name.
   * @param limit how many are wanted
   */
  find(typed: string, limit: number): ThemeSuggestion[] {
    const found = this.begun(typed);
    if (!found.some(({ theme }) => theme.accepted)) {
      const { correction, themes } = understand(typed, this.thesaurus, NOTHING_ELSE);
      if (correction !== null) found.push(...this.begun(correction));
      found.push(...themesMeant(themes));
    }
    const themes = new Map<ThesaurusTheme, string>();
    for (const { theme, matched } of found) if (!themes.has(theme)) themes.set(theme, matched);
    return [...themes].slice(0, limit).map(([theme, matched]) => ({
      ...{ theme, matched: matched === theme.label ? null : matched },
    }));
  }

  /** The best first: the very name, then names that begin so, then those of which other words do, then what means the same. */
  private begun(typed: string): Pick<MatchedTheme, 'theme' | 'matched'>[] {
    const asked = contentWords(wordsOf(typed).slice(0, MOST_WORDS));
    if (asked.length === 0) return [];
    const whole = normaliseLabel(typed);
    const begun = asked.map(({ text }) => new Set(this.words.filter((word) => word.startsWith(text))));
    const tier = (one: Name): number => {
      if (one.text === whole) return 0;
      const fit = !begun.every(isIn(one)) ? 2 : one.text.startsWith(whole) ? 0 : 1;
      return (one.name.theme.accepted ? 1 : 4) + fit;
    };
    const means = ({ name }: Name, { text, stem }: Word): boolean =>
      text.length >= SHORTEST_MEANING && name.stems.includes(stem);
    return this.names
      .filter((one) => asked.every((word, at) => isIn(one)(begun[at]!) || means(one, word)))
      .sort((one, other) => tier(one) - tier(other))
      .map(({ name: { theme, kind, text } }) => ({ theme, matched: kind === 'hidden' ? theme.label : text }));
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
