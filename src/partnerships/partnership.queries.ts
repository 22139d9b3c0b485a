import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { CONFIG, type Config } from '../platform/config.js';
import { Conditions } from '../platform/postgres/conditions.js';
import { listPage } from '../platform/postgres/list-page.js';
import { prepared } from '../platform/postgres/prepared.js';
import { CONTENT_REVISION } from '../publishing/content-revision.js';
import { PUBLIC } from '../publishing/audience.js';
import { sourceLinks } from '../publishing/sources.sql.js';
import { Tombstones } from '../publishing/tombstones.js';
import { isSlug } from '../platform/http/listing/address.js';
import type { PartnershipListQuery } from './api/partnership-query.dto.js';
import type { PartnershipDetail, PartnershipList, PartnershipSummary } from './partnership.model.js';
import { CONTACT_LINES, PARTNERSHIP_COLUMNS, PARTNERSHIP_SORTS } from './partnership.sql.js';

/** Reads partnerships and their contact panels. */
@Injectable()
export class PartnershipQueries {
  private panel: { revision: string; shown: PartnershipDetail | null } | null = null;

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    @Inject(CONFIG) private readonly config: Config,
    private readonly tombstones: Tombstones,
  ) {}

  async list(query: PartnershipListQuery): Promise<PartnershipList> {
    return await listPage<PartnershipSummary>(this.source, query, {
      id: 'p.id',
      from: `${PUBLIC.partnership} p`,
      conditions: new Conditions().filter(query.type, (types) => `p.type = any(${types})`),
      order: PARTNERSHIP_SORTS[query.sort ?? 'name'],
      columns: PARTNERSHIP_COLUMNS,
    });
  }

  /** @throws LibraryError not-found */
  async find(slug: string): Promise<PartnershipDetail> {
    const [partnership] = isSlug(slug)
      ? await this.source.query<PartnershipDetail[]>(`${DETAIL} where p.slug = $1`, [slug])
      : [];
    if (!partnership)
      throw await this.tombstones.missing(
        `/partnerships/${slug}`,
        'There is no partnership with this address.',
      );
    return partnership;
  }

  /**
   * The partnership whose contact lines every page shows: the one that runs the library (`PARTNERSHIP`), else the first
   * by name that has any. It is read when the content has changed, and shown as it was when the database does not answer.
   */
  async contactPanel(): Promise<PartnershipDetail | null> {
    const kept = this.panel;
    try {
      const [now] = await prepared<Panel>(this.source, 'panel', PANEL, [
        this.config.partnership,
        kept?.revision ?? '',
      ]);
      if (now!.hasChanged) this.panel = { revision: now!.revision, shown: now!.panel };
    } catch (error) {
      if (!kept) throw error;
    }
    return this.panel?.shown ?? null;
  }
}

interface Panel {
  revision: string;
  hasChanged: boolean;
  /** Null where nothing has changed, too. */
  panel: PartnershipDetail | null;
}

const DETAIL = `select ${PARTNERSHIP_COLUMNS}, ${CONTACT_LINES} as contacts, ${sourceLinks('p')} as sources
  from ${PUBLIC.partnership} p`;

const PANEL = `
  select revision, revision <> $2 as "hasChanged", case when revision <> $2 then (
    select to_json(panel) from (
      ${DETAIL} where exists (select 1 from contact_line c where c.partnership_id = p.id)
      order by p.slug = $1 desc, ${PARTNERSHIP_SORTS.name} limit 1) as panel) end as panel
  from (select ${CONTENT_REVISION} as revision) as content`;
