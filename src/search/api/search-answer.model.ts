import { LibraryRecord } from '../../publishing/record.model.js';
import { ReviewRef } from '../../reviews/review-ref.model.js';
import { ThemeDetail } from '../../themes/theme.model.js';
import { FILTER_NAMES, SEARCH_FILTERS, type FilterName } from '../search-filters.js';
import type { LearningKind } from '../../reviews/review.js';
import type { SearchKind } from '../search-kinds.js';
import { ApiProperty, OmitType } from '@nestjs/swagger';

export class FoundThemeRef {
  /** Its place in addresses. */
  slug: string;

  /** What it is called. */
  label: string;
}

/** A theme that the words name. */
export class NamedTheme extends FoundThemeRef {
  /** The name of the theme that the words came nearest to; its own label where that name is not for display. */
  matched: string;

  /** What it means. */
  definition: string | null;
  /** Whether the theme says what to look for, ask and do. */
  hasGuidance: boolean;
  /** Whether an editor has taken it into the thesaurus; otherwise it is a name that a source used. */
  accepted: boolean;
  /** Whether a published review carries it or a narrower one, or says the words; whatever the filters. */
  inReviews: boolean;
}

/** A review by its names. */
export class FoundReviewRef extends OmitType(ReviewRef, [
  ...(['id', 'kind', 'url', 'webUrl', 'apiUrl', 'rights', 'attribution'] as const),
  'summaryByLibrary',
]) {}

/** A page of the full report on which the words stand. */
export class FoundPage {
  /** Which document: `full-report`. */
  document: string;

  /** The number of the page, from 1. */
  page: number;
  /** HTML: everything is escaped, and `<mark>` is round what matched. */
  snippet: string;
  /** The same as plain text. */
  snippetText: string;
  /** Address of the document at its publisher, where it is known. */
  link: string | null;
}

/** One reason why a result ranks where it does. */
export class RankReason {
  /** `word: …`, `theme: …` or `name`. */
  because: string;

  /** How much it counts. */
  @ApiProperty({ format: 'double' })
  score: number;
}

export class Explanation {
  /** The sum of it. */
  @ApiProperty({ format: 'double' })
  score: number;

  /** What it is made of, the greatest first. */
  reasons: RankReason[];
}

/** What is shown of a record, and of a part of one. */
class Shown extends OmitType(LibraryRecord, ['kind']) {
  /** What it is called. */
  title: string;
  /** A cut of its text as HTML: everything is escaped, and `<mark>` is round what matched. */
  snippet: string;
  /** The same cut as plain text. */
  snippetText: string;

  /** What it is about. */
  themes: FoundThemeRef[];
  /** Of a learning point: finding, key lesson or good practice. */
  learningKind: LearningKind | null;
  /** Of a learning point: the words that the source uses for the theme; null where it uses the theme's own name. */
  phrase: string | null;
}

/** Another part of the same review that has to do with the query. */
export class SearchPart extends Shown {
  /** What sort of part it is. */
  kind: 'learning-point' | 'recommendation';
}

export class SearchItem extends Shown {
  /** What sort of record it is. */
  kind: SearchKind;
  /** Why it is here where no word of it is marked: “Carries the theme “Self-neglect””; null where no theme was asked for. */
  because: string | null;
  /** The review it is, or comes from. */
  review: FoundReviewRef | null;
  /** Whether the words are the name of this review and nothing else: the others only mention them. */
  named: boolean;
  /** Of a briefing or resource. */
  publisher: string | null;

  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`: as much as is known. */
  publishedOn: string | null;
  /** Of a briefing or resource: `seven-minute`, `training`, … */
  type: string | null;
  /** Whether this library wrote it, from its sources: say so wherever it is shown. */
  summaryByLibrary: boolean;
  /** Of a review: what else in it has to do with the query, the best first. */
  parts: SearchPart[];
  /** Pages of its full report on which the words stand. */
  pages: FoundPage[];
  /** With `explain=true`: why it ranks where it does. */
  explanation: Explanation | null;
}

class Counted {}
for (const name of FILTER_NAMES) {
  const counts = { type: 'object', additionalProperties: { type: 'integer' } } as const;
  ApiProperty({ ...counts, description: SEARCH_FILTERS[name].title })(Counted.prototype, name);
}

/** How many results each value would leave, by filter; themes by slug. */
export class SearchFacets extends (Counted as new () => Record<FilterName, Record<string, number>>) {}

/** One value of a filter. */
export class FacetValue {
  /** What the filter takes. */
  value: string;
  /** What it is called. */
  label: string;
  /** How many results choosing it would leave. */
  count: number;
}

class Valued {}
for (const name of FILTER_NAMES)
  ApiProperty({ type: () => FacetValue, isArray: true, description: SEARCH_FILTERS[name].title })(
    Valued.prototype,
    name,
  );

/** The same as `facets`, as lists: the values that would leave most first. */
export class SearchFacetValues extends (Valued as new () => Record<FilterName, FacetValue[]>) {}

/** What no published review is about, with what its theme says. */
export class NotInReviews {
  /** As it was named: “hoarding”. */
  about: string;
  /** The theme that is meant: what to look for, ask and do. */
  theme: ThemeDetail;
}

/** What to try where little or nothing was found. */
export class SearchHelp {
  /** The query with its misspelt words put right, where nothing here says them: what was searched for. */
  correction: string | null;
  /** Set where the words name a theme, or come very near to one, and no review carries or says what they name. */
  notInReviews: NotInReviews | null;
  /** Nothing here says any of the words, and they name no theme; whatever the filters. */
  nothingSays: boolean;
  /** At most five themes that the words come near to; where `notInReviews` is set, also those beside its theme. */
  nearest: FoundThemeRef[];
}

export class SearchAnswer {
  /** What was searched for, as it was read. */
  query: string;

  /** Which page this is, from 1. */
  page: number;

  /** How many items a full page has. */
  limit: number;

  /** How many items there are on all pages. */
  total: number;
  /** True while a simpler search stands in for the usual one. */
  degraded: boolean;
  /** How many new or changed records cannot be found yet: they are being added to the search. Mostly 0. */
  behind: number;
  /** What was asked for by a filter and names nothing here, and so finds nothing: `agency=…`. */
  unknown: string[];
  /** The themes that the words name. They stand here and not among `items`. */
  themes: NamedTheme[];

  /** What to try where little was found. */
  help: SearchHelp;

  /** What was found, the best first. */
  items: SearchItem[];

  /** How many results each value of a filter would leave. */
  facets: SearchFacets;

  /** The same as lists, in the order in which they are offered. */
  facetValues: SearchFacetValues;
  /** The filters of which `facets` and `facetValues` have the 100 commonest values only: there are more. */
  @ApiProperty({ enum: FILTER_NAMES, isArray: true })
  facetsCut: FilterName[];
  /** Labels of the themes that the facets name by slug. */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  themeLabels: Record<string, string>;
}
