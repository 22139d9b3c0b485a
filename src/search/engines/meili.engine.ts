import { Injectable } from '@nestjs/common';
import type { FederatedMultiSearchParams } from 'meilisearch';
import { Meili } from '../index/meili.js';
import type { SearchDocument } from '../search-document.js';
import type { SearchFacets } from '../search.model.js';
import type { Understanding } from '../understanding/understand.js';
import { FACETS, facetField, type EngineAnswer, type EngineRequest, type Narrowing } from './engine.js';

type Hit = Pick<SearchDocument, 'id' | 'kind'>;

/** The index answers nothing further down than this, and nobody reads that far. */
export const DEEPEST_RESULT = 10_000;

/**
 * Asks Meilisearch: several readings of the query in one federated search, whose results, counts and facets it unites.
 * Every reading has words in it, for Meilisearch cannot rank a search without words among others.
 */
@Injectable()
export class MeiliEngine {
  constructor(private readonly meili: Meili) {}

  async search(request: EngineRequest): Promise<EngineAnswer> {
    const { understanding } = request;
    if (!understanding) return await this.browse(request);
    const strict = await this.federated(request, readings(understanding, 'all'));
    // Few answers: let words go, the most common first, and keep what was found on top.
    if (strict.total >= request.limit || understanding.words.length < 2) return strict;
    return await this.federated(request, [
      ...readings(understanding, 'all'),
      ...looseReadings(understanding),
    ]);
  }

  private async federated(request: EngineRequest, queries: Reading[]): Promise<EngineAnswer> {
    const indexUid = this.meili.indexName;
    const filter = filters(request.narrowing);
    const answer = await this.meili.searching.multiSearch<FederatedMultiSearchParams, Hit>({
      federation: {
        offset: request.offset,
        limit: request.limit,
        facetsByIndex: { [indexUid]: FACETS.map(facetField) },
        mergeFacets: {},
      },
      queries: queries.map(({ q, strategy, weight, also }) => ({
        indexUid,
        q,
        matchingStrategy: strategy,
        filter: [...filter, ...also],
        attributesToRetrieve: ['id', 'kind'],
        federationOptions: { weight },
      })),
    });
    return {
      hits: answer.hits.map(({ id, kind }) => ({ id, kind })),
      total: answer.estimatedTotalHits ?? 0,
      facets: asFacets(answer.facetDistribution ?? {}),
    };
  }

  /** Without words: everything under the filters, the newest first, themes left to their own pages. */
  private async browse(request: EngineRequest): Promise<EngineAnswer> {
    const index = this.meili.searching.index<Hit>(this.meili.indexName);
    const answer = await index.search('', {
      filter: filters(request.narrowing),
      sort: ['date:desc', 'weight:desc'],
      offset: request.offset,
      limit: request.limit,
      facets: FACETS.map(facetField),
      attributesToRetrieve: ['id', 'kind'],
    });
    return {
      hits: answer.hits.map(({ id, kind }) => ({ id, kind })),
      total: answer.estimatedTotalHits,
      facets: asFacets(answer.facetDistribution ?? {}),
    };
  }
}

interface Reading {
  q: string;
  strategy: 'all' | 'frequency';
  weight: number;
  also: string[];
}

/** Each theme that the words name, its learning points before the rest of what carries it; and the words themselves. */
function readings({ words, themes }: Understanding, strategy: Reading['strategy']): Reading[] {
  const byTheme = themes.flatMap(({ theme, coverage }) => {
    const carries = `themes = ${quoted(theme.slug)}`;
    const q = theme.label;
    return [
      { q, strategy, weight: 2 * coverage, also: [carries, 'kind = learning-point'] },
      { q, strategy, weight: 1.5 * coverage, also: [carries, 'kind != learning-point'] },
    ];
  });
  return [...byTheme, { q: words.join(' '), strategy, weight: 1, also: [] }];
}

function looseReadings({ words }: Understanding): Reading[] {
  return [{ q: words.join(' '), strategy: 'frequency', weight: 0.5, also: [] }];
}

/** One condition a filter ("or" inside it), all of them needed. Values are quoted: a visitor may write anything. */
function filters(narrowing: Narrowing): string[] {
  return FACETS.flatMap((facet) => {
    const values = narrowing[facet];
    return values && values.length > 0 ? [`${facetField(facet)} IN [${values.map(quoted).join(', ')}]`] : [];
  });
}

const quoted = (value: string): string => `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;

function asFacets(distribution: Record<string, Record<string, number>>): SearchFacets {
  return Object.fromEntries(
    FACETS.map((facet) => [facet, distribution[facetField(facet)] ?? {}]),
  ) as unknown as SearchFacets;
}
