import type { EntityManager } from 'typeorm';
import { PROJECTION_LOCK } from '../../platform/postgres/locks.js';
import { PUBLIC } from '../../publishing/audience.js';
import { enqueue, type SearchSubject } from '../../platform/jobs/enqueue.js';
import type { IndexedDocument } from '../search-document.js';
import { readThesaurus } from '../analysis/thesaurus.store.js';
import { project, type Projected } from './project.js';
import { lockRecords, readForIndex } from './records.js';

/** A document as it waits for Meilisearch; without a body it is to be removed there. */
export interface WaitingDocument {
  id: string;
  body: IndexedDocument | null;
  revision: string;
}

/**
 * Makes the search documents of these records anew, in the transaction of `manager`: new and changed ones are written,
 * those of records that are gone or not published any more are marked for removal, and sending them is enqueued.
 */
export async function projectSubjects(
  manager: EntityManager,
  kind: SearchSubject,
  ids: string[],
): Promise<void> {
  await manager.query('select pg_advisory_xact_lock_shared($1)', [PROJECTION_LOCK]);
  await lockRecords(manager, kind, ids);
  // Read under the locks, as the records are: an old thesaurus must not overwrite what a newer one made.
  const thesaurus = await readThesaurus(manager);
  const hanging = kind === 'theme' ? [] : await manager.query<{ id: string }[]>(PROPOSED_BEFORE, [ids]);
  const made: string[] = [];
  for (let start = 0; start < ids.length; start += RECORDS_AT_ONCE) {
    const records = await readForIndex(manager, kind, ids.slice(start, start + RECORDS_AT_ONCE));
    const documents = records.map((subject) => project(subject, thesaurus));
    await manager.query(WRITE, [kind, JSON.stringify(documents.map(asRow))]);
    made.push(...documents.map(({ body }) => body.id));
  }
  await manager.query(REMOVE, [kind, ids, made]);
  if (kind === 'review') {
    await manager.query(`delete from search_page where review_id = any($1)`, [ids]);
    await manager.query(WRITE_PAGES, [made]);
  }
  if (kind !== 'theme') {
    hanging.push(...(await manager.query<{ id: string }[]>(proposedNow(kind), [ids])));
    if (hanging.length > 0)
      await projectSubjects(manager, 'theme', [...new Set(hanging.map(({ id }) => id))]);
  }
  await enqueue(manager, 'search.push', {}, { jobKey: 'search.push', queueName: SEARCH_WRITER });
  await noteChange(manager);
}

/**
 * Tells whoever keeps the documents in memory that some have changed. The last statement of a transaction: until its end
 * the others wait here, so that what is noted later has also ended later.
 */
export async function noteChange(manager: EntityManager): Promise<void> {
  await manager.query(
    `insert into search_state (key, value) values ('documents', nextval('search_revision')::text)
     on conflict (key) do update set value = excluded.value`,
  );
}

/** A proposed theme can be found only through what uses it: it comes and goes with these records, as they were and are. */
const PROPOSED_BEFORE = `
  select t.id from search_document t where t.kind = 'theme' and t.body is not null and t.body->'themes' ?| array(
    select jsonb_array_elements_text(d.body->'themes') from search_document d where d.id = any($1) and d.body is not null)
  and t.id not in (select a.id from ${PUBLIC.acceptedTheme} a)`;
const proposedNow = (kind: SearchSubject): string => `
  select distinct tag.theme_id as id from ${PUBLIC.themeTag} tag
  where ${kind === 'review' ? 'tag.review_id' : `tag.noun = '${kind}' and tag.record_id`} = any($1)
    and tag.theme_id not in (select a.id from ${PUBLIC.acceptedTheme} a)`;

/** Records whose text is in memory at once: a review may bring the text of long reports. */
const RECORDS_AT_ONCE = 25;

/** Jobs that write to Meilisearch run one after the other, in all instances together. */
export const SEARCH_WRITER = 'search.writer';

/** What is to be removed from Meilisearch keeps its id alone. */
export const EMPTIED = `body = null, terms = '{}', weights = '{}', pushed = false, revision = nextval('search_revision')`;

