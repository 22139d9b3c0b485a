import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { AuditLog } from '../audit/audit-log.js';
import { requireAuditLead } from './rights.js';
import type { Follower } from './follower.js';
import { RESPONSE_DAYS } from './tracking.js';

/** What a partnership has decided about following. */
export interface TrackingSettingsItem {
  /** Days in which an addressee is asked to respond. */
  responseDays: number;
  /** Whether what is done is blue; else it is green. */
  hasBlue: boolean;
}

const USUAL: TrackingSettingsItem = { responseDays: RESPONSE_DAYS, hasBlue: true };

/** Alone writes what partnerships decide about following. */
@Injectable()
export class TrackingSettings {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly audit: AuditLog,
  ) {}

  async find(
    partnershipId: string,
    manager: EntityManager = this.source.manager,
  ): Promise<TrackingSettingsItem> {
    const [found] = await manager.query<TrackingSettingsItem[]>(FIND, [partnershipId]);
    return found ?? USUAL;
  }

  /** Items that are followed already keep their days. */
  async set(who: Follower, given: Partial<TrackingSettingsItem>): Promise<TrackingSettingsItem> {
    requireAuditLead(who);
    const chain = who.partnership.id;
    return await this.source.transaction(async (manager) => {
      const from = await this.find(chain, manager);
      const { responseDays = from.responseDays, hasBlue = from.hasBlue } = given;
      const to = { responseDays, hasBlue };
      await manager.query(SET, [chain, to.responseDays, to.hasBlue]);
      await this.audit.record(manager, {
        ...{ chain, actor: who.by, action: 'tracking.settings-changed' },
        ...{ subject: { kind: 'partnership', id: chain }, from: { ...from }, to: { ...to } },
      });
      return to;
    });
  }
}

const FIND = `
  select response_days as "responseDays", has_blue as "hasBlue" from tracking_setting where partnership_id = $1`;
const SET = `
  insert into tracking_setting (partnership_id, response_days, has_blue) values ($1, $2, $3)
  on conflict (partnership_id) do update set response_days = excluded.response_days, has_blue = excluded.has_blue`;
