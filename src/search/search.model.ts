import { ApiProperty } from '@nestjs/swagger';
import type { LearningKind, ReviewAbout, ReviewType } from '../reviews/review.entity.js';
import type { SearchKind } from './search-document.js';

export class FoundThemeRef {
  slug: string;
  label: string;
}

/** A theme that the words name. */
export class NamedTheme extends FoundThemeRef {
  /** The name of the theme that the words came nearest to; its own label where that name is not for display. */
  matched: string;
  definition: string | null;
  /** Whether the theme says what to look for, ask and do. */
  hasGuidance: boolean;
}

export class FoundReviewRef {
  slug: string;
  /** The identifier its publisher or a catalogue gave it. */
  reference: string | null;
  label: string;
  title: string;
  publisher: string;
  type: ReviewType | null;
  about: ReviewAbout | null;
  /** As much of the date as is known: `2025`, `2025-02` or `2025-02-14`. */
  publishedOn: string | null;
}

export class SearchItem {
  id: string;
  kind: SearchKind;
  title: string;
  /** Address of its page. */
  url: string;
  /** A cut of its text as HTML: everything is escaped, and `<mark>` is round what matched. */
  snippet: string;
  themes: FoundThemeRef[];
  /** The review it is, or comes from. */
  review: FoundReviewRef | null;
  /** Of a learning point: finding, key lesson or good practice. */
  learningKind: LearningKind | null;
  /** Of a briefing or resource. */
  publisher: string | null;
  publishedOn: string | null;
  /** Of a briefing or resource: `seven-minute`, `training`, … */
  type: string | null;
}

/** How many results each value would leave, by filter. */
export class SearchFacets {
  @ApiProperty({ type: 'object', additionalProperties: { type: 'integer' } })
  kind: Record<string, number>;
  /** By slug. */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'integer' } })
  theme: Record<string, number>;
  @ApiProperty({ type: 'object', additionalProperties: { type: 'integer' } })
  type: Record<string, number>;
  @ApiProperty({ type: 'object', additionalProperties: { type: 'integer' } })
  publisher: Record<string, number>;
  @ApiProperty({ type: 'object', additionalProperties: { type: 'integer' } })
  about: Record<string, number>;
  @ApiProperty({ type: 'object', additionalProperties: { type: 'integer' } })
  year: Record<string, number>;
}

export class SearchAnswer {
  query: string;
  page: number;
  limit: number;
  total: number;
  /** True while a simpler search stands in for the usual one. */
  degraded: boolean;
  themes: NamedTheme[];
  items: SearchItem[];
  facets: SearchFacets;
  /** Labels of the themes that the facets name by slug. */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  themeLabels: Record<string, string>;
}
