import type { DataSource, EntityManager } from 'typeorm';
import { enqueue, type SearchSubject } from '../../platform/jobs/enqueue.js';
import { PROJECTION_LOCK } from '../../platform/postgres/locks.js';
import { PUBLIC } from '../../publishing/audience.js';
import type { ThesaurusStore } from '../analysis/thesaurus.store.js';
import { project, PROJECTION } from './project.js';
import { lockRecords, readForIndex } from './records.js';

/** Jobs that write to Meilisearch run one after the other, in all instances together. */
export const SEARCH_WRITER = 'search.writer';

const SUBJECTS: SearchSubject[] = ['theme', 'review', 'briefing', 'resource'];
/** Records whose text is in memory at once: a review may bring the text of long reports. */
const RECORDS_AT_ONCE = 25;
const RECORDS_IN_ONE_GO = 200;

/**
 * Makes the search documents of these records anew, in the transaction of `manager`: new and changed ones are written,
 * those of records that are gone or not published any more are marked for removal, and sending them is enqueued.
 */
export async function projectSubjects(
  manager: EntityManager,
  themes: ThesaurusStore,
  kind: SearchSubject,
  ids: string[],
): Promise<void> {
  await manager.query('select pg_advisory_xact_lock_shared($1)', [PROJECTION_LOCK]);
  await lockRecords(manager, kind, ids);
  // Read under the locks, as the records are: an old thesaurus must not overwrite what a newer one made.
  const thesaurus = await themes.seenBy(manager);
  const made: string[] = [];
  for (let start = 0; start < ids.length; start += RECORDS_AT_ONCE) {
    const records = await readForIndex(manager, kind, ids.slice(start, start + RECORDS_AT_ONCE));
    const documents = records.map((record) => project(record, thesaurus));
    await manager.query(WRITE, [kind, JSON.stringify(documents)]);
    made.push(...documents.map(({ id }) => id));
  }
  await manager.query(REMOVE, [kind, ids, made]);
  if (kind === 'review') {
    await manager.query(`delete from search_page where review_id = any($1)`, [ids]);
    await manager.query(WRITE_PAGES, [made]);
  }
  await enqueue(manager, 'search.push', {}, { jobKey: 'search.push', queueName: SEARCH_WRITER });
  await manager.query(NOTE_CHANGE);
}

/** Makes the documents of every record anew, and marks those of records that are gone for removal. */
export async function projectEverything(source: DataSource, themes: ThesaurusStore): Promise<void> {
  for (const kind of SUBJECTS) {
    const rows = await source.query<{ id: string }[]>(
      `select id from ${kind} union select id from search_document where kind = $1 and body is not null order by id`,
      [kind],
    );
    const ids = rows.map(({ id }) => id);
    for (let start = 0; start < ids.length; start += RECORDS_IN_ONE_GO)
      await source.transaction((manager) =>
        projectSubjects(manager, themes, kind, ids.slice(start, start + RECORDS_IN_ONE_GO)),
      );
  }
}

/** The same where documents were made by other code than this. */
export async function projectOutdated(source: DataSource, themes: ThesaurusStore): Promise<void> {
  const outdated = await source.query<unknown[]>(
    `select 1 from search_document where (body->'projection')::int is distinct from $1 and body is not null limit 1`,
    [PROJECTION],
  );
  if (outdated.length > 0) await projectEverything(source, themes);
}

/** What is to be removed from Meilisearch keeps its id alone. */
const REMOVE = `
  update search_document
  set body = null, terms = '{}', weights = '{}', pushed = false, revision = nextval('search_revision')
  where kind = $1 and id = any($2) and id <> all($3) and body is not null`;

const WRITE = `
  insert into search_document as old (id, kind, body, terms, weights, spellings, name, carried)
  select made.id, $1, made.body, made.terms, made.weights, made.spellings, made.name, made.carried
  from jsonb_to_recordset($2::jsonb) as made(
    id uuid, body jsonb, terms text[], weights real[], spellings text[], name text[], carried text[])
  on conflict (id) do update
  set body = excluded.body, kind = excluded.kind, terms = excluded.terms, weights = excluded.weights,
      spellings = excluded.spellings, name = excluded.name, carried = excluded.carried,
      pushed = false, revision = nextval('search_revision')
  where (old.body, old.terms, old.weights, old.spellings, old.name, old.carried) is distinct from
    (excluded.body, excluded.terms, excluded.weights, excluded.spellings, excluded.name, excluded.carried)`;

/**
 * Tells whoever keeps the documents in memory that some have changed. The last statement of a transaction: until its end
 * the others wait here, so that what is noted later has also ended later.
 */
const NOTE_CHANGE = `
  insert into search_state (key, value) values ('documents', nextval('search_revision')::text)
  on conflict (key) do update set value = excluded.value`;

/** A tsvector holds at most a megabyte, and letters may take two bytes; what is beyond on a page is not found there. */
const MOST_INDEXED_TEXT = 120_000;

/** As searches read words (see TOKEN in words.ts): "A&E", "C.S.E." and "section 42" are one word each. */
const AS_WORDS = `regexp_replace(regexp_replace(regexp_replace(left(g.text, ${MOST_INDEXED_TEXT}),
  '\\m([[:alpha:]])(?:\\s?[&+]\\s?|\\s+and\\s+)([[:alpha:]])\\M', '\\1and\\2', 'gi'),
  '\\ms(?:\\.\\s?|ec(?:tion)?s?\\.?\\s?)?(\\d{1,3}[[:alpha:]]?)\\M', 's\\1', 'gi'),
  '(\\m[[:alpha:]])[./-](?=[[:alpha:]]\\M)', '\\1', 'g')`;

const WRITE_PAGES = `
  insert into search_page (document_id, page, review_id, words)
  select g.document_id, g.page, g.review_id, to_tsvector('english', ${AS_WORDS})
  from ${PUBLIC.documentPage} g where g.review_id = any($1)`;
