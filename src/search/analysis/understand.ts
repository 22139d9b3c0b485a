import { whomIn, withoutAges, type Whom } from './ages.js';
import { abbreviationsSaid, readThemes, type MatchedTheme } from './read-themes.js';
import { readTerms, type SpokenWords, type Term } from './terms.js';
import type { Thesaurus } from './thesaurus.js';
import { contentWords, isFiller, isOfLetteredName, tokensOf, wordsOf } from './words.js';

export type { MatchedTheme } from './read-themes.js';

/** What a query says, before any engine is asked. */
export interface Understanding {
  /** The words that carry meaning; none where nothing but marks and spaces was typed. */
  terms: Term[];
  /** Stems of the words, and of the names that were said in full: what is marked in snippets. */
  stems: Set<string>;
  /** The themes that the words name or come near to, the best first. */
  themes: MatchedTheme[];
  /** The query with its misspelt words put right; null where nothing was misspelt. */
  correction: string | null;
  /** Of whom it speaks, where it is of children or of adults alone. */
  whom: Whom | null;
}

const MOST_WORDS = 40;

/** Reads a query for the themes it names: by any of their labels, abbreviations and misspellings, several at once. */
export function understand(query: string, thesaurus: Thesaurus, spoken: SpokenWords): Understanding {
  // "11 year old" tells of whom it speaks: "year" and "old" are said of anybody.
  const plain = wordsOf(withoutAges(query));
  const said = thesaurus.apart(wordsOf(query)).slice(0, MOST_WORDS);
  const all = plain.some(({ text }) => !isFiller(text)) ? thesaurus.apart(plain).slice(0, MOST_WORDS) : said;
  const words = contentWords(all);
  const terms = readTerms(words, thesaurus, spoken);
  for (const { name, at } of abbreviationsSaid(terms, thesaurus))
    for (const place of at) terms[place]!.inFull ??= thesaurus.inFull(name);
  const right = new Map(terms.map(({ word, stems }) => [word.stem, stems]));
  // A name may have them ("older boyfriend"), so that one may be near.
  const typed = new Set(said.flatMap(({ stem }) => right.get(stem) ?? [stem]));
  // "Baby T" is somebody, and says nothing of babies.
  const telling = terms.filter((_, at) => !isOfLetteredName(words, at));
  const themes = telling.length === 0 ? [] : readThemes(telling, typed, thesaurus);
  const corrected = terms.filter((term) => term.corrected);
  return {
    terms,
    stems: new Set([
      ...terms.flatMap(({ stems, rather }) => (rather === null ? stems : [...stems, rather])),
      ...themes.filter(({ said }) => said).flatMap((match) => match.stems.filter((stem) => !isFiller(stem))),
    ]),
    themes,
    correction: corrected.length > 0 ? putRight(query, corrected) : null,
    whom: whomIn(query),
  };
}

/** The query with what was misspelt put right where it stands. */
function putRight(query: string, corrected: Term[]): string {
  const corrections = new Map(corrected.map(({ word, text }) => [word.typed, text]));
  return tokensOf(query).reduceRight((right, { typed, start, end }) => {
    const correction = corrections.get(typed);
    return correction === undefined ? right : right.slice(0, start) + correction + right.slice(end);
  }, query);
}
