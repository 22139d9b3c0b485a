import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { AuditEntries } from '../audit/audit-entries.js';
import { AuditLog } from '../audit/audit-log.js';
import type { View } from './fold.js';
import { requireAuditLead } from './rights.js';
import type { Follower } from './follower.js';
import { BOARD_AFTER_DAYS, EXECUTIVE_AFTER_DAYS, RESPONSE_DAYS } from './tracking.js';

/** What a partnership has decided about following. */
export interface TrackingSettingsItem {
  /** Days in which an addressee is asked to respond. */
  responseDays: number;
  /** Whether what is done is blue; else it is green. */
  hasBlue: boolean;
  /** Whether people are reminded by e-mail. */
  hasReminders: boolean;
  /** So many days overdue, an action is told to the executive of its agency. */
  executiveAfterDays: number;
  /** So many days overdue, the board is asked what is to become of it. */
  boardAfterDays: number;
}

const USUAL: TrackingSettingsItem = {
  ...{ responseDays: RESPONSE_DAYS, hasBlue: true, hasReminders: true },
  ...{ executiveAfterDays: EXECUTIVE_AFTER_DAYS, boardAfterDays: BOARD_AFTER_DAYS },
};
const CHANGED = 'tracking.settings-changed';

/** Alone writes what partnerships decide about following. */
@Injectable()
export class TrackingSettings {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly audit: AuditLog,
    private readonly entries: AuditEntries,
  ) {}

  async find(
    partnershipId: string,
    manager: EntityManager = this.source.manager,
  ): Promise<TrackingSettingsItem> {
    const [found] = await manager.query<TrackingSettingsItem[]>(FIND, [partnershipId]);
    return found ?? USUAL;
  }

  /** As `find`, as it was at a moment: what a board was told stays as it was. */
  async at(partnershipId: string, past: View | null): Promise<TrackingSettingsItem> {
    if (past === null || past.view === 'known') return await this.find(partnershipId);
    const until = past.view === 'taken' ? { last: past.last } : { before: past.before };
    const wanted = { chain: partnershipId, subjectKind: 'partnership', actions: [CHANGED], ...until };
    const last = (await this.entries.read(wanted)).at(-1);
    return { ...USUAL, ...(last?.to as Partial<TrackingSettingsItem> | undefined) };
  }

  /** Items that are followed already keep their days. */
  async set(who: Follower, given: Partial<TrackingSettingsItem>): Promise<TrackingSettingsItem> {
    requireAuditLead(who);
    const chain = who.partnership.id;
    return await this.source.transaction(async (manager) => {
      const from = await this.find(chain, manager);
      const to = { ...from, ...withoutGaps(given) };
      await manager.query(SET, [
        ...[chain, to.responseDays, to.hasBlue],
        ...[to.hasReminders, to.executiveAfterDays, to.boardAfterDays],
      ]);
      await this.audit.record(manager, {
        ...{ chain, actor: who.by, action: CHANGED },
        ...{ subject: { kind: 'partnership', id: chain }, from: { ...from }, to: { ...to } },
      });
      return to;
    });
  }
}

/** What is left out stays as it is. */
const withoutGaps = <Given extends object>(given: Given): Given =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Given;

const FIND = `
  select response_days as "responseDays", has_blue as "hasBlue", has_reminders as "hasReminders",
    executive_after_days as "executiveAfterDays", board_after_days as "boardAfterDays"
  from tracking_setting where partnership_id = $1`;
const SET = `
  insert into tracking_setting
    (partnership_id, response_days, has_blue, has_reminders, executive_after_days, board_after_days)
  values ($1, $2, $3, $4, $5, $6)
  on conflict (partnership_id) do update set response_days = excluded.response_days, has_blue = excluded.has_blue,
    has_reminders = excluded.has_reminders, executive_after_days = excluded.executive_after_days,
    board_after_days = excluded.board_after_days`;
