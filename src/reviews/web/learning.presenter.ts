import { LEARNING_KIND_WORDS, type LearningKind } from '../review.js';
import { sayList, sayPages } from '../../platform/text/words.js';
import type { ThemeRef } from '../../themes/theme-ref.model.js';
import { saysTheSame } from '../../platform/text/text.js';
import type { LearningGroup, LearningPoint } from '../learning.model.js';
import { sayReview, type ReviewName } from './say-review.js';

export interface LearningPointView {
  /** The anchors, where this is the review's own page: several where points that say the same are shown as one. */
  ids: string[];
  /** Its place on the page of its review. */
  url: string;
  theme: ThemeRef;
  kind: LearningKind;
  /** Null where the theme says it already: “Good practice”. */
  kindWords: string | null;
  /** Where there is none, `noStatement` says what is known. */
  statement: string | null;
  noStatement: string;
  /** “pages 12 and 13”, or empty. */
  pages: string;
}

/** What one review teaches, in its order. Points without a statement on the same theme are one. */
export function presentLearning(points: readonly LearningPoint[], onOwnPage: boolean): LearningPointView[] {
  const bare = ({ theme, kind, statement }: LearningPoint): string | null =>
    statement === null ? `${kind} ${theme.slug}` : null;
  const groups: LearningPoint[][] = [];
  for (const point of points) {
    const same = bare(point) && groups.find(([first]) => bare(first!) === bare(point));
    if (same) same.push(point);
    else groups.push([point]);
  }
  return groups.map((group) => presentPoint(group, onOwnPage));
}

function presentPoint(group: LearningPoint[], onOwnPage: boolean): LearningPointView {
  const { url, theme, kind, statement } = group[0]!;
  const words = LEARNING_KIND_WORDS[kind];
  return {
    ids: onOwnPage ? group.map(({ anchor }) => anchor) : [],
    url,
    theme,
    kind,
    kindWords: saysTheSame(words, theme.label) ? null : words,
    statement,
    noStatement: sayNoStatement(group.map(({ phrase }) => phrase).filter((phrase) => phrase !== null)),
    pages: sayPages(group.flatMap(({ pages }) => pages)),
  };
}

/** Of a point without a statement: what our source leaves out the review itself may well say. */
export function sayNoStatement(phrases: readonly string[]): string {
  return phrases.length === 0
    ? 'The source names this theme and gives no more detail.'
    : `${sayPhrases(phrases)}. It gives no more detail.`;
}

/** “The source’s words: “home care””. */
export const sayPhrases = (phrases: readonly string[]): string =>
  `The source’s words: ${sayList([...new Set(phrases)].map((phrase) => `“${phrase}”`))}`;

export interface LearningGroupView {
  review: ReviewName;
  /** Where the first of its points is on the page of the review. */
  url: string;
  points: LearningPointView[];
}

export const presentLearningGroup = (group: LearningGroup): LearningGroupView => ({
  review: sayReview(group.review),
  url: group.points[0]?.url ?? group.review.url,
  points: presentLearning(group.points, false),
});
