import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { isSlug } from '../platform/http/listing/address.js';
import { Conditions } from '../platform/postgres/conditions.js';
import { itemsById, type Queryable } from '../platform/postgres/items-by-id.js';
import { listPage } from '../platform/postgres/list-page.js';
import type { ListStatement } from '../platform/postgres/list-statement.js';
import { PUBLIC } from '../publishing/audience.js';
import { Tombstones } from '../publishing/tombstones.js';
import type { AskedAgencyList, AskedAgency } from './agency.model.js';
import { AGENCY_COLUMNS, AGENCY_SORTS } from './agency.sql.js';
import type { AgencyListQuery } from './api/agency-query.dto.js';

/** Reads the agencies that published reviews ask for something. */
@Injectable()
export class AgencyQueries {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly tombstones: Tombstones,
  ) {}

  async list(query: AgencyListQuery): Promise<AskedAgencyList> {
    const found = await listPage<AskedAgency>(this.source, query, listed(query));
    return { ...found, unknown: [] };
  }

  /** As the list has them, by id. */
  async byIds(on: Queryable, ids: readonly string[]): Promise<Map<string, AskedAgency>> {
    return await itemsById(on, listed({}), ids);
  }

  /** @throws LibraryError not-found; gone, where nothing that is public asks it for anything any more */
  async find(slug: string): Promise<AskedAgency> {
    const [agency] = isSlug(slug) ? await this.source.query<AskedAgency[]>(AGENCY, [slug]) : [];
    if (!agency)
      throw await this.tombstones.missing(`/agencies/${slug}`, 'There is no agency with this address.');
    return agency;
  }
}

const AGENCY = `select ${AGENCY_COLUMNS} from ${PUBLIC.agency} a where a.slug = $1`;

const listed = (query: AgencyListQuery): ListStatement => ({
  id: 'a.id',
  from: `${PUBLIC.agency} a`,
  conditions: new Conditions(),
  order: AGENCY_SORTS[query.sort ?? 'name'],
  columns: AGENCY_COLUMNS,
});
