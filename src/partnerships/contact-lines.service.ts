import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditLog } from '../audit/audit-log.js';
import type { AuditActor } from '../audit/audited-change.js';
import { ContactLine } from './partnership.entity.js';
import type { ContactLineItem } from './partnership.model.js';
import { PartnershipService } from './partnership.service.js';

/** Whom to call in a partnership, as people say it on pages. */
@Injectable()
export class ContactLineService {
  private readonly partnerships = new PartnershipService();

  constructor(private readonly audit: AuditLog) {}

  async of(manager: EntityManager, partnershipId: string): Promise<ContactLineItem[]> {
    return await manager.find(ContactLine, {
      select: { about: true, audience: true, team: true, phone: true },
      ...{ where: { partnershipId }, order: { position: 'asc', id: 'asc' } },
    });
  }

  /** Puts these lines in place of those that there are. What an import says of them later is proposed, and not taken. */
  async set(
    manager: EntityManager,
    partnershipId: string,
    lines: ContactLineItem[],
    by: AuditActor,
  ): Promise<void> {
    const before = await this.of(manager, partnershipId);
    await this.partnerships.setContacts(manager, partnershipId, before, lines);
    const said = (all: ContactLineItem[]): { [key: string]: string }[] =>
      all.map(({ about, audience, team, phone }) => ({ about, audience, team: team ?? '', phone }));
    const subject = { kind: 'partnership', id: partnershipId };
    await this.audit.record(manager, {
      ...{ chain: partnershipId, actor: by, action: 'partnership.contacts-set', subject },
      words: { from: said(before), to: said(lines) },
    });
  }
}
