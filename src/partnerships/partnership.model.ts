import { CONTACT_ABOUT, CONTACT_AUDIENCES, type ContactAbout, type ContactAudience } from './partnership.js';
import { ApiProperty } from '@nestjs/swagger';
import { FilteredAnswer } from '../platform/http/listing/list.model.js';
import { LibraryRecord } from '../publishing/record.model.js';
import { SourceLink } from '../publishing/source-link.model.js';

/** A partnership, board, national body or charity in a list. */
export class PartnershipSummary extends LibraryRecord {
  /** What it is called. */
  name: string;

  /** What sort of publisher it is: `joint-partnership`, `charity`, …: an open list. */
  type: string | null;

  /** Its own site. */
  link: string | null;

  /** `link`, as it was called before; until version 2. */
  @ApiProperty({ deprecated: true })
  website: string | null;
}

export class PartnershipList extends FilteredAnswer {
  /** The partnerships of this page. */
  items: PartnershipSummary[];
}

/** One telephone line of a contact panel. */
export class ContactLineItem {
  /** Whom the call is about. */
  @ApiProperty({ enum: CONTACT_ABOUT })
  about: ContactAbout;

  /** Who may call. */
  @ApiProperty({ enum: CONTACT_AUDIENCES })
  audience: ContactAudience;

  /** Who answers. */
  team: string | null;

  /** Its number, to be called. */
  phone: string;
}

/** One partnership with its contact panel. */
export class PartnershipDetail extends PartnershipSummary {
  /** Whom to call, by what it is about. */
  contacts: ContactLineItem[];

  /** Where what is said of it comes from. */
  sources: SourceLink[];
}
