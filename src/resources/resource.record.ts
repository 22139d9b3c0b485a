import {
  column,
  flag,
  identifies,
  links,
  partialDateColumns,
  type FieldMap,
} from '../platform/bundle/field-map.js';
import {
  DayAndTime,
  Items,
  Keyword,
  LongText,
  PartialDay,
  Text,
  ThemeNames,
  WebAddress,
} from '../platform/bundle/fields.js';
import { SourceRecord } from '../publishing/source.record.js';
import { Summarised } from '../publishing/summarised.record.js';

export class ResourceRecord {
  @Keyword()
  type?: string;

  @Text(500, { required: true })
  title: string;

  @Text()
  publisher?: string;

  @WebAddress()
  url?: string;

  @DayAndTime()
  startsOn?: string;

  @DayAndTime()
  endsOn?: string;

  @PartialDay()
  publishedOn?: string;

  @PartialDay()
  relayedOn?: string;

  @ThemeNames(100)
  themes: string[] = [];

  @LongText(20_000)
  description?: string;

  @Items(() => SourceRecord, 100)
  sources: SourceRecord[] = [];

  @Summarised()
  summarised?: boolean;
}

export const RESOURCE_FIELDS: FieldMap<ResourceRecord> = {
  type: column('type'),
  title: column('title'),
  publisher: identifies('publisher_id'),
  url: column('url'),
  startsOn: column('starts_on'),
  endsOn: column('ends_on'),
  publishedOn: partialDateColumns('published'),
  relayedOn: partialDateColumns('relayed'),
  themes: links('themes'),
  description: column('description'),
  sources: column('sources', 'jsonb'),
  summarised: flag('summarised'),
};
