import { fieldProblem, type RecordProblem } from '../platform/bundle/bundle-kind.js';
import { BriefingService } from '../briefings/briefing.service.js';
import {
  RECOMMENDING_FIELDS,
  recommendationsField,
  type RecommendationRecord,
  type Recommending,
} from '../recommendations/recommendation.record.js';
import { RecommendationService } from '../recommendations/recommendation.service.js';
import { checkReview, reviewKindOf } from '../reviews/review.bundle.js';
import { REVIEW_FIELDS, ReviewRecord } from '../reviews/review.record.js';

/** A review as a bundle brings it: what its room keeps of it, and the recommendations, which have a room of their own. */
export class WholeReviewRecord extends ReviewRecord implements Recommending {
  @recommendationsField()
  recommendations: RecommendationRecord[] = [];
}

export const reviewKind = reviewKindOf<WholeReviewRecord>({
  record: WholeReviewRecord,
  fields: { ...REVIEW_FIELDS, ...RECOMMENDING_FIELDS },
  check: (review) => [...doubledNumbers(review), ...checkReview(review)],
  parts: (run) => [new RecommendationService(run.manager.dataSource)],
  themeUses: [
    {
      subject: 'review',
      subjectsOn: (manager, ids) => new RecommendationService(manager.dataSource).reviewsOn(manager, ids),
      move: (manager, moves) => new RecommendationService(manager.dataSource).moveThemes(manager, moves),
    },
  ],
  // Briefings name their reviews.
  async afterwards(run, changedIds) {
    if (changedIds.length > 0)
      run.stale.add(
        'briefing',
        await new BriefingService(run.manager.dataSource).about(run.manager, changedIds),
      );
  },
});

/** Each number once, for by it a recommendation that is reworded is known again. */
function doubledNumbers({ recommendations }: Recommending): RecordProblem[] {
  const first = new Map<string, number>();
  return recommendations.flatMap(({ number }, place) => {
    if (number === undefined) return [];
    const earlier = first.get(number);
    if (earlier === undefined) {
      first.set(number, place);
      return [];
    }
    return [
      fieldProblem(`recommendations[${place}].number`, `is the same as that of recommendations[${earlier}]`),
    ];
  });
}
