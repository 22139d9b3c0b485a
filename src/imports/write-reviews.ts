import type { EntityManager } from 'typeorm';
import { parsePartialDate } from '../platform/dates/partial-date.js';
import { reviewSlugOf, SlugBook } from '../platform/text/slug.js';
import { rows, takenSlugs, updateRows, writeRows } from '../platform/postgres/rows.js';
import { namesOf } from '../platform/text/coded-fields.js';
import { REVIEW_CODES } from '../reviews/review.js';
import { identityYear, type Staged, type Staging } from './staging.js';
import type { Thesaurus } from './thesaurus.js';
import type { Touched } from './touched.js';
import { Agencies, ReviewParts } from './write-review-parts.js';
import type { Publishers } from './write-partnerships.js';

const COLUMNS = {
  ...{
    id: 'uuid',
    publisher_id: 'uuid',
    label: 'text',
    year: 'smallint',
    identity_year: 'smallint',
    title: 'text',
    ...Object.fromEntries(namesOf(REVIEW_CODES).map((name) => [name, 'text'])),
  },
  ...{ published_on: 'date', published_precision: 'text', relayed_on: 'date', relayed_precision: 'text' },
  ...{ reference: 'text', summary: 'text', keywords: 'text[]', sources: 'jsonb', imported_hash: 'text' },
};

/** A date of the bundle as the columns of a table. */
export function dateColumns(
  name: 'published' | 'relayed' | 'guidance_reviewed',
  text: string | undefined,
): Record<string, string | null> {
  const parsed = text === undefined ? null : parsePartialDate(text);
  return { [`${name}_on`]: parsed?.date ?? null, [`${name}_precision`]: parsed?.precision ?? null };
}

const yearOf = (date: string | undefined): number | null => (date ? Number(date.slice(0, 4)) : null);

const columnsOf = ({ targetId: id, publisherId, hash, fields }: Staged<'review'>): object => ({
  ...{ id, publisher_id: publisherId, label: fields.label },
  year: yearOf(fields.publishedOn),
  identity_year: yearOf(identityYear(fields)),
  title: fields.title,
  ...Object.fromEntries(namesOf(REVIEW_CODES).map((name) => [name, fields[name]])),
  ...dateColumns('published', fields.publishedOn),
  ...dateColumns('relayed', fields.relayedOn),
  ...{
    reference: fields.reference,
    summary: fields.summary,
    keywords: fields.keywords,
    sources: fields.sources,
  },
  imported_hash: hash,
});

/**
 * Writes the reviews that are new or changed, with their learning points, recommendations and documents. A review that
 * is there keeps its id, its address and its publication state, and its parts keep their ids where they are known again.
 * @param onWritten called with the number of each batch
 * @returns how many agencies were made by their names alone
 */
export async function writeReviews(
  manager: EntityManager,
  staging: Staging,
  publishers: Publishers,
  thesaurus: Thesaurus,
  touched: Touched,
  onWritten: (count: number) => void,
): Promise<number> {
  const names = new Map([...publishers.values()].map(({ id, name }) => [id, name]));
  let slugs: SlugBook | null = null;
  const agencies = await Agencies.load(manager);
  await freeIdentities(manager);
  for await (const batch of staging.batches('review', ['new', 'changed'])) {
    const parts = new ReviewParts(manager, thesaurus, agencies);
    const created = batch.filter(({ state }) => state === 'new');
    const changed = batch.filter(({ state }) => state === 'changed');
    if (created.length > 0) {
      slugs ??= new SlugBook(await takenSlugs(manager, 'review'));
      const given = created.map((record) => {
        const { fields } = record;
        const publisher = names.get(record.publisherId ?? '') ?? fields.publisher;
        const slug = reviewSlugOf(publisher, fields.label, yearOf(identityYear(fields)));
        return { ...columnsOf(record), slug: slugs!.claim(slug) };
      });
      await writeRows(manager, 'review', { ...COLUMNS, slug: 'text' }, given);
    }
    await updateRows(manager, 'review', COLUMNS, changed.map(columnsOf), 'updated_at = now()');
    touched.add('theme', await parts.write(created, changed));
    touched.add(
      'review',
      batch.map(({ targetId }) => targetId),
    );
    await touched.addBriefingsOf(
      manager,
      changed.map(({ targetId }) => targetId),
    );
    onWritten(batch.length);
  }
  return agencies.made;
}

/**
 * A reference or an identity may pass from one review of the bundle to another. Each is unique at every moment, so those
 * that are given up are let go of before any is taken.
 */
async function freeIdentities(manager: EntityManager): Promise<void> {
  await rows(
    manager,
    `update review t set reference = null, label = case when moves then t.id::text else t.label end
       from (select s.target_id, s.reference,
                    (r.publisher_id, r.label) is distinct from (s.publisher_id, s.name)
                      or r.identity_year is distinct from s.edition::int as moves
               from import_record s join review r on r.id = s.target_id
              where s.kind = 'review' and s.state = 'changed') m
      where t.id = m.target_id and (moves or (t.reference is not null and t.reference is distinct from m.reference))`,
  );
}
