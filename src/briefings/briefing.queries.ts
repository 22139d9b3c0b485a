import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Conditions } from '../platform/postgres/conditions.js';
import { itemsById, type Queryable } from '../platform/postgres/items-by-id.js';
import { listPage } from '../platform/postgres/list-page.js';
import type { ListStatement } from '../platform/postgres/list-statement.js';
import { prepared } from '../platform/postgres/prepared.js';
import { PUBLIC } from '../publishing/audience.js';
import { FilterChoices, type Choices } from '../publishing/filter-choices.js';
import { readFilters, type ReadFilters } from '../publishing/named-values.js';
import { sourceLinks } from '../publishing/sources.sql.js';
import { SummaryNotices } from '../publishing/summary-notice.js';
import { Tombstones } from '../publishing/tombstones.js';
import { isSlug } from '../platform/http/listing/address.js';
import { PublishersByName } from '../partnerships/publishers-by-name.js';
import { PUBLISHER_CHOICE, publishedBy } from '../partnerships/publisher.sql.js';
import { NEWEST_REVIEW, REVIEW_REF } from '../reviews/review.sql.js';
import { ThemesByName } from '../themes/themes-by-name.js';
import { themeChoice } from '../themes/theme-counts.sql.js';
import { familyOf } from '../themes/theme.sql.js';
import type { BriefingListQuery } from './api/briefing-query.dto.js';
import type { BriefingDetail, BriefingList, BriefingSummary } from './briefing.model.js';
import { BRIEFING_COLUMNS, BRIEFING_SORTS } from './briefing.sql.js';

type BriefingRow = Omit<BriefingDetail, 'summarised'> & { summarised: boolean };

/** Reads published briefings. */
@Injectable()
export class BriefingQueries {
  private readonly filters: FilterChoices<BriefingChoice, BriefingListQuery>;

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly tombstones: Tombstones,
    private readonly notices: SummaryNotices,
    private readonly themes: ThemesByName,
    private readonly publishers: PublishersByName,
  ) {
    this.filters = new FilterChoices(source, CHOICES, (query: BriefingListQuery) => this.listed(query));
  }

  async list(given: BriefingListQuery): Promise<BriefingList> {
    const { query, unknown } = await this.read(given);
    return { ...(await listPage<BriefingSummary>(this.source, query, this.listed(query))), unknown };
  }

  /** As the list has them, by id. */
  async byIds(on: Queryable, ids: readonly string[]): Promise<Map<string, BriefingSummary>> {
    return await itemsById(on, this.listed({}), ids);
  }

  /** The values to filter the list by, with how many briefings each would find beside the filters that are on. */
  async choices(query: BriefingListQuery): Promise<Choices<BriefingChoice>> {
    return await this.filters.get((await this.read(query)).query);
  }

  /** The query with what the library calls its publishers and themes, and what of them it does not know. */
  async read(query: BriefingListQuery): Promise<ReadFilters<BriefingListQuery>> {
    return await readFilters(query, {
      theme: (values) => this.themes.find(values),
      publisher: (values) => this.publishers.find(values),
    });
  }

  /** @param familyIds of a theme and all that is narrower: only what carries one of these */
  listed(query: BriefingListQuery, familyIds?: string[]): ListStatement {
    const onThemes = (ids: string): string =>
      `b.id in (select tagged.briefing_id from briefing_theme tagged where tagged.theme_id = any(${ids}))`;
    return {
      id: 'b.id',
      from: FROM,
      conditions: new Conditions()
        .filter(query.type, (types) => `b.type = any(${types})`)
        .filter(query.year, (years) => `${YEAR} = any(${years})`)
        .filter(query.publisher, (publishers) => publishedBy('b.publisher_id', publishers))
        .filter(query.theme, (slugs) => onThemes(familyOf(slugs)))
        .among(familyIds, onThemes),
      order: BRIEFING_SORTS[query.sort ?? '-publishedOn'],
      columns: BRIEFING_COLUMNS,
    };
  }

  /** @throws LibraryError not-found, also where the briefing is not published */
  async find(slug: string): Promise<BriefingDetail> {
    const [briefing] = isSlug(slug)
      ? await prepared<BriefingRow>(this.source, 'briefing', BRIEFING, [slug])
      : [];
    if (!briefing)
      throw await this.tombstones.missing(`/briefings/${slug}`, 'There is no briefing with this address.');
    return this.notices.on(briefing, 'briefing');
  }
}

const YEAR = 'extract(year from b.published_on)::int';

const CHOICES = {
  type: { value: 'b.type' },
  year: { value: YEAR },
  theme: themeChoice((id) => `tag.noun = 'briefing' and tag.record_id = ${id}`),
  publisher: PUBLISHER_CHOICE,
};

/** What the list can be filtered by. */
export type BriefingChoice = keyof typeof CHOICES;

const FROM = `${PUBLIC.briefing} b left join ${PUBLIC.publisher} p on p.id = b.publisher_id`;

const BRIEFING = `
  select ${BRIEFING_COLUMNS}, p.website as "publisherLink", p.website as "publisherWebsite",
    (select coalesce(json_agg(json_build_object('heading', part ->> 'heading', 'body', part ->> 'body')), '[]'::json)
       from jsonb_array_elements(b.sections) as part) as sections,
    (select coalesce(json_agg(${REVIEW_REF} order by ${NEWEST_REVIEW}), '[]'::json)
       from briefing_review br join ${PUBLIC.review} r on r.id = br.review_id
       join ${PUBLIC.publisher} p on p.id = r.publisher_id where br.briefing_id = b.id) as reviews,
    ${sourceLinks('b')} as sources, b.summarised
  from ${FROM} where b.slug = $1`;

/** The briefings on a review, by its id, `$1`. */
export const BRIEFINGS_OF_REVIEW = `
  select ${BRIEFING_COLUMNS} from ${FROM}
  where b.id in (select br.briefing_id from briefing_review br where br.review_id = $1)
  order by ${BRIEFING_SORTS['-publishedOn']}`;
