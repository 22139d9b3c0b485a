import type { EnqueuedTask, Settings } from 'meilisearch';
import type { EntityManager } from 'typeorm';
import type { Meili } from '../../platform/meilisearch/meili.js';

/** How Meilisearch is to treat the documents. */
export const INDEX_SETTINGS: Settings = {
  // Searches ask for what only reports say, by stems in `words`; suggestions for the first letters of what the others say.
  searchableAttributes: ['words', 'title', 'publisher'],
  filterableAttributes: ['kinds'],
  sortableAttributes: ['date'],
  displayedAttributes: ['id'],
  rankingRules: ['sort', 'words', 'typo', 'attribute', 'exactness', 'date:desc'],
  // What only reports say is listed by date: how near words stand is not worth its cost.
  proximityPrecision: 'byAttribute',
  // Short words are never mistyped: one wrong letter in "CSE" is "CCE", another kind of harm.
  typoTolerance: { enabled: true, minWordSizeForTypos: { oneTypo: 5, twoTypos: 9 } },
  localizedAttributes: [{ attributePatterns: ['*'], locales: ['eng'] }],
  pagination: { maxTotalHits: 100_000 },
};

/** A document as it waits for Meilisearch; without a body it is to be removed there. */
interface WaitingDocument {
  id: string;
  body: Record<string, unknown> | null;
  revision: string;
}

/**
 * Makes the index what the library says it is: in place, so that searches go on. At the start and after an outage it may be
 * that of another Meilisearch than we knew, or of one that lost its data.
 */
export async function bringInStep(manager: EntityManager, meili: Meili): Promise<void> {
  await meili.done(await meili.index().updateSettings(INDEX_SETTINGS));
  await pushWaiting(manager, meili);
  const { numberOfDocuments: held } = await meili.index().getStats();
  // With changes on their way the count proves nothing.
  const [row] = await manager.query<{ sent: number; isAll: boolean }[]>(
    `select count(*)::int as sent, coalesce(bool_and(pushed), true) as "isAll" from search_document`,
  );
  if (!row!.isAll || row!.sent === held) return;
  await sendAgain(manager);
  await meili.done(await meili.index().deleteAllDocuments());
  await pushWaiting(manager, meili);
}

/** Has every document wait for Meilisearch. */
export async function sendAgain(manager: EntityManager): Promise<void> {
  await manager.query(`update search_document set pushed = false where pushed`);
}

/** Sends every waiting change to Meilisearch, the oldest first, and waits until it can be found. */
export async function pushWaiting(manager: EntityManager, meili: Meili): Promise<void> {
  const ahead: { batch: WaitingDocument[]; tasks: EnqueuedTask[] }[] = [];
  for (let last = '0'; ;) {
    const batch = await manager.query<WaitingDocument[]>(WAITING, [last]);
    if (batch.length > 0) {
      last = batch.at(-1)!.revision;
      ahead.push({ batch, tasks: await send(batch, meili) });
      if (ahead.length <= BATCHES_AHEAD) continue;
    }
    const first = ahead.shift();
    if (!first) return;
    for (const task of first.tasks) await meili.done(task);
    const sent = [first.batch.map(({ id }) => id), first.batch.map(({ revision }) => revision)];
    await manager.query(
      `update search_document d set pushed = true from ${AS_SENT} and d.body is not null`,
      sent,
    );
    await manager.query(`delete from search_document d using ${AS_SENT} and d.body is null`, sent);
  }
}

async function send(batch: WaitingDocument[], meili: Meili): Promise<EnqueuedTask[]> {
  const bodies = batch.flatMap(({ body }) => (body === null ? [] : [body]));
  const removed = batch.flatMap(({ id, body }) => (body === null ? [id] : []));
  return [
    ...(bodies.length > 0 ? [await meili.index().addDocuments(bodies, { primaryKey: 'id' })] : []),
    ...(removed.length > 0 ? [await meili.index().deleteDocuments(removed)] : []),
  ];
}

/** What was sent, unless it has changed again meanwhile. */
const AS_SENT = `unnest($1::uuid[], $2::bigint[]) as sent(id, revision) where d.id = sent.id and d.revision = sent.revision`;

/** Batches that Meilisearch may have before we wait: enough to keep it busy, few enough to bound its memory and disk. */
const BATCHES_AHEAD = 8;
const BATCH = 500;
/** As stored, that is compressed: three or four times as much on the way to Meilisearch, which takes 100 MB at once. */
const MOST_BYTES = 6_000_000;

/** A document as Meilisearch gets it: its words only where some stand in reports alone; null where there is no body. */
export const INDEXED = `case when d.body is not null then jsonb_strip_nulls(jsonb_build_object('id', d.id,
    'kinds', d.body#>'{values,kind,0}', 'title', d.body->'title', 'publisher', d.body->'publisher', 'date', d.body->'date',
    'words', case when cardinality(d.terms) > cardinality(d.weights) then array_to_string(d.terms, ' ') else '' end)) end`;

/** The oldest changes, of at most so many documents and so large together, but at least one. */
const WAITING = `
  select d.id, ${INDEXED} as body, d.revision::text from (
    select id, sum(coalesce(pg_column_size(body) + pg_column_size(terms), 0)) over (order by revision) as bytes,
      row_number() over (order by revision) as place
    from (select id, body, terms, revision from search_document where not pushed and revision > $1 order by revision limit ${BATCH}) as next
  ) as chosen join search_document d on d.id = chosen.id
  where chosen.bytes <= ${MOST_BYTES} or chosen.place = 1
  order by d.revision`;