const REMOVE = `
  update search_document set ${EMPTIED}
  where kind = $1 and id = any($2) and id <> all($3) and body is not null`;

const WRITE = `
  insert into search_document as old (id, kind, body, terms, weights, spellings, name, carried)
  select made.id, $1, made.body, made.terms, made.weights, made.spellings, made.name, made.carried
  from jsonb_to_recordset($2::jsonb) as made(
    id uuid, body jsonb, terms text[], weights real[], spellings text[], name text[], carried jsonb)
  on conflict (id) do update
  set body = excluded.body, kind = excluded.kind, terms = excluded.terms, weights = excluded.weights,
      spellings = excluded.spellings, name = excluded.name, carried = excluded.carried,
      pushed = false, revision = nextval('search_revision')
  where old.body is distinct from excluded.body`;

/** A tsvector holds at most a megabyte, and letters may take two bytes; what is beyond on a page is not found there. */
const MOST_INDEXED_TEXT = 120_000;

/** As searches read words (see TOKEN in words.ts): "A&E" and "C.S.E." are one word each. */
const AS_WORDS = `regexp_replace(regexp_replace(left(g.text, ${MOST_INDEXED_TEXT}),
  '\\m([[:alpha:]])(?:\\s?&\\s?|\\s+and\\s+)([[:alpha:]])\\M', '\\1and\\2', 'gi'),
  '(\\m[[:alpha:]])[./-](?=[[:alpha:]]\\M)', '\\1', 'g')`;

const WRITE_PAGES = `
  insert into search_page (document_id, page, review_id, words)
  select g.document_id, g.page, g.review_id, to_tsvector('english', ${AS_WORDS})
  from ${PUBLIC.documentPage} g where g.review_id = any($1)`;

function asRow({ body, evidence }: Projected): Record<string, unknown> {
  const { words: spellings, ...rest } = evidence;
  return { id: body.id, body, spellings, ...rest };
}

/** As stored, that is compressed: three or four times as much on the way to Meilisearch, which takes 100 MB at once. */
const MOST_BYTES = 6_000_000;

/** A document as Meilisearch gets it: its words only where some stand in reports alone; null where there is no body. */
export const INDEXED = `case when d.body is not null then jsonb_strip_nulls(jsonb_build_object('id', d.id,
    'kinds', d.body->'kinds', 'title', d.body->'title', 'publisher', d.body->'publisher', 'date', d.body->'date',
    'words', case when cardinality(d.terms) > cardinality(d.weights) then array_to_string(d.terms, ' ') else '' end)) end`;

/** A batch of documents of at most so many and so large together, but at least one. */
export const batch = (where: string, order: string, limit: string): string => `
  select d.id, ${INDEXED} as body, d.revision::text from (
    select id, sum(coalesce(pg_column_size(body) + pg_column_size(terms), 0)) over (order by ${order}) as bytes,
      row_number() over (order by ${order}) as place
    from (select id, body, terms, revision from search_document where ${where} order by ${order} limit ${limit}) as next
  ) as chosen join search_document d on d.id = chosen.id
  where chosen.bytes <= ${MOST_BYTES} or chosen.place = 1
  order by d.${order}`;

/** The documents that changed after `revision` (all: 0), oldest change first. */
export async function changedSince(
  manager: EntityManager,
  revision: string,
  limit: number,
): Promise<WaitingDocument[]> {
  return await manager.query(batch('revision > $1', 'revision', '$2'), [revision, limit]);
}

export async function waiting(manager: EntityManager, limit: number): Promise<WaitingDocument[]> {
  return await manager.query(batch('not pushed', 'revision', '$1'), [limit]);
}

/** Notes what Meilisearch has taken, unless it has changed again meanwhile; forgets what was removed there. */
export async function markPushed(manager: EntityManager, documents: WaitingDocument[]): Promise<void> {
  const list = [documents.map(({ id }) => id), documents.map(({ revision }) => revision)];
  const same = `unnest($1::uuid[], $2::bigint[]) as sent(id, revision) where d.id = sent.id and d.revision = sent.revision`;
  await manager.query(`update search_document d set pushed = true from ${same} and d.body is not null`, list);
  await manager.query(`delete from search_document d using ${same} and d.body is null`, list);
}
