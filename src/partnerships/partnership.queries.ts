import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { CONFIG, type Config } from '../platform/config.js';
import { Conditions } from '../platform/postgres/conditions.js';
import { listPage } from '../platform/postgres/list-page.js';
import { PUBLIC } from '../publishing/audience.js';
import { sourceLinks } from '../publishing/sources.sql.js';
import { LibraryError } from '../platform/http/errors/library-error.js';
import { isSlug } from '../platform/http/listing/address.js';
import type { PartnershipListQuery } from './api/partnership-query.dto.js';
import type { PartnershipDetail, PartnershipList, PartnershipSummary } from './partnership.model.js';
import { CONTACT_LINES, PARTNERSHIP_COLUMNS, PARTNERSHIP_SORTS } from './partnership.sql.js';

/** The panel is on every page, and its numbers change a few times a year. */
const PANEL_KEPT_MS = 60_000;

/** Reads partnerships and their contact panels. */
@Injectable()
export class PartnershipQueries {
  private panel: { until: number; answer: Promise<PartnershipDetail | null> } | undefined;

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    @Inject(CONFIG) private readonly config: Config,
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
    if (!partnership) throw new LibraryError('not-found', 'There is no partnership with this address.');
    return partnership;
  }

  /**
   * The partnership whose contact lines every page shows: the one that runs the library (`PARTNERSHIP`), else the first
   * by name that has any. May be a minute old.
   */
  async contactPanel(): Promise<PartnershipDetail | null> {
    if (!this.panel || this.panel.until < Date.now()) {
      const answer = this.source
        .query<PartnershipDetail[]>(PANEL, [this.config.partnership])
        .then(([partnership]) => partnership ?? null);
      this.panel = { until: Date.now() + PANEL_KEPT_MS, answer };
      answer.catch(() => (this.panel = undefined));
    }
    return await this.panel.answer;
  }
}

const DETAIL = `select ${PARTNERSHIP_COLUMNS}, ${CONTACT_LINES} as contacts, ${sourceLinks('p')} as sources
  from ${PUBLIC.partnership} p`;

const PANEL = `${DETAIL} where exists (select 1 from contact_line c where c.partnership_id = p.id)
  order by p.slug = $1 desc, ${PARTNERSHIP_SORTS.name} limit 1`;
