import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { AuditLog } from '../audit/audit-log.js';
import { LibraryError, invalidField } from '../platform/http/errors/library-error.js';
import { parsePartialDate } from '../platform/dates/partial-date.js';
import { isId } from '../platform/text/is-id.js';
import { succeedAgency } from './agency-succession.js';
import { AgencyList, type AgencyWish, type ListedAgency } from './agency-list.js';
import type { Follower } from './follower.js';
import { requireAuditLead } from './rights.js';
import type { Succession } from './tracking.js';
import type { TrackingChange } from './tracking-change.js';
import { TrackingLog, type Asked, type Done, withoutVersion } from './tracking-log.js';

export interface SuccessionWish {
  /** Ids; where it is renamed, a new name. */
  into: string | string[];
  kind: Succession;
  on: string;
}

/** Keeps a partnership's list of agencies, through what becomes of them. */
@Injectable()
export class AgenciesService {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly log: TrackingLog,
    private readonly audit: AuditLog,
    private readonly agencies: AgencyList,
  ) {}

  /** @param asOf the day on which the list is looked at; today’s, where it is left out */
  async list({ partnership }: Follower, asOf: string | null = null): Promise<ListedAgency[]> {
    const listed = await this.agencies.list(this.source.manager, partnership.id);
    return asOf === null ? listed : listedOn(listed, asOf);
  }

  /** @throws LibraryError invalid-request for a name that is in the list */
  async enter(who: Follower, wish: AgencyWish, asked: Asked | null = null): Promise<Done> {
    requireAuditLead(who);
    return await this.log.change(
      who,
      async ({ manager }) => {
        const id = await this.agencies.enter(manager, who.partnership, wish);
        const entry = await this.audit.record(manager, {
          ...{ chain: who.partnership.id, actor: who.by, action: 'tracking.agency-entered' },
          ...{ subject: { kind: 'agency', id, name: wish.name } },
        });
        return { subject: id, entry: entry.number };
      },
      asked,
    );
  }

  /**
   * Says who is told of what is long overdue at an agency; null for nobody.
   * @throws LibraryError not-found
   */
  async setExecutive(
    who: Follower,
    id: string,
    executive: string | null,
    asked: Asked | null = null,
  ): Promise<Done> {
    requireAuditLead(who);
    const set = async ({ manager }: TrackingChange): Promise<{ subject: string; entry: number }> => {
      const chain = who.partnership.id;
      const found = (await this.agencies.list(manager, chain)).find((one) => one.id === id);
      if (!found) throw new LibraryError('not-found', 'There is no such agency in your partnership’s list.');
      await this.agencies.setExecutive(manager, chain, id, executive);
      const { number } = await this.audit.record(manager, {
        ...{ chain, actor: who.by, action: 'tracking.executive-set', subject: { kind: 'agency', id } },
        words: { ...(found.executive && { from: found.executive }), ...(executive && { to: executive }) },
      });
      return { subject: id, entry: number };
    };
    return await this.log.change(who, set, withoutVersion(asked));
  }

  /**
   * An agency becomes another, from a day on: what is open, and the rights of whoever acts for it, pass to that one (of several, to
   * the first); what is over stays with the old name.
   * @throws LibraryError not-found, circle, invalid-request
   */
  async succeed(
    who: Follower,
    id: string,
    { into, kind, on }: SuccessionWish,
    asked: Asked | null = null,
  ): Promise<Done> {
    requireAuditLead(who);
    if (parsePartialDate(on)?.precision !== 'day') throw invalidField('on', 'Write the day as 2025-03-31');
    if (on > this.log.today())
      throw new LibraryError('effective-in-future', 'Enter what an agency became once it is so.');
    return await this.log.change(
      who,
      async (change) => {
        const { manager } = change;
        const known = await this.agencies.list(manager, who.partnership.id);
        const from = known.find((one) => one.id === id);
        if (!from) throw new LibraryError('not-found', 'There is no such agency in your partnership’s list.');
        const successors = await this.successors(manager, who, from, { into, kind });
        refuseCircle(known, id, successors);
        const fact = { from, into: successors, kind, on };
        const entry = await succeedAgency(change, { audit: this.audit, agencies: this.agencies }, fact);
        return { subject: id, entry: entry.number };
      },
      asked,
    );
  }

  private async successors(
    manager: DataSource['manager'],
    { partnership }: Follower,
    from: ListedAgency,
    { into, kind }: Pick<SuccessionWish, 'into' | 'kind'>,
  ): Promise<string[]> {
    const given = [into].flat();
    const [only] = given;
    if (given.length === 0 || (kind !== 'split' && given.length > 1))
      throw invalidField('into', 'Say what it becomes: several agencies only where it is split');
    if (kind === 'renamed' && !isId(only!))
      return [await this.agencies.enter(manager, partnership, { name: only!, executive: from.executive })];
    return await this.agencies.require(manager, partnership.id, given, 'into');
  }
}

/** @throws LibraryError circle where an agency would become itself, at last */
function refuseCircle(known: readonly ListedAgency[], id: string, into: readonly string[]): void {
  const byId = new Map(known.map((one) => [one.id, one.successors]));
  const passed = new Set<string>();
  const next = [...into];
  for (let at = next.pop(); at !== undefined; at = next.pop()) {
    if (at === id) throw new LibraryError('circle', 'An agency cannot become itself.');
    if (passed.has(at)) continue;
    passed.add(at);
    next.push(...(byId.get(at) ?? []));
  }
}

/** The list as it was on a day: what was renamed, merged or split later stands as it was, and its new names do not. */
function listedOn(listed: readonly ListedAgency[], asOf: string): ListedAgency[] {
  const isLater = ({ endedOn }: ListedAgency): boolean => endedOn !== null && endedOn > asOf;
  const renamedFrom = new Map(
    listed
      .filter((one) => isLater(one) && one.succession === 'renamed')
      .flatMap(({ id, successors }) => successors.map((name) => [name, id])),
  );
  const calledThen = (id: string): string => {
    const before = renamedFrom.get(id);
    return before === undefined ? id : calledThen(before);
  };
  return listed
    .filter(({ id }) => !renamedFrom.has(id))
    .map((one) => ({ ...one, members: one.members?.map(calledThen) ?? null }))
    .map((one) => (isLater(one) ? { ...one, endedOn: null, succession: null, successors: [] } : one));
}
