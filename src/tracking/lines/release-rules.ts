import type { EntityManager } from 'typeorm';
import { isKeyMadeBy } from '../../accounts/keys/key-maker.js';
import { LibraryError } from '../../platform/http/errors/library-error.js';
import { IDENTIFYING_WORDS } from '../../publishing/anonymity/identifying.js';
import type { Cleared, Clearing } from '../../publishing/anonymity/neutral.js';
import { PUBLIC } from '../../publishing/audience.js';
import { isAuditLead, type Follower } from '../follower.js';

/** What is sent with words that the public is to read. */
export interface ClearingWish {
  cleared?: Clearing[];
}

/** What was cleared, as an entry keeps it: where, and the reasons as its words. */
export function clearedIn(all: readonly (Cleared & { reason: string })[]): {
  cleared: { kind: string; start: number }[];
  why: string | null;
} {
  return {
    cleared: all.map(({ kind, start }) => ({ kind, start })),
    why:
      all.length === 0
        ? null
        : all.map(({ kind, reason }) => `${IDENTIFYING_WORDS[kind]}: ${reason}`).join('\n'),
  };
}

/** @throws LibraryError forbidden for whoever releases nothing */
export function requireApprover(who: Follower): void {
  if (!isAuditLead(who) && who.role !== 'approver')
    throw new LibraryError(
      'forbidden',
      'An approver or another audit lead of the partnership releases this.',
    );
}

/** Who has done something, as entries say it. */
interface Doer {
  kind: string;
  id: string | null;
}

/**
 * Nobody releases what they wrote themselves, neither by another role nor by a key that they made.
 * @throws LibraryError own-words
 */
export async function refuseOwn(manager: EntityManager, writer: Doer, { by }: Follower): Promise<void> {
  const isSame = writer.kind === by.kind && writer.id === by.id;
  if (isSame || (await isKeyOf(manager, writer, by)) || (await isKeyOf(manager, by, writer)))
    throw new LibraryError('own-words', 'You wrote this yourself. Somebody else reads it, and releases it.');
}

async function isKeyOf(manager: EntityManager, key: Doer, person: Doer): Promise<boolean> {
  if (key.kind !== 'key' || person.kind !== 'person') return false;
  return key.id !== null && person.id !== null && (await isKeyMadeBy(manager, key.id, person.id));
}

/** The review of a recommendation that everybody sees; null where nobody does. */
export async function publicReviewOf(manager: EntityManager, recommendation: string): Promise<string | null> {
  const [row] = await manager.query<{ id: string }[]>(
    `select c.review_id as id from ${PUBLIC.recommendation} c where c.id = $1`,
    [recommendation],
  );
  return row?.id ?? null;
}
