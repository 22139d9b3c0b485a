import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { PartnershipQueries } from '../partnerships/partnership.queries.js';
import { invalidField, LibraryError } from '../platform/http/errors/library-error.js';
import { addressOf } from '../platform/pages/addresses.js';
import { PublishedRecords, type MeantRecords } from '../publishing/changes/published-records.queries.js';
import { FEED_KINDS, OWN_FEED_KINDS } from '../publishing/changes/public-kinds.js';
import { SEARCH_KIND_PLURALS } from '../search/search-kinds.js';
import { FILTER_NAMES } from '../search/search-filters.js';
import { SearchService } from '../search/search.service.js';
import { MeantThemes } from '../themes/meant-themes.js';
import { ThemeQueries } from '../themes/theme.queries.js';
import type { SearchFeedQuery } from './feed-query.dto.js';

/** What a feed is about. */
export interface FeedSubject {
  /** “Domestic abuse”, or “Reviews” of one kind; null for the whole library. */
  about: string | null;
  meant: MeantRecords;
  /** Not all that is meant could be found just now. */
  isPartial?: boolean;
  /** Path of the page on which people find the same. */
  page: string;
  /** What of the feed's address says what it is about, beside its path. */
  parameters: Record<string, string | readonly string[]>;
}

/** With words, what comes further down has little to do with them. */
const BEST_FOUND = 200;
const ALL_FOUND = 10_000;

/** Finds what feeds are about. */
@Injectable()
export class FeedSubjects {
  constructor(
    private readonly themes: ThemeQueries,
    private readonly meant: MeantThemes,
    private readonly partnerships: PartnershipQueries,
    private readonly searches: SearchService,
    private readonly records: PublishedRecords,
    @InjectDataSource() private readonly source: DataSource,
  ) {}

  all(): FeedSubject {
    return { about: null, meant: { kinds: FEED_KINDS }, page: '/', parameters: {} };
  }

  /** With themes that are narrower. @throws LibraryError not-found, gone */
  async theme(slug: string): Promise<FeedSubject> {
    const { label } = await this.themes.family(slug);
    const meant = { kinds: FEED_KINDS, themeIds: await this.meant.ofSlugs([slug]) };
    return { about: label, meant, page: `/themes/${slug}`, parameters: {} };
  }

  /** @throws LibraryError not-found, gone */
  async publisher(slug: string): Promise<FeedSubject> {
    const { name } = await this.partnerships.find(slug);
    const id = await this.records.idOf(this.source, 'partnership', slug);
    const meant = { kinds: FEED_KINDS, publisherIds: id === undefined ? [] : [id] };
    return { about: name, meant, page: addressOf('/reviews', { publisher: slug }), parameters: {} };
  }

  /** @throws LibraryError not-found */
  kind(asked: string): FeedSubject {
    const kind = OWN_FEED_KINDS.find((one) => one === asked);
    if (!kind)
      throw new LibraryError('not-found', `There are feeds of these kinds: ${OWN_FEED_KINDS.join(', ')}.`);
    return { about: SEARCH_KIND_PLURALS[kind], meant: { kinds: [kind] }, page: `/${kind}s`, parameters: {} };
  }

  /** @throws LibraryError invalid-request for kinds that no feed has */
  async search(query: SearchFeedQuery): Promise<FeedSubject> {
    const { q = '' } = query;
    const filters = FILTER_NAMES.flatMap((name) => {
      const values = query[name]?.map(String) ?? [];
      return values.length > 0 ? [[name, values] as const] : [];
    });
    const parameters = { ...(q && { q }), ...Object.fromEntries(filters) };
    const kinds = FEED_KINDS.filter((kind) => !query.kind?.length || query.kind.includes(kind));
    if (kinds.length === 0)
      throw invalidField('kind', `kind must be one of ${FEED_KINDS.join(', ')}: feeds have nothing else.`);
    const { ids, isPartial } = await this.searches.idsOf(
      { ...query, kind: kinds },
      q === '' ? ALL_FOUND : BEST_FOUND,
    );
    const about = [q && `“${q}”`, ...filters.map(([, values]) => values.join(' or '))]
      .filter(Boolean)
      .join(', ');
    return {
      about: about || null,
      meant: { kinds, ids },
      isPartial,
      page: addressOf('/search', parameters),
      parameters,
    };
  }
}
