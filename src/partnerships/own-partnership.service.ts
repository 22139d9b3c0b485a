import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditLog } from '../audit/audit-log.js';
import type { AuditActor } from '../audit/audited-change.js';
import { CONFIG, type Config } from '../platform/config.js';
import { invalidField } from '../platform/http/errors/library-error.js';
import { nameKey } from '../platform/text/name-key.js';
import { SlugBook } from '../platform/text/slug.js';
import { OwnPartnershipEntity } from './own-partnership.entity.js';
import { ownPartnershipId } from './own-partnership.sql.js';
import { Partnership } from './partnership.entity.js';
import { PartnershipService } from './partnership.service.js';

/** The partnership that runs this library. */
export interface OwnPartnership {
  id: string;
  name: string;
  /** Said on the pages, not only by `PARTNERSHIP`. */
  isChosen: boolean;
}

/** Alone writes which partnership runs the library. */
@Injectable()
export class OwnPartnershipService {
  private readonly partnerships = new PartnershipService();

  constructor(
    private readonly audit: AuditLog,
    @Inject(CONFIG) private readonly config: Pick<Config, 'partnership'>,
  ) {}

  /** @returns null where none was chosen, and there is none with the slug of `PARTNERSHIP` */
  async find(manager: EntityManager): Promise<OwnPartnership | null> {
    const [own] = await manager.query<OwnPartnership[]>(FIND, [this.config.partnership]);
    return own ?? null;
  }

  /** Says that it is this one, in the transaction of `manager`. @throws LibraryError invalid-request, naming the field */
  async choose(manager: EntityManager, id: string, by: AuditActor): Promise<void> {
    if (!(await manager.existsBy(Partnership, { id })))
      throw invalidField('partnership', 'Choose a partnership from the list');
    const before = await manager.findOneBy(OwnPartnershipEntity, { once: true });
    if (before?.partnershipId === id) return;
    await manager.upsert(OwnPartnershipEntity, { once: true, partnershipId: id }, ['once']);
    await this.audit.record(manager, {
      ...{ chain: null, actor: by, action: 'library.partnership-chosen' },
      ...{ subject: { kind: 'partnership', id }, from: before && { partnership: before.partnershipId } },
    });
  }

  /** Adds one that the library does not know yet. @returns its id @throws LibraryError invalid-request, naming the field */
  async add(manager: EntityManager, name: string, by: AuditActor): Promise<string> {
    // One at a time, so that of two with the same name the second finds the first.
    await manager.query('lock table partnership in share row exclusive mode');
    const known = await manager.find(Partnership, { select: { name: true, slug: true } });
    if (known.some((one) => nameKey(one.name) === nameKey(name)))
      throw invalidField('name', 'The library knows a partnership of this name: choose it from the list');
    const slugs = new SlugBook(known.map(({ slug }) => slug));
    const [made] = await this.partnerships.createNamed(manager, [name], slugs);
    const { id, slug } = made!;
    await this.audit.record(manager, {
      ...{ chain: id, actor: by, action: 'partnership.added', subject: { kind: 'partnership', id } },
      to: { slug },
    });
    return id;
  }
}

const FIND = `
  select p.id, p.name, exists (select 1 from own_partnership) as "isChosen"
  from partnership p where p.id = ${ownPartnershipId('$1')}`;
