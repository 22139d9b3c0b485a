import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { formatPartialDate, type DatePrecision } from '../database/partial-date.js';
import { published } from '../database/published.js';
import type { LearningKind } from '../reviews/review.entity.js';
import { visibleTheme } from '../themes/theme.sql.js';
import type { SearchKind } from './search-document.js';
import type { FoundReviewRef, FoundThemeRef } from './search.model.js';

/** A result as the database has it now. */
export interface PublishedResult {
  id: string;
  kind: SearchKind;
  title: string;
  text: string;
  url: string;
  themes: FoundThemeRef[];
  review: FoundReviewRef | null;
  learningKind: LearningKind | null;
  publisher: string | null;
  publishedOn: string | null;
  type: string | null;
}

interface Row extends Omit<PublishedResult, 'review' | 'publishedOn'> {
  review: (FoundReviewRef & { precision: DatePrecision | null }) | null;
  publishedOn: string | null;
  precision: DatePrecision | null;
}

/**
 * Reads what an engine found from the database, in one query and in the order given. What is not published, or not there
 * any more, is left out: so an index that lags cannot show it, nor an old wording of it.
 */
@Injectable()
export class PublishedResults {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  async read(ids: string[]): Promise<PublishedResult[]> {
    if (ids.length === 0) return [];
    const rows = await this.source.query<Row[]>(ALL_KINDS, [ids]);
    return rows.map(({ precision, ...row }) => ({
      ...row,
      publishedOn: formatPartialDate(row.publishedOn, precision),
      review: row.review && reviewRef(row.review),
    }));
  }
}

function reviewRef({ precision, ...review }: NonNullable<Row['review']>): FoundReviewRef {
  return { ...review, publishedOn: formatPartialDate(review.publishedOn, precision) };
}

const REVIEW_REF = `json_build_object('slug', r.slug, 'reference', r.reference, 'label', r.label, 'title', r.title,
  'publisher', p.name, 'type', r.type, 'about', r.about, 'publishedOn', r.published_on, 'precision', r.published_precision)`;

const themeRefs = (from: string): string =>
  `coalesce((select json_agg(json_build_object('slug', t.slug, 'label', t.label) order by lower(t.label)) from ${from}), '[]'::json)`;

const REVIEWS = `
  select w.place, r.id, 'review' as kind, r.title, coalesce(r.summary, '') as text, '/reviews/' || r.slug as url,
    ${themeRefs('theme t where t.id in (select l.theme_id from learning_point l where l.review_id = r.id)')} as themes,
    ${REVIEW_REF} as review, null as "learningKind", null as publisher, null::text as "publishedOn", null as precision, null as type
  from wanted w join review r on r.id = w.id join partnership p on p.id = r.publisher_id
  where ${published('r')}`;

// The anchor is the theme's slug, with a number from the second point on the same theme.
const LEARNING = `
  select w.place, l.id, 'learning-point', t.label, coalesce(l.statement, ''),
    '/reviews/' || r.slug || '#' || t.slug || coalesce('-' || nullif(1 + (select count(*) from learning_point o
      where o.review_id = l.review_id and o.theme_id = l.theme_id and o.position < l.position), 1)::text, ''),
    json_build_array(json_build_object('slug', t.slug, 'label', t.label)),
    ${REVIEW_REF}, l.kind, null, null, null, null
  from wanted w join learning_point l on l.id = w.id join theme t on t.id = l.theme_id
    join review r on r.id = l.review_id join partnership p on p.id = r.publisher_id
  where ${published('r')}`;

const RECOMMENDATIONS = `
  select w.place, c.id, 'recommendation', coalesce('Recommendation ' || c.number, 'Recommendation'), c.text,
    '/recommendations/' || c.id,
    ${themeRefs('recommendation_theme ct join theme t on t.id = ct.theme_id where ct.recommendation_id = c.id')},
    ${REVIEW_REF}, null, null, null, null, null
  from wanted w join recommendation c on c.id = w.id
    join review r on r.id = c.review_id join partnership p on p.id = r.publisher_id
  where ${published('r')}`;

const THEMES = `
  select w.place, t.id, 'theme', t.label, coalesce(t.definition, ''), '/themes/' || t.slug, '[]'::json,
    null::json, null, null, null, null, null
  from wanted w join theme t on t.id = w.id
  where t.replaced_by_id is null and ${visibleTheme('t')}`;

const papers = (table: 'briefing' | 'resource', text: string): string => `
  select w.place, b.id, '${table}', b.title, coalesce(${text}, ''), '/${table}s/' || b.slug,
    ${themeRefs(`${table}_theme bt join theme t on t.id = bt.theme_id where bt.${table}_id = b.id`)},
    null::json, null, p.name, b.published_on::text, b.published_precision, b.type
  from wanted w join ${table} b on b.id = w.id left join partnership p on p.id = b.publisher_id
  where ${published('b')}`;

const BRIEFING_TEXT = `(select string_agg(concat_ws(' ', s->>'heading', s->>'body'), ' ') from jsonb_array_elements(b.sections) s)`;

const ALL_KINDS = `
  with wanted as (select id, place from unnest($1::uuid[]) with ordinality as given(id, place))
  select id, kind, title, text, url, themes, review, "learningKind", publisher, "publishedOn", precision, type
  from (${[REVIEWS, LEARNING, RECOMMENDATIONS, THEMES, papers('briefing', BRIEFING_TEXT), papers('resource', 'b.description')].join(' union all ')}) as found
  order by place`;
