import { presentBriefing } from '../briefings/web/briefing.presenter.js';
import type { RecordsByKind } from '../exchange/record-reader.js';
import type { PublishedRecord } from '../publishing/changes/published-records.queries.js';
import type { FeedKind } from '../publishing/changes/public-kinds.js';
import { SHORT_NOTICE } from '../publishing/summary-notice.js';
import { presentResource } from '../resources/web/resource.presenter.js';
import { presentReviewEntry } from '../reviews/web/review-entry.presenter.js';
import type { FeedItem } from './feed.js';

type Said = Pick<FeedItem, 'facts' | 'summary' | 'link'>;

/** Where nothing is known of what a record says, its facts say what it is. */
const SAY: { [Kind in FeedKind]: (record: RecordsByKind[Kind]) => Said } = {
  review: (review) => {
    const { facts } = presentReviewEntry(review);
    return { facts, summary: review.summary ?? facts, link: null };
  },
  briefing: (briefing) => {
    const { facts, link } = presentBriefing(briefing);
    return { facts, summary: facts, link };
  },
  resource: (resource) => {
    const { facts, when, link } = presentResource(resource);
    const summary = [when, resource.description].filter(Boolean).join('\n') || facts;
    return { facts, summary, link };
  },
};

/** A record in a feed. @param origin of the library */
export function presentFeedItem<Kind extends FeedKind>(
  kind: Kind,
  record: RecordsByKind[Kind],
  { id, publishedAt, updatedAt }: PublishedRecord,
  origin: string,
): FeedItem {
  const { title, url, publisher, themes } = record;
  const notice = record.summaryByLibrary ? SHORT_NOTICE : null;
  const said = { ...SAY[kind](record), notice, publisher, themes };
  return { id, title, url: origin + url, ...said, publishedAt, updatedAt };
}
