import type { Corpus } from '../ranking/corpus.js';
import type { Thesaurus, ThemeName, ThesaurusTheme } from './thesaurus.js';
import { contentWords, stemOf, widerStem, wordsOf, type Word } from './words.js';

/** A word of the query that carries meaning. */
export interface Term {
  /** As typed, in small letters; or, where it was misspelt, the word that is meant. */
  text: string;
  /** What it is compared by. Two where one word was written for two ("countylines"). */
  stems: string[];
  /** What names of themes may have for it: the same, or a wider word. */
  senses: string[];
  corrected: boolean;
}

export interface MatchedTheme {
  theme: ThesaurusTheme;
  /** The name that the words came nearest to, as it may be shown: a hidden name stands in as the theme's own. */
  matched: string;
  /** How much of the name's meaning the query has, 0 to 1. 1: all of its words. */
  strength: number;
  /** How much of the query's meaning the name covers, 0 to 1. */
  coverage: number;
  /** Sure enough to be shown as what the words name. */
  named: boolean;
  /** The stems of that name. */
  stems: string[];
  /** Those of all its names of several words, by which a text may speak of it. */
  names: string[][];
}

/** What a query says, before any engine is asked. */
export interface Understanding {
  terms: Term[];
  /** The words that carry meaning, spelt right: what engines are asked for. */
  words: string[];
  /** Stems of the words, and of the names that were said in full: what is marked in snippets. */
  stems: Set<string>;
  /** The themes that the words name or come near to, the best first. */
  themes: MatchedTheme[];
  /** The query with its misspelt words put right; null where nothing was misspelt. */
  correction: string | null;
  /** Nothing but marks and spaces was typed. */
  empty: boolean;
}

const MOST_WORDS = 40;
const MOST_THEMES = 8;
/** A name of which less than this was said is not meant. */
const ENOUGH_OF_NAME = 0.55;
/** All words of a name, but for the last bit of a sum of fractions. */
const SAID_IN_FULL = 0.99;

/**
 * Abbreviations that are also everyday words or letters: they count only when written in capitals or alone
 * ("Dash the hopes" is not the risk checklist).
 */
const EVERYDAY = new Set(
  'ace aces ce cic da dash dv fm icon it mash pc pp tip taf caf send pip is sh sn'.split(' '),
);

/** Reads a query for the themes it names: by any of their labels, abbreviations and misspellings, several at once. */
export function understand(query: string, thesaurus: Thesaurus, corpus: Corpus): Understanding {
  const all = wordsOf(query).slice(0, MOST_WORDS);
  const words = contentWords(all);
  if (words.length === 0) {
    return { terms: [], words: [], stems: new Set(), themes: [], correction: null, empty: true };
  }
  const terms = readTerms(words, thesaurus, corpus);
  const themes = matchThemes(terms, words, new Set(all.map(({ stem }) => stem)), thesaurus);
  const corrections = new Map(
    terms.flatMap((term, at) => (term.corrected ? [[words[at]!.typed, term.text]] : [])),
  );
  return {
    terms,
    words: terms.map(({ text }) => text),
    stems: new Set([
      ...terms.flatMap(({ stems }) => stems),
      ...themes.filter(({ strength }) => strength >= SAID_IN_FULL).flatMap(({ stems }) => stems),
    ]),
    themes,
    correction: corrections.size > 0 ? putRight(query, corrections) : null,
    empty: false,
  };
}

