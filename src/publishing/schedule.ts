import type { EntityManager } from 'typeorm';
import { enqueueSearchUpdate, enqueueSearchUpdateAt } from '../platform/jobs/enqueue.js';
import type { PublishedKind } from './publication.js';

/**
 * Puts a record under an embargo, in the transaction of `manager`: nobody sees it before the instant, and from then on
 * everybody does, whether any job runs or not. Only that it can be searched for waits for the job.
 */
export async function schedule(
  manager: EntityManager,
  noun: PublishedKind,
  id: string,
  visibleFrom: Date,
): Promise<void> {
  await manager.update(noun, id, { state: 'scheduled', visibleFrom });
  await enqueueSearchUpdate(manager, noun, [id]);
  await enqueueSearchUpdateAt(manager, noun, id, visibleFrom);
}
