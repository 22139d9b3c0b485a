import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Conditions } from '../platform/postgres/conditions.js';
import { itemsById, type Queryable } from '../platform/postgres/items-by-id.js';
import { listPage } from '../platform/postgres/list-page.js';
import type { ListStatement } from '../platform/postgres/list-statement.js';
import { PUBLIC } from '../publishing/audience.js';
import { Tombstones } from '../publishing/tombstones.js';
import { isSlug } from '../platform/http/listing/address.js';
import type { PartnershipListQuery } from './api/partnership-query.dto.js';
import type { PartnershipDetail, PartnershipList, PartnershipSummary } from './partnership.model.js';
import { PARTNERSHIP_COLUMNS, PARTNERSHIP_DETAIL, PARTNERSHIP_SORTS } from './partnership.sql.js';

/** Reads partnerships and their contact lines. */
@Injectable()
export class PartnershipQueries {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly tombstones: Tombstones,
  ) {}

  async list(query: PartnershipListQuery): Promise<PartnershipList> {
    const found = await listPage<PartnershipSummary>(this.source, query, listed(query));
    return { ...found, unknown: [] };
  }

  /** As the list has them, by id. */
  async byIds(on: Queryable, ids: readonly string[]): Promise<Map<string, PartnershipSummary>> {
    return await itemsById(on, listed({}), ids);
  }

  /** @throws LibraryError not-found */
  async find(slug: string): Promise<PartnershipDetail> {
    const [partnership] = isSlug(slug)
      ? await this.source.query<PartnershipDetail[]>(`${PARTNERSHIP_DETAIL} where p.slug = $1`, [slug])
      : [];
    if (!partnership)
      throw await this.tombstones.missing(
        `/partnerships/${slug}`,
        'There is no partnership with this address.',
      );
    return partnership;
  }
}

const listed = (query: PartnershipListQuery): ListStatement => ({
  id: 'p.id',
  from: `${PUBLIC.partnership} p`,
  conditions: new Conditions().filter(query.type, (types) => `p.type = any(${types})`),
  order: PARTNERSHIP_SORTS[query.sort ?? 'name'],
  columns: PARTNERSHIP_COLUMNS,
});
