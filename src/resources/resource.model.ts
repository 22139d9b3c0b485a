import { ApiProperty } from '@nestjs/swagger';
import { FilteredAnswer } from '../platform/http/listing/list.model.js';
import { LibraryRecord } from '../publishing/record.model.js';
import { SourceLink } from '../publishing/source-link.model.js';
import { SummaryNotice } from '../publishing/summary-notice.model.js';
import { ThemeRef } from '../themes/theme-ref.model.js';

/** A resource in a list. */
export class ResourceSummary extends LibraryRecord {
  /** Its title. */
  title: string;

  /** `guidance`, `procedure`, `form`, `training`, `event`, `campaign`, `legislation`, `research`, `helpline`, …: an open list. */
  type: string | null;

  /** Name of the publisher. */
  publisher: string | null;

  /** Slug of the publisher. */
  publisherSlug: string | null;

  /** What it is for, in a few sentences. */
  description: string | null;

  /** Local time as announced: `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM`. */
  startsOn: string | null;

  /** Local time as announced: `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM`. */
  endsOn: string | null;

  /** Whether it has taken place, by clocks in the United Kingdom; false where no time is known. */
  past: boolean;

  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`: as much as is known. */
  publishedOn: string | null;

  /** When a newsletter passed it on; not the day it was published. */
  relayedOn: string | null;

  /** What it is about. */
  themes: ThemeRef[];

  /** The resource itself, on its publisher's own site. */
  link: string | null;

  /** Whether this library wrote it, from its sources: say so wherever it is shown. */
  summaryByLibrary: boolean;
}

export class ResourceList extends FilteredAnswer {
  /** The resources of this page. */
  items: ResourceSummary[];
}

export class ResourceDetail extends ResourceSummary {
  /** The publisher's own site. */
  publisherLink: string | null;

  /** `publisherLink`, as it was called before; until version 2. */
  @ApiProperty({ deprecated: true })
  publisherWebsite: string | null;

  /** Where it comes from. */
  sources: SourceLink[];

  /** To be shown with it where this library wrote it from its sources; null where its publisher did. */
  summarised: SummaryNotice | null;
}
