import { column, identifies, type FieldMap } from '../platform/bundle/field-map.js';
import { Items, Text, Texts } from '../platform/bundle/fields.js';
import { SourceRecord } from '../publishing/source.record.js';

export class AgencyRecord {
  @Text(undefined, { required: true })
  name: string;

  /** “Police”, “the Constabulary”: what the partnership's reviews call it as well. */
  @Texts(50, 300)
  otherNames: string[] = [];

  /** Whose agency it is; left out, a national body that all partnerships share. */
  @Text()
  partnership?: string;

  @Items(() => SourceRecord, 100)
  sources: SourceRecord[] = [];
}

export const AGENCY_FIELDS: FieldMap<AgencyRecord> = {
  name: column('name'),
  otherNames: column('other_names', 'text[]'),
  partnership: identifies('partnership_id'),
  sources: column('sources', 'jsonb'),
};
