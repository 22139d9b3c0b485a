import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { invalidField } from '../platform/http/errors/library-error.js';
import { windowOf } from '../platform/http/listing/page.js';
import { ThesaurusStore } from './analysis/thesaurus.store.js';
import { themesMeant } from './analysis/read-themes.js';
import { understand, type Understanding } from './analysis/understand.js';
import { IndexLag } from './index/index-lag.js';
import { LibraryIndexStore } from './ranking/library-index.store.js';
import type { LibraryIndex } from './ranking/library-index.js';
import { facetsOf, narrow, together, type Narrowed } from './ranking/narrow.js';
import { bestOf, carriedOf, everything, explain, rank, rankReports, type Ranking } from './ranking/rank.js';
import { ItemPresenter } from './results/present-item.js';
import { pagesSaying } from './results/published-pages.js';
import { PublishedResults } from './results/published-results.js';
import { absentFrom, couldBeSaid } from './results/not-here.js';
import { facetValues } from './results/facet-values.js';
import { offeredValues } from './results/offered-values.js';
import { searchHelp } from './results/search-help.js';
import { MeiliFirst } from './retrieval/meili-first.js';
import { findReports } from './retrieval/report-finder.js';
import type { Narrowing } from './search-filters.js';
import type { SearchQuery } from './api/search-query.dto.js';
import type { SearchAnswer } from './api/search-answer.model.js';
import { PublishersByName } from '../partnerships/publishers-by-name.js';
import { readFilters, type ReadFilters } from '../publishing/named-values.js';
import { AgenciesByName } from '../recommendations/agencies-by-name.js';
import { ThemesByName } from '../themes/themes-by-name.js';
import { ThemeQueries } from '../themes/theme.queries.js';

/** Nobody reads further down than this. */
export const DEEPEST_RESULT = 10_000;

/**
 * Answers what practitioners ask, in this order: reads the query, ranks the library by what it knows of it, adds what only
 * the text of reports says, narrows all of it, and shows what the database says is published.
 */
@Injectable()
export class SearchService {
  constructor(
    private readonly thesaurus: ThesaurusStore,
    private readonly library: LibraryIndexStore,
    private readonly engine: MeiliFirst,
    private readonly lag: IndexLag,
    private readonly results: PublishedResults,
    private readonly themes: ThemeQueries,
    private readonly themeNames: ThemesByName,
    private readonly agencies: AgenciesByName,
    private readonly publishers: PublishersByName,
    @InjectDataSource() private readonly source: DataSource,
  ) {}

  /** @throws LibraryError `invalid-request` when the page lies deeper than anybody reads */
  async search(given: SearchQuery): Promise<SearchAnswer> {
    const { query, unknown } = await this.read(given);
    const { q = '', kind } = query;
    const { page, limit, offset } = windowOf(query);
    if (offset + limit > DEEPEST_RESULT)
      throw invalidField('page', `Only the first ${DEEPEST_RESULT} results can be shown: use a filter.`);
    const moment = await this.library.moment();
    const { revision } = moment;
    const [thesaurus, behind, index] = await Promise.all([
      this.thesaurus.at(revision),
      this.lag.behind(revision),
      this.library.at(moment),
    ]);
    const asked = q === '' ? null : understand(q, thesaurus, index);
    const { score, left, isNothing, degraded } = await this.find(asked, query, index);
    // From here on nothing waits until the records are taken: by then the index may have changed.
    const { places } = left;
    const { facets, cut } = facetsOf(left, index, offeredValues(query, thesaurus));
    const best = bestOf({ places, score }, offset + limit, index).slice(offset);
    const shown = best.map((place) => index.all[place]!);
    const why =
      query.explain && asked ? explain({ score, places: Int32Array.from(best) }, asked, index) : null;
    const matches = asked?.themes ?? [];
    const labels = thesaurus.labelsOf([...Object.keys(facets.theme), ...(query.theme ?? [])]);
    const ids = shown.map(({ id }) => id);
    const records = await this.results.read(ids, revision);
    const printed = shown.flatMap(({ id, isPrinted }) => (isPrinted ? [id] : []));
    const pages = asked ? await pagesSaying(this.source, asked, printed, index) : null;
    const presenter = new ItemPresenter(asked, index, thesaurus, kind ?? null);
    const carries = new Map(shown.map((record) => [record.id, asked ? carriedOf(record, asked) : []]));
    const themeLabels = Object.fromEntries(labels);
    const shownFacets = { ...facets, theme: only(facets.theme, labels) };
    const total = places.length - (shown.length - records.length);
    const named = themesMeant(matches);
    const absent = asked ? await absentFrom({ index, thesaurus, engine: this.engine }, named, asked) : [];
    // What the words only may have meant is not what they ask for ("afraid to go home": "going back to mum").
    const missed = (absent.length === named.length && absent.find(({ weight }) => weight > 0)) || null;
    return {
      query: q,
      page,
      limit,
      total,
      degraded,
      behind,
      unknown,
      themes: named.map((match) => {
        const { slug, label, definition, hasGuidance, accepted } = match.theme;
        const inReviews = !absent.includes(match);
        return { slug, label, matched: match.matched, definition, hasGuidance, accepted, inReviews };
      }),
      help: searchHelp(asked, {
        near: matches.filter((match) => !named.includes(match)),
        absent: missed && { match: missed, theme: await this.themes.find(missed.theme.slug) },
        nothingSays: asked !== null && isNothing && named.length === 0 && couldBeSaid(asked),
      }),
      items: records.map((record) => ({
        ...presenter.present(record, carries.get(record.id)!),
        pages: pages?.get(record.id) ?? [],
        explanation: why?.get(record.id) ?? null,
      })),
      facets: shownFacets,
      facetValues: facetValues(shownFacets, themeLabels),
      facetsCut: cut,
      themeLabels,
    };
  }

