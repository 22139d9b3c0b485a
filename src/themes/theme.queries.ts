import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { PUBLIC } from '../publishing/audience.js';
import { CONTENT_REVISION } from '../publishing/content-revision.js';
import { partialDate } from '../platform/dates/partial-date.sql.js';
import { sourceLinks } from '../publishing/sources.sql.js';
import { readFilters } from '../publishing/named-values.js';
import { Tombstones } from '../publishing/tombstones.js';
import { itemsById, type Queryable } from '../platform/postgres/items-by-id.js';
import { Conditions } from '../platform/postgres/conditions.js';
import type { ListStatement } from '../platform/postgres/list-statement.js';
import { isSlug } from '../platform/http/listing/address.js';
import { partFrom, partOf } from '../platform/http/listing/part.js';
import { libraryOf } from '../platform/postgres/library-name.js';
import { windowOf } from '../platform/http/listing/page.js';
import type { ThemeListQuery } from './api/theme-query.dto.js';
import { themeCounts } from './theme-counts.sql.js';
import { ThemesByName } from './themes-by-name.js';
import { asTree, ThemeDirectory } from './theme-directory.js';
import type { ThemeRef } from './theme-ref.model.js';
import { GUIDANCE_NOTE } from './theme.js';
import { THEME_SORTS } from './theme-sorts.js';
import type { ThemeDetail, ThemeGuidance, ThemeList, ThemeNode, ThemeSummary } from './theme.model.js';
import { familyOf, THEME_COLUMNS, THEME_RECORD_COLUMNS, themeRefs } from './theme.sql.js';

/** Reads the thesaurus. Hidden labels are read by none of its queries. */
@Injectable()
export class ThemeQueries {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly directory: ThemeDirectory,
    private readonly names: ThemesByName,
    private readonly tombstones: Tombstones,
  ) {}

  async list(given: ThemeListQuery): Promise<ThemeList> {
    const { query, unknown } = await readFilters(given, { broader: (values) => this.names.find(values) });
    const statuses = query.status?.length ? query.status : ['accepted'];
    const themes = (await this.directory.read()).filter(
      ({ status, broader }) =>
        statuses.includes(status) &&
        (!query.broader?.length || (broader !== null && query.broader.includes(broader.slug))),
    );
    if (query.cursor !== undefined) {
      const part = partFrom(query, 'themes', await libraryOf(this.source));
      const found = themes
        .filter(({ id }) => id > part.after)
        .toSorted((one, other) => (one.id < other.id ? -1 : 1));
      const items = found.map((item) => ({ id: item.id, item }));
      return { ...partOf(part, themes.length, items.slice(0, part.limit + 1)), unknown };
    }
    const { page, limit, offset } = windowOf(query);
    const items = THEME_SORTS[query.sort ?? 'label'](themes).slice(offset, offset + limit);
    return { page, limit, total: themes.length, items, unknown };
  }

  /** As the list has them, by id, but for their counts: these change with every other record. */
  async byIds(on: Queryable, ids: readonly string[]): Promise<Map<string, Omit<ThemeSummary, 'counts'>>> {
    return await itemsById(on, uncounted(), ids);
  }

  /** The accepted themes, each under its broader one. */
  async tree(): Promise<ThemeNode[]> {
    return asTree((await this.directory.read()).filter(({ status }) => status === 'accepted'));
  }

  /** The names that published records use and the thesaurus does not know yet. */
  async proposed(): Promise<ThemeSummary[]> {
    return (await this.directory.read()).filter(({ status }) => status === 'proposed');
  }

  /** @throws LibraryError not-found */
  async find(slug: string): Promise<ThemeDetail> {
    const { familyIds: _family, revision: _revision, ...theme } = await this.findWithFamily(slug);
    return theme;
  }

  /**
   * A theme with what those need who go on to read what is about it.
   * @throws LibraryError not-found
   */
  async findWithFamily(slug: string): Promise<ThemeWithFamily> {
    const [theme] = isSlug(slug) ? await this.source.query<ThemeRow[]>(THEME, [slug]) : [];
    if (!theme)
      throw await this.tombstones.missing(`/themes/${slug}`, 'There is no theme with this address.');
    return { ...theme, guidance: { note: GUIDANCE_NOTE, ...theme.guidance } };
  }

  /** @throws LibraryError not-found */
  async family(slug: string): Promise<ThemeFamily> {
    const [theme] = isSlug(slug) ? await this.source.query<ThemeFamily[]>(FAMILY, [slug]) : [];
    if (!theme)
      throw await this.tombstones.missing(`/themes/${slug}`, 'There is no theme with this address.');
    return theme;
  }
}

