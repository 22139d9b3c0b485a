import { sayPartialDate } from '../../database/partial-date.js';
import { presentBriefing, type BriefingView } from '../../briefings/web/briefing.presenter.js';
import {
  presentRecommendation,
  type RecommendationView,
} from '../../recommendations/web/recommendation.presenter.js';
import type { ThemeRef } from '../../themes/theme-ref.model.js';
import { presentSources, type SourceView } from '../../web/sources.js';
import { siteOf, webAddress } from '../../web/addresses.js';
import { count, REVIEW_ABOUT_WORDS, sayCode, sayReviewTypeInFull } from '../../web/words.js';
import type { ReviewDetail, ReviewSummary } from '../review.model.js';
import { presentLearningPoint, type LearningPointView } from './learning.presenter.js';
import { joinFacts, sayReview } from './say-review.js';

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
    summary: review.summary,
    holds: [
      review.learningPoints > 0 && count(review.learningPoints, 'learning point'),
      review.recommendations > 0 && count(review.recommendations, 'recommendation'),
    ]
      .filter(Boolean)
      .join(', '),
    themes: review.themes,
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
  publisherSite: { href: string; name: string } | null;
  facts: Fact[];
  summary: string | null;
  learning: LearningPointView[];
  recommendations: RecommendationView[];
  documents: { kind: string; title: string; href: string | null; linkText: string }[];
  briefings: BriefingView[];
  keywords: string[];
  sources: SourceView[];
  themes: ThemeRef[];
  /** To quote it by, up to the address: “Darlington … (February 2025), Child J: …”. */
  citation: string;
}

export function presentReview(review: ReviewDetail): ReviewView {
  const website = webAddress(review.publisherWebsite);
  return {
    url: review.url,
    title: review.title,
    label: review.label,
    publisher: review.publisher,
    publisherSite: website === null ? null : { href: website, name: siteOf(website) },
    facts: factsOf(review),
    summary: review.summary,
    learning: review.learning.map((point) => presentLearningPoint(point, true)),
    recommendations: review.recommendations.map((item) => presentRecommendation(item, null)),
    documents: review.documents.map((document) => {
      const href = webAddress(document.url);
      return {
        kind: sayCode(document.kind),
        title: document.title,
        href,
        linkText: href ? `${document.title} (${siteOf(href)})` : document.title,
      };
    }),
    briefings: review.briefings.map(presentBriefing),
    keywords: review.keywords,
    sources: presentSources(review.sources),
    themes: review.themes,
    citation: cite(review),
  };
}

function factsOf(review: ReviewDetail): Fact[] {
  const facts: (Fact | null)[] = [
    { name: 'Publisher', value: review.publisher, href: `/reviews?publisher=${review.publisherSlug}` },
    fact('Type of review', sayReviewTypeInFull(review.type)),
    fact('About', review.about ? REVIEW_ABOUT_WORDS[review.about] : ''),
    fact('Published', sayPartialDate(review.publishedOn)),
    fact('Passed on', sayPartialDate(review.relayedOn)),
    fact('Reference', review.reference ?? ''),
  ];
  return facts.filter((each) => each !== null);
}

const fact = (name: string, value: string): Fact | null => (value ? { name, value } : null);

/** “Passed on 28 March 2024”: the day a newsletter relayed it, said only as that. */
const sayRelayed = (on: string | null): string => (on ? `Passed on ${sayPartialDate(on)}` : '');

function cite(review: ReviewDetail): string {
  const date = sayPartialDate(review.publishedOn);
  return `${review.publisher}${date ? ` (${date})` : ' (no date)'}, ${review.title}.`;
}
