import type { Client } from 'pg';
import { expect } from '@jest/globals';

/** Checks again and again until nothing is wrong. @throws what is wrong still when the time is up */
export async function eventually(check: () => Promise<void>, milliseconds = 30_000): Promise<void> {
  const end = Date.now() + milliseconds;
  for (;;) {
    try {
      await check();
      return;
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((done) => setTimeout(done, 50));
    }
  }
}

/** Waits until somebody waits for an advisory lock in this database; its neighbours on the server have theirs. */
export async function somebodyWaits(client: Client): Promise<void> {
  await eventually(async () => {
    const { rowCount } = await client.query(
      `select 1 from pg_locks join pg_database d on d.oid = database
        where d.datname = current_database() and locktype = 'advisory' and not granted`,
    );
    expect(rowCount).toBe(1);
  });
}
