import { Injectable, Logger } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { LibraryError } from '../errors/library-error.js';
import { windowOf } from '../listing/page.js';
import { visibleTheme } from '../themes/theme.sql.js';
import type { EngineAnswer, EngineRequest } from './engines/engine.js';
import { DEEPEST_RESULT, MeiliEngine } from './engines/meili.engine.js';
import { PostgresEngine } from './engines/postgres.engine.js';
import { IndexUpkeep } from './index/index-upkeep.js';
import { Meili } from './index/meili.js';
import { PublishedResults, type PublishedResult } from './published-results.js';
import type { SearchQuery } from './search-query.dto.js';
import type { SearchAnswer, SearchItem } from './search.model.js';
import { escapeHtml, snippet } from './snippet.js';
import { ThesaurusStore } from './understanding/thesaurus.store.js';
import { understand, type MatchedTheme } from './understanding/understand.js';

/** After Meilisearch has failed, searches go to PostgreSQL at once for this long, so that nobody waits for it to fail again. */
const REST_AFTER_FAILURE_MS = 1000;

const NOTHING: EngineAnswer = {
  hits: [],
  total: 0,
  facets: { kind: {}, theme: {}, type: {}, publisher: {}, about: {}, year: {} },
};

/** Answers what practitioners ask: reads the query, asks an engine, and shows what the database says is published. */
@Injectable()
export class SearchService {
  private readonly logger = new Logger('Search');
  private restUntil = 0;

  constructor(
    private readonly thesaurus: ThesaurusStore,
    private readonly meili: Meili,
    private readonly upkeep: IndexUpkeep,
    private readonly meiliEngine: MeiliEngine,
    private readonly postgresEngine: PostgresEngine,
    private readonly results: PublishedResults,
    @InjectDataSource() private readonly source: DataSource,
  ) {}

  /** @throws LibraryError `invalid-request` when the page lies deeper than any engine answers */
  async search(query: SearchQuery): Promise<SearchAnswer> {
    const { q = '', kind, theme, type, publisher, about, year } = query;
    const { page, limit, offset } = windowOf(query);
    if (offset + limit > DEEPEST_RESULT) {
      const message = `Only the first ${DEEPEST_RESULT} results can be shown: use a filter.`;
      throw new LibraryError('invalid-request', message, [{ field: 'page', message }]);
    }
    const understanding = q === '' ? null : understand(q, await this.thesaurus.current());
    const request = {
      understanding,
      narrowing: { kind, theme, type, publisher, about, year },
      offset,
      limit,
    };
    // Marks without a single word ("???") ask for nothing: that is no reason to show everything.
    const { answer, degraded } = understanding?.empty
      ? { answer: NOTHING, degraded: false }
      : await this.ask(request);
    const items = await this.results.read(answer.hits.map(({ id }) => id));
    const named = understanding?.themes ?? [];
    const labels = await this.visibleLabels([
      ...named.map((match) => match.theme.slug),
      ...Object.keys(answer.facets.theme),
      ...(theme ?? []),
    ]);
    return {
      query: q,
      page,
      limit,
      // What the index still holds but the database does not publish is not counted either.
      total: answer.total - (answer.hits.length - items.length),
      degraded,
      themes: named.filter((match) => match.theme.slug in labels).map(namedTheme),
      items: items.map((item) => searchItem(item, understanding?.stems ?? new Set())),
      facets: { ...answer.facets, theme: only(answer.facets.theme, labels) },
      themeLabels: labels,
    };
  }

  private async ask(request: EngineRequest): Promise<{ answer: EngineAnswer; degraded: boolean }> {
    if (this.meili.isThere && Date.now() >= this.restUntil) {
      try {
        return { answer: await this.meiliEngine.search(request), degraded: false };
      } catch (error) {
        this.restUntil = Date.now() + REST_AFTER_FAILURE_MS;
        this.logger.warn(
          `Meilisearch did not answer, PostgreSQL does: ${error instanceof Error ? error.message : 'unknown'}`,
        );
        void this.upkeep.enqueueCheck().catch(() => undefined);
      }
    }
    return { answer: await this.postgresEngine.search(request), degraded: true };
  }

  /** Labels by slug, of the themes that the public may see: a proposed theme may come from a withdrawn review. */
  private async visibleLabels(slugs: string[]): Promise<Record<string, string>> {
    if (slugs.length === 0) return {};
    const rows = await this.source.query<{ slug: string; label: string }[]>(
      `select t.slug, t.label from theme t where t.slug = any($1) and ${visibleTheme('t')}`,
      [slugs],
    );
    return Object.fromEntries(rows.map(({ slug, label }) => [slug, label]));
  }
}

const only = (counts: Record<string, number>, labels: Record<string, string>): Record<string, number> =>
  Object.fromEntries(Object.entries(counts).filter(([slug]) => slug in labels));

function namedTheme({ theme, matched }: MatchedTheme): SearchAnswer['themes'][number] {
  const { slug, label, definition, hasGuidance } = theme;
  return { slug, label, matched, definition, hasGuidance };
}

function searchItem({ text, ...item }: PublishedResult, stems: ReadonlySet<string>): SearchItem {
  return { ...item, snippet: text === '' ? escapeHtml('') : snippet(text, stems) };
}