const putRight = (query: string, corrections: Map<string, string>): string =>
  query.replace(/[\p{L}\p{N}\p{M}'’‘]+/gu, (word) => corrections.get(word) ?? word);

function readTerms(words: Word[], thesaurus: Thesaurus, corpus: Corpus): Term[] {
  return words.map((word, at) => {
    const term = readTerm(word, thesaurus, corpus);
    // "step dad", "intra-familial": the names may write as one what was typed as two.
    const joined = [words[at - 1], words[at + 1]].flatMap((other, side) => {
      const stem = other && stemOf(side === 0 ? other.text + word.text : word.text + other.text);
      return stem && thesaurus.namesWith(stem).length > 0 ? [stem] : [];
    });
    const stems = [...new Set([...term.stems, ...joined])];
    return { ...term, stems, senses: [...stems, ...stems.flatMap((stem) => widerStem(stem) ?? [])] };
  });
}

function readTerm({ text, stem, typed }: Word, thesaurus: Thesaurus, corpus: Corpus): Omit<Term, 'senses'> {
  const asTyped = { text, stems: [stem], corrected: false };
  if (thesaurus.namesWith(stem).length > 0 || corpus.knows(stem, text)) return asTyped;
  const parts = thesaurus.parts(text);
  if (parts) return { text, stems: [stem, ...parts], corrected: false };
  // Capitals are an abbreviation or a name, and a number is a number: neither is a slip of anything.
  if (/\d/.test(text) || (typed.length < 6 && typed === typed.toUpperCase())) return asTyped;
  const meant = thesaurus.spelling.nearest(text);
  const inLibrary = corpus.spelling.nearest(text);
  if (inLibrary && (!meant || inLibrary.slips < meant.slips)) {
    return { text: inLibrary.word, stems: [corpus.stemOfKnown(inLibrary.word)], corrected: true };
  }
  if (!meant) return asTyped;
  return { text: meant.word, stems: [thesaurus.stemOfKnown(meant.word) ?? stem], corrected: true };
}

interface Match {
  name: ThemeName;
  /** Which words of the query it explains. */
  positions: Set<number>;
  strength: number;
}

function matchThemes(terms: Term[], words: Word[], typed: Set<string>, thesaurus: Thesaurus): MatchedTheme[] {
  const weights = terms.map(({ stems }) => Math.max(...stems.map((stem) => thesaurus.rarity(stem))));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const coverage = ({ positions }: Match): number =>
    [...positions].reduce((sum, at) => sum + (weights[at] ?? 0), 0) / whole;
  const rank = (match: Match): number =>
    match.strength * match.strength * (0.15 + coverage(match)) +
    (match.name.theme.accepted ? 0.02 : 0) +
    KIND_RANK[match.name.kind];
  const matches = [...matchNames(terms, typed, thesaurus), ...matchAbbreviations(words, thesaurus)];
  return best(matches, rank).map((match) => {
    const { name, strength } = match;
    const covered = coverage(match);
    return {
      theme: name.theme,
      matched: name.kind === 'hidden' ? name.theme.label : name.text,
      strength,
      coverage: covered,
      named: strength >= SAID_IN_FULL || (strength >= 0.7 && covered >= 0.5),
      stems: name.stems,
      names: thesaurus.namesOf(name.theme.id),
    };
  });
}

function matchNames(terms: Term[], typed: Set<string>, thesaurus: Thesaurus): Match[] {
  const positions = new Map<string, Set<number>>();
  terms.forEach(({ senses }, at) => {
    for (const stem of senses) positions.set(stem, (positions.get(stem) ?? new Set<number>()).add(at));
  });
  const candidates = new Set([...positions.keys()].flatMap((stem) => thesaurus.namesWith(stem)));
  return [...candidates].flatMap((name) => {
    const said = name.stems.filter((stem) => positions.has(stem) || (name.inFull && typed.has(stem)));
    const strength = said.reduce((sum, stem) => sum + thesaurus.rarity(stem), 0) / name.meaning;
    if (name.inFull && said.length < name.stems.length) return [];
    if (strength < ENOUGH_OF_NAME || (strength < SAID_IN_FULL && said.length < 2)) return [];
    return [{ name, strength, positions: new Set(said.flatMap((stem) => [...(positions.get(stem) ?? [])])) }];
  });
}

function matchAbbreviations(words: Word[], thesaurus: Thesaurus): Match[] {
  return thesaurus.abbreviations.flatMap((name) => {
    const wanted = name.text.toLowerCase();
    const at = words.findIndex(({ text, typed }) => {
      if (text !== wanted) return false;
      return words.length === 1 || !EVERYDAY.has(wanted) || typed === typed.toUpperCase();
    });
    return at < 0 ? [] : [{ name, strength: 1, positions: new Set([at]) }];
  });
}

/** Of names that fit equally well, the theme's own goes before an alternative, and that before a hidden one. */
const KIND_RANK = { preferred: 0.03, abbreviation: 0.02, alternative: 0.015, hidden: 0 };

/** One match a theme, its best; without those whose words another explains better ("child abuse" in "child sexual abuse"). */
function best(matches: Match[], rank: (match: Match) => number): Match[] {
  const byTheme = new Map<string, Match>();
  for (const match of matches) {
    const known = byTheme.get(match.name.theme.id);
    if (!known || rank(match) > rank(known)) byTheme.set(match.name.theme.id, match);
  }
  const ranked = [...byTheme.values()].sort((one, other) => rank(other) - rank(one));
  const kept = ranked.filter(
    (match) =>
      !ranked.some(
        (other) =>
          other.positions.size > match.positions.size &&
          other.strength >= match.strength &&
          [...match.positions].every((at) => other.positions.has(at)),
      ),
  );
  return kept.slice(0, MOST_THEMES);
}
