import type { SearchHelp } from '../api/search-answer.model.js';
import type { MatchedTheme, Understanding } from '../analysis/understand.js';
import type { ThemeDetail } from '../../themes/theme.model.js';

const MOST_NEAREST = 5;

export const NO_HELP: SearchHelp = { correction: null, notInReviews: null, nothingSays: false, nearest: [] };

/** What is known of an answer, as far as help needs it. */
export interface Outcome {
  /** Themes that the words only come near to, and that may be shown. */
  near: MatchedTheme[];
  /** The theme that was named and that no review is about, with what it says; null where there is none. */
  absent: { match: MatchedTheme; theme: ThemeDetail } | null;
  nothingSays: boolean;
}

/** What to try next, so that no search is a dead end. */
export function searchHelp(asked: Understanding | null, { near, absent, nothingSays }: Outcome): SearchHelp {
  if (!asked || asked.terms.length === 0) return NO_HELP;
  const { narrower, related, broader } = absent?.theme ?? { narrower: [], related: [], broader: null };
  const themes = [...near.map(({ theme }) => theme), ...narrower, ...related, ...(broader ? [broader] : [])];
  const nearest = new Map(themes.map(({ slug, label }) => [slug, { slug, label }]));
  return {
    correction: asked.correction,
    notInReviews: absent && { about: absent.match.matched, theme: absent.theme },
    nothingSays,
    nearest: [...nearest.values()].slice(0, MOST_NEAREST),
  };
}
