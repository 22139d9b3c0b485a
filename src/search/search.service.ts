import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { contentRevision } from '../publishing/content-revision.js';
import { LibraryError } from '../platform/http/errors/library-error.js';
import { windowOf } from '../platform/http/listing/page.js';
import { forEachFilter, narrowingOf, type Narrowing } from './search-filters.js';
import type { EngineAnswer, EngineRequest } from './retrieval/engine.js';
import { DEEPEST_RESULT, MeiliEngine } from './retrieval/meili.engine.js';
import { MeiliFirst } from './retrieval/meili-first.js';
import { PostgresEngine } from './retrieval/postgres.engine.js';
import { IndexLag } from './index/index-lag.js';
import { presentationOf, presentItem } from './results/present-item.js';
import { PublishedPages } from './results/published-pages.js';
import { PublishedResults, type PublishedResult } from './results/published-results.js';
import type { Corpus } from './ranking/corpus.js';
import { EvidenceStore, type RankedRecord } from './ranking/evidence.store.js';
import { explain, rank } from './ranking/rank.js';
import { searchHelp } from './results/search-help.js';
import type { SearchQuery } from './search-query.dto.js';
import type { FoundPage, SearchAnswer } from './search.model.js';
import type { Thesaurus } from './analysis/thesaurus.js';
import { ThesaurusStore } from './analysis/thesaurus.store.js';
import { understand, type MatchedTheme, type Understanding } from './analysis/understand.js';

/** As many of what an engine finds are ranked by what the library knows; what lies deeper stays in the engine's order. */
const CANDIDATES = 100;

const NOTHING: EngineAnswer = {
  hits: [],
  total: 0,
  facets: forEachFilter(() => ({})),
  cut: [],
};

interface Asking {
  asked: Understanding | null;
  narrowing: Narrowing;
  corpus: Corpus;
  offset: number;
  limit: number;
}

interface Found extends Omit<EngineAnswer, 'hits'> {
  /** Best first: the page that was asked for. */
  ids: string[];
  /** What they were ranked by; empty where they were not. */
  ranked: Map<string, RankedRecord>;
  degraded: boolean;
}

interface Shown {
  records: PublishedResult[];
  pages: Map<string, FoundPage[]>;
  labels: Map<string, string>;
}

/**
 * Answers what practitioners ask, in this order: reads the query, asks an engine for what may fit, ranks it by what the
 * library knows, and shows what the database says is published.
 */
@Injectable()
export class SearchService {
  constructor(
    private readonly thesaurus: ThesaurusStore,
    private readonly evidence: EvidenceStore,
    private readonly meiliFirst: MeiliFirst,
    private readonly meiliEngine: MeiliEngine,
    private readonly postgresEngine: PostgresEngine,
    private readonly lag: IndexLag,
    private readonly results: PublishedResults,
    private readonly pages: PublishedPages,
    @InjectDataSource() private readonly source: DataSource,
  ) {}

  /** @throws LibraryError `invalid-request` when the page lies deeper than any engine answers */
  async search(query: SearchQuery): Promise<SearchAnswer> {
    const { q = '', kind } = query;
    const { page, limit, offset } = windowOf(query);
    if (offset + limit > DEEPEST_RESULT) {
      const message = `Only the first ${DEEPEST_RESULT} results can be shown: use a filter.`;
      throw new LibraryError('invalid-request', message, [{ field: 'page', message }]);
    }
    const corpus = await this.evidence.corpus();
    const narrowing = narrowingOf(query);
    const askingBy = (thesaurus: Thesaurus): Asking => {
      return { asked: q === '' ? null : understand(q, thesaurus, corpus), narrowing, corpus, offset, limit };
    };
    const guess = this.thesaurus.latest ?? (await this.thesaurus.at(await contentRevision(this.source)));
    let asking = askingBy(guess);
    const lately = this.results.lately;
    const [first, revision] = await Promise.all([this.find(asking, lately), contentRevision(this.source)]);
    // An index lags behind a withdrawal by a moment, and so does what was learnt from words and names: then it is asked
    // again, so that not even a count or a spelling tells of it.
    const [withheld, behind, thesaurus] = await Promise.all([
      this.results.withheld(revision),
      this.lag.behind(revision),
      this.thesaurus.at(revision),
    ]);
    let asBefore =
      thesaurus === guess && (withheld === lately || (withheld.length === 0 && lately.length === 0));
    if (thesaurus !== guess) asking = askingBy(thesaurus);
    while (await this.evidence.forget(corpus, learntWords(asking.asked, thesaurus), withheld)) {
      asking = askingBy(thesaurus);
      asBefore = false;
    }
    const { asked } = asking;
    const found = asBefore ? first : await this.find(asking, withheld);
    const { records, pages, labels } = await this.show(found, asking, revision);
    // Only now: a stem that no text has said before has no number until it is read.
    const presentation = presentationOf(asked, corpus, thesaurus, kind ?? null);
    const named = (asked?.themes ?? []).filter((match) => match.named);
    // What the index still holds but the database does not publish is not counted either.
    const total = found.total - (found.ids.length - records.length);
    const near = (asked?.themes ?? []).filter((match) => !match.named && labels.has(match.theme.slug));
    return {
      query: q,
      page,
      limit,
      total,
      degraded: found.degraded,
      behind,
      themes: named.filter((match) => labels.has(match.theme.slug)).map(namedTheme),
      help: await searchHelp(asked, total, near, (words) =>
        this.count(understand(words, thesaurus, corpus), narrowing, withheld),
      ),
      items: records.map((record) => {
        const item = {
          ...presentItem(record, presentation),
          pages: pages.get(record.id) ?? [],
        };
        const ranked = found.ranked.get(record.id);
        if (!query.explain || !asked || !ranked) return item;
        return { ...item, explanation: explain(ranked, asked, corpus) };
      }),
      facets: { ...found.facets, theme: only(found.facets.theme, labels) },
      facetsCut: found.cut,
      themeLabels: Object.fromEntries(labels),
    };
  }

