import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { byPerson } from '../../audit/audit-actor.js';
import { AuditLog } from '../../audit/audit-log.js';
import { ContactLineService } from '../../partnerships/contact-lines.service.js';
import { OwnPartnershipService, type OwnPartnership } from '../../partnerships/own-partnership.service.js';
import type { ContactLineItem } from '../../partnerships/partnership.model.js';
import type { Actor } from '../../platform/http/access/actor.js';
import { permits } from '../../platform/http/access/permissions.js';
import { LibraryError } from '../../platform/http/errors/library-error.js';
import { isHeld } from '../holding.sql.js';
import { RoleService } from '../role.service.js';
import { SETUP_STEPS, type SetupStep } from './setup-steps.js';

/** How far the library is set up. */
export interface SetupProgress {
  done: number;
  of: number;
  /** The first step that is neither done nor left out. */
  next: SetupStep;
}

/** Leads whoever administers the platform through what a new library needs. A step is done when its thing is there. */
@Injectable()
export class SetupService {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly own: OwnPartnershipService,
    private readonly lines: ContactLineService,
    private readonly roles: RoleService,
    private readonly audit: AuditLog,
  ) {}

  /** @returns null where nothing is left, and for whoever may not do it */
  async progress({ accountId, acting }: Actor): Promise<SetupProgress | null> {
    if (!permits(acting?.role, 'library.set-up')) return null;
    const rows = await this.source.query<{ name: string }[]>(SEEN_TO, [accountId]);
    const seenTo = new Set(rows.map(({ name }) => name));
    const next = SETUP_STEPS.find(({ name }) => !seenTo.has(name));
    return next ? { done: seenTo.size, of: SETUP_STEPS.length, next } : null;
  }

  async ownPartnership(): Promise<OwnPartnership | null> {
    return await this.own.find(this.source.manager);
  }

  /**
   * Says which partnership runs the library, and makes who says so its administrator.
   * @param chosen its id, or the name of one that is to be added
   * @throws LibraryError invalid-request, naming the field
   */
  async choose(actor: Actor, chosen: { id: string } | { name: string }): Promise<void> {
    const by = byPerson(actor);
    await this.source.transaction(async (manager) => {
      const id = 'id' in chosen ? chosen.id : await this.own.add(manager, chosen.name, by);
      await this.own.choose(manager, id, by);
      if (!(await this.administers(manager, actor, id))) {
        const grant = { role: 'administrator', partnershipId: id, agencyId: null, fromOn: null } as const;
        await this.roles.grant(manager, actor.accountId, { ...grant, untilOn: null }, by);
      }
    });
  }

  async ownContacts(): Promise<ContactLineItem[]> {
    const own = await this.ownPartnership();
    return own ? await this.lines.of(this.source.manager, own.id) : [];
  }

  /** @throws LibraryError not-found where no partnership was chosen */
  async setContacts(actor: Actor, lines: ContactLineItem[]): Promise<void> {
    await this.source.transaction(async (manager) => {
      const own = await this.own.find(manager);
      if (!own?.isChosen) throw new LibraryError('not-found', 'Choose your partnership first.');
      await this.lines.set(manager, own.id, lines, byPerson(actor));
    });
  }

  /** @throws LibraryError not-found for a step that cannot be left out */
  async skip(actor: Actor, name: string): Promise<void> {
    const step = SETUP_STEPS.find((one) => one.name === name && one.canSkip);
    if (!step) throw new LibraryError('not-found', 'There is no such step.');
    await this.source.transaction(async (manager) => {
      const skipped = await manager.query<object[]>(SKIP, [name]);
      if (skipped.length === 0) return;
      await this.audit.record(manager, {
        ...{ chain: null, actor: byPerson(actor), action: 'library.step-skipped' },
        subject: { kind: 'setup-step', id: name },
      });
    });
  }

  private async administers(
    manager: EntityManager,
    { accountId }: Actor,
    partnershipId: string,
  ): Promise<boolean> {
    const held = await manager.query<object[]>(
      `select 1 from role_holding h
       where h.account_id = $1 and h.partnership_id = $2 and h.role = 'administrator' and ${isHeld('h')} limit 1`,
      [accountId, partnershipId],
    );
    return held.length > 0;
  }
}

const SEEN_TO = `
  ${SETUP_STEPS.map(({ name, isThere }) => `select '${name}' as name where ${isThere}`).join('\n  union ')}
  union select step from setup_skip where step in (${SETUP_STEPS.map(({ name }) => `'${name}'`).join(', ')})`;

const SKIP = `insert into setup_skip (step) values ($1) on conflict do nothing returning step`;
