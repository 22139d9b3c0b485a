import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { SearchFacets } from '../search.model.js';
import { isSure } from '../analysis/named-themes.js';
import { MOST_VALUES } from '../index/settings.js';
import { comparedBy, FILTER_NAMES, SEARCH_FILTERS, type FilterName } from '../search-filters.js';
import { cutFacets, type EngineAnswer, type EngineRequest } from './engine.js';

interface Found {
  total: string;
  unfiltered: string;
  hits: { id: string; version: string }[] | null;
  facets: Partial<SearchFacets> | null;
}

/** Asks PostgreSQL, when Meilisearch is away: for the same stems and themes. */
@Injectable()
export class PostgresEngine {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  async search(request: EngineRequest): Promise<EngineAnswer> {
    const { understanding } = request;
    if (!understanding) return (await this.find(request, 'true', '0', [])).answer;
    const slugs = understanding.themes.filter(isSure).map(({ theme }) => theme.slug);
    const terms = understanding.terms.map(({ stems }) => stems);
    // A form adds to the score of the very word; no record has one without its stem.
    const forms = understanding.terms.flatMap(({ form }) => form ?? []);
    const all = [...new Set([...terms.flat(), ...forms])];
    const hasAll = terms.map((_, at) => `d.terms && $${at + 3}::text[]`).join(' and ');
    const found = await this.find(request, `(${hasAll}) or ${CARRIES}`, SCORE, [all, slugs, ...terms]);
    // Words are let go where nothing has them all, whatever the filters: the number beside a value is what choosing it finds.
    if (found.unfiltered > 0) return found.answer;
    return (await this.find(request, `d.terms && $1::text[] or ${CARRIES}`, SCORE, [all, slugs])).answer;
  }

  private async find(
    { narrowing, without, offset, limit }: EngineRequest,
    matches: string,
    score: string,
    values: unknown[],
  ): Promise<{ answer: EngineAnswer; unfiltered: number }> {
    const parameters = [...values];
    const placeholder = (value: unknown): string => `$${parameters.push(value)}`;
    const fits = (facet: FilterName): string => {
      const wanted = narrowing[facet];
      return wanted && wanted.length > 0 ? condition(facet, placeholder(wanted.map(String))) : 'true';
    };
    // Whether each filter lets a document through: the counts of a filter leave that filter itself out.
    const passes = FILTER_NAMES.map((facet) => `(${fits(facet)}) as ${facet}_fits`);
    const allBut = (left: FilterName | null): string =>
      FILTER_NAMES.filter((facet) => facet !== left)
        .map((facet) => `${facet}_fits`)
        .join(' and ');
    const facets = FILTER_NAMES.map((facet) => `'${facet}', (${counts(facet, allBut(facet))})`);
    const [row] = await this.source.query<Found[]>(
      `with found as materialized (
         select d.id, d.body, ${score} as score, ${passes.join(', ')} from search_document d
         where d.body is not null and d.id <> all(${placeholder(without)}::uuid[]) and (${matches})
       ), shown as (
         select id, body->>'version' as version,
           row_number() over (order by score desc, (body->>'date')::int desc, id) as place
         from found where ${allBut(null)}
         order by place limit ${placeholder(limit)} offset ${placeholder(offset)}
       )
       select (select count(*) from found where ${allBut(null)}) as total,
         (select count(*) from found) as unfiltered,
         (select json_agg(json_build_object('id', id, 'version', version) order by place) from shown) as hits,
         json_build_object(${facets.join(', ')}) as facets`,
      parameters,
    );
    const counted = row?.facets ?? {};
    const { facets: byFilter, cut } = cutFacets(counted);
    return {
      answer: { hits: row?.hits ?? [], total: Number(row?.total ?? 0), facets: byFilter, cut },
      unfiltered: Number(row?.unfiltered ?? 0),
    };
  }
}

const condition = (name: FilterName, wanted: string): string => {
  const { many } = SEARCH_FILTERS[name];
  return comparedBy(name)
    .map((attribute) =>
      many
        ? `d.body->'${attribute}' ?| ${wanted}::text[]`
        : `coalesce(d.body->>'${attribute}' = any(${wanted}::text[]), false)`,
    )
    .join(' or ');
};

const CARRIES = `(d.body->'themes' ?| $2::text[] or d.body->'said' ?| $2::text[])`;

// How much the words weigh in it; a theme that the words name counts for more.
const SCORE = `(select coalesce(sum(d.weights[array_position(d.terms, stem)]), 0) from unnest($1::text[]) as stem)
  + case when ${CARRIES} then 5 else 0 end`;

/** How many documents have each value, as one JSON object: the commonest. */
function counts(name: FilterName, where: string): string {
  const { many, attribute } = SEARCH_FILTERS[name];
  const values = many
    ? `found, jsonb_array_elements_text(body->'${attribute}') as value where ${where}`
    : `(select body->>'${attribute}' as value from found where ${where}) as said where value is not null`;
  return `select json_object_agg(value, n) from (
    select value, count(*) as n from ${values} group by value order by n desc limit ${MOST_VALUES + 1}) as counted`;
}
