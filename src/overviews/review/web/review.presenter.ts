import { presentBriefing, type BriefingView } from '../../../briefings/web/briefing.presenter.js';
import { sayPartialDate } from '../../../platform/dates/partial-date.js';
import { IN_A_NEWSLETTER, sayRelayedApart } from '../../../platform/dates/say-dates.js';
import { siteOf, webAddress } from '../../../platform/pages/addresses.js';
import { namesOf, sayCodeOf, type CodedField } from '../../../platform/text/coded-fields.js';
import { sayCode, sayList } from '../../../platform/text/words.js';
import { asReport } from '../../../publishing/schema-org.js';
import { presentSources, type SourceView } from '../../../publishing/sources.presenter.js';
import { presentNotice, type SummaryNoticeView } from '../../../publishing/summary-notice.js';
import {
  presentRecommendation,
  type RecommendationView,
} from '../../../recommendations/web/recommendation.presenter.js';
import { REVIEW_CODES } from '../../../reviews/review.js';
import type { ReviewDocumentLink } from '../../../reviews/review.model.js';
import { presentLearning, type LearningView } from '../../../reviews/web/learning.presenter.js';
import { citeReview, sayReview, type ReviewName } from '../../../reviews/web/say-review.js';
import type { StructuredData } from '../../../platform/pages/structured-data.js';
import type { ThemeRef } from '../../../themes/theme-ref.model.js';
import type { RelatedReview, ReviewDetail } from '../review-detail.model.js';

/** A known fact of a review; the unknown ones are not there. */
export interface Fact {
  name: string;
  value: string;
  /** On our pages. */
  href?: string;
}

/** Another review, and why it is here: “Both are about Hidden men and Neglect”. */
export interface RelatedView extends ReviewName {
  because: string;
}

export interface ReviewView {
  url: string;
  title: string;
  label: string;
  publisher: string;
  publisherSite: string | null;
  facts: Fact[];
  summary: string | null;
  learning: LearningView;
  recommendations: RecommendationView[];
  documents: { kind: string; title: string; href: string | null; linkText: string }[];
  progressReports: { title: string; href: string; partnership: string; on: string }[];
  /** Whether anything is published of what came of its recommendations. */
  hasProgress: boolean;
  publisherSiteName: string;
  /** What the publisher has to be asked for: “the full report”; empty where all is linked. */
  documentsToAskFor: string;
  briefings: BriefingView[];
  related: RelatedView[];
  keywords: string[];
  sources: SourceView[];
  /** Where this library wrote it. */
  notice: SummaryNoticeView | null;
  themes: ThemeRef[];
  /** To quote it by, up to the address: “Darlington … (February 2025), Child J: …”. */
  citation: string;
  /** For search engines. */
  structured: StructuredData;
}

export function presentReview(review: ReviewDetail): ReviewView {
  const documents = review.documents.map(presentDocument);
  return {
    url: review.url,
    title: review.title,
    label: review.label,
    publisher: review.publisher,
    publisherSite: webAddress(review.publisherLink),
    facts: factsOf(review),
    summary: review.summary,
    learning: presentLearning(review.learning, true),
    recommendations: review.recommendations.map((item) => presentRecommendation(item, null)),
    documents,
    progressReports: review.progressReports.map(({ title, url, partnershipName, updatedOn }) => ({
      ...{ title, href: url, partnership: partnershipName, on: sayPartialDate(updatedOn) },
    })),
    hasProgress: review.recommendations.some(({ progress }) => progress.length > 0),
    publisherSiteName: siteOf(review.publisherLink ?? ''),
    documentsToAskFor: sayMissing(documents),
    briefings: review.briefings.map(presentBriefing),
    related: review.related.map(presentRelated),
    keywords: review.keywords,
    sources: presentSources(review.sources),
    notice: presentNotice(review, 'report'),
    themes: review.themes,
    citation: cite(review, documents),
    structured: asReport({ ...review, description: review.summary, link: reportOf(review) }),
  };
}

const presentRelated = ({ review, themes }: RelatedReview): RelatedView => ({
  ...sayReview(review),
  because: `Both are about ${sayList(themes.map(({ label }) => label))}`,
});

function presentDocument({ kind, title, link }: ReviewDocumentLink): ReviewView['documents'][number] {
  const href = webAddress(link);
  return { kind: sayCode(kind), title, href, linkText: href ? `${title} (${siteOf(href)})` : title };
}

/** With the report's own address, where it is known: a reader of the quotation should not need this library. */
function cite(review: ReviewDetail, documents: ReviewView['documents']): string {
  const report = review.documents.findIndex(({ kind }) => kind === 'full-report');
  const address = documents[report]?.href;
  return address ? `${citeReview(review)}, ${address} –` : `${citeReview(review)}.`;
}

const reportOf = ({ documents }: ReviewDetail): string | null =>
  documents.find(({ kind }) => kind === 'full-report')?.link ?? null;

/** A publisher may have more than our sources name. */
function sayMissing(documents: ReviewView['documents']): string {
  if (documents.length === 0) return 'the report';
  const missing = documents.filter(({ href }) => href === null);
  if (missing.length === 0) return '';
  return missing.length === 1 ? 'the document without a link' : 'the documents without a link';
}

function factsOf(review: ReviewDetail): Fact[] {
  const facts: (Fact | null)[] = [
    { name: 'Publisher', value: review.publisher, href: `/reviews?publisher=${review.publisherSlug}` },
    ...namesOf(REVIEW_CODES).map((name) => codeFact(REVIEW_CODES[name], review[name])),
    fact('Published', sayPartialDate(review.publishedOn)),
    fact(IN_A_NEWSLETTER, sayRelayedApart(review.publishedOn, review.relayedOn)),
    fact('Reference', review.reference && !isSlug.test(review.reference) ? review.reference : ''),
  ];
  return facts.filter((each) => each !== null);
}

/** A catalogue's address for a record, such as `child-br-blackpool-2014`, is of no use to people. */
const isSlug = /^[a-z0-9]+(?:-[a-z0-9]+)+$/;

const codeFact = (field: CodedField, code: string | null): Fact | null =>
  fact(field.title, code === null ? '' : (field.sayInFull?.(code) ?? sayCodeOf(field, code)));

const fact = (name: string, value: string): Fact | null => (value ? { name, value } : null);
