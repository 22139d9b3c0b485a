import { sayPartialDate } from '../../database/partial-date.js';
import { presentBriefing, type BriefingView } from '../../briefings/web/briefing.presenter.js';
import {
  presentRecommendation,
  type RecommendationView,
} from '../../recommendations/web/recommendation.presenter.js';
import type { ThemeRef } from '../../themes/theme-ref.model.js';
import { presentSources, type SourceView } from '../../web/sources.js';
import { siteOf, webAddress } from '../../web/addresses.js';
import { IN_A_NEWSLETTER, sayRelayed, sayRelayedApart } from '../../web/say-dates.js';
import { cutAtWord, notSaid } from '../../web/text.js';
import { count, REVIEW_ABOUT_WORDS, sayCode, sayReviewTypeInFull } from '../../web/words.js';
import type { ReviewDetail, ReviewDocumentLink, ReviewSummary } from '../review.model.js';
import { presentLearning, type LearningPointView } from './learning.presenter.js';
import { citeReview, joinFacts, sayReview } from './say-review.js';

/** In a list, this much of a summary is enough to choose by. */
const LONGEST_SUMMARY = 300;

/** A review in a list. */
export interface ReviewEntryView {
  url: string;
  title: string;
  facts: string;
  summary: string | null;
  /** “4 learning points, 2 recommendations”. */
  holds: string;
  themes: ThemeRef[];
}

export function presentReviewEntry(review: ReviewSummary): ReviewEntryView {
  return {
    url: review.url,
    title: review.title,
    facts: joinFacts([sayReview(review).facts, review.publishedOn ? null : sayRelayed(review.relayedOn)]),
    summary: review.summary && cutAtWord(review.summary, LONGEST_SUMMARY),
    holds: [
      review.learningPoints > 0 && count(review.learningPoints, 'learning point'),
      review.recommendations > 0 && count(review.recommendations, 'recommendation'),
    ]
      .filter(Boolean)
      .join(', '),
    themes: notSaid(review.themes, review.title),
  };
}

/** A known fact of a review; the unknown ones are not there. */
export interface Fact {
  name: string;
  value: string;
  /** On our pages. */
  href?: string;
}

export interface ReviewView {
  url: string;
  title: string;
  label: string;
  publisher: string;
  publisherSite: string | null;
  facts: Fact[];
  summary: string | null;
  learning: LearningPointView[];
  recommendations: RecommendationView[];
  documents: { kind: string; title: string; href: string | null; linkText: string }[];
  /** Is there a document that the publisher has to be asked for? */
  isIncomplete: boolean;
  briefings: BriefingView[];
  keywords: string[];
  sources: SourceView[];
  themes: ThemeRef[];
  /** To quote it by, up to the address: “Darlington … (February 2025), Child J: …”. */
  citation: string;
}

export function presentReview(review: ReviewDetail): ReviewView {
  const documents = review.documents.map(presentDocument);
  return {
    url: review.url,
    title: review.title,
    label: review.label,
    publisher: review.publisher,
    publisherSite: webAddress(review.publisherWebsite),
    facts: factsOf(review),
    summary: review.summary,
    learning: presentLearning(review.learning, true),
    recommendations: review.recommendations.map((item) => presentRecommendation(item, null)),
    documents,
    isIncomplete: documents.length === 0 || documents.some(({ href }) => href === null),
    briefings: review.briefings.map(presentBriefing),
    keywords: review.keywords,
    sources: presentSources(review.sources),
    themes: review.themes,
    citation: `${citeReview(review)}.`,
  };
}

function presentDocument({ kind, title, url }: ReviewDocumentLink): ReviewView['documents'][number] {
  const href = webAddress(url);
  return { kind: sayCode(kind), title, href, linkText: href ? `${title} (${siteOf(href)})` : title };
}

function factsOf(review: ReviewDetail): Fact[] {
  const facts: (Fact | null)[] = [
    { name: 'Publisher', value: review.publisher, href: `/reviews?publisher=${review.publisherSlug}` },
    fact('Type of review', sayReviewTypeInFull(review.type)),
    fact('About', review.about ? REVIEW_ABOUT_WORDS[review.about] : ''),
    fact('Published', sayPartialDate(review.publishedOn)),
    fact(IN_A_NEWSLETTER, sayRelayedApart(review.publishedOn, review.relayedOn)),
    fact('Reference', review.reference && !isSlug.test(review.reference) ? review.reference : ''),
  ];
  return facts.filter((each) => each !== null);
}

/** A catalogue's address for a record, such as `child-br-blackpool-2014`, is of no use to people. */
const isSlug = /^[a-z0-9]+(?:-[a-z0-9]+)+$/;

const fact = (name: string, value: string): Fact | null => (value ? { name, value } : null);
