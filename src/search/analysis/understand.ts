import { abbreviationsSaid, readThemes, type MatchedTheme } from './read-themes.js';
import { readTerms, type SpokenWords, type Term } from './terms.js';
import type { Thesaurus } from './thesaurus.js';
import { contentWords, isOfLetteredName, tokensOf, wordsOf, type Word } from './words.js';

export type { MatchedTheme } from './read-themes.js';

/** What a query says, before any engine is asked. */
export interface Understanding {
  terms: Term[];
  /** The words that carry meaning, spelt right. */
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

/** Reads a query for the themes it names: by any of their labels, abbreviations and misspellings, several at once. */
export function understand(query: string, thesaurus: Thesaurus, spoken: SpokenWords): Understanding {
  const all = wordsOf(query).slice(0, MOST_WORDS);
  const words = contentWords(all);
  if (words.length === 0) {
    return { terms: [], words: [], stems: new Set(), themes: [], correction: null, empty: true };
  }
  const terms = readTerms(words, thesaurus, spoken);
  for (const { name, at } of abbreviationsSaid(words, thesaurus))
    for (const place of at) terms[place]!.inFull ??= thesaurus.inFull(name) ?? null;
  const themes = themesOf(terms, words, typedStems(all, words, terms), thesaurus);
  const corrections = new Map(
    terms.flatMap((term, at) => (term.corrected ? [[words[at]!.typed, term.text]] : [])),
  );
  return {
    terms,
    words: terms.map(({ text, corrected }, at) => (corrected ? text : words[at]!.typed.toLowerCase())),
    stems: new Set([
      ...terms.flatMap(({ stems, rather }) => (rather === null ? stems : [...stems, rather])),
      ...themes.filter(({ said }) => said).flatMap(({ stems }) => stems),
    ]),
    themes,
    correction: corrections.size > 0 ? putRight(query, corrections) : null,
    empty: false,
  };
}

/** The stems of all that was typed, small words too, misspelt ones put right. */
function typedStems(all: Word[], words: Word[], terms: Term[]): Set<string> {
  const right = new Map(words.map(({ stem }, at) => [stem, terms[at]!.stems]));
  return new Set(all.flatMap(({ stem }) => right.get(stem) ?? [stem]));
}

/** "Baby T" is somebody, and says nothing of babies. */
function themesOf(terms: Term[], words: Word[], typed: Set<string>, thesaurus: Thesaurus): MatchedTheme[] {
  const telling = words.flatMap((_, at) => (isOfLetteredName(words, at) ? [] : [at]));
  if (telling.length === 0) return [];
  const chosen = <Item>(items: Item[]): Item[] => telling.map((at) => items[at]!);
  return readThemes(chosen(terms), chosen(words), typed, thesaurus);
}

/** The query with what was misspelt put right where it stands. */
function putRight(query: string, corrections: Map<string, string>): string {
  let [right, at] = ['', 0];
  for (const { typed, start, end } of tokensOf(query)) {
    right += query.slice(at, start) + (corrections.get(typed) ?? query.slice(start, end));
    at = end;
  }
  return right + query.slice(at);
}