/** A theme by name, the ids of it and all narrower ones, and the revision that the content has. */
export interface ThemeFamily extends ThemeRef {
  familyIds: string[];
  revision: string;
}
export type ThemeWithFamily = ThemeDetail & ThemeFamily;
/** As the database has it: without the note that all guidance has in common. */
type ThemeRow = Omit<ThemeWithFamily, 'guidance'> & { guidance: Omit<ThemeGuidance, 'note'> };

const labels = (kind: 'alternative' | 'abbreviation'): string =>
  `array(select n.text from theme_label n where n.theme_id = t.id and n.kind = '${kind}' order by n.position, n.text)`;

const oneRef = (id: string): string =>
  `(select json_build_object('slug', o.slug, 'label', o.label) from seen o where o.id = ${id})`;

const FAMILY = `
  select t.slug, t.label, ${familyOf('array[t.slug]')} as "familyIds", ${CONTENT_REVISION} as revision
  from ${PUBLIC.theme} t where t.slug = $1`;

// A ring of broader themes is refused by the import; should there be one, the path stops where it closes.
const THEME = `
  with recursive above (id, distance) as (
    select broader_id, 1 from theme where slug = $1 and broader_id is not null
    union all
    select t.broader_id, distance + 1 from theme t join above on t.id = above.id where t.broader_id is not null
  ) cycle id set ring using trail,
  family as (select ${familyOf('array[$1]')} as ids),
  neighbour as (
    select t.id from theme t where t.slug = $1 union select id from above
    union select unnest(array[t.broader_id, t.replaced_by_id]) from theme t where t.slug = $1
    union select n.id from theme t join theme n on n.broader_id = t.id where t.slug = $1
    union select tr.related_id from theme t join theme_related tr on tr.theme_id = t.id where t.slug = $1
  ), seen as materialized (select * from ${PUBLIC.theme} where id in (select id from neighbour))
  select ${THEME_RECORD_COLUMNS}, t.label, t.status, t.definition, ${oneRef('t.broader_id')} as broader,
    ${labels('alternative')} as "altLabels", ${labels('abbreviation')} as abbreviations,
    t.emergency, t.look_for as "lookFor", t.ask, t.ask_yourself as "askYourself", t.to_do as "do",
    json_build_object('reviewedBy', t.guidance_reviewed_by, 'reviewedOn',
      ${partialDate('t', 'guidance_reviewed')}) as guidance,
    (select coalesce(json_agg(json_build_object('slug', o.slug, 'label', o.label) order by distance desc), '[]'::json)
     from above join seen o on o.id = above.id where not ring and o.id <> t.id) as path,
    ${themeRefs('seen', 'named.broader_id = t.id and named.replaced_by_id is null')} as narrower,
    ${themeRefs(
      'seen',
      `named.replaced_by_id is null
       and named.id in (select tr.related_id from theme_related tr where tr.theme_id = t.id)`,
    )} as related,
    ${oneRef('t.replaced_by_id')} as "replacedBy", ${sourceLinks('t')} as sources,
    ${themeCounts('(select ids from family)::uuid[]')} as counts,
    (select ids from family) as "familyIds", ${CONTENT_REVISION} as revision
  from seen t where t.slug = $1`;

const uncounted = (): ListStatement => ({
  id: 't.id',
  from: `${PUBLIC.theme} t left join ${PUBLIC.theme} broader on broader.id = t.broader_id`,
  conditions: new Conditions('t.replaced_by_id is null'),
  order: 't.id',
  columns: THEME_COLUMNS,
});
