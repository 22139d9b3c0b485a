import { Transform } from 'class-transformer';
import {
  column,
  flag,
  identifies,
  links,
  partialDateColumns,
  type FieldMap,
} from '../platform/bundle/field-map.js';
import {
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
import { ReviewReference } from '../reviews/review-reference.record.js';

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

  @Summarised()
  summarised?: boolean;
}

export const BRIEFING_FIELDS: FieldMap<BriefingRecord> = {
  publisher: identifies('publisher_id'),
  title: column('title'),
  type: column('type'),
  publishedOn: partialDateColumns('published'),
  relayedOn: partialDateColumns('relayed'),
  themes: links('themes'),
  reviews: links('reviews'),
  sections: column('sections', 'jsonb'),
  url: column('url'),
  sources: column('sources', 'jsonb'),
  summarised: flag('summarised'),
};
