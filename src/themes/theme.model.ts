import { THEME_STATUSES, type ThemeStatus } from './theme.js';
import { ApiProperty } from '@nestjs/swagger';
import { FilteredAnswer } from '../platform/http/listing/list.model.js';
import { LibraryRecord } from '../publishing/record.model.js';
import { SourceLink } from '../publishing/source-link.model.js';
import { ThemeRef } from './theme-ref.model.js';

/** How many published records are about a theme or a narrower one: as many as the lists find when filtered by it. */
export class ThemeCounts {
  /** Also those that only name the theme. */
  reviewCount: number;
  /** Themes that a review only names are none. */
  learningPointCount: number;

  /** Recommendations on the theme. */
  recommendationCount: number;

  /** Briefings on the theme. */
  briefingCount: number;

  /** Resources on the theme. */
  resourceCount: number;

  /** `reviewCount`, as it was called before; until version 2. */
  @ApiProperty({ deprecated: true })
  reviews: number;
  /** `learningPointCount`, as it was called before; until version 2. */
  @ApiProperty({ deprecated: true })
  learningPoints: number;
  /** `recommendationCount`, as it was called before; until version 2. */
  @ApiProperty({ deprecated: true })
  recommendations: number;
  /** `briefingCount`, as it was called before; until version 2. */
  @ApiProperty({ deprecated: true })
  briefings: number;
  /** `resourceCount`, as it was called before; until version 2. */
  @ApiProperty({ deprecated: true })
  resources: number;
}

/** A theme in a list. */
export class ThemeSummary extends LibraryRecord {
  /** What it is called. */
  label: string;

  /** `proposed`: a name that a source used and the thesaurus does not know yet. */
  @ApiProperty({ enum: THEME_STATUSES })
  status: ThemeStatus;

  /** What it means. */
  definition: string | null;

  /** The theme right above it; null for one at the top. */
  broader: ThemeRef | null;

  /** How many records are about it. */
  counts: ThemeCounts;
}

export class ThemeList extends FilteredAnswer {
  /** The themes of this page. */
  items: ThemeSummary[];
}

/** What the guidance of a theme is. Whoever shows the guidance shows this beside it. */
export class ThemeGuidance {
  /** Who wrote it, that it is not the words of a review, and that local procedures come first. */
  note: string;

  /** The named professional who has reviewed it; null until one has. */
  reviewedBy: string | null;

  /** When it was reviewed: as much of the date as is known. */
  reviewedOn: string | null;
}

/** One theme with all that it says. */
export class ThemeDetail extends ThemeSummary {
  /** Other names for it. */
  altLabels: string[];

  /** Its abbreviations. */
  abbreviations: string[];

  /** What `emergency`, `lookFor`, `ask`, `askYourself` and `do` are, and whether a professional has reviewed them. */
  guidance: ThemeGuidance;

  /** What is an emergency, and whom to call. Show it before all else. */
  emergency: string[];

  /** Signs to look for. */
  lookFor: string[];

  /** Questions to say aloud: to the person, a child, a carer or another agency. */
  ask: string[];

  /** Questions to ask oneself. */
  askYourself: string[];

  /** What to do. */
  do: string[];

  /** The themes above this one, top first. */
  path: ThemeRef[];

  /** The themes right below it. */
  narrower: ThemeRef[];

  /** Themes beside it. */
  related: ThemeRef[];

  /** The theme to use instead of this one. */
  replacedBy: ThemeRef | null;

  /** Where what is said of it comes from. */
  sources: SourceLink[];
}

/** A theme in the tree of accepted themes. */
export class ThemeNode extends ThemeRef {
  url: string;
  definition: string | null;
  counts: ThemeCounts;
  narrower: ThemeNode[];
}
