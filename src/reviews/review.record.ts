import {
  column,
  identifies,
  partialDateColumns,
  parts,
  type FieldMap,
  type FieldPlace,
} from '../platform/bundle/field-map.js';
import { Items, LongText, OneOf, PartialDay, Text, Texts } from '../platform/bundle/fields.js';
import { namesOf, Plain, withCodes } from '../platform/text/coded-fields.js';
import { SourceRecord } from '../publishing/source.record.js';
import { DOCUMENT_FIELDS, DocumentRecord } from './document.record.js';
import { LEARNING_FIELDS, LearningRecord } from './learning.record.js';
import { REVIEW_CODES, type ReviewCodes } from './review.js';

const Coded = withCodes<
  Partial<{ [Name in keyof ReviewCodes]: NonNullable<ReviewCodes[Name]> }>,
  typeof Plain
>(REVIEW_CODES, Plain, (_, codes) => OneOf(codes));

/** A review as a bundle brings it. Rooms after this one add what they keep of it (see `src/imports/review.kind.ts`). */
export class ReviewRecord extends Coded {
  @Text(undefined, { required: true })
  publisher: string;

  @Text(undefined, { required: true })
  label: string;

  @Text(500)
  title?: string;

  @PartialDay()
  publishedOn?: string;

  @PartialDay()
  relayedOn?: string;

  @Text(200)
  reference?: string;

  @LongText(20_000)
  summary?: string;

  @Items(() => LearningRecord, 500)
  learning: LearningRecord[] = [];

  @Items(() => DocumentRecord, 100)
  documents: DocumentRecord[] = [];

  @Texts(200, 200)
  keywords: string[] = [];

  @Items(() => SourceRecord, 100)
  sources: SourceRecord[] = [];
}

/** Of publication; part of what identifies the review, so it is empty where the date is. */
export const yearOf = ({ publishedOn }: { publishedOn?: string }): number | null =>
  publishedOn === undefined ? null : Number(publishedOn.slice(0, 4));

const published = partialDateColumns('published');

export const REVIEW_FIELDS: FieldMap<ReviewRecord> = {
  publisher: identifies('publisher_id'),
  label: column('label'),
  title: column('title'),
  publishedOn: {
    columns: { ...published.columns, year: 'smallint' },
    row: (publishedOn) => ({ ...published.row(publishedOn), year: yearOf({ publishedOn }) }),
  },
  relayedOn: partialDateColumns('relayed'),
  reference: column('reference'),
  summary: column('summary'),
  learning: parts(LEARNING_FIELDS),
  documents: parts(DOCUMENT_FIELDS),
  keywords: column('keywords', 'text[]'),
  sources: column('sources', 'jsonb'),
  ...(Object.fromEntries(namesOf(REVIEW_CODES).map((name) => [name, column(name)])) as Record<
    keyof ReviewCodes,
    FieldPlace<unknown>
  >),
};

/** A review in words that are the same in every library. */
export const ownerOf = ({ publisher, label, publishedOn }: ReviewRecord): string =>
  JSON.stringify([publisher, label, publishedOn?.slice(0, 4)]);