  private async find(
    { asked, narrowing, corpus, offset, limit }: Asking,
    withheld: string[],
  ): Promise<Found> {
    // Marks without a single word ("???") ask for nothing: that is no reason to show everything.
    if (asked?.empty) return { ...NOTHING, ids: [], ranked: new Map(), degraded: false };
    // Whole pages are ranked, so that none of what is found stands on two of them or on none.
    const candidates = CANDIDATES - (CANDIDATES % limit);
    const ranks = asked !== null && offset + limit <= candidates;
    const { answer, degraded } = await this.ask({
      understanding: asked,
      narrowing,
      without: [...shownAbove(asked), ...withheld],
      ...(ranks ? { offset: 0, limit: candidates } : { offset, limit }),
    });
    if (!ranks) return { ...answer, ids: answer.hits.map(({ id }) => id), ranked: new Map(), degraded };
    const ranked = rank(await this.evidence.read(answer.hits), asked, corpus)
      .slice(offset, offset + limit)
      .map(({ record }) => record);
    return {
      ...answer,
      ids: ranked.map(({ id }) => id),
      ranked: new Map(ranked.map((record) => [record.id, record])),
      degraded,
    };
  }

  /** Reads what is shown of it, all at once. */
  private async show(
    { ids, facets }: Found,
    { asked, narrowing, corpus }: Asking,
    revision: string,
  ): Promise<Shown> {
    const themes = (asked?.themes ?? []).map((match) => match.theme.slug);
    const slugs = [...themes, ...Object.keys(facets.theme), ...(narrowing.theme ?? []).map(String)];
    const [records, labels] = await Promise.all([
      this.results.read(ids, revision),
      this.results.themeLabels([...new Set(slugs)], revision),
    ]);
    const printed = records.filter(({ hasText }) => hasText).map(({ id }) => id);
    return {
      records,
      labels,
      pages: asked ? await this.pages.find(printed, asked, corpus) : new Map<string, FoundPage[]>(),
    };
  }

  private async count(
    understanding: Understanding,
    narrowing: Narrowing,
    withheld: string[],
  ): Promise<number> {
    if (understanding.empty) return 0;
    const without = [...shownAbove(understanding), ...withheld];
    const { answer } = await this.ask({ understanding, narrowing, without, offset: 0, limit: 1 });
    return answer.total;
  }

  private async ask(request: EngineRequest): Promise<{ answer: EngineAnswer; degraded: boolean }> {
    return await this.meiliFirst.ask(
      'a search',
      () => this.meiliEngine.search(request),
      () => this.postgresEngine.search(request),
    );
  }
}

/**
 * A theme that the words name stands above the results and not among them, whatever the filters: the number beside “Themes”
 * counts it as little as the list does.
 */
const shownAbove = (asked: Understanding | null): string[] =>
  asked?.themes.filter(({ named }) => named).map(({ theme }) => theme.id) ?? [];

/** The words that misspelt ones were taken for, and that no name of a theme has. */
const learntWords = (asked: Understanding | null, thesaurus: Thesaurus): string[] =>
  (asked?.terms ?? [])
    .filter(({ text, corrected }) => corrected && !thesaurus.spelling.has(text))
    .map(({ text }) => text);

const only = (counts: Record<string, number>, labels: ReadonlyMap<string, string>): Record<string, number> =>
  Object.fromEntries(Object.entries(counts).filter(([slug]) => labels.has(slug)));

function namedTheme({ theme, matched }: MatchedTheme): SearchAnswer['themes'][number] {
  const { slug, label, definition, hasGuidance, accepted } = theme;
  return { slug, label, matched, definition, hasGuidance, accepted };
}
