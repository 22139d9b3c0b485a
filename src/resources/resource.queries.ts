import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Clock } from '../platform/clock/clock.js';
import { Conditions } from '../platform/postgres/conditions.js';
import { itemsById, type Queryable } from '../platform/postgres/items-by-id.js';
import { listPage } from '../platform/postgres/list-page.js';
import type { ListStatement } from '../platform/postgres/list-statement.js';
import { PUBLIC } from '../publishing/audience.js';
import { FilterChoices, type Choices } from '../publishing/filter-choices.js';
import { readFilters, type ReadFilters } from '../publishing/named-values.js';
import { sourceLinks } from '../publishing/sources.sql.js';
import { SummaryNotices } from '../publishing/summary-notice.js';
import { Tombstones } from '../publishing/tombstones.js';
import { isSlug } from '../platform/http/listing/address.js';
import { PublishersByName } from '../partnerships/publishers-by-name.js';
import { PUBLISHER_CHOICE, publishedBy } from '../partnerships/publisher.sql.js';
import { ThemesByName } from '../themes/themes-by-name.js';
import { themeChoice } from '../themes/theme-counts.sql.js';
import { familyOf } from '../themes/theme.sql.js';
import type { ResourceListQuery } from './api/resource-query.dto.js';
import { localTime } from '../platform/dates/local-time.js';
import type { ResourceDetail, ResourceList, ResourceSummary } from './resource.model.js';
import { RESOURCE_COLUMNS, RESOURCE_SORTS } from './resource.sql.js';

type ResourceRow = Omit<ResourceDetail, 'summarised'> & { summarised: boolean };

/** Reads published resources. */
@Injectable()
export class ResourceQueries {
  private readonly filters: FilterChoices<ResourceChoice, ResourceListQuery>;

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly tombstones: Tombstones,
    private readonly notices: SummaryNotices,
    private readonly themes: ThemesByName,
    private readonly publishers: PublishersByName,
    private readonly clock: Clock,
  ) {
    this.filters = new FilterChoices(source, CHOICES, (query: ResourceListQuery) => this.listed(query));
  }

  async list(given: ResourceListQuery): Promise<ResourceList> {
    const { query, unknown } = await this.read(given);
    return { ...(await listPage<ResourceSummary>(this.source, query, this.listed(query))), unknown };
  }

  /** As the list has them, by id. */
  async byIds(on: Queryable, ids: readonly string[]): Promise<Map<string, ResourceSummary>> {
    return await itemsById(on, this.listed({}), ids);
  }

  /** The values to filter the list by, with how many resources each would find beside the filters that are on. */
  async choices(query: ResourceListQuery): Promise<Choices<ResourceChoice>> {
    return await this.filters.get((await this.read(query)).query);
  }

  /** The query with what the library calls its publishers and themes, and what of them it does not know. */
  async read(query: ResourceListQuery): Promise<ReadFilters<ResourceListQuery>> {
    return await readFilters(query, {
      theme: (values) => this.themes.find(values),
      publisher: (values) => this.publishers.find(values),
    });
  }

  /** @param familyIds of a theme and all that is narrower: only what carries one of these */
  listed(query: ResourceListQuery, familyIds?: string[]): ListStatement {
    const onThemes = (ids: string): string =>
      `s.id in (select tagged.resource_id from resource_theme tagged where tagged.theme_id = any(${ids}))`;
    return {
      id: 's.id',
      from: FROM,
      conditions: new Conditions()
        .filter(query.type, (types) => `s.type = any(${types})`)
        .filter(query.year, (years) => `${YEAR} = any(${years})`)
        .filter(query.publisher, (publishers) => publishedBy('s.publisher_id', publishers))
        .filter(query.when && [localTime(this.clock.now())], (now) => startsBy(query.when === 'past', now))
        .filter(query.theme, (slugs) => onThemes(familyOf(slugs)))
        .among(familyIds, onThemes),
      order: RESOURCE_SORTS[query.sort ?? 'upcoming'],
      columns: RESOURCE_COLUMNS,
    };
  }

  /** @throws LibraryError not-found, also where the resource is not published */
  async find(slug: string): Promise<ResourceDetail> {
    const [resource] = isSlug(slug) ? await this.source.query<ResourceRow[]>(RESOURCE, [slug]) : [];
    if (!resource)
      throw await this.tombstones.missing(`/resources/${slug}`, 'There is no resource with this address.');
    return this.notices.on(resource, 'original');
  }
}

/** Written times compare as text; of a start of which only the day is known, only the day is compared. */
const startsBy = (past: boolean, now: string): string =>
  `s.starts_on collate "C" ${past ? '<' : '>='} left((${now}::text[])[1], length(s.starts_on))`;

const YEAR = 'extract(year from s.published_on)::int';

const CHOICES = {
  type: { value: 's.type' },
  theme: themeChoice((id) => `tag.noun = 'resource' and tag.record_id = ${id}`),
  publisher: PUBLISHER_CHOICE,
  year: { value: YEAR },
};

/** What the list can be filtered by. */
export type ResourceChoice = keyof typeof CHOICES;

const FROM = `${PUBLIC.resource} s left join ${PUBLIC.publisher} p on p.id = s.publisher_id`;

const RESOURCE = `
  select ${RESOURCE_COLUMNS}, p.website as "publisherLink", p.website as "publisherWebsite", ${sourceLinks('s')} as sources, s.summarised
  from ${FROM} where s.slug = $1`;
