import type { ListedOwner } from './owner-directory.js';

/** To whom an e-mail for somebody goes. */
export interface Recipient {
  name: string;
  address: string;
  /** Name of whom it is for, where they are away and this is their deputy; null for themself. */
  standsInFor: string | null;
  /** Id of the deputy, where it goes to one. */
  deputy: string | null;
}

/** By owner; null where nobody has an address. */
export type Recipients = ReadonlyMap<string, Recipient | null>;

/**
 * Whose mail goes where on a day: to a deputy, while somebody is away. The one place that decides it.
 * @param directory everybody in a partnership
 */
export function recipientsOn(directory: readonly ListedOwner[], day: string): Recipients {
  const byId = new Map(directory.map((owner) => [owner.id, owner]));
  return new Map(directory.map((owner) => [owner.id, recipientOf(byId, owner, day)]));
}

/**
 * From deputy to deputy, until somebody is there whom mail can reach. Where there is none, or the deputies stand in for each
 * other in a circle, it goes to the person themself.
 */
function recipientOf(
  directory: ReadonlyMap<string, ListedOwner>,
  owner: ListedOwner,
  day: string,
): Recipient | null {
  const passed = new Set<string>();
  let at: ListedOwner | undefined = owner;
  while (at && isAway(at, day) && !passed.has(at.id)) {
    passed.add(at.id);
    at = directory.get(at.away!.deputy);
  }
  const isReached = at && !isAway(at, day) && at.email !== null;
  const { name, email } = isReached ? at! : owner;
  if (email === null) return null;
  const deputy = isReached && at !== owner ? at! : null;
  return { name, address: email, standsInFor: deputy && owner.name, deputy: deputy?.id ?? null };
}

const isAway = ({ away }: ListedOwner, day: string): boolean =>
  away !== null && away.from <= day && day <= away.until;
