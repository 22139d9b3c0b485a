import { EVERYDAY, type Thesaurus, type NameOfTheme } from './thesaurus.js';
import type { ThesaurusTheme } from './thesaurus-theme.js';
import { readTerms, type Term } from './terms.js';
import type { Vocabulary } from './vocabulary.js';
import { contentWords, NOT, wordsOf, type Word } from './words.js';

const MOST_THEMES = 8;
/** A name of which less than this was said is not meant. */
const ENOUGH_OF_NAME = 0.55;
/** All words of a name, but for the last bit of a sum of fractions. */
const SAID_IN_FULL = 0.99;
/** What it counts for, beside a name, that a theme is spoken of in the words of the query. */
const SPOKEN_OF = 1;
/** A theme that was not named is meant if the words tell this much of it, and more than of any other. */
const TOLD_ENOUGH = 0.2;
/** One word alone must tell more: "Rachel's story" is about nobody's story that does not fit. */
const TOLD_BY_ONE_WORD = 0.3;
/** So much of a name, and the theme is looked for by it. */
const SURE = 0.7;
/** What is only told of a theme is never as sure as a name of it. */
const TOLD_AT_MOST = SURE - 0.01;
/** Small words and all: "won't let carers in" says more than "carers". */
const SAID_AS_IT_STANDS = 0.3;
/** What editors have placed goes before what a source calls a theme. */
const ACCEPTED = 0.4;
/** Of names that fit equally well, the theme's own goes before an alternative, and that before a hidden one. */
const KIND_RANK = { preferred: 0.03, abbreviation: 0.02, alternative: 0.015, hidden: 0 };

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
  /** Slugs of the themes that share words with that name, but that it explains better and that are another branch. */
  rivals: string[];
}

/** Was so much of a name of this theme said that records are looked for by it? */
export const isSure = ({ strength }: MatchedTheme): boolean => strength >= SURE;

/** Were all words of a name of this theme said? */
export const isSaidInFull = ({ strength }: MatchedTheme): boolean => strength >= SAID_IN_FULL;

/** Do the words of the query name this theme, and nothing else? */
export const isAllThatIsSaid = ({ strength, coverage }: MatchedTheme): boolean =>
  strength * coverage >= SAID_IN_FULL;

/** The accepted themes that somebody else's name for a theme speaks of. */
export function themesOfName(label: string, thesaurus: Thesaurus): ThesaurusTheme[] {
  const words = wordsOf(label);
  const content = contentWords(words);
  const terms = readTerms(content, thesaurus, null);
  return readThemes(terms, content, new Set(words.map(({ stem }) => stem)), thesaurus)
    .filter(({ theme, named }) => theme.accepted && named)
    .map(({ theme }) => theme);
}

interface Match {
  name: NameOfTheme;
  /** Which words of the query it explains. */
  positions: Set<number>;
  strength: number;
  /** No name was said; the words only tell of the theme. */
  told?: boolean;
}

/** The themes that words name or tell of, the best first. `typed`: the stems of all words, small ones too. */
export function readThemes(
  terms: Term[],
  words: Word[],
  typed: Set<string>,
  thesaurus: Thesaurus,
): MatchedTheme[] {
  const weights = terms.map(({ stems }) => Math.max(...stems.map((stem) => thesaurus.rarity(stem))));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const told = tellsOf(terms, thesaurus.vocabulary(typed.has(NOT)));
  const coverage = ({ positions }: Match): number =>
    [...positions].reduce((sum, at) => sum + (weights[at] ?? 0), 0) / whole;
  const rank = (match: Match): number =>
    (match.told ? 0 : match.strength ** 3 * (0.15 + coverage(match))) +
    (match.name.inFull ? SAID_AS_IT_STANDS : 0) +
    SPOKEN_OF * (told.get(match.name.theme)?.share ?? 0) +
    (match.name.theme.accepted ? ACCEPTED : 0) +
    KIND_RANK[match.name.kind];
  const { named, outdone } = best(
    [...matchNames(terms, typed, thesaurus), ...matchAbbreviations(words, told, thesaurus)],
    rank,
  );
  const meant = mostTold(told);
  const matches = [...named, ...onlyTold(told, meant, named, thesaurus)]
    .sort((one, other) => rank(other) - rank(one))
    .slice(0, MOST_THEMES);
  return matches.map((match) => {
    const { name, strength } = match;
    const covered = coverage(match);
    return {
      theme: name.theme,
      matched: name.kind === 'hidden' ? name.theme.label : name.text,
      strength,
      coverage: covered,
      named: strength >= SAID_IN_FULL || (strength >= SURE && covered >= 0.5) || name.theme === meant,
      stems: name.stems,
      rivals: outdone
        .filter(({ by }) => by === match)
        .flatMap(({ theme }) => rivalOf(name.theme, theme, thesaurus)),
    };
  });
}

/** How much the words tell of a theme, 0 to 1, and which of them do. */
interface Told {
  share: number;
  positions: Set<number>;
  stems: string[];
}

function tellsOf(terms: Term[], vocabulary: Vocabulary): Map<ThesaurusTheme, Told> {
  const most = terms.reduce(
    (sum, { stems }) => sum + Math.max(...stems.map((stem) => vocabulary.tells(stem))),
    0,
  );
  const told = new Map<ThesaurusTheme, Told>();
  terms.forEach(({ senses, stems }, at) => {
    for (const [theme, tells] of vocabulary.of(senses)) {
      const known = told.get(theme) ?? { share: 0, positions: new Set<number>(), stems: [] };
      known.share += most > 0 ? tells / most : 0;
      known.positions.add(at);
      known.stems.push(...stems);
      told.set(theme, known);
    }
  });
  return told;
}

