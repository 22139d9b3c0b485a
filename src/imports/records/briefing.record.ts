import { Transform } from 'class-transformer';
import { Items, Keyword, LongText, PartialDay, Text, ThemeNames, WebAddress } from './fields.js';
import { ReviewReference } from './review-reference.record.js';
import { SourceRecord } from './source.record.js';

export class SectionRecord {
  @Text()
  heading?: string;

  @LongText(50_000, { required: true })
  body: string;
}

/** A bare label is short for an object with only a label. */
const labelsAsReferences = Transform(({ value }: { value: unknown }) =>
  Array.isArray(value)
    ? value.map((item: unknown) =>
        typeof item === 'string'
          ? Object.assign(new ReviewReference(), { label: item.normalize('NFC').trim() })
          : item,
      )
    : value,
);

export class BriefingRecord {
  @Text()
  publisher?: string;

  @Text(500, { required: true })
  title: string;

  @Keyword()
  type?: string;

  @PartialDay()
  publishedOn?: string;

  @PartialDay()
  relayedOn?: string;

  @ThemeNames(100)
  themes: string[] = [];

  @labelsAsReferences
  @Items(() => ReviewReference, 100)
  reviews: ReviewReference[] = [];

  @Items(() => SectionRecord, 100)
  sections: SectionRecord[] = [];

  @WebAddress()
  url?: string;

  @Items(() => SourceRecord, 100)
  sources: SourceRecord[] = [];
}
