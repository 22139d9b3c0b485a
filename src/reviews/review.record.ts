import {
  column,
  flag,
  identifies,
  partialDateColumns,
  parts,
  type FieldMap,
  type FieldPlace,
} from '../platform/bundle/field-map.js';
import { Items, LongText, OneOf, PartialDay, Text, Texts } from '../platform/bundle/fields.js';
import { namesOf, Plain, withCodes } from '../platform/text/coded-fields.js';
import { SourceRecord } from '../publishing/source.record.js';
import { Summarised } from '../publishing/summarised.record.js';
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

  @Summarised()
  summarised?: boolean;
}

const yearIn = (date: string | undefined): number | null =>
  date === undefined ? null : Number(date.slice(0, 4));

/**
 * The year by which a review is known: of its publication, or else of the day it was relayed. A newsletter relays what
 * has just come out, so the two are the same as a rule; what is known of the one identifies, and nothing is claimed of
 * the other. So a date of publication that is added or taken back later finds the same review.
 */
export const identityYear = ({
  publishedOn,
  relayedOn,
}: Pick<ReviewRecord, 'publishedOn' | 'relayedOn'>): number | null => yearIn(publishedOn ?? relayedOn);

const published = partialDateColumns('published');

export const REVIEW_FIELDS: FieldMap<ReviewRecord> = {
  publisher: identifies('publisher_id'),
  label: column('label'),
  title: column('title'),
  publishedOn: {
    columns: { ...published.columns, year: 'smallint' },
    row: (publishedOn) => ({ ...published.row(publishedOn), year: yearIn(publishedOn) }),
  },
  relayedOn: partialDateColumns('relayed'),
  reference: column('reference'),
  summary: column('summary'),
  learning: parts(LEARNING_FIELDS),
  documents: parts(DOCUMENT_FIELDS),
  keywords: column('keywords', 'text[]'),
  sources: column('sources', 'jsonb'),
  summarised: flag('summarised'),
  ...(Object.fromEntries(namesOf(REVIEW_CODES).map((name) => [name, column(name)])) as Record<
    keyof ReviewCodes,
    FieldPlace<unknown>
  >),
};

/** A review in words that are the same in every library. */
export const ownerOf = (review: ReviewRecord): string =>
  JSON.stringify([review.publisher, review.label, identityYear(review)]);
