import { THEME_STATUSES, type ThemeStatus } from './theme.js';
import { ApiProperty } from '@nestjs/swagger';
import { ListAnswer } from '../platform/http/listing/list.model.js';
import { SourceLink } from '../publishing/source-link.model.js';
import { ThemeRef } from './theme-ref.model.js';

/** How many published records are about a theme or a narrower one: as many as the lists find when filtered by it. */
export class ThemeCounts {
  reviews: number;
  learningPoints: number;
  recommendations: number;
  briefings: number;
  resources: number;
}

/** A theme in a list. */
export class ThemeSummary extends ThemeRef {
  /** Address of its page. */
  url: string;

  /** `proposed`: a name that a source used and the thesaurus does not know yet. */
  @ApiProperty({ enum: THEME_STATUSES })
  status: ThemeStatus;

  definition: string | null;
  broader: ThemeRef | null;
  counts: ThemeCounts;
}

export class ThemeList extends ListAnswer {
  items: ThemeSummary[];
}

/** One theme with all that it says. */
export class ThemeDetail extends ThemeSummary {
  altLabels: string[];
  abbreviations: string[];

  /** Signs to look for. */
  lookFor: string[];

  /** Questions to ask. */
  ask: string[];

  /** What to do. */
  do: string[];

  /** The themes above this one, top first. */
  path: ThemeRef[];

  narrower: ThemeRef[];
  related: ThemeRef[];

  /** The theme to use instead of this one. */
  replacedBy: ThemeRef | null;

  sources: SourceLink[];
}

/** A theme in the tree of accepted themes. */
export class ThemeNode extends ThemeRef {
  url: string;
  definition: string | null;
  counts: ThemeCounts;
  narrower: ThemeNode[];
}
