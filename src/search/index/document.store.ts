import type { EntityManager } from 'typeorm';
import { enqueue, type SearchSubject } from '../../jobs/enqueue.js';
import type { SearchDocument } from '../search-document.js';
import type { Thesaurus } from '../understanding/thesaurus.js';
import { project, type Projected } from './project.js';
import { readRecords } from './records.js';

/** A document as it waits for Meilisearch; without a body it is to be removed there. */
export interface WaitingDocument {
  id: string;
  body: SearchDocument | null;
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
  thesaurus: Thesaurus,
): Promise<void> {
  await manager.query('select pg_advisory_xact_lock_shared($1)', [PROJECTION_LOCK]);
  const records = await readRecords(manager, kind, ids);
  const made = records.map((subject) => project(subject, thesaurus));
  await manager.query(REMOVE, [kind, ids, made.map(({ body }) => body.id)]);
  await manager.query(WRITE, [kind, JSON.stringify(made.map(asRow))]);
  if (kind === 'review') {
    await manager.query(`delete from search_page where review_id = any($1)`, [ids]);
    await manager.query(WRITE_PAGES, [made.map(({ body }) => body.id)]);
  }
  await enqueue(manager, 'search.push', {}, { jobKey: 'search.push', queueName: SEARCH_WRITER });
}

/** Jobs that write to Meilisearch run one after the other, in all instances together. */
export const SEARCH_WRITER = 'search.writer';

/** Shared by those who make documents; held alone by a rebuild while it notes where they are (see `rebuild.ts`). */
export const PROJECTION_LOCK = 7_201_002;

const REMOVE = `
  update search_document
  set body = null, heading = '', words = '', pushed = false, revision = nextval('search_revision')
  where kind = $1 and id = any($2) and id <> all($3) and body is not null`;

const WRITE = `
  insert into search_document as old (id, kind, body, heading, words, terms, weights, spellings, name, taught, mentioned)
  select made.id, $1, made.body, made.heading,
    setweight(to_tsvector('english', made.heading), 'A') || setweight(to_tsvector('english', made.names), 'B') ||
    setweight(to_tsvector('english', made.text), 'C') || setweight(to_tsvector('english', made.pages), 'D'),
    made.terms, made.weights, made.spellings, made.name, made.taught, made.mentioned
  from jsonb_to_recordset($2::jsonb) as made(
    id uuid, body jsonb, heading text, names text, text text, pages text,
    terms text[], weights real[], spellings text[], name text[], taught text[], mentioned text[])
  on conflict (id) do update
  set body = excluded.body, kind = excluded.kind, heading = excluded.heading, words = excluded.words,
      terms = excluded.terms, weights = excluded.weights, spellings = excluded.spellings, name = excluded.name,
      taught = excluded.taught, mentioned = excluded.mentioned,
      pushed = false, revision = nextval('search_revision')
  where old.body is distinct from excluded.body`;

const WRITE_PAGES = `
  insert into search_page (document_id, page, review_id, words)
  select g.document_id, g.page, d.review_id, to_tsvector('english', g.text)
  from document_page g join review_document d on d.id = g.document_id where d.review_id = any($1)`;

/** A tsvector holds at most a megabyte; what is beyond is found by Meilisearch alone. */
const MOST_INDEXED_TEXT = 400_000;

function asRow({ body, evidence }: Projected): Record<string, unknown> {
  return {
    id: body.id,
    body,
    heading: [body.title, ...body.themeLabels].join(' · '),
    names: [...body.themeWords, ...body.keywords].join(' · '),
    text: [body.summary, ...body.learning, ...body.recommendations].join(' ').slice(0, MOST_INDEXED_TEXT),
    pages: body.pages.join(' ').slice(0, MOST_INDEXED_TEXT),
    terms: evidence.terms,
    weights: evidence.weights,
    spellings: evidence.words,
    name: evidence.name,
    taught: evidence.taught,
    mentioned: evidence.mentioned,
  };
}

/** The documents that changed after `revision` (all: 0), oldest change first. */
export async function changedSince(
  manager: EntityManager,
  revision: string,
  limit: number,
): Promise<WaitingDocument[]> {
  return await manager.query(
    `select id, body, revision::text from search_document where revision > $1 order by revision limit $2`,
    [revision, limit],
  );
}

export async function waiting(manager: EntityManager, limit: number): Promise<WaitingDocument[]> {
  return await manager.query(
    `select id, body, revision::text from search_document where not pushed order by revision limit $1`,
    [limit],
  );
}

/** Notes what Meilisearch has taken, unless it has changed again meanwhile; forgets what was removed there. */
export async function markPushed(manager: EntityManager, documents: WaitingDocument[]): Promise<void> {
  const list = [documents.map(({ id }) => id), documents.map(({ revision }) => revision)];
  const same = `unnest($1::uuid[], $2::bigint[]) as sent(id, revision) where d.id = sent.id and d.revision = sent.revision`;
  await manager.query(`update search_document d set pushed = true from ${same} and d.body is not null`, list);
  await manager.query(`delete from search_document d using ${same} and d.body is null`, list);
}
