import type { EnqueuedTask } from 'meilisearch';
import { MoreThan, type DataSource, type EntityManager } from 'typeorm';
import { PROJECTION_LOCK } from '../../platform/postgres/locks.js';
import type { SearchSubject } from '../../platform/jobs/enqueue.js';
import type { IndexedDocument } from '../search-document.js';
import { batch, changedSince, EMPTIED, noteChange, projectSubjects } from './document.store.js';
import type { Meili } from './meili.js';
import { send } from './push.js';
import { INDEX_FINGERPRINT, INDEX_SETTINGS } from './settings.js';

const SUBJECTS: SearchSubject[] = ['theme', 'review', 'briefing', 'resource'];
const SUBJECTS_AT_ONCE = 200;
/** Few enough that a batch of reviews with the text of long reports stays small in memory. */
const DOCUMENTS_AT_ONCE = 500;
/** Batches that Meilisearch may have before we wait: enough to keep it busy, few enough to bound its memory and disk. */
const BATCHES_AHEAD = 8;

export type RebuildProgress = (done: { subjects?: number; documents?: number }) => void;

/** Makes the documents of every record anew, and marks those of records that are gone for removal. */
export async function projectEverything(
  source: DataSource,
  progress: RebuildProgress = () => undefined,
): Promise<void> {
  let subjects = 0;
  for (const kind of SUBJECTS) {
    for await (const ids of idsOf(source.manager, kind, SUBJECTS_AT_ONCE)) {
      await source.transaction((manager) => projectSubjects(manager, kind, ids));
      progress({ subjects: (subjects += ids.length) });
    }
    await source.transaction(async (manager) => {
      await manager.query(
        `update search_document d set ${EMPTIED}
         where kind = $1 and body is not null and not exists (select 1 from ${kind} s where s.id = d.id)`,
        [kind],
      );
      await noteChange(manager);
    });
  }
}

async function* idsOf(manager: EntityManager, table: string, limit: number): AsyncGenerator<string[]> {
  let last = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const rows = await manager.find<{ id: string }>(table, {
      ...{ select: { id: true }, where: { id: MoreThan(last) }, order: { id: 'ASC' }, take: limit },
    });
    if (rows.length === 0) return;
    last = rows[rows.length - 1]!.id;
    yield rows.map(({ id }) => id);
  }
}

/**
 * Fills a new index from `search_document` and swaps it in: searches see the old one until the new one is whole.
 * What changes meanwhile is caught up with before the swap. Runs in the queue of the jobs that write to Meilisearch,
 * so no other write goes to the old index while it runs.
 */
export async function rebuildIndex(
  source: DataSource,
  meili: Meili,
  progress: RebuildProgress = () => undefined,
): Promise<void> {
  const fresh = `${meili.indexName}_${Date.now()}`;
  await removeLeftovers(meili);
  await meili.done(await meili.client.createIndex(fresh, { primaryKey: 'id' }));
  await meili.done(await meili.index(fresh).updateSettings(INDEX_SETTINGS));

  // Alone for a moment: no document that is being made has a lower revision than the one noted here.
  let revision = await source.transaction(async (manager) => {
    await manager.query('select pg_advisory_xact_lock($1)', [PROJECTION_LOCK]);
    return await latestRevision(manager);
  });
  await fill(source.manager, meili, fresh, progress);
  revision = await catchUp(source.manager, meili, fresh, revision);
  await source.transaction(async (manager) => {
    await manager.query('select pg_advisory_xact_lock($1)', [PROJECTION_LOCK]);
    await catchUp(manager, meili, fresh, revision);
    await swapIn(meili, fresh);
    await manager.query(`delete from search_document where body is null`);
    await manager.query(`update search_document set pushed = true where not pushed`);
    await manager.query(
      `insert into search_state (key, value) values ($1, $2), ($3, now()::text)
       on conflict (key) do update set value = excluded.value`,
      [fingerprintKey(meili), INDEX_FINGERPRINT, rebuiltKey(meili)],
    );
  });
  // After the swap this name holds the old documents.
  await meili.done(await meili.client.deleteIndex(fresh));
}

export const fingerprintKey = (meili: Meili): string => `fingerprint of ${meili.indexName}`;
const rebuiltKey = (meili: Meili): string => `rebuilding of ${meili.indexName}`;

/** When the index was last made anew, as the database says it; null if never. */
export async function lastRebuild(manager: EntityManager, meili: Meili): Promise<string | null> {
  const rows = await manager.query<{ value: string }[]>('select value from search_state where key = $1', [
    rebuiltKey(meili),
  ]);
  return rows[0]?.value ?? null;
}

async function latestRevision(manager: EntityManager): Promise<string> {
  const [row] = await manager.query<{ revision: string }[]>(
    `select coalesce(max(revision), 0)::text as revision from search_document`,
  );
  return row?.revision ?? '0';
}

async function fill(
  manager: EntityManager,
  meili: Meili,
  name: string,
  progress: RebuildProgress,
): Promise<void> {
  const ahead: EnqueuedTask[] = [];
  let documents = 0;
  let last = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const rows = await manager.query<{ id: string; body: IndexedDocument }[]>(
      batch('body is not null and id > $1', 'id', '$2'),
      [last, DOCUMENTS_AT_ONCE],
    );
    if (rows.length === 0) break;
    last = rows[rows.length - 1]!.id;
    ahead.push(await meili.index(name).addDocuments(rows.map(({ body }) => body)));
    if (ahead.length > BATCHES_AHEAD) await meili.done(ahead.shift()!);
    progress({ documents: (documents += rows.length) });
  }
  for (const task of ahead) await meili.done(task);
}

/** Repeats what changed after `revision` in the new index; answers the revision that it then has. */
async function catchUp(
  manager: EntityManager,
  meili: Meili,
  name: string,
  revision: string,
): Promise<string> {
  for (;;) {
    const batch = await changedSince(manager, revision, DOCUMENTS_AT_ONCE);
    if (batch.length === 0) return revision;
    await send(meili, name, batch);
    revision = batch[batch.length - 1]!.revision;
  }
}

async function swapIn(meili: Meili, fresh: string): Promise<void> {
  if ((await meili.count()) === null) {
    await meili.done(await meili.client.createIndex(meili.indexName, { primaryKey: 'id' }));
  }
  await meili.done(await meili.client.swapIndexes([{ indexes: [meili.indexName, fresh], rename: false }]));
}

/** Removes the indexes that a rebuild which died left behind. No other may run. */
export async function removeLeftovers(meili: Meili): Promise<void> {
  const { results } = await meili.client.getIndexes({ limit: 1000 });
  for (const { uid } of results) {
    if (new RegExp(`^${meili.indexName}_\\d{13}$`).test(uid))
      await meili.done(await meili.client.deleteIndex(uid));
  }
}
