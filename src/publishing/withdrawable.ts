import type { EntityManager } from 'typeorm';
import type { SearchSubject } from '../platform/jobs/enqueue.js';
import { PUBLIC } from './audience.js';
import type { PublishedKind } from './publication.js';
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
  /** Of an address that may change, the one that does not; null where it is that one. */
  lasting?(manager: EntityManager, parts: string[]): Promise<string | null>;
  find(manager: EntityManager, parts: string[]): Promise<Withdrawable | null>;
  /** What has to be gone first, as addresses: only what can do without this may stay behind. */
  obstacles?(manager: EntityManager, id: string): Promise<string[]>;
  hide(manager: EntityManager, id: string): Promise<void>;
  show(manager: EntityManager, id: string): Promise<void>;
  /** Which search documents say something of it now. */
  documents(manager: EntityManager, id: string): Promise<StaleDocument[]>;
}

/** For records that have no state of their own: they keep the time at which they were withdrawn. */
export const withdrawnByTime = (
  table: 'theme' | 'partnership' | 'recommendation' | 'learning_point',
): Pick<WithdrawableNoun, 'hide' | 'show'> => ({
  hide: async (manager, id) => {
    await manager.update(table, id, { withdrawnAt: () => 'now()' });
  },
  show: async (manager, id) => {
    await manager.update(table, id, { withdrawnAt: null });
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

/** For parts of reviews, which stay: their search documents hold all that is found of these. */
export const withdrawnFromReview = (
  table: 'recommendation' | 'learning_point',
): Pick<WithdrawableNoun, 'hide' | 'show' | 'documents'> => ({
  ...withdrawnByTime(table),
  documents: async (manager, id) =>
    (await manager.findBy<{ id: string; reviewId: string }>(table, { id })).map(({ reviewId }) => ({
      ...{ kind: 'review', id: reviewId },
    })),
});

/**
 * How a record is withdrawn that has a publisher and a state of publication, which then says so.
 * @param label SQL: what row `b` is called
 * @param more SQL: to be added to the addresses of row `b`
 */
export const withdrawnByState = (kind: PublishedKind, label: string, more = `'{}'`): WithdrawableNoun => ({
  kind,
  address: new RegExp(`^/${kind}s/([^/#]+)$`),
  find: (manager, parts) =>
    firstRecord(
      manager,
      `select b.id, ${label} as label, p.name as publisher, b.state in ('draft', 'in-review') as "isDraft",
         b.state = 'withdrawn' as "isWithdrawn", seen.id is not null as "isPublic",
         '/${kind}s/' || b.slug || ${more}::text[] as addresses
       from ${kind} b left join ${PUBLIC[kind]} seen on seen.id = b.id
       left join ${PUBLIC.publisher} p on p.id = b.publisher_id where b.slug = $1`,
      parts,
    ),
  hide: async (manager, id) => {
    await manager.update(kind, id, { state: 'withdrawn' });
  },
  show: async (manager, id) => {
    // It waits again if the hour of its embargo is known.
    const state = (): string => `case when visible_from is null then 'published' else 'scheduled' end`;
    await manager.update(kind, id, { state });
  },
  documents: (_, id) => Promise.resolve([{ kind, id }]),
});
