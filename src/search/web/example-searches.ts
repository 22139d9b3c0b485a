import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { within } from '../../platform/patience.js';
import { contentRevision } from '../../publishing/content-revision.js';
import { PublishedCache } from '../../publishing/published-cache.js';
import { IndexLag } from '../index/index-lag.js';
import { SearchQuery } from '../api/search-query.dto.js';
import { SearchService } from '../search.service.js';
import { EXAMPLE_CANDIDATES } from './example-candidates.js';

const MOST_SHOWN = 5;
/** The first search after a start reads the whole library: a page that only offers searches does not wait for that. */
const LONGEST_WAIT_MS = 3000;

/** Offers searches to try: of the candidates the first few that lead to a review, in the library as it is. */
@Injectable()
export class ExampleSearches {
  private readonly kept: PublishedCache<string[]>;

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly searches: SearchService,
    private readonly lag: IndexLag,
  ) {
    this.kept = new PublishedCache(source, () => this.leading());
  }

  async read(): Promise<string[]> {
    const revision = await contentRevision(this.source);
    // A search that is behind the content finds more in a moment, without another change of content.
    const leading = this.kept.at(`${revision} ${await this.lag.behind(revision)}`);
    const inTime = await within(LONGEST_WAIT_MS, leading);
    return inTime === 'late' ? [] : inTime;
  }

  private async leading(): Promise<string[]> {
    const leading: string[] = [];
    for (const { words } of EXAMPLE_CANDIDATES) {
      if (leading.length === MOST_SHOWN) break;
      const { items } = await this.searches.search(Object.assign(new SearchQuery(), { q: words }));
      if (items.some(({ review }) => review !== null)) leading.push(words);
    }
    return leading;
  }
}
