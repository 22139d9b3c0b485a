import type { FoundThemeRef, SearchHelp } from '../search.model.js';
import type { Term } from '../analysis/terms.js';
import type { MatchedTheme, Understanding } from '../analysis/understand.js';
import type { ThemeDetail } from '../../themes/theme.model.js';

/** Fewer results than this, and help is offered. */
const FEW = 5;
const MOST_SHORTER = 3;
const MOST_NEAREST = 5;
/** Words that are left out one after the other; of longer queries only the first ones. */
const MOST_LEFT_OUT = 6;

export const NO_HELP: SearchHelp = {
  ...{ correction: null, notInReviews: null, nothingSays: false, shorter: [], nearest: [] },
};

/** What is known of an answer, as far as help needs it. */
export interface Outcome {
  total: number;
  /** Themes that the words only come near to, and that may be shown. */
  near: MatchedTheme[];
  /** The theme that was named and that no review is about, with what it says; null where there is none. */
  absent: { match: MatchedTheme; theme: ThemeDetail } | null;
  nothingSays: boolean;
}

/**
 * What to try next, so that no search is a dead end.
 * @param count how much a query finds
 */
export async function searchHelp(
  asked: Understanding | null,
  { total, near, absent, nothingSays }: Outcome,
  count: (query: string) => Promise<number>,
): Promise<SearchHelp> {
  if (!asked || asked.terms.length === 0) return NO_HELP;
  const nearest = near.map(({ theme: { slug, label } }) => ({ slug, label }));
  return {
    correction: asked.correction,
    notInReviews: absent && { about: absent.match.matched, theme: absent.theme },
    nothingSays,
    nearest: unique(absent ? [...nearest, ...besides(absent.theme)] : nearest).slice(0, MOST_NEAREST),
    shorter: total < FEW ? await shorterQueries(asked.terms, total, count) : [],
  };
}

const besides = ({ narrower, related, broader }: ThemeDetail): FoundThemeRef[] => [
  ...narrower,
  ...related,
  ...(broader ? [broader] : []),
];

const unique = (themes: FoundThemeRef[]): FoundThemeRef[] => [
  ...new Map(themes.map(({ slug, label }) => [slug, { slug, label }])).values(),
];

/** The query with one word left out, where that finds more: first those that find most. */
async function shorterQueries(
  terms: Term[],
  total: number,
  count: (query: string) => Promise<number>,
): Promise<SearchHelp['shorter']> {
  if (terms.length < 2) return [];
  const words = terms.map(({ text, corrected, word }) => (corrected ? text : word.typed.toLowerCase()));
  const queries = new Set(
    words.slice(0, MOST_LEFT_OUT).map((_, left) => words.filter((__, at) => at !== left).join(' ')),
  );
  const shorter = await Promise.all(
    [...queries].map(async (query) => ({ query, total: await count(query) })),
  );
  return shorter
    .filter((one) => one.total > total)
    .sort((one, other) => other.total - one.total)
    .slice(0, MOST_SHORTER);
}
