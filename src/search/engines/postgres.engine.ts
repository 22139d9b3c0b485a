import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { SearchKind } from '../search-document.js';
import type { SearchFacets } from '../search.model.js';
import { FACETS, facetField, type EngineAnswer, type EngineRequest } from './engine.js';

interface Found {
  total: string;
  hits: { id: string; kind: SearchKind }[] | null;
  facets: Partial<SearchFacets> | null;
}

/**
 * Asks PostgreSQL, when Meilisearch is away: full-text search with the same reading of the query, and, where that finds
 * nothing, headings that look alike (trigrams), which forgives misspellings.
 */
@Injectable()
export class PostgresEngine {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  async search(request: EngineRequest): Promise<EngineAnswer> {
    const { understanding } = request;
    if (!understanding) return await this.find(request, 'true', 0, []);
    const slugs = understanding.themes.map(({ theme }) => theme.slug);
    for (const joint of [' & ', ' | ']) {
      // Words are letters and digits alone (see wordsOf), so nothing in them is an operator.
      const words = understanding.words.map((word) => `${word}:*`).join(joint);
      const answer = await this.find(request, MATCHES, SCORE, [words, slugs]);
      if (answer.total > 0) return answer;
    }
    return await this.find(request, ALIKE, ALIKE_SCORE, [understanding.words.join(' ')]);
  }

  private async find(
    { narrowing, offset, limit }: EngineRequest,
    matches: string,
    score: string | 0,
    values: unknown[],
  ): Promise<EngineAnswer> {
    const parameters = [...values];
    const placeholder = (value: unknown): string => `$${parameters.push(value)}`;
    const filters = FACETS.flatMap((facet) => {
      const wanted = narrowing[facet];
      if (!wanted || wanted.length === 0) return [];
      return facet === 'theme'
        ? [`d.body->'themes' ?| ${placeholder(wanted)}::text[]`]
        : [`d.body->>'${facet}' = any(${placeholder(wanted)}::text[])`];
    });
    const facets = FACETS.map((facet) => `'${facet}', (${facetCounts(facetField(facet))})`);
    const [row] = await this.source.query<Found[]>(
      `with found as materialized (
         select d.id, d.kind, d.body, ${score} as score from search_document d
         where d.body is not null and (${matches})${filters.map((filter) => ` and ${filter}`).join('')}
       ), shown as (
         select id, kind, row_number() over (order by score desc, (body->>'date')::int desc, (body->>'weight')::int desc, id) as place
         from found order by place limit ${placeholder(limit)} offset ${placeholder(offset)}
       )
       select (select count(*) from found) as total,
         (select json_agg(json_build_object('id', id, 'kind', kind) order by place) from shown) as hits,
         json_build_object(${facets.join(', ')}) as facets`,
      parameters,
    );
    const counts = Object.fromEntries(FACETS.map((facet) => [facet, row?.facets?.[facet] ?? {}]));
    return {
      hits: row?.hits ?? [],
      total: Number(row?.total ?? 0),
      facets: counts as unknown as SearchFacets,
    };
  }
}

const MATCHES = `d.words @@ to_tsquery('english', $1) or d.body->'themes' ?| $2::text[]`;

// A theme that the words name counts for more than the words; its learning points come first.
const SCORE = `ts_rank(d.words, to_tsquery('english', $1), 1)
  + case when d.body->'themes' ?| $2::text[] then case when d.kind = 'learning-point' then 3 else 2 end else 0 end`;

const ALIKE = `$1 <% d.heading`;
const ALIKE_SCORE = `word_similarity($1, d.heading)`;

const facetCounts = (field: string): string =>
  field === 'themes'
    ? `select json_object_agg(value, n) from (select value, count(*) as n from found, jsonb_array_elements_text(body->'themes') as value group by value order by n desc limit 200) as counted`
    : `select json_object_agg(value, n) from (select body->>'${field}' as value, count(*) as n from found where body->>'${field}' is not null group by 1 order by n desc limit 200) as counted`;
