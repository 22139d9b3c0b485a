import { CONTACT_ABOUT, CONTACT_AUDIENCES, type ContactAbout, type ContactAudience } from './partnership.js';
import { ApiProperty } from '@nestjs/swagger';
import { FilteredAnswer } from '../platform/http/listing/list.model.js';
import { LibraryRecord } from '../publishing/record.model.js';
import { SourceLink } from '../publishing/source-link.model.js';

/** A partnership, board, national body or charity in a list. */
export class PartnershipSummary extends LibraryRecord {
  name: string;
  type: string | null;

  /** Its own site. */
  link: string | null;

  /** `link`, as it was called before; until version 2. */
  @ApiProperty({ deprecated: true })
  website: string | null;
}

export class PartnershipList extends FilteredAnswer {
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

  team: string | null;
  phone: string;
}

/** One partnership with its contact panel. */
export class PartnershipDetail extends PartnershipSummary {
  contacts: ContactLineItem[];
  sources: SourceLink[];
}
