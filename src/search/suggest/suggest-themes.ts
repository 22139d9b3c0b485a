import { normaliseLabel } from '../../platform/text/normalise-label.js';
import { themesMeant, type MatchedTheme } from '../analysis/read-themes.js';
import type { SpokenWords } from '../analysis/terms.js';
import type { NameOfTheme, Thesaurus, ThesaurusTheme } from '../analysis/thesaurus.js';
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
const [no, none] = [(): boolean => false, (): null => null];
const NOTHING_ELSE: SpokenWords = { knows: no, rather: none, nearest: none, calls: no };

const KIND_ORDER = { preferred: 0, abbreviation: 1, alternative: 1, hidden: 2 };

/**
 * Themes with a name in which every word typed begins a word, or means the same as one ("mum", "maternal"). If none of
 * the library's own has one: those that fit the words put right, and those that a search for the words would name.
 * @param limit how many are wanted
 */
export function suggestThemes(typed: string, thesaurus: Thesaurus, limit: number): ThemeSuggestion[] {
  const found = namesBegun(typed, thesaurus);
  if (!found.some(({ theme }) => theme.accepted)) {
    const { correction, themes } = understand(typed, thesaurus, NOTHING_ELSE);
    if (correction !== null) found.push(...namesBegun(correction, thesaurus));
    found.push(...themesMeant(themes));
  }
  const themes = new Map<ThesaurusTheme, string>();
  for (const { theme, matched } of found) if (!themes.has(theme)) themes.set(theme, matched);
  return [...themes].slice(0, limit).map(([theme, matched]) => ({
    ...{ theme, matched: matched === theme.label ? null : matched },
  }));
}

/** The best first: the very name, then names that begin so, then those of which other words do, then what means the same. */
function namesBegun(typed: string, thesaurus: Thesaurus): Pick<MatchedTheme, 'theme' | 'matched'>[] {
  const asked = contentWords(wordsOf(typed).slice(0, MOST_WORDS));
  if (asked.length === 0) return [];
  const whole = normaliseLabel(typed);
  const begins = ({ plain }: NameOfTheme, { text }: Word): boolean =>
    plain.startsWith(text) || plain.includes(` ${text}`);
  const means = ({ stems }: NameOfTheme, { text, stem }: Word): boolean =>
    text.length >= SHORTEST_MEANING && stems.includes(stem);
  const tier = (name: NameOfTheme): number => {
    if (name.plain === whole) return 0;
    const fit = !asked.every((word) => begins(name, word)) ? 2 : name.plain.startsWith(whole) ? 0 : 1;
    return (name.theme.accepted ? 1 : 4) + fit;
  };
  return thesaurus.names
    .filter((name) => asked.every((word) => begins(name, word) || means(name, word)))
    .map((name) => ({ name, tier: tier(name) }))
    .sort((one, other) => one.tier - other.tier || byOrder(one.name, other.name))
    .map(({ name: { theme, kind, text } }) => ({ theme, matched: kind === 'hidden' ? theme.label : text }));
}

/** The library's own themes come before those that a source proposed; among equals what is shown first. */
const byOrder = (one: NameOfTheme, other: NameOfTheme): number =>
  Number(other.theme.accepted) - Number(one.theme.accepted) ||
  KIND_ORDER[one.kind] - KIND_ORDER[other.kind] ||
  one.plain.length - other.plain.length ||
  (one.plain < other.plain ? -1 : 1);
