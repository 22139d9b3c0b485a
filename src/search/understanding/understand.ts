import { distance } from 'fastest-levenshtein';
import type { Thesaurus, ThemeName, ThesaurusTheme } from './thesaurus.js';
import { contentWords, wordsOf, type Word } from './words.js';

export interface MatchedTheme {
  theme: ThesaurusTheme;
  /** The name that the words came nearest to, as it may be shown: a hidden name stands in as the theme's own. */
  matched: string;
  /** How much of the query's meaning the name covers, 0 to 1. */
  coverage: number;
}

/** What a query says, before any engine is asked. */
export interface Understanding {
  /** The words that carry meaning, as typed in small letters: what engines are asked for. */
  words: string[];
  /** Stems of the words and of the names of the themes they matched: what is marked in snippets. */
  stems: Set<string>;
  /** The themes that the words name, the best covered first. */
  themes: MatchedTheme[];
  /** Nothing but marks and spaces was typed. */
  empty: boolean;
}

const MOST_WORDS = 40;
const MOST_THEMES = 5;

/**
 * Abbreviations that are also everyday words or letters: they count only when written in capitals or alone
 * ("Dash the hopes" is not the risk checklist).
 */
const EVERYDAY = new Set([
  'ace',
  'aces',
  'ce',
  'cic',
  'da',
  'dash',
  'dv',
  'fm',
  'icon',
  'it',
  'mash',
  'pc',
  'pp',
  'tip',
  'taf',
  'caf',
]);

/** Reads a query for the themes it names: by any of their labels, abbreviations and misspellings, several at once. */
export function understand(query: string, thesaurus: Thesaurus): Understanding {
  const all = wordsOf(query).slice(0, MOST_WORDS);
  const words = contentWords(all);
  if (words.length === 0) return { words: [], stems: new Set(), themes: [], empty: true };
  const stems = words.map((word) => correct(word, thesaurus));
  const matches = [...matchNames(stems, thesaurus), ...matchAbbreviations(words, thesaurus)];
  const best = mostSpecific(matches).slice(0, MOST_THEMES);
  return {
    words: words.map(({ text }) => text),
    stems: new Set([...stems, ...best.flatMap(({ name }) => name.stems)]),
    themes: best.map(({ name, positions }) => ({
      theme: name.theme,
      matched: name.kind === 'hidden' ? name.theme.label : name.text,
      coverage: positions.size / words.length,
    })),
    empty: false,
  };
}

interface Match {
  name: ThemeName;
  /** Which words of the query it explains. */
  positions: Set<number>;
}

/** The stem of a word, or of the word of the thesaurus that it is a slip of: one letter in five, two in eight. */
function correct({ stem, text }: Word, thesaurus: Thesaurus): string {
  if (text.length < 5 || thesaurus.namesWith(stem).length > 0) return stem;
  const allowed = text.length < 8 ? 1 : 2;
  let best = { stem, slips: allowed + 1 };
  for (const [known, knownStem] of thesaurus.vocabulary) {
    // The first letter is seldom mistyped, and asking for it keeps "mother" away from "bother".
    if (known[0] !== text[0] || known.length < 4 || Math.abs(known.length - text.length) > allowed) continue;
    const slips = distance(text, known);
    if (slips < best.slips) best = { stem: knownStem, slips };
  }
  return best.stem;
}

function matchNames(stems: string[], thesaurus: Thesaurus): Match[] {
  const positions = new Map<string, Set<number>>();
  stems.forEach((stem, position) => {
    const known = positions.get(stem);
    if (known) known.add(position);
    else positions.set(stem, new Set([position]));
  });
  const candidates = new Set(stems.flatMap((stem) => thesaurus.namesWith(stem)));
  return [...candidates]
    .filter((name) => name.stems.every((stem) => positions.has(stem)))
    .map((name) => ({
      name,
      positions: new Set(name.stems.flatMap((stem) => [...(positions.get(stem) ?? [])])),
    }));
}

function matchAbbreviations(words: Word[], thesaurus: Thesaurus): Match[] {
  return thesaurus.abbreviations().flatMap((name) => {
    const wanted = name.text.toLowerCase();
    const at = words.findIndex(({ text, typed }) => {
      if (text !== wanted) return false;
      return words.length === 1 || !EVERYDAY.has(wanted) || typed === typed.toUpperCase();
    });
    return at < 0 ? [] : [{ name, positions: new Set([at]) }];
  });
}

/** One match a theme, its best; without those whose words another theme explains better ("child abuse" in "child sexual abuse"). */
function mostSpecific(matches: Match[]): Match[] {
  const byTheme = new Map<string, Match>();
  for (const match of matches) {
    const known = byTheme.get(match.name.theme.id);
    if (!known || rank(match) > rank(known)) byTheme.set(match.name.theme.id, match);
  }
  const best = [...byTheme.values()].sort((one, other) => rank(other) - rank(one));
  return best.filter(
    (match) =>
      !best.some(
        (other) =>
          other.positions.size > match.positions.size &&
          [...match.positions].every((at) => other.positions.has(at)),
      ),
  );
}

const KIND_RANK = { preferred: 3, abbreviation: 2, alternative: 2, hidden: 1 };

/** More words explained first; then the library's own themes before proposed ones; then preferred names. */
function rank({ name, positions }: Match): number {
  return positions.size * 100 + (name.theme.accepted ? 10 : 0) + KIND_RANK[name.kind];
}