/** The theme that the words tell most of, if they tell enough. */
function mostTold(told: Map<ThesaurusTheme, Told>): ThesaurusTheme | undefined {
  let most: [ThesaurusTheme, Told] | undefined;
  for (const one of told) if (!most || one[1].share > most[1].share) most = one;
  if (!most) return undefined;
  const [theme, { share, positions }] = most;
  return share >= (positions.size > 1 ? TOLD_ENOUGH : TOLD_BY_ONE_WORD) ? theme : undefined;
}

function matchNames(terms: Term[], typed: Set<string>, thesaurus: Thesaurus): Match[] {
  const positions = new Map<string, Set<number>>();
  terms.forEach(({ senses }, at) => {
    for (const stem of senses) positions.set(stem, (positions.get(stem) ?? new Set<number>()).add(at));
  });
  const candidates = new Set([...positions.keys()].flatMap((stem) => thesaurus.namesWith(stem)));
  return [...candidates].flatMap((name) => {
    const said = name.stems.filter((stem) => positions.has(stem) || typed.has(stem));
    if (name.stems.includes(NOT) && !typed.has(NOT)) return [];
    const all = said.reduce((sum, stem) => sum + thesaurus.rarity(stem), 0);
    // What is left of a name without its small words may be another meaning.
    if (name.small.size > 0 && all < name.meaning * ENOUGH_OF_NAME) return [];
    const small = said.reduce((sum, stem) => sum + (name.small.has(stem) ? thesaurus.rarity(stem) : 0), 0);
    const strength = (all - small) / (name.meaning - name.smallMeaning);
    if (name.inFull && said.length < name.stems.length) return [];
    if (
      strength < ENOUGH_OF_NAME ||
      (strength < SAID_IN_FULL && said.filter((stem) => positions.has(stem)).length < 2)
    )
      return [];
    return [{ name, strength, positions: new Set(said.flatMap((stem) => [...(positions.get(stem) ?? [])])) }];
  });
}

function matchAbbreviations(words: Word[], told: Map<ThesaurusTheme, Told>, thesaurus: Thesaurus): Match[] {
  return thesaurus.abbreviations.flatMap((name) => {
    const wanted = name.text.toLowerCase();
    const at = words.findIndex(({ text, typed }, place) => {
      if (text !== wanted && text !== `${wanted}s`) return false;
      if (words.length === 1 || !EVERYDAY.has(wanted) || typed === typed.toUpperCase()) return true;
      return [...(told.get(name.theme)?.positions ?? [])].some((other) => other !== place);
    });
    return at < 0 ? [] : [{ name, strength: 1, positions: new Set([at]) }];
  });
}

/** One match a theme, its best; apart from those whose words another explains better ("child abuse" in "child sexual abuse"). */
function best(
  matches: Match[],
  rank: (match: Match) => number,
): { named: Match[]; outdone: { theme: ThesaurusTheme; by: Match }[] } {
  const byTheme = new Map<string, Match>();
  for (const match of matches) {
    const known = byTheme.get(match.name.theme.id);
    if (!known || rank(match) > rank(known)) byTheme.set(match.name.theme.id, match);
  }
  const ranked = [...byTheme.values()].sort((one, other) => rank(other) - rank(one));
  const named: Match[] = [];
  const outdone: { theme: ThesaurusTheme; by: Match }[] = [];
  for (const match of ranked) {
    const by = ranked.find(
      (other) =>
        // What a source calls a theme does not hide one that editors have placed.
        (other.name.theme.accepted || !match.name.theme.accepted) &&
        other.positions.size > match.positions.size &&
        other.strength >= match.strength &&
        [...match.positions].every((at) => other.positions.has(at)),
    );
    if (by) outdone.push({ theme: match.name.theme, by });
    else named.push(match);
  }
  return { named, outdone };
}

/** A theme above or below the one that is meant is no rival of it. */
const rivalOf = (meant: ThesaurusTheme, other: ThesaurusTheme, thesaurus: Thesaurus): string[] =>
  !other.accepted ||
  thesaurus.broaderThan(meant.id).includes(other) ||
  thesaurus.broaderThan(other.id).includes(meant)
    ? []
    : [other.slug];

/** The theme of which no name was said, but that the words tell most of, and not only those that name another. */
function onlyTold(
  told: Map<ThesaurusTheme, Told>,
  meant: ThesaurusTheme | undefined,
  named: Match[],
  thesaurus: Thesaurus,
): Match[] {
  if (!meant || named.some(({ name }) => name.theme === meant)) return [];
  const { share, positions, stems } = told.get(meant)!;
  const explained = named.some(
    (match) =>
      match.name.theme.accepted &&
      match.strength >= SAID_IN_FULL &&
      [...positions].every((at) => match.positions.has(at)),
  );
  const own = thesaurus.names.find(({ theme, kind }) => theme === meant && kind === 'preferred');
  if (!own || explained) return [];
  return [{ told: true, name: { ...own, stems }, positions, strength: Math.min(TOLD_AT_MOST, share) }];
}
