import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { PublishersByName } from '../partnerships/publishers-by-name.js';
import { PUBLIC } from '../publishing/audience.js';
import type { FollowedChanges } from '../publishing/changes/change-log.js';
import { readFilters } from '../publishing/named-values.js';
import { ThemesByName } from '../themes/themes-by-name.js';
import { familyOf } from '../themes/theme.sql.js';
import type { ChangeQuery } from './api/change-query.dto.js';

type Filters = Pick<ChangeQuery, 'kind' | 'theme' | 'publisher'>;

/** Finds what the filters of a request mean in this library. */
@Injectable()
export class FilterIds {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly themes: ThemesByName,
    private readonly publishers: PublishersByName,
  ) {}

  /** @returns the ids of what is named, and what names nothing here */
  async of(given: Filters): Promise<FollowedChanges & { unknown: string[] }> {
    const { query, unknown } = await readFilters(given, {
      theme: (values) => this.themes.find(values),
      publisher: (values) => this.publishers.find(values),
    });
    const [row] = await this.source.query<{ themeIds: string[]; publisherIds: string[] }[]>(IDS, [
      query.theme ?? [],
      query.publisher ?? [],
    ]);
    return {
      unknown,
      asked: [given.kind, query.theme, query.publisher].map((values) => values?.toSorted() ?? []),
      ...(given.kind?.length && { kinds: given.kind }),
      ...(given.theme?.length && { themeIds: row!.themeIds }),
      ...(given.publisher?.length && { publisherIds: row!.publisherIds }),
    };
  }
}

const IDS = `
  select ${familyOf('$1')} as "themeIds",
    array(select p.id from ${PUBLIC.publisher} p where p.slug = any($2)) as "publisherIds"`;