  /**
   * The query with what the library calls its themes, agencies and publishers, and what of them it does not know.
   * @param agencies `name`: people choose agencies by name, and so find those of two partnerships that have the same one
   */
  async read(
    query: SearchQuery,
    agencies: 'name' | 'as given' = 'as given',
  ): Promise<ReadFilters<SearchQuery>> {
    return await readFilters(query, {
      theme: (values) => this.themeNames.find(values),
      agency: (values) => this.agencies.find(values, agencies),
      publisher: (values) => this.publishers.find(values, 'name'),
    });
  }

  /**
   * The ids of all that a search finds, the best first; `isPartial` while more may be found in a moment.
   * @param most so many at most
   */
  async idsOf(given: SearchQuery, most: number): Promise<{ ids: string[]; isPartial: boolean }> {
    const { query } = await this.read(given);
    const { q = '' } = query;
    const moment = await this.library.moment();
    const [thesaurus, behind, index] = await Promise.all([
      this.thesaurus.at(moment.revision),
      this.lag.behind(moment.revision),
      this.library.at(moment),
    ]);
    const asked = q === '' ? null : understand(q, thesaurus, index);
    const { score, left, degraded } = await this.find(asked, query, index);
    const ids = bestOf({ score, places: left.places }, most, index).map((place) => index.all[place]!.id);
    return { ids, isPartial: degraded || behind > 0 };
  }

  /** The whole library; last, in their order, the reviews that say the words in their reports alone. */
  private async find(asked: Understanding | null, narrowing: Narrowing, index: LibraryIndex): Promise<Found> {
    const known = (): { ranking: Ranking; left: Narrowed } => {
      const ranking = asked ? rank(asked, index) : everything(index);
      return { ranking, left: narrow(ranking.places, narrowing, index) };
    };
    const { changes } = index;
    // Marks without a single word ("???") ask for nothing: that is no reason to show everything.
    const nothing = !asked || asked.terms.length === 0;
    const [{ ids, degraded }, early] = await Promise.all([
      nothing ? { ids: [], degraded: false } : findReports(this.engine, asked.terms),
      // When that question is on its way, so that it is answered meanwhile.
      setImmediate().then(known),
    ]);
    const { ranking, left } = index.changes === changes ? early : known();
    const reports = rankReports(ranking, ids, index);
    const isNothing = ranking.places.length + reports.length === 0;
    const all = reports.length === 0 ? left : together(left, narrow(reports, narrowing, index));
    return { score: ranking.score, left: all, isNothing, degraded };
  }
}

/** What was found: the score of each place, what is left of it under filters, and whether it was nothing without these. */
type Found = Pick<Ranking, 'score'> & { left: Narrowed; isNothing: boolean; degraded: boolean };

const only = (counts: Record<string, number>, labels: ReadonlyMap<string, string>): Record<string, number> =>
  Object.fromEntries(Object.entries(counts).filter(([slug]) => labels.has(slug)));
