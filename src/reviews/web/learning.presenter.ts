import { LEARNING_KIND_WORDS, type LearningKind } from '../review.js';
import { sayList, sayPages } from '../../platform/text/words.js';
import type { ThemeRef } from '../../themes/theme-ref.model.js';
import { saysTheSame } from '../../platform/text/text.js';
import type { LearningGroup, LearningPoint } from '../learning.model.js';
import { sayReview, type ReviewName } from './say-review.js';

export interface LearningPointView {
  /** The anchor, where this is the review's own page. */
  id: string | null;
  /** Its place on the page of its review. */
  url: string;
  theme: ThemeRef;
  kind: LearningKind;
  /** Null where it is said already: by the theme (“Good practice”), or above a list of one kind alone. */
  kindWords: string | null;
  statement: string;
  /** “pages 12 and 13”, or empty. */
  pages: string;
}

/** A theme that the review names without teaching anything on it. */
export interface ThemeNamedView {
  /** The anchors, where this is the review's own page: several where the theme is named more than once. */
  ids: string[];
  theme: ThemeRef;
  /** “The source’s words: “home care””, or empty where the words are the theme's own. */
  phrases: string;
  /** “pages 12 and 13”, or empty. */
  pages: string;
}

/** What one review teaches, in its order, and the themes that it only names, each once. */
export interface LearningView {
  /** “Each of these is a finding.”: said once on the review's own page where all are of one kind; else empty. */
  allAre: string;
  points: LearningPointView[];
  named: ThemeNamedView[];
}

export function presentLearning(learning: readonly LearningPoint[], onOwnPage: boolean): LearningView {
  const points = learning.flatMap(({ statement, ...point }) =>
    statement === null ? [] : [presentPoint({ ...point, statement }, onOwnPage)],
  );
  const named = Map.groupBy(
    learning.filter(({ statement }) => statement === null),
    ({ theme }) => theme.slug,
  );
  const allAre = onOwnPage ? sayAllAre(points) : '';
  return {
    allAre,
    points: allAre ? points.map((point) => ({ ...point, kindWords: null })) : points,
    named: [...named.values()].map((group) => presentNamed(group, onOwnPage)),
  };
}

function sayAllAre(points: readonly LearningPointView[]): string {
  const [first, ...rest] = points;
  if (!first || rest.length === 0 || rest.some(({ kind }) => kind !== first.kind)) return '';
  return first.kind === 'good-practice'
    ? 'All of this is good practice.'
    : `Each of these is a ${LEARNING_KIND_WORDS[first.kind].toLowerCase()}.`;
}

function presentPoint(
  { anchor, url, theme, learningKind: kind, statement, pages }: LearningPoint & { statement: string },
  onOwnPage: boolean,
): LearningPointView {
  const words = LEARNING_KIND_WORDS[kind];
  const kindWords = saysTheSame(words, theme.label) ? null : words;
  return { id: onOwnPage ? anchor : null, url, theme, kind, kindWords, statement, pages: sayPages(pages) };
}

function presentNamed(group: LearningPoint[], onOwnPage: boolean): ThemeNamedView {
  return {
    ids: onOwnPage ? group.map(({ anchor }) => anchor) : [],
    theme: group[0]!.theme,
    phrases: sayPhrases(group.map(({ phrase }) => phrase).filter((phrase) => phrase !== null)),
    pages: sayPages(group.flatMap(({ pages }) => pages)),
  };
}

/** “The source’s words: “home care””; empty where there are none. */
export const sayPhrases = (phrases: readonly string[]): string =>
  phrases.length === 0
    ? ''
    : `The source’s words: ${sayList([...new Set(phrases)].map((phrase) => `“${phrase}”`))}`;

export interface LearningGroupView extends LearningView {
  review: ReviewName;
  /** Where the first of its points is on the page of the review. */
  url: string;
}

export const presentLearningGroup = (group: LearningGroup): LearningGroupView => ({
  review: sayReview(group.review),
  url: group.points[0]?.url ?? group.review.url,
  ...presentLearning(group.points, false),
});
