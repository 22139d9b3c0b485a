import type { RecommendationProgress } from '../../recommendations/recommendation.model.js';
import type { ReleasedState } from '../fold.js';
import { deliveryOf, tally } from '../standing.js';

/** As much of how an item stands as is released with its line. */
export type ReleasedPosition = Pick<
  RecommendationProgress,
  'responses' | 'delivery' | 'judgement' | 'impact' | 'impactClaimed'
>;

/** How an item stood, counted: what organisations have promised, and never who. */
export function positionOf({
  responses,
  deliveries,
  judgement,
  impact,
  isClaimed,
}: ReleasedState['stood']): ReleasedPosition {
  const counts = tally(
    { addressees: responses.map((response) => ({ response })), responseDueOn: NEVER },
    NEVER,
  );
  const { asked, answered, accepted, disputed, awaiting } = counts;
  return {
    responses: {
      ...{ asked, answered, accepted, acceptedInPart: counts['accepted-in-part'] },
      ...{ notAccepted: counts['not-accepted'], disputed, awaiting },
    },
    delivery: deliveryOf({ actions: deliveries.map((delivery) => ({ delivery })) }),
    ...{ judgement, impact, impactClaimed: isClaimed },
  };
}

/** What is late depends on the day on which somebody looks, and is not released. */
const NEVER = '9999-12-31';
