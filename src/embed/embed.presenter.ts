import type { BriefingDetail } from '../briefings/briefing.model.js';
import { presentBriefing } from '../briefings/web/briefing.presenter.js';
import type { PartnershipDetail } from '../partnerships/partnership.model.js';
import { presentContactPanel } from '../partnerships/web/contact-panel.presenter.js';
import { sayPartialDate } from '../platform/dates/partial-date.js';
import { addressOf } from '../platform/pages/addresses.js';
import { cutAtWord } from '../platform/text/text.js';
import { count, sayCode } from '../platform/text/words.js';
import { SHORT_NOTICE } from '../publishing/summary-notice.js';
import type { ResourceDetail } from '../resources/resource.model.js';
import { presentResource } from '../resources/web/resource.presenter.js';
import type { LearningPoint, LearningPointList } from '../reviews/learning.model.js';
import type { ReviewList, ReviewSummary } from '../reviews/review.model.js';
import type { ReviewRef } from '../reviews/review-ref.model.js';
import { presentLearning } from '../reviews/web/learning.presenter.js';
import { joinFacts, sayReview } from '../reviews/web/say-review.js';
import type { SearchQuery } from '../search/api/search-query.dto.js';
import { FILTER_NAMES } from '../search/search-filters.js';
import { SEARCH_KIND_WORDS } from '../search/search-kinds.js';
import type { SearchAnswer, SearchItem } from '../search/api/search-answer.model.js';
import type { ThemeRef } from '../themes/theme-ref.model.js';
import type { Embed, EmbedContact, EmbedEntry, EmbedKind } from './embed.model.js';

/** What is embedded, without what goes with all of it. */
export type Embedded<Kind extends EmbedKind> = Omit<Embed, 'contact' | 'kindWords'> & { kind: Kind };

/** About three lines in a column of a home page. */
const LONGEST_LINE = 240;

const lineOf = (text: string | null): string | null => text && cutAtWord(text.trim(), LONGEST_LINE);

/** What reviews teach on a theme; where none teaches anything, the reviews that name it. */
export function presentEmbeddedTheme(
  theme: ThemeRef,
  learning: LearningPointList,
  naming: ReviewList,
): Embedded<'theme'> {
  const url = `/themes/${theme.slug}`;
  const shown = { kind: 'theme', title: theme.label, url, facts: null, line: null } as const;
  if (learning.total > 0) {
    const entries = learning.items.map(({ statement, url, review }) => ({
      ...sourceOf(review),
      line: lineOf(statement),
      url,
    }));
    const more = { text: `All ${count(learning.total, 'learning point')} on this theme`, url };
    return { ...shown, entries, note: null, more: learning.total > entries.length ? more : null };
  }
  const entries = naming.items.map((review) => ({ ...sourceOf(review), line: null }));
  const note =
    entries.length > 0
      ? 'These reviews name the theme. The library does not say yet what they teach on it.'
      : 'No review in the library is about this theme yet.';
  return { ...shown, entries, note, more: { text: 'About this theme', url } };
}

export function presentEmbeddedPublisher(
  { name, slug }: PartnershipDetail,
  reviews: ReviewList,
): Embedded<'publisher'> {
  const url = `/reviews?publisher=${encodeURIComponent(slug)}`;
  const entries = reviews.items.map((review) => ({ ...sourceOf(review), line: lineOf(review.summary) }));
  return {
    ...{ kind: 'publisher', title: name, url, facts: null, line: null, entries },
    note: entries.length > 0 ? null : 'The library has no review by this publisher yet.',
    more: reviews.total > entries.length ? { text: `All ${count(reviews.total, 'review')}`, url } : null,
  };
}

