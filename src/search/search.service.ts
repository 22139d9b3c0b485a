import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { LibraryError } from '../platform/http/errors/library-error.js';
import { windowOf } from '../platform/http/listing/page.js';
import { prepared } from '../platform/postgres/prepared.js';
import { CONTENT_REVISION } from '../publishing/content-revision.js';
import { ThesaurusStore } from './analysis/thesaurus.store.js';
import { themesMeant, type MatchedTheme } from './analysis/read-themes.js';
import { understand, type Understanding } from './analysis/understand.js';
import { IndexLag } from './index/index-lag.js';
import { DOCUMENTS_NOTED, LibraryIndexStore } from './ranking/library-index.store.js';
import type { LibraryIndex } from './ranking/library-index.js';
import { narrow, type IsOffered, type Narrowed } from './ranking/narrow.js';
import { explain, newestFirst, rank, type Ranked } from './ranking/rank.js';
import { presentationOf, presentItem } from './results/present-item.js';
import { PublishedPages } from './results/published-pages.js';
import { PublishedResults } from './results/published-results.js';
import { couldBeSaid, NotHere } from './results/not-here.js';
import { offeredValues } from './results/offered-values.js';
import { searchHelp } from './results/search-help.js';
import { ReportFinder } from './retrieval/report-finder.js';
import { narrowingOf, offeringOf, type Narrowing } from './search-filters.js';
import type { SearchQuery } from './api/search-query.dto.js';
import type { SearchAnswer } from './search.model.js';
import { ThemeQueries } from '../themes/theme.queries.js';

/** Nobody reads further down than this. */
const DEEPEST_RESULT = 10_000;

/**
 * Answers what practitioners ask, in this order: reads the query, ranks the library by what it knows of it, adds what only
 * the text of reports says, narrows all of it, and shows what the database says is published.
 */
@Injectable()
export class SearchService {
  constructor(
    private readonly thesaurus: ThesaurusStore,
    private readonly library: LibraryIndexStore,
    private readonly reports: ReportFinder,
    private readonly lag: IndexLag,
    private readonly results: PublishedResults,
    private readonly pages: PublishedPages,
    private readonly themes: ThemeQueries,
    @InjectDataSource() private readonly source: DataSource,
  ) {}

  /** @throws LibraryError `invalid-request` when the page lies deeper than anybody reads */
  async search(query: SearchQuery): Promise<SearchAnswer> {
    const { q = '', kind } = query;
    const { page, limit, offset } = windowOf(query);
    if (offset + limit > DEEPEST_RESULT) {
      const message = `Only the first ${DEEPEST_RESULT} results can be shown: use a filter.`;
      throw new LibraryError('invalid-request', message, [{ field: 'page', message }]);
    }
    const [moment] = await prepared<{ revision: string; noted: string }>(this.source, 'moment', MOMENT, []);
    const { revision, noted } = moment!;
    const [thesaurus, behind, index] = await Promise.all([
      this.thesaurus.at(revision),
      this.lag.behind(revision),
      this.library.at(noted, revision),
    ]);
    const asked = q === '' ? null : understand(q, thesaurus, index);
    const narrowing = narrowingOf(query);
    const isOffered = offeredValues(offeringOf(query), thesaurus);
    const { found, degraded, anything } = await this.find(asked, narrowing, index, isOffered);
    const shown = found.ranked.slice(offset, offset + limit);
    const slugs = [
      ...(asked?.themes ?? []).map(({ theme }) => theme.slug),
      ...Object.keys(found.facets.theme),
      ...(narrowing.theme ?? []).map(String),
    ];
    const [records, labels] = await Promise.all([
      this.results.read(
        shown.map(({ record }) => record.id),
        revision,
      ),
      this.results.themeLabels([...new Set(slugs)], revision),
    ]);
    const printed = shown.flatMap(({ record: { id, isPrinted } }) => (isPrinted ? [id] : []));
    const pages = asked ? await this.pages.find(printed, asked, index) : new Map<string, never[]>();
    const presentation = presentationOf(asked, index, thesaurus, kind ?? null);
    const byId = new Map(shown.map((one) => [one.record.id, one]));
    const total = found.ranked.length - (shown.length - records.length);
    const shownThemes = (asked?.themes ?? []).filter(({ theme }) => labels.has(theme.slug));
    const named = themesMeant(shownThemes);
    const absent = asked ? await new NotHere(index, thesaurus, this.reports).absent(named, asked) : [];
    const missed = absent.length > 0 && absent.length === named.length ? absent[0]! : null;
    return {
      query: q,
      page,
      limit,
      total,
      degraded,
      behind,
      themes: named.map((match) => ({ ...namedTheme(match), inReviews: !absent.includes(match) })),
      help: await searchHelp(
        asked,
        {
          total,
          near: shownThemes.filter((match) => !named.includes(match)),
          absent: missed && { match: missed, theme: await this.themes.find(missed.theme.slug) },
          nothingSays: asked !== null && !anything && named.length === 0 && couldBeSaid(asked),
        },
        async (words) =>
          (await this.find(understand(words, thesaurus, index), narrowing, index)).found.ranked.length,
      ),
      items: records.map((record) => {
        const ranked = byId.get(record.id)!;
        const item = presentItem(record, ranked.carries, presentation);
        return {
          ...item,
          pages: pages.get(record.id) ?? [],
          explanation: query.explain && asked ? explain(ranked, asked, index) : null,
        };
      }),
      facets: { ...found.facets, theme: only(found.facets.theme, labels) },
      facetsCut: found.cut,
      themeLabels: Object.fromEntries(labels),
    };
  }

  private async find(
    asked: Understanding | null,
    narrowing: Narrowing,
    index: LibraryIndex,
    isOffered?: IsOffered,
  ): Promise<{ found: Narrowed; degraded: boolean; anything: boolean }> {
    // Marks without a single word ("???") ask for nothing: that is no reason to show everything.
    if (asked?.empty) return { found: narrow([], narrowing, index), degraded: false, anything: false };
    if (!asked)
      return {
        found: narrow(newestFirst(index), narrowing, index, isOffered),
        degraded: false,
        anything: true,
      };
    // Asked first and answered while the library is ranked.
    const asking = this.reports.find(asked);
    const ranked = rank(asked, index);
    // What its record alone says was ranked, or ends the list.
    const { ids, degraded } = await asking;
    const known = new Set(ids.length === 0 ? [] : ranked.map(({ record }) => record.id));
    const further = ids.flatMap((id): Ranked[] => {
      const record = known.has(id) ? null : index.at(id);
      return record?.isPrinted ? [{ record, score: 0, carries: [] }] : [];
    });
    const all = further.length === 0 ? ranked : [...ranked, ...further];
    return { found: narrow(all, narrowing, index, isOffered), degraded, anything: all.length > 0 };
  }
}

const MOMENT = `select ${CONTENT_REVISION} as revision, ${DOCUMENTS_NOTED} as noted`;

const only = (counts: Record<string, number>, labels: ReadonlyMap<string, string>): Record<string, number> =>
  Object.fromEntries(Object.entries(counts).filter(([slug]) => labels.has(slug)));

function namedTheme({ theme, matched }: MatchedTheme): Omit<SearchAnswer['themes'][number], 'inReviews'> {
  const { slug, label, definition, hasGuidance, accepted } = theme;
  return { slug, label, matched, definition, hasGuidance, accepted };
}
