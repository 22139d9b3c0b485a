import { sayCode } from '../../platform/text/words.js';
import { sayPartialDate } from '../../platform/dates/partial-date.js';
import { joinFacts, sayReview, type ReviewName } from '../../reviews/web/say-review.js';
import type { ThemeRef } from '../../themes/theme-ref.model.js';
import { siteOf, webAddress } from '../../platform/pages/addresses.js';
import type { StructuredData } from '../../platform/pages/structured-data.js';
import { sayRelayed } from '../../platform/dates/say-dates.js';
import { asReport } from '../../publishing/schema-org.js';
import { presentSources, type SourceView } from '../../publishing/sources.presenter.js';
import { presentNotice, SHORT_NOTICE, type SummaryNoticeView } from '../../publishing/summary-notice.js';
import { notSaid } from '../../platform/text/text.js';
import type { BriefingDetail, BriefingSummary } from '../briefing.model.js';

/** A briefing in a list. */
export interface BriefingView {
  url: string;
  title: string;
  facts: string;
  themes: ThemeRef[];
  link: string | null;
  linkText: string;
}

export function presentBriefing(briefing: BriefingSummary): BriefingView {
  const link = webAddress(briefing.link);
  return {
    url: briefing.url,
    title: briefing.title,
    facts: joinFacts([
      sayBriefingType(briefing.type),
      briefing.publisher,
      sayWhen(briefing),
      briefing.summaryByLibrary ? SHORT_NOTICE : null,
    ]),
    themes: notSaid(briefing.themes, briefing.title),
    link,
    linkText: link ? `Read this briefing on ${siteOf(link)}` : '',
  };
}

export interface BriefingPageView extends BriefingView {
  publisher: string | null;
  publisherSite: string | null;
  publisherSiteName: string;
  sections: { heading: string | null; paragraphs: string[] }[];
  reviews: ReviewName[];
  sources: SourceView[];
  /** Where this library wrote it. */
  notice: SummaryNoticeView | null;
  citation: string;
  /** For search engines. */
  structured: StructuredData;
}

export function presentBriefingPage(briefing: BriefingDetail): BriefingPageView {
  const date = sayPartialDate(briefing.publishedOn);
  return {
    ...presentBriefing(briefing),
    publisher: briefing.publisher,
    publisherSite: webAddress(briefing.publisherLink),
    publisherSiteName: siteOf(briefing.publisherLink ?? ''),
    sections: briefing.sections.map(({ heading, body }) => ({ heading, paragraphs: paragraphsOf(body) })),
    reviews: briefing.reviews.map(sayReview),
    sources: presentSources(briefing.sources),
    notice: presentNotice(briefing, 'briefing'),
    citation: `${briefing.publisher ? `${briefing.publisher}${date ? ` (${date})` : ''}, ` : ''}${briefing.title}.`,
    structured: asReport({ ...briefing, description: null }),
  };
}

/** Empty lines part paragraphs. */
export const paragraphsOf = (text: string): string[] =>
  text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean);

/** “Thematic” alone says little beside a title: it becomes “Thematic briefing”. */
export function sayBriefingType(type: string | null): string {
  return sayCode(type) || 'Briefing';
}

/** The day of publication; where only a newsletter's day is known, that, and said as that. */
function sayWhen({ publishedOn, relayedOn }: BriefingSummary): string {
  if (publishedOn) return sayPartialDate(publishedOn);
  return sayRelayed(relayedOn);
}
