import type { EntityManager } from 'typeorm';
import type { IndexedDocument } from '../search-document.js';
import { markPushed, waiting, type WaitingDocument } from './document.store.js';
import type { Meili } from './meili.js';

const BATCH = 500;

/** Sends every waiting change to Meilisearch and waits until it can be found. */
export async function pushWaiting(manager: EntityManager, meili: Meili): Promise<void> {
  for (;;) {
    const batch = await waiting(manager, BATCH);
    if (batch.length === 0) return;
    await send(meili, meili.indexName, batch);
    await markPushed(manager, batch);
  }
}

/** Writes these documents to an index, removes those without a body, and waits for both. */
export async function send(meili: Meili, indexName: string, batch: WaitingDocument[]): Promise<void> {
  const index = meili.index(indexName);
  const bodies = batch.map(({ body }) => body).filter((body): body is IndexedDocument => body !== null);
  const removed = batch.filter(({ body }) => body === null).map(({ id }) => id);
  // Both are enqueued before either is waited for: Meilisearch does them in order, perhaps in one go.
  const tasks = [
    ...(bodies.length > 0 ? [await index.addDocuments(bodies, { primaryKey: 'id' })] : []),
    ...(removed.length > 0 ? [await index.deleteDocuments(removed)] : []),
  ];
  for (const task of tasks) await meili.done(task);
}
