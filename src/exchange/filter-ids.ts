import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { PublishersByName } from '../partnerships/publishers-by-name.js';
import { PUBLIC } from '../publishing/audience.js';
import type { FollowedChanges } from '../publishing/changes/change-log.js';
import { readFilters } from '../publishing/named-values.js';
import { MeantThemes } from '../themes/meant-themes.js';
import { ThemesByName } from '../themes/themes-by-name.js';
import type { ChangeQuery } from './api/change-query.dto.js';

type Filters = Pick<ChangeQuery, 'kind' | 'theme' | 'publisher'>;

/** Finds what the filters of a request mean in this library. */
@Injectable()
export class FilterIds {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly themes: ThemesByName,
    private readonly meant: MeantThemes,
    private readonly publishers: PublishersByName,
  ) {}

  /** @returns the ids of what is named, and what names nothing here */
  async of(given: Filters): Promise<FollowedChanges & { unknown: string[] }> {
    const { query, unknown } = await readFilters(given, {
      theme: (values) => this.themes.find(values),
      publisher: (values) => this.publishers.find(values),
    });
    const kinds = given.kind?.length ? given.kind : undefined;
    const themeIds = given.theme?.length ? await this.meant.ofSlugs(query.theme!) : undefined;
    const publisherIds = given.publisher?.length ? await this.publisherIds(query.publisher!) : undefined;
    return {
      unknown,
      // A cursor goes by what the filters mean, and not by how they say it: a theme by its slug, its name, or one that it replaced.
      asked: [kinds?.toSorted() ?? [], themeIds ?? null, publisherIds ?? null],
      ...(kinds && { kinds }),
      ...(themeIds && { themeIds }),
      ...(publisherIds && { publisherIds }),
    };
  }

  private async publisherIds(slugs: readonly string[]): Promise<string[]> {
    const rows = await this.source.query<{ id: string }[]>(
      `select p.id from ${PUBLIC.publisher} p where p.slug = any($1) order by p.id`,
      [slugs],
    );
    return rows.map(({ id }) => id);
  }
}
