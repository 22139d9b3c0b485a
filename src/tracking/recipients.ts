import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** To whom an e-mail for somebody goes. */
export interface Recipient {
  name: string;
  address: string;
  /** Name of whom it is for, where they are away and this is their deputy; null for themself. */
  standsInFor: string | null;
  /** Id of the deputy, where it goes to one. */
  deputy: string | null;
}

/** Says whose mail goes where, on a day: to a deputy, while somebody is away. The one place where this is asked. */
@Injectable()
export class Recipients {
  /** @returns by owner; null where nobody has an address */
  async of(
    manager: EntityManager,
    partnershipId: string,
    ownerIds: readonly string[],
    day: string,
  ): Promise<Map<string, Recipient | null>> {
    if (ownerIds.length === 0) return new Map();
    const rows = await manager.query<DirectoryEntry[]>(DIRECTORY, [partnershipId, day]);
    const directory = new Map(rows.map((row) => [row.id, row]));
    return new Map(ownerIds.map((id) => [id, recipientOf(directory, id)]));
  }
}

/** Somebody in a partnership's directory, on a day. */
export interface DirectoryEntry {
  id: string;
  name: string;
  email: string | null;
  /** Whether they are away on that day, and have a deputy. */
  isAway: boolean;
  deputyId: string | null;
}

/**
 * From deputy to deputy, until somebody is there whom mail can reach. Where there is none, or the deputies stand in for each
 * other in a circle, it goes to the person themself.
 */
export function recipientOf(directory: ReadonlyMap<string, DirectoryEntry>, id: string): Recipient | null {
  const owner = directory.get(id);
  if (!owner) return null;
  const passed = new Set<string>();
  let at: DirectoryEntry | undefined = owner;
  while (at?.isAway && !passed.has(at.id)) {
    passed.add(at.id);
    at = directory.get(at.deputyId ?? '');
  }
  const isReached = at && !at.isAway && at.email !== null;
  const { name, email } = isReached ? at! : owner;
  if (email === null) return null;
  const deputy = isReached && at !== owner ? at! : null;
  return { name, address: email, standsInFor: deputy && owner.name, deputy: deputy?.id ?? null };
}

const DIRECTORY = `
  select id, name, email, deputy_id as "deputyId",
    coalesce(deputy_id is not null and $2::date between away_from and away_until, false) as "isAway"
  from tracked_owner where partnership_id = $1`;
