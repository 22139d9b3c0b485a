import { LEARNING_KIND_WORDS, sayPages } from '../../web/words.js';
import type { ThemeRef } from '../../themes/theme-ref.model.js';
import type { LearningGroup, LearningPoint } from '../learning.model.js';
import type { LearningKind } from '../review.entity.js';
import { sayReview, type ReviewName } from './say-review.js';

export interface LearningPointView {
  /** The anchor, where this is the review's own page. */
  id: string | null;
  /** Its place on the page of its review. */
  url: string;
  theme: ThemeRef;
  kind: LearningKind;
  kindWords: string;
  statement: string | null;
  /** “pages 12 and 13”, or empty. */
  pages: string;
}

export function presentLearningPoint(point: LearningPoint, onOwnPage: boolean): LearningPointView {
  return {
    id: onOwnPage ? point.anchor : null,
    url: point.url,
    theme: point.theme,
    kind: point.kind,
    kindWords: LEARNING_KIND_WORDS[point.kind],
    statement: point.statement,
    pages: sayPages(point.pages),
  };
}

export interface LearningGroupView {
  review: ReviewName;
  /** Where the first of its points is on the page of the review. */
  url: string;
  points: LearningPointView[];
}

export const presentLearningGroup = (group: LearningGroup): LearningGroupView => ({
  review: sayReview(group.review),
  url: group.points[0]?.url ?? group.review.url,
  points: group.points.map((point) => presentLearningPoint(point, false)),
});
