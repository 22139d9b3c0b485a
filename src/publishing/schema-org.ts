import { webAddress } from '../platform/pages/addresses.js';
import type { StructuredData } from '../platform/pages/structured-data.js';

interface Reported {
  url: string;
  title: string;
  publisher: string | null;
  publisherWebsite: string | null;
  /** As much as is known, which schema.org takes as it is. */
  publishedOn: string | null;
  description: string | null;
  themes: readonly { slug: string; label: string }[];
  /** The report itself. */
  link: string | null;
}

/** A review or a briefing for search engines: a report. (A `Review` of schema.org rates something.) */
export function asReport(report: Reported): StructuredData {
  const publisher = report.publisher && {
    ...{ '@type': 'Organization', name: report.publisher, url: webAddress(report.publisherWebsite) },
  };
  return {
    '@type': 'Report',
    '@id': report.url,
    url: report.url,
    name: report.title,
    description: report.description,
    ...{ author: publisher, publisher },
    datePublished: report.publishedOn,
    inLanguage: 'en-GB',
    sameAs: webAddress(report.link),
    about: report.themes.map(({ slug, label }) => asTerm({ slug, label })),
  };
}

interface Term {
  slug: string;
  label: string;
  definition?: string | null;
  otherNames?: readonly string[];
}

/** A theme for search engines: a term of the thesaurus. */
export const asTerm = ({ slug, label, definition, otherNames = [] }: Term): StructuredData => ({
  '@type': 'DefinedTerm',
  '@id': `/themes/${slug}`,
  url: `/themes/${slug}`,
  name: label,
  termCode: slug,
  description: definition,
  alternateName: otherNames.length > 0 ? otherNames : null,
  inDefinedTermSet: THESAURUS,
});

/** The thesaurus for search engines. */
export const THESAURUS: StructuredData = {
  '@type': 'DefinedTermSet',
  '@id': '/themes',
  url: '/themes',
  name: 'Themes of the practice review library',
};
