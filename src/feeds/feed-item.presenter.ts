import { presentBriefing } from '../briefings/web/briefing.presenter.js';
import type { RecordsByKind } from '../exchange/record-reader.js';
import type { PublishedRecord } from '../publishing/changes/published-records.queries.js';
import type { FeedKind } from '../publishing/changes/public-kinds.js';
import { SHORT_NOTICE } from '../publishing/summary-notice.js';
import { presentRecommendationItem } from '../recommendations/web/recommendation.presenter.js';
import { presentResource } from '../resources/web/resource.presenter.js';
import { joinFacts } from '../reviews/web/say-review.js';
import { presentReviewEntry } from '../reviews/web/review-entry.presenter.js';
import type { FeedItem } from './feed.js';

type Said = Pick<FeedItem, 'title' | 'publisher' | 'notice' | 'facts' | 'summary' | 'link'>;

/** Where nothing is known of what a record says, its facts say what it is. */
const SAY: { [Kind in FeedKind]: (record: RecordsByKind[Kind]) => Said } = {
  review: (review) => {
    const { facts } = presentReviewEntry(review);
    return { ...named(review), facts, summary: review.summary ?? facts, link: null };
  },
  briefing: (briefing) => {
    const { facts, link } = presentBriefing(briefing);
    return { ...named(briefing), facts, summary: facts, link };
  },
  resource: (resource) => {
    const { facts, when, link } = presentResource(resource);
    const summary = [when, resource.description].filter(Boolean).join('\n') || facts;
    return { ...named(resource), facts, summary, link };
  },
  recommendation: (recommendation) => {
    const { review, text } = recommendation;
    const { number, title, addressees, review: name } = presentRecommendationItem(recommendation);
    return {
      ...named({ ...review, title: `${review.label}: ${number ? `recommendation ${number}` : title}` }),
      facts: joinFacts([addressees && `For ${addressees}`, name?.facts]),
      ...{ summary: text, link: null },
    };
  },
};

const named = (record: {
  title: string;
  publisher: string | null;
  summaryByLibrary: boolean;
}): Pick<Said, 'title' | 'publisher' | 'notice'> => ({
  ...{ title: record.title, publisher: record.publisher },
  notice: record.summaryByLibrary ? SHORT_NOTICE : null,
});

/** A record in a feed. @param origin of the library */
export function presentFeedItem<Kind extends FeedKind>(
  kind: Kind,
  record: RecordsByKind[Kind],
  { id, publishedAt, updatedAt }: PublishedRecord,
  origin: string,
): FeedItem {
  const { url, themes } = record;
  return { id, url: origin + url, ...SAY[kind](record), themes, publishedAt, updatedAt };
}
