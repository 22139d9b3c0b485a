import type { Recipients } from '../recipients.js';
import type { Owner } from '../owner-directory.js';
import { isRemoved } from '../owner-directory.js';
import { answersSince, type RoundAction } from './round-actions.js';
import type { NotAskedReason, RoundMailing } from './round.model.js';
import { hasAnswered, type KeptPerson, type RoundNow } from './rounds.queries.js';

/** Which of the two e-mails of a round. */
export type MailingKind = 'asking' | 'reminding';

/**
 * Who gets an e-mail, and who does not and why, as things stand.
 * @param recipients where mail for each owner goes
 * @param day on which it is sent
 */
export function planMailing(
  now: RoundNow,
  kind: MailingKind,
  recipients: Recipients,
  day: string,
): Omit<RoundMailing, 'preview'> {
  const asked = new Map(now.people.map((person) => [person.owner, person]));
  const reasonOf = (action: RoundAction): NotAskedReason | null => {
    const { owner, isOpen } = action;
    if (!isOpen) return 'action-closed';
    if (owner === null) return 'no-owner';
    if (!recipients.get(owner)) return isRemoved(now.owners.get(owner)) ? 'owner-removed' : 'no-address';
    const person = asked.get(owner);
    if (kind === 'asking') return person ? 'asked-before' : null;
    return person ? notReminded(now, person, action, day) : 'not-asked-yet';
  };
  const sorted = now.actions.map((action) => ({ action, why: reasonOf(action) }));
  const byOwner = Map.groupBy(
    sorted.filter(({ why }) => why === null),
    ({ action }) => action.owner!,
  );
  return {
    people: [...byOwner]
      .map(([id, own]) => ({ id, ...recipients.get(id)!, actions: own.map(({ action }) => action.ref) }))
      .toSorted((one, other) => one.name.localeCompare(other.name, 'en-GB')),
    notAsked: sorted.flatMap(({ action, why }) =>
      why === null ? [] : [{ action: action.ref, name: nameOf(now.owners, action.owner), why }],
    ),
  };
}

function notReminded(
  now: RoundNow,
  person: KeptPerson,
  action: RoundAction,
  day: string,
): NotAskedReason | null {
  if (hasAnswered(now, person) || answersSince(action, person.askedEntry).length > 0) return 'answered';
  return person.chasedOn === day ? 'reminded-today' : null;
}

const nameOf = (owners: ReadonlyMap<string, Owner>, id: string | null): string | null =>
  id === null ? null : (owners.get(id)?.name ?? null);
