import type { EntityManager } from 'typeorm';
import { SlugBook, slugOf } from '../platform/text/slug.js';
import { rows, takenSlugs, updateRows, writeRows, type Columns } from '../platform/postgres/rows.js';
import type { Staged, Staging } from './staging.js';
import type { Thesaurus } from './thesaurus.js';
import type { Touched } from './touched.js';
import { dateColumns } from './write-reviews.js';

const DATED = {
  ...{ id: 'uuid', publisher_id: 'uuid', title: 'text', type: 'text', url: 'text', sources: 'jsonb' },
  ...{ published_on: 'date', published_precision: 'text', relayed_on: 'date', relayed_precision: 'text' },
  imported_hash: 'text',
};
const COLUMNS = {
  briefing: { ...DATED, sections: 'jsonb' },
  resource: { ...DATED, description: 'text', starts_on: 'text', ends_on: 'text' },
} satisfies Record<string, Columns>;

type Paper = Staged<'briefing'> | Staged<'resource'>;

function columnsOf({ targetId: id, publisherId, hash, fields }: Paper): object {
  const { title, type, url, sources } = fields;
  const own =
    'sections' in fields
      ? { sections: fields.sections }
      : { description: fields.description, starts_on: fields.startsOn, ends_on: fields.endsOn };
  return {
    ...{ id, publisher_id: publisherId, title, type, url, sources, imported_hash: hash },
    ...dateColumns('published', fields.publishedOn),
    ...dateColumns('relayed', fields.relayedOn),
    ...own,
  };
}

/** Writes the briefings or the resources that are new or changed, with their themes and, for briefings, their reviews. */
export async function writePapers(
  manager: EntityManager,
  kind: 'briefing' | 'resource',
  staging: Staging,
  thesaurus: Thesaurus,
  touched: Touched,
): Promise<void> {
  let slugs: SlugBook | null = null;
  const states: ('new' | 'changed')[] = ['new', 'changed'];
  for await (const batch of staging.batches<'briefing' | 'resource'>(kind, states) as AsyncGenerator<
    Paper[]
  >) {
    const ids = batch.map(({ targetId }) => targetId);
    const created = batch.filter(({ state }) => state === 'new');
    if (created.length > 0) {
      slugs ??= new SlugBook(await takenSlugs(manager, kind));
      const given = created.map((record) => ({
        ...columnsOf(record),
        slug: slugs!.claim(slugOf(record.fields.title, kind)),
      }));
      await writeRows(manager, kind, { ...COLUMNS[kind], slug: 'text' }, given);
    }
    const changed = batch.filter(({ state }) => state === 'changed');
    await updateRows(manager, kind, COLUMNS[kind], changed.map(columnsOf), 'updated_at = now()');
    const themes = batch.flatMap(({ targetId, fields }) => {
      const themeIds = new Set(fields.themes.map((name) => thesaurus.findOrPropose(name).id));
      return [...themeIds].map((themeId) => [targetId, themeId]);
    });
    touched.add('theme', await thesaurus.writeProposed(manager));
    await manager.query(`delete from ${kind}_theme where ${kind}_id = any($1::uuid[])`, [ids]);
    await manager.query(
      `insert into ${kind}_theme (${kind}_id, theme_id) select * from unnest($1::uuid[], $2::uuid[])`,
      [themes.map(([id]) => id), themes.map(([, themeId]) => themeId)],
    );
    if (kind === 'briefing') await linkReviews(manager, batch);
    touched.add(kind, ids);
  }
}

/** The reviews were found before anything was written; they are there now. */
async function linkReviews(manager: EntityManager, batch: Paper[]): Promise<void> {
  const [ids, seqs] = [batch.map(({ targetId }) => targetId), batch.map(({ seq }) => seq)];
  await manager.query(`delete from briefing_review where briefing_id = any($1::uuid[])`, [ids]);
  await manager.query(
    `insert into briefing_review (briefing_id, review_id)
     select distinct s.target_id, f.review_id
       from import_record s join import_review_use u on u.seq = s.seq join import_review_ref f on f.id = u.ref
      where s.seq = any($1::int[])`,
    [seqs],
  );
}

/** Writes the pages of documents. @returns how many were new, said something else, or were there already */
export async function writeDocumentTexts(
  manager: EntityManager,
  touched: Touched,
): Promise<{ created: number; updated: number; unchanged: number }> {
  const [all] = await rows<{ count: number }>(
    manager,
    `select count(*)::int as count from import_record where kind = 'document-text'`,
  );
  if (!all?.count) return { created: 0, updated: 0, unchanged: 0 };
  const written = await rows<{ reviewId: string; created: number; updated: number }>(
    manager,
    `with written as (
       insert into document_page (document_id, page, text)
       select d.id, s.page, s.body::jsonb->>'text'
         from import_record s join review_document d on d.review_id = s.target_id and d.position = s.position
        where s.kind = 'document-text'
       on conflict (document_id, page) do update set text = excluded.text
        where document_page.text is distinct from excluded.text
       returning document_id, old.page is null as created
     )
     select d.review_id as "reviewId", (count(*) filter (where created))::int as created,
            (count(*) filter (where not created))::int as updated
       from written w join review_document d on d.id = w.document_id group by d.review_id`,
  );
  touched.add(
    'review',
    written.map(({ reviewId }) => reviewId),
  );
  const created = written.reduce((sum, one) => sum + one.created, 0);
  const updated = written.reduce((sum, one) => sum + one.updated, 0);
  return { created, updated, unchanged: all.count - created - updated };
}
