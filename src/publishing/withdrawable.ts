import type { EntityManager } from 'typeorm';
import type { SearchSubject } from '../platform/jobs/enqueue.js';
import type { WithdrawableKind } from './withdrawal-reasons.js';

/** A record that somebody wants to withdraw or restore. */
export interface Withdrawable {
  id: string;
  label: string;
  publisher: string | null;
  /** A draft was never public, and must not become so by being restored. */
  isDraft: boolean;
  isWithdrawn: boolean;
  isPublic: boolean;
  /** Every address that the public can open as long as this is public: its own, and of what hangs on it. */
  addresses: string[];
}

/** A record whose search document is to be made anew. */
export interface StaleDocument {
  kind: SearchSubject;
  id: string;
}

/** How the records of one kind are withdrawn: what their room knows of that. All of it works in the given transaction. */
export interface WithdrawableNoun {
  kind: WithdrawableKind;
  /** Its addresses, as paths without the API's prefix; the groups are what `find` is given. */
  address: RegExp;
  find(manager: EntityManager, parts: string[]): Promise<Withdrawable | null>;
  /** What has to be gone first, as addresses: only what can do without this may stay behind. */
  obstacles?(manager: EntityManager, id: string): Promise<string[]>;
  hide(manager: EntityManager, id: string): Promise<void>;
  show(manager: EntityManager, id: string): Promise<void>;
  /** Which search documents say something of it now. */
  documents(manager: EntityManager, id: string): Promise<StaleDocument[]>;
}

type Hiding = Pick<WithdrawableNoun, 'hide' | 'show'>;

/** For records with a state of publication. One that is restored waits again if the hour of its embargo is known. */
export const withdrawnByState = (table: 'review' | 'briefing' | 'resource'): Hiding => ({
  hide: async (manager, id) => {
    await manager.query(`update ${table} set state = 'withdrawn', updated_at = now() where id = $1`, [id]);
  },
  show: async (manager, id) => {
    await manager.query(
      `update ${table} set state = case when visible_from is null then 'published' else 'scheduled' end, updated_at = now()
       where id = $1`,
      [id],
    );
  },
});

/** For records that have no state of their own: they keep the time at which they were withdrawn. */
export const withdrawnByTime = (table: 'partnership' | 'recommendation' | 'learning_point'): Hiding => ({
  hide: async (manager, id) => {
    await manager.query(`update ${table} set withdrawn_at = now() where id = $1`, [id]);
  },
  show: async (manager, id) => {
    await manager.query(`update ${table} set withdrawn_at = null where id = $1`, [id]);
  },
});

/** The first row of a query on one record. */
export async function firstRecord(
  manager: EntityManager,
  statement: string,
  parameters: unknown[],
): Promise<Withdrawable | null> {
  const [row] = await manager.query<Withdrawable[]>(statement, parameters);
  return row ?? null;
}
