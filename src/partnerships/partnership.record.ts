import { column, parts, type FieldMap } from '../platform/bundle/field-map.js';
import { Items, Keyword, OneOf, Text, WebAddress } from '../platform/bundle/fields.js';
import { SourceRecord } from '../publishing/source.record.js';
import { CONTACT_ABOUT, CONTACT_AUDIENCES, type ContactAbout, type ContactAudience } from './partnership.js';

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

export const CONTACT_FIELDS: FieldMap<ContactRecord> = {
  about: column('about'),
  audience: column('audience'),
  team: column('team'),
  phone: column('phone'),
};

export const PARTNERSHIP_FIELDS: FieldMap<PartnershipRecord> = {
  name: column('name'),
  type: column('type'),
  website: column('website'),
  contacts: parts(CONTACT_FIELDS),
  sources: column('sources', 'jsonb'),
};