/** The best of what a search finds. @param asked with its filters as they were given */
export function presentEmbeddedSearch(answer: SearchAnswer, asked: SearchQuery): Embedded<'search'> {
  const { items, total, help } = answer;
  const filters = FILTER_NAMES.map((name) => [name, asked[name]?.map(String)] as const);
  const url = addressOf('/search', { q: answer.query, ...Object.fromEntries(filters) });
  return {
    ...{ kind: 'search', title: `“${answer.query}”`, url, facts: null, line: null },
    entries: items.map(foundEntry),
    note:
      items.length === 0
        ? 'The library has nothing that says this yet.'
        : help.correction && `These were found for “${help.correction}”.`,
    more: total > items.length ? { text: `All ${count(total, 'result')}`, url } : null,
  };
}

/** What comes from a review stands under its label, as in other lists; of anything else it is said what it is. */
function foundEntry(item: SearchItem): EmbedEntry {
  const { review, url, summaryByLibrary } = item;
  const line = lineOf(item.snippetText);
  if (review) return { ...sourceOf({ ...review, url, summaryByLibrary }), line };
  const kindWords = sayCode(item.type) || SEARCH_KIND_WORDS[item.kind];
  const facts = [kindWords, item.publisher, sayPartialDate(item.publishedOn)];
  return {
    ...{ title: item.title, url, line },
    facts: joinFacts([...facts, summaryByLibrary ? SHORT_NOTICE : null]),
  };
}

/** A review with the first of what it teaches. */
export function presentEmbeddedReview(
  review: Pick<ReviewSummary, 'title' | 'summary'> & ReviewRef & { learning: LearningPoint[] },
  limit: number,
): Embedded<'review'> {
  const { points } = presentLearning(review.learning, false);
  const entries = points.slice(0, limit).map(({ statement, theme, url, kindWords, pages }) => ({
    ...{ line: lineOf(statement), title: theme.label, url },
    facts: joinFacts([kindWords, pages]),
  }));
  const url = `/reviews/${review.slug}`;
  return {
    ...{ kind: 'review', title: review.title, url, facts: sayReview(review).facts, entries, note: null },
    line: lineOf(review.summary),
    more: {
      text: points.length > entries.length ? `All ${points.length} learning points` : 'Read more',
      url,
    },
  };
}

export function presentEmbeddedBriefing(briefing: BriefingDetail): Embedded<'briefing'> {
  const { title, facts } = presentBriefing(briefing);
  const url = `/briefings/${briefing.slug}`;
  const line = lineOf(briefing.sections[0]?.body.replace(/\s+/g, ' ') ?? null);
  return {
    ...{ kind: 'briefing', title, url, facts, line, entries: [], note: null },
    more: { text: 'Read more', url },
  };
}

export function presentEmbeddedResource(resource: ResourceDetail): Embedded<'resource'> {
  const { title, facts, when, isPast } = presentResource(resource);
  const url = `/resources/${resource.slug}`;
  return {
    ...{ kind: 'resource', title, url, entries: [], note: isPast ? 'This has taken place.' : null },
    facts: joinFacts([facts, when]) || null,
    // How to reach a helpline stands in its description: it is never cut.
    line: resource.type === 'helpline' ? resource.description : lineOf(resource.description),
    more: { text: 'Read more', url },
  };
}

export function presentEmbeddedContact(partnership: PartnershipDetail | null): EmbedContact | null {
  const panel = presentContactPanel(partnership);
  return (
    panel && {
      name: panel.name,
      place: panel.place,
      lines: panel.groups.flatMap(({ about, lines }) => lines.map((line) => ({ about, ...line }))),
    }
  );
}

/** Labels repeat between publishers, so the publisher always stands beside the label. The type has no room here. */
const sourceOf = (
  review: Pick<ReviewRef, 'label' | 'url' | 'publisher' | 'publishedOn' | 'summaryByLibrary'>,
): Omit<EmbedEntry, 'line'> => ({
  title: review.label,
  url: review.url,
  facts: joinFacts([
    review.publisher,
    sayPartialDate(review.publishedOn),
    review.summaryByLibrary ? SHORT_NOTICE : null,
  ]),
});
