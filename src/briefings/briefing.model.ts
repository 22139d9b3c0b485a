import { ApiProperty } from '@nestjs/swagger';
import { FilteredAnswer } from '../platform/http/listing/list.model.js';
import { LibraryRecord } from '../publishing/record.model.js';
import { SourceLink } from '../publishing/source-link.model.js';
import { SummaryNotice } from '../publishing/summary-notice.model.js';
import { ReviewRef } from '../reviews/review-ref.model.js';
import { ThemeRef } from '../themes/theme-ref.model.js';

/** A briefing in a list. */
export class BriefingSummary extends LibraryRecord {
  /** Its title. */
  title: string;

  /** `seven-minute`, `one-page-learning`, `thematic`, `safety-message`, …: an open list. */
  type: string | null;

  /** Name of the publisher. */
  publisher: string | null;

  /** Slug of the publisher. */
  publisherSlug: string | null;

  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`: as much as is known. */
  publishedOn: string | null;

  /** When a newsletter passed it on; not the day it was published. */
  relayedOn: string | null;

  /** What it is about. */
  themes: ThemeRef[];

  /** The briefing itself, on its publisher's own site. */
  link: string | null;

  /** Whether this library wrote it, from its sources: say so wherever it is shown. */
  summaryByLibrary: boolean;
}

export class BriefingList extends FilteredAnswer {
  /** The briefings of this page. */
  items: BriefingSummary[];
}

export class BriefingPart {
  /** Its heading. */
  heading: string | null;

  /** Its words. */
  body: string;
}

/** One briefing. Where its content is not known, it has no sections. */
export class BriefingDetail extends BriefingSummary {
  /** The publisher's own site. */
  publisherLink: string | null;

  /** `publisherLink`, as it was called before; until version 2. */
  @ApiProperty({ deprecated: true })
  publisherWebsite: string | null;

  /** What it says, part by part. */
  sections: BriefingPart[];

  /** The reviews that it is about. */
  reviews: ReviewRef[];

  /** Where it comes from. */
  sources: SourceLink[];

  /** To be shown with it where this library wrote it from its sources; null where its publisher did. */
  summarised: SummaryNotice | null;
}
