import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { hashOf, newToken } from '../../accounts/token.js';
import { AuditLog } from '../../audit/audit-log.js';
import { invalidField, LibraryError } from '../../platform/http/errors/library-error.js';
import { AgencyList } from '../agency-list.js';
import { isAuditLead, seesAll, type Follower } from '../follower.js';
import { OwnerDirectory } from '../owner-directory.js';
import type { TrackingChange } from '../tracking-change.js';
import { TrackingLog, type Asked, withoutVersion } from '../tracking-log.js';
import { CalendarHolder, CalendarItem } from './calendar.model.js';

const SUBJECT = 'tracking-calendar';

/** Makes and revokes addresses at which calendar programs read when actions are due. */
@Injectable()
export class Calendars {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly log: TrackingLog,
    private readonly audit: AuditLog,
    private readonly agencies: AgencyList,
    private readonly owners: OwnerDirectory,
  ) {}

  /** Those that somebody may revoke: agency leads, of their agency; the latest first. */
  async list(who: Follower, asking: EntityManager = this.source.manager): Promise<CalendarItem[]> {
    const rows = await asking.query<CalendarItem[]>(LIST, [who.partnership.id]);
    return rows.filter(({ agency }) => seesAll(who) || (agency !== null && agency === who.agency?.id));
  }

  /**
   * A new one takes the place of those that the person or agency has.
   * @returns its token, which is kept nowhere; null for a request that comes again
   * @throws LibraryError invalid-request, forbidden
   */
  async make(
    who: Follower,
    wish: Partial<CalendarHolder>,
    asked: Asked | null = null,
  ): Promise<{ id: string; token: string | null }> {
    const { owner = null, agency = null } = wish;
    if ((owner === null) === (agency === null))
      throw invalidField('owner', 'Name one person or one agency whose actions it shows');
    if (!isAuditLead(who) && (agency === null || agency !== who.agency?.id))
      throw new LibraryError('forbidden', 'You may make a calendar address for your own agency alone.');
    let token: string | null = null;
    const { subject: id } = await this.log.change(
      who,
      async (change) => {
        const { manager } = change;
        const holder = await this.holder(manager, who, { owner, agency });
        await endCalendars(change, this.audit, holder);
        token = newToken();
        const made = [hashOf(token), who.partnership.id, holder.owner, holder.agency];
        const [row] = await manager.query<{ id: string }[]>(MAKE, made);
        const { number } = await this.audit.record(manager, {
          ...{ chain: who.partnership.id, actor: who.by, action: 'tracking.calendar-made' },
          ...{ subject: { kind: SUBJECT, id: row!.id }, to: { ...holder } },
        });
        return { subject: row!.id, entry: number };
      },
      withoutVersion(asked),
    );
    return { id, token };
  }

  /** From the next request on nobody reads anything at its address. @throws LibraryError not-found */
  async revoke(who: Follower, id: string, asked: Asked | null = null): Promise<void> {
    await this.log.change(
      who,
      async (change) => {
        const found = (await this.list(who, change.manager)).find((one) => one.id === id);
        if (!found) throw new LibraryError('not-found', 'There is no such calendar address.');
        await change.manager.query('delete from tracking_calendar where id = $1', [id]);
        return { subject: id, entry: await recordEnd(change, this.audit, found) };
      },
      withoutVersion(asked),
    );
  }

  /** @throws LibraryError invalid-request for whom the partnership does not know, or an agency that has become another */
  private async holder(
    manager: EntityManager,
    { partnership }: Follower,
    { owner, agency }: CalendarHolder,
  ): Promise<CalendarHolder> {
    if (owner !== null)
      return { owner: await this.owners.find(manager, partnership.id, owner, 'known'), agency };
    const found = (await this.agencies.list(manager, partnership.id)).find(({ id }) => id === agency);
    if (!found || found.endedOn !== null)
      throw invalidField('agency', 'There is no such agency in your partnership’s list');
    return { owner, agency };
  }
}

/** The addresses of a person or an agency stop: for whoever leaves, or is given another one. */
export async function endCalendars(
  change: TrackingChange,
  audit: AuditLog,
  { owner, agency }: CalendarHolder,
): Promise<void> {
  const { manager, who } = change;
  const [ended] = await manager.query<[{ id: string }[], number]>(END, [who.partnership.id, owner, agency]);
  for (const { id } of ended) await recordEnd(change, audit, { id, owner, agency });
}

async function recordEnd(
  { manager, who }: TrackingChange,
  audit: AuditLog,
  { id, owner, agency }: Pick<CalendarItem, 'id' | 'owner' | 'agency'>,
): Promise<number> {
  const { number } = await audit.record(manager, {
    ...{ chain: who.partnership.id, actor: who.by, action: 'tracking.calendar-revoked' },
    ...{ subject: { kind: SUBJECT, id }, from: { owner, agency } },
  });
  return number;
}

const LIST = `
  select id, owner_id as owner, agency_id as agency, made_at as "madeAt"
  from tracking_calendar where partnership_id = $1 order by made_at desc, id`;

const MAKE = `
  insert into tracking_calendar (token_hash, partnership_id, owner_id, agency_id) values ($1, $2, $3, $4) returning id`;

const END = `
  delete from tracking_calendar where partnership_id = $1 and (owner_id = $2 or agency_id = $3) returning id`;
