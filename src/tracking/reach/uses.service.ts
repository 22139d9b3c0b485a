import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditLog } from '../../audit/audit-log.js';
import { parsePartialDate } from '../../platform/dates/partial-date.js';
import { invalidField, LibraryError } from '../../platform/http/errors/library-error.js';
import { AgencyList } from '../agency-list.js';
import { isAuditLead, type Follower } from '../follower.js';
import { requireReason } from '../given.js';
import { requireAdministrator } from '../rights.js';
import { TrackingLog, type Asked, type Done } from '../tracking-log.js';
import { USE_KINDS, type UseKind } from './reach.js';
import type { UseItem } from './reach.model.js';
import { ReachQueries, USE } from './reach.queries.js';
import { publicRecord } from './used-records.js';

/** That a team discussed something. */
export interface UseWish {
  kind: UseKind;
  slug: string;
  /** YYYY-MM-DD. */
  on: string;
  people: number;
  /** Id; of an agency lead their own, where it is left out. */
  agency?: string;
  /** What it changed, in words. */
  changed?: string;
  /** What shows that. */
  evidence?: string;
}

/** Records what teams have used, and takes it back. */
@Injectable()
export class UsesService {
  constructor(
    private readonly log: TrackingLog,
    private readonly audit: AuditLog,
    private readonly agencies: AgencyList,
    private readonly queries: ReachQueries,
  ) {}

  /** @throws LibraryError invalid-request, effective-in-future; forbidden for another agency than one leads */
  async record(who: Follower, wish: UseWish, asked: Asked | null = null): Promise<Done> {
    return await this.log.change(
      who,
      async ({ manager, today }) => {
        const { kind, on, people } = wish;
        refuseDay(on, today);
        const agency = await this.agencyOf(manager, who, wish.agency);
        const used = await publicRecord(manager, kind, wish.slug);
        if (!used)
          throw invalidField('slug', `There is no such ${USE_KINDS[kind].toLowerCase()} in the library`);
        const id = randomUUID();
        const said = Object.entries({ changed: wish.changed?.trim(), evidence: wish.evidence?.trim() });
        const words = Object.fromEntries(said.filter((one): one is [string, string] => !!one[1]));
        const { number } = await this.audit.record(manager, {
          ...{ chain: who.partnership.id, actor: who.by, action: 'tracking.use-recorded' },
          ...{ subject: { kind: USE, id }, to: { kind, record: used.id, people, agency }, effectiveOn: on },
          ...(Object.keys(words).length > 0 && { words: { to: words } }),
        });
        await manager.query(RECORD, [id, who.partnership.id, number, kind, used.id, on, people, agency]);
        return { subject: id, entry: number };
      },
      asked,
    );
  }

  /**
   * Takes back what was recorded by mistake: by whoever recorded it, or an audit lead.
   * @throws LibraryError not-found, reason-required, forbidden; decided where it was taken back before
   */
  async withdraw(
    who: Follower,
    id: string,
    reason: string | undefined,
    asked: Asked | null = null,
  ): Promise<Done> {
    return await this.log.change(
      who,
      async ({ manager }) => {
        requireWithdrawable(await this.queries.find(who, id, manager));
        const why = requireReason(reason, 'a discussion is taken back only with a reason.');
        const { number } = await this.audit.record(manager, {
          ...{ chain: who.partnership.id, actor: who.by, action: 'tracking.use-withdrawn' },
          ...{ subject: { kind: USE, id }, why },
        });
        await manager.query('update team_use set withdrawn_entry = $2 where id = $1', [id, number]);
        return { subject: id, entry: number };
      },
      asked,
    );
  }

  /**
   * Takes what was said of it in words out for good; that it was recorded, and counts, stays.
   * @throws LibraryError not-found, reason-required; forbidden for all but administrators
   */
  async redact(
    who: Follower,
    id: string,
    reason: string | undefined,
    asked: Asked | null = null,
  ): Promise<Done> {
    requireAdministrator(who);
    const by = { actor: who.by, why: requireReason(reason, 'words are redacted only with a reason.') };
    return await this.log.change(
      who,
      async ({ manager }) => {
        const { entry, withdrawn } = await this.queries.find(who, id, manager);
        for (const number of [entry, ...(withdrawn ? [withdrawn.entry] : [])])
          await this.audit.redact(manager, { chain: who.partnership.id, number }, by, ['to', 'why']);
        return { subject: id };
      },
      asked,
    );
  }

  private async agencyOf(manager: EntityManager, who: Follower, given: string | undefined): Promise<string> {
    const agency = given ?? who.agency?.id;
    if (!agency) throw invalidField('agency', 'Say which agency the team is of');
    if (!isAuditLead(who) && agency !== who.agency?.id)
      throw new LibraryError('forbidden', 'You record what teams of your own agency have used.');
    const [known] = await this.agencies.require(manager, who.partnership.id, [agency]);
    return known!;
  }
}

/** @throws LibraryError decided where it was taken back before; forbidden for whoever may not take it back */
export function requireWithdrawable({ withdrawn, mayWithdraw }: UseItem): void {
  if (withdrawn) throw new LibraryError('decided', 'This was taken back before.');
  if (!mayWithdraw)
    throw new LibraryError('forbidden', 'Whoever recorded this, or an audit lead, takes it back.');
}

function refuseDay(on: string, today: string): void {
  if (parsePartialDate(on)?.precision !== 'day') throw invalidField('on', 'Write the day as 2025-03-31');
  if (on > today)
    throw new LibraryError(
      'effective-in-future',
      'That day is still to come: record it once it was discussed.',
    );
}

const RECORD = `
  insert into team_use (id, partnership_id, entry, kind, record_id, used_on, people, agency_id)
  values ($1, $2, $3, $4, $5, $6, $7, $8)`;
