import type { EntityManager } from 'typeorm';

/** The work was ended before its time. */
export class Interrupted extends Error {}

/**
 * Does some work in the transaction of `manager`, until it is `asked` to end: whatever the work waits for then (a lock, a
 * file that another program is still writing), its connection is ended, so that nothing of it can be committed. Once the
 * work is done it is not interrupted any more.
 * @throws Interrupted
 */
export async function interruptible<T>(
  manager: EntityManager,
  asked: AbortSignal | undefined,
  work: () => Promise<T>,
): Promise<T> {
  if (!asked) return await work();
  const [connection] = await manager.query<{ pid: number }[]>('select pg_backend_pid() as pid');
  let onAsked = (): void => undefined;
  const interrupted = new Promise<never>((_, fail) => {
    onAsked = () => {
      // Over another connection: this one may be busy.
      void manager.connection
        .query('select pg_terminate_backend($1)', [connection!.pid])
        .catch(() => undefined)
        .then(() => fail(new Interrupted()));
    };
  });
  asked.addEventListener('abort', onAsked);
  if (asked.aborted) onAsked();
  const working = work();
  // It fails in its own time, when its connection is gone; by then nobody listens.
  const failed = working.catch((error: unknown) => {
    if (asked.aborted) return interrupted;
    throw error;
  });
  try {
    return await Promise.race([failed, interrupted]);
  } finally {
    asked.removeEventListener('abort', onAsked);
    failed.catch(() => undefined);
  }
}
