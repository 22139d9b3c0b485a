import type { EntityManager } from 'typeorm';
import { enqueue } from '../../platform/jobs/enqueue.js';

/**
 * Has what is due delivered after the transaction of `manager` commits: one run after the other.
 * @param runAt when the next is due; left out, now. Of each sort there is one
 */
export const enqueueDeliveries = async (manager: EntityManager, runAt?: Date): Promise<string> =>
  await enqueue(
    manager,
    'webhooks.deliver',
    {},
    {
      ...{ queueName: 'webhooks', jobKey: runAt ? 'webhooks.deliver later' : 'webhooks.deliver', runAt },
    },
  );
