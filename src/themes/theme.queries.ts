import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { sourceLinks } from '../publishing/sources.sql.js';
import { LibraryError } from '../platform/http/errors/library-error.js';
import { isSlug } from '../platform/http/listing/address.js';
import { windowOf } from '../platform/http/listing/page.js';
import type { ThemeListQuery } from './api/theme-query.dto.js';
import { THEME_COUNTS } from './theme-counts.sql.js';
import { asTree, ThemeDirectory } from './theme-directory.js';
import { themeFamily } from './theme-family.js';
import type { ThemeRef } from './theme-ref.model.js';
import { THEME_SORTS } from './theme-sorts.js';
import type { ThemeCounts, ThemeDetail, ThemeList, ThemeNode, ThemeSummary } from './theme.model.js';
import { themeRefs, visibleTheme } from './theme.sql.js';

/** Reads the thesaurus. Hidden labels are read by none of its queries. */
@Injectable()
export class ThemeQueries {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly directory: ThemeDirectory,
  ) {}

  async list(query: ThemeListQuery): Promise<ThemeList> {
    const statuses = query.status?.length ? query.status : ['accepted'];
    const themes = (await this.directory.read()).filter(
      ({ status, broader }) =>
        statuses.includes(status) &&
        (!query.broader?.length || (broader !== null && query.broader.includes(broader.slug))),
    );
    const { page, limit, offset } = windowOf(query);
    const items = THEME_SORTS[query.sort ?? 'label'](themes).slice(offset, offset + limit);
    return { page, limit, total: themes.length, items };
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
    const texts = await this.texts(slug);
    return { ...texts, counts: await this.counts(slug) };
  }

  /** @throws LibraryError not-found where there is no such theme */
  async mustExist(slug: string): Promise<ThemeRef> {
    const [theme] = isSlug(slug) ? await this.source.query<ThemeRef[]>(NAME, [slug]) : [];
    if (!theme) throw new LibraryError('not-found', 'There is no theme with this address.');
    return theme;
  }

  private async texts(slug: string): Promise<Omit<ThemeDetail, 'counts'>> {
    const [theme] = isSlug(slug) ? await this.source.query<Omit<ThemeDetail, 'counts'>[]>(THEME, [slug]) : [];
    if (!theme) throw new LibraryError('not-found', 'There is no theme with this address.');
    return theme;
  }

  private async counts(slug: string): Promise<ThemeCounts> {
    const family = await themeFamily(this.source, [slug]);
    const [counts] = await this.source.query<ThemeCounts[]>(THEME_COUNTS, [family]);
    return counts!;
  }
}

const labels = (kind: 'alternative' | 'abbreviation'): string =>
  `array(select n.text from theme_label n where n.theme_id = t.id and n.kind = '${kind}' order by n.position, n.text)`;

const oneRef = (id: string): string =>
  `(select json_build_object('slug', o.slug, 'label', o.label) from theme o where o.id = ${id} and ${visibleTheme('o')})`;

const NAME = `select t.slug, t.label from theme t where t.slug = $1 and ${visibleTheme('t')}`;

// A ring of broader themes is refused by the import; should there be one, the path stops where it closes.
const THEME = `
  with recursive above (id, distance) as (
    select broader_id, 1 from theme where slug = $1 and broader_id is not null
    union all
    select t.broader_id, distance + 1 from theme t join above on t.id = above.id where t.broader_id is not null
  ) cycle id set ring using trail
  select t.slug, t.label, '/themes/' || t.slug as url, t.status, t.definition, ${oneRef('t.broader_id')} as broader,
    ${labels('alternative')} as "altLabels", ${labels('abbreviation')} as abbreviations,
    t.look_for as "lookFor", t.ask, t.to_do as "do",
    (select coalesce(json_agg(json_build_object('slug', o.slug, 'label', o.label) order by distance desc), '[]'::json)
     from above join theme o on o.id = above.id where not ring and o.id <> t.id and ${visibleTheme('o')}) as path,
    ${themeRefs(`select n.id from theme n
      where n.broader_id = t.id and n.replaced_by_id is null and ${visibleTheme('n')}`)} as narrower,
    ${themeRefs(`select n.id from theme_related tr join theme n on n.id = tr.related_id
      where tr.theme_id = t.id and n.replaced_by_id is null and ${visibleTheme('n')}`)} as related,
    ${oneRef('t.replaced_by_id')} as "replacedBy", ${sourceLinks('t')} as sources
  from theme t where t.slug = $1 and ${visibleTheme('t')}`;
