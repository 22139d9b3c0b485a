import { DayAndTime, Items, Keyword, LongText, PartialDay, Text, ThemeNames, WebAddress } from './fields.js';
import { SourceRecord } from './source.record.js';

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
}
