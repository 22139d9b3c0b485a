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
/** Two letters may be the beginning of anything: "ex" is not yet a partner. */
const SHORTEST_MEANING = 3;

const KIND_ORDER = { preferred: 0, abbreviation: 1, alternative: 1, hidden: 2 };

interface Name {
  name: NameOfTheme;
  /** As `normaliseLabel` makes it. */
  text: string;
}

/** Names in which something occurs. */
type Names = Set<Name>;

/** The names of all themes, ready to be found by the first letters of any of their words. Made once a thesaurus. */
export class ThemePrefixes {
  /** The library's own themes come before those that a source proposed; among equals what is shown first. */
  private readonly names: Name[];
  private readonly byWord: Map<string, Name[]>;
  private readonly byStem: Map<string, Name[]>;

  private constructor(thesaurus: Thesaurus) {
    this.names = thesaurus.names.map((name) => ({ name, text: normaliseLabel(name.text) })).sort(byOrder);
    this.byWord = listed(this.names, ({ text }) => text.split(' '));
    this.byStem = listed(this.names, ({ name }) => name.stems);
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
    // The last word may be unfinished, so that it is looked for even if it is no more than grammar so far.
    const asked = all.filter(({ text }, at) => at === all.length - 1 || !isFiller(text));
    let found = this.meant(asked, normaliseLabel(typed));
    if (found.length === 0 && asked.length > 1 && isFiller(asked.at(-1)!.text))
      found = this.meant(asked.slice(0, -1), normaliseLabel(typed));
    if (!found.some(({ name }) => name.theme.accepted))
      found.push(...this.inOrder(this.slips(asked)), ...this.inOrder(this.named(all)));
    const themes = new Map<ThesaurusTheme, NameOfTheme>();
    for (const { name } of found) if (!themes.has(name.theme)) themes.set(name.theme, name);
    return [...themes].slice(0, limit).map(([theme, { kind, text }]) => ({
      theme,
      matched: kind === 'alternative' || kind === 'abbreviation' ? text : null,
    }));
  }

  /** The best first: the very name, then names that begin so, then those of which other words do, then what means the same. */
  private meant(words: Word[], whole: string): Name[] {
    const begun = inEvery(words.map(({ text }) => this.beginning(text)));
    const meant = inEvery(
      words.map((word) => new Set([...this.beginning(word.text), ...this.meaning(word)])),
    );
    const tier = (one: Name): number =>
      one.text === whole
        ? 0
        : (one.name.theme.accepted ? 1 : 4) + (!begun.has(one) ? 2 : one.text.startsWith(whole) ? 0 : 1);
    return this.inOrder(meant).sort((one, other) => tier(one) - tier(other));
  }

  /** The names that have every word, one of them or more with a letter wrong, missing, too many or out of turn. */
  private slips(words: Word[]): Names {
    return inEvery(
      words.map(({ text }) =>
        this.withWords(
          (word) => word.startsWith(text) || (text.length >= SHORTEST_SLIP && isSlipOfPrefix(text, word)),
        ),
      ),
    );
  }

  /** The names all of whose words were typed, among others: "mum's depression and a new boyf". */
  private named(words: Word[]): Names {
    const stems = new Set(words.filter(({ text }) => !isFiller(text)).map(({ stem }) => stem));
    const capitals = new Set(
      words.map(({ typed }) => typed).filter((typed) => typed === typed.toUpperCase()),
    );
    const near = [...stems].flatMap((stem) => this.byStem.get(stem) ?? []);
    return new Set(
      near.filter(({ name }) =>
        // Abbreviations may be everyday words as well ("dash"): among other words they count in capitals.
        name.kind === 'abbreviation'
          ? capitals.has(name.text.toUpperCase())
          : name.stems.every((stem) => stems.has(stem)),
      ),
    );
  }

  private meaning({ text, stem }: Word): Name[] {
    return text.length < SHORTEST_MEANING ? [] : (this.byStem.get(stem) ?? []);
  }

  private beginning(prefix: string): Names {
    return this.withWords((word) => word.startsWith(prefix));
  }

  private withWords(isMeant: (word: string) => boolean): Names {
    return new Set([...this.byWord].flatMap(([word, names]) => (isMeant(word) ? names : [])));
  }

  private inOrder(names: Names): Name[] {
    return this.names.filter((name) => names.has(name));
  }
}

const inEvery = (lists: Names[]): Names =>
  new Set([...(lists[0] ?? [])].filter((name) => lists.every((list) => list.has(name))));

function byOrder(a: Name, b: Name): number {
  return (
    Number(b.name.theme.accepted) - Number(a.name.theme.accepted) ||
    KIND_ORDER[a.name.kind] - KIND_ORDER[b.name.kind] ||
    a.text.length - b.text.length ||
    (a.text < b.text ? -1 : 1)
  );
}

/** The names by what they have. */
function listed(names: Name[], keysOf: (name: Name) => string[]): Map<string, Name[]> {
  const list = new Map<string, Name[]>();
  for (const name of names)
    for (const key of new Set(keysOf(name))) {
      const known = list.get(key);
      if (known) known.push(name);
      else list.set(key, [name]);
    }
  return list;
}
