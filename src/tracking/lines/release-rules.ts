import type { EntityManager } from 'typeorm';
import { isSameDoer } from '../../accounts/keys/key-maker.js';
import { LibraryError } from '../../platform/http/errors/library-error.js';
import { IDENTIFYING_WORDS } from '../../publishing/anonymity/identifying.js';
import { requireNeutral, type Clearing } from '../../publishing/anonymity/neutral.js';
import { PUBLIC } from '../../publishing/audience.js';
import { isAuditLead, type Follower } from '../follower.js';

/** What is sent with words that the public is to read. */
export interface ClearingWish {
  cleared?: Clearing[];
}

/**
 * Refuses a text that may identify somebody, as `requireNeutral` does.
 * @returns what was cleared now, as an entry keeps it: where, and the reasons as its words
 * @throws LibraryError identifies
 */
export function checkNeutral(
  text: string,
  given: Parameters<typeof requireNeutral>[1],
): { cleared: { kind: string; start: number; length: number }[]; why: string | null } {
  const all = requireNeutral(text, given);
  return {
    cleared: all.map(({ kind, start, length }) => ({ kind, start, length })),
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

/**
 * Nobody releases what they wrote themselves, neither by another role nor by a key that they made.
 * @throws LibraryError own-words
 */
export async function refuseOwn(
  manager: EntityManager,
  writer: { kind: string; id: string | null },
  { by }: Follower,
): Promise<void> {
  if (await isSameDoer(manager, writer, by))
    throw new LibraryError('own-words', 'You wrote this yourself. Somebody else reads it, and releases it.');
}

/** The review of a recommendation that everybody sees; null where nobody does. */
export async function publicReviewOf(manager: EntityManager, recommendation: string): Promise<string | null> {
  const [row] = await manager.query<{ id: string }[]>(
    `select c.review_id as id from ${PUBLIC.recommendation} c where c.id = $1`,
    [recommendation],
  );
  return row?.id ?? null;
}
