import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { AuditLog } from '../../audit/audit-log.js';
import { parsePartialDate } from '../../platform/dates/partial-date.js';
import { invalidField, LibraryError } from '../../platform/http/errors/library-error.js';
import type { Follower } from '../follower.js';
import { OwnerDirectory, type Away, type ListedOwner } from '../owner-directory.js';
import { requireAuditLead } from '../rights.js';
import { endLinksTo } from '../rounds/end-links.js';
import type { TrackingChange } from '../tracking-change.js';
import { TrackingLog, type Asked, withoutVersion } from '../tracking-log.js';

/** Where somebody's mail is to go; what is left out stays as it is. */
export interface MailWish {
  /** Null for whoever is back. */
  away?: Away | null;
  isLeftOut?: boolean;
}

const OWNER = 'tracked-owner';

/** Says who is away, who has their mail meanwhile, and who wants no reminders. For audit leads. */
@Injectable()
export class Deputies {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly log: TrackingLog,
    private readonly audit: AuditLog,
    private readonly owners: OwnerDirectory,
  ) {}

  /** Everybody in the directory. */
  async list(who: Follower, asking: EntityManager = this.source.manager): Promise<ListedOwner[]> {
    requireAuditLead(who);
    return await this.owners.list(asking, who.partnership.id);
  }

  /** @throws LibraryError not-found, forbidden */
  async find(who: Follower, id: string): Promise<ListedOwner> {
    return known(await this.list(who), id);
  }

  /** @throws LibraryError not-found, forbidden, invalid-request */
  async set(who: Follower, id: string, wish: MailWish, asked: Asked | null = null): Promise<void> {
    requireAuditLead(who);
    const set = async (change: TrackingChange): Promise<{ subject: string; entry: number | null }> => {
      const directory = await this.list(who, change.manager);
      const owner = known(directory, id);
      if (wish.away) refuseAway(wish.away, owner, directory, change.today);
      return { subject: id, entry: await this.record(change, owner, wish) };
    };
    await this.log.change(who, set, withoutVersion(asked));
  }

  private async record(
    { manager, who }: TrackingChange,
    { id, away: before, isLeftOut: wasLeftOut }: ListedOwner,
    { away = before, isLeftOut = wasLeftOut }: MailWish,
  ): Promise<number | null> {
    const beside = { chain: who.partnership.id, actor: who.by, subject: { kind: OWNER, id } };
    let entry: number | null = null;
    if (JSON.stringify(away) !== JSON.stringify(before)) {
      await this.owners.setAway(manager, id, away);
      const action = away ? 'tracking.deputy-named' : 'tracking.deputy-ended';
      const said = { ...(before && { from: { ...before } }), ...(away && { to: { ...away } }) };
      entry = (await this.audit.record(manager, { ...beside, action, ...said })).number;
    }
    if (isLeftOut !== wasLeftOut) {
      await this.owners.setLeftOut(manager, id, isLeftOut);
      const action = isLeftOut ? 'tracking.reminders-stopped' : 'tracking.reminders-wanted';
      entry = (await this.audit.record(manager, { ...beside, action })).number;
    }
    return entry;
  }
}

/** Whoever leaves stands in for nobody, and nobody for them; links that they had in somebody's place end. */
export async function endDeputyships(
  { manager, who }: TrackingChange,
  { audit, owners }: { audit: AuditLog; owners: OwnerDirectory },
  leaver: string,
): Promise<void> {
  await endLinksTo(manager, leaver);
  for (const { id, away } of await owners.list(manager, who.partnership.id)) {
    if (!away || (id !== leaver && away.deputy !== leaver)) continue;
    await owners.setAway(manager, id, null);
    await audit.record(manager, {
      ...{ chain: who.partnership.id, actor: who.by, action: 'tracking.deputy-ended' },
      ...{ subject: { kind: OWNER, id }, from: { ...away } },
    });
  }
}

/** @throws LibraryError not-found */
function known(directory: readonly ListedOwner[], id: string): ListedOwner {
  const owner = directory.find((one) => one.id === id);
  if (!owner) throw new LibraryError('not-found', 'There is no such person.');
  return owner;
}

/** @throws LibraryError invalid-request */
function refuseAway(
  { from, until, deputy }: Away,
  owner: ListedOwner,
  directory: readonly ListedOwner[],
  today: string,
): void {
  for (const [field, day] of [
    ['from', from],
    ['until', until],
  ] as const)
    if (parsePartialDate(day)?.precision !== 'day') throw invalidField(field, 'Write the day as 2025-03-31');
  if (until < from) throw invalidField('until', 'The last day is before the first');
  if (until < today) throw invalidField('until', 'That is over: give a last day that is still to come');
  if (deputy === owner.id) throw invalidField('deputy', 'Choose somebody else');
  const other = directory.find(({ id }) => id === deputy);
  if (!other) throw invalidField('deputy', 'There is no such person');
  if (other.email === null)
    throw invalidField('deputy', `${other.name} has no email address: choose somebody who has`);
}
