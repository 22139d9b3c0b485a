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

/** The first row of a query on one record. */
export async function firstRecord(
  manager: EntityManager,
  statement: string,
  parameters: unknown[],
): Promise<Withdrawable | null> {
  const [row] = await manager.query<Withdrawable[]>(statement, parameters);
  return row ?? null;
}
