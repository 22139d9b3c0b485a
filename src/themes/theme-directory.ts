import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { PUBLIC } from '../publishing/audience.js';
import { PublishedCache } from '../publishing/published-cache.js';
import { ALL_THEME_COUNTS } from './theme-counts.sql.js';
import { THEME_COLUMNS } from './theme.sql.js';
import type { ThemeNode, ThemeSummary } from './theme.model.js';

/** Reads all themes to use with their counts, by label: those that others have replaced are left out. */
@Injectable()
export class ThemeDirectory {
  private readonly themes: PublishedCache<ThemeSummary[]>;

  constructor(@InjectDataSource() source: DataSource) {
    this.themes = new PublishedCache(source, () => source.query<ThemeSummary[]>(THEMES));
  }

  /** @param revision of the content, where it has just been read */
  async read(revision?: string): Promise<ThemeSummary[]> {
    return await (revision === undefined ? this.themes.get() : this.themes.at(revision));
  }
}

/** Puts themes under their broader ones. A theme whose broader one is not among them stands at the top. */
export function asTree(themes: ThemeSummary[]): ThemeNode[] {
  const listed = new Set(themes.map(({ slug }) => slug));
  const under = Map.groupBy(themes, ({ broader }) =>
    broader && listed.has(broader.slug) ? broader.slug : '',
  );
  const node = ({ slug, label, url, definition, counts }: ThemeSummary): ThemeNode => ({
    slug,
    label,
    url,
    definition,
    counts,
    narrower: (under.get(slug) ?? []).map(node),
  });
  return (under.get('') ?? []).map(node);
}

const THEMES = `
  with ${ALL_THEME_COUNTS}, seen as materialized (select * from ${PUBLIC.theme})
  select ${THEME_COLUMNS}, counts.counts
  from seen t join counts on counts.theme_id = t.id left join seen broader on broader.id = t.broader_id
  where t.replaced_by_id is null
  order by lower(t.label), t.slug`;
