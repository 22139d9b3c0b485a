import {
  CONTACT_ABOUT,
  CONTACT_AUDIENCES,
  type ContactAbout,
  type ContactAudience,
} from '../../partnerships/partnership.js';
import { Items, Keyword, OneOf, Text, WebAddress } from './fields.js';
import { SourceRecord } from './source.record.js';

export class ContactRecord {
  @OneOf(CONTACT_ABOUT)
  about?: ContactAbout;

  @OneOf(CONTACT_AUDIENCES)
  audience?: ContactAudience;

  @Text()
  team?: string;

  @Text(100, { required: true })
  phone: string;
}

export class PartnershipRecord {
  @Text(undefined, { required: true })
  name: string;

  @Keyword()
  type?: string;

  @WebAddress()
  website?: string;

  @Items(() => ContactRecord, 50)
  contacts: ContactRecord[] = [];

  @Items(() => SourceRecord, 100)
  sources: SourceRecord[] = [];
}
