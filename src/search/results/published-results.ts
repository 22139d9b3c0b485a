import type { LearningKind } from '../../reviews/review.js';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { formatPartialDate, type DatePrecision } from '../../platform/dates/partial-date.js';
import { KeptRecords } from '../../platform/cache/kept-records.js';
import { prepared } from '../../platform/postgres/prepared.js';
import { PUBLIC } from '../../publishing/audience.js';
import { PublishedCache } from '../../publishing/published-cache.js';
import { namesOf } from '../../platform/text/coded-fields.js';
import { teaches } from '../../reviews/learning.sql.js';
import { REVIEW_CODES } from '../../reviews/review.js';
import type { SearchDocument } from '../search-document.js';
import type { FoundReviewRef, FoundThemeRef } from '../search.model.js';
import { formOf, wordsOf } from '../analysis/words.js';
import { WordedText } from './worded-text.js';

/** A part of a review that can be a result of its own: a learning point or a recommendation. */
export interface PublishedPart {
  id: string;
  kind: 'learning-point' | 'recommendation';
  title: string;
  text: WordedText;
  url: string;
  themes: FoundThemeRef[];
  learningKind: LearningKind | null;
  /** The words that the source uses for the theme; null where it uses the theme's own name. */
  phrase: string | null;
  /** The stems and forms of the words of its title, phrase and text. */
  said: readonly string[];
}

type StoredPart = Omit<PublishedPart, 'said' | 'text'> & { text: string };

/** A record that was found, as the database has it now. */
export interface PublishedResult {
  id: string;
  kind: SearchDocument['kind'];
  title: string;
  text: WordedText;
  url: string;
  themes: FoundThemeRef[];
  /** The review it is. */
  review: FoundReviewRef | null;
  publisher: string | null;
  publishedOn: string | null;
  type: string | null;
  /** In the order in which the review has them. */
  parts: PublishedPart[];
  /** Whether the text of its report is there to be searched. */
  hasText: boolean;
  summaryByLibrary: boolean;
}

interface Row extends Omit<PublishedResult, 'review' | 'parts' | 'text'> {
  text: string;
  learning: StoredPart[] | null;
  recommendations: StoredPart[] | null;
  review: (FoundReviewRef & { precision: DatePrecision | null }) | null;
  precision: DatePrecision | null;
}

/** At about 10 kB each, some 30 MB. */
const MOST_RECORDS = 3000;
/** Names of themes take a hundred bytes each. */
const MOST_NAMES = 20_000;

/**
 * Reads what an engine found from the database, in the order given. What is not published, or not there any more, is left
 * out: so an index that lags cannot show it, nor an old wording of it. All of it is kept while the content stays as it is.
 */
@Injectable()
export class PublishedResults {
  private readonly records: KeptRecords<PublishedResult>;
  private readonly hidden: PublishedCache<string[]>;
  private readonly labels: KeptRecords<string>;

  constructor(@InjectDataSource() source: DataSource) {
    this.records = new KeptRecords(async (ids) => {
      const rows = await prepared<Row>(source, 'results', ALL_KINDS, [ids]);
      return new Map(rows.map((row) => [row.id, asResult(row)]));
    }, MOST_RECORDS);
    this.hidden = new PublishedCache(source, async () => {
      const rows = await source.query<{ id: string }[]>(WITHHELD);
      return rows.map(({ id }) => id);
    });
    this.labels = new KeptRecords(async (slugs) => {
      const rows = await prepared<{ slug: string; label: string }>(source, 'labels', LABELS, [slugs]);
      return new Map(rows.map(({ slug, label }) => [slug, label]));
    }, MOST_NAMES);
  }

  /**
   * What an index may hold and the public may not see: records that were withdrawn or deleted a moment ago, and whose
   * removal is on its way. Mostly nothing.
   */
  async withheld(revision: string): Promise<string[]> {
    return await this.hidden.at(revision);
  }

  async read(ids: string[], revision: string): Promise<PublishedResult[]> {
    return [...(await this.records.read(ids, revision)).values()];
  }

  /** Labels by slug, of the themes that the public may see: a proposed theme may come from a withdrawn review. */
  async themeLabels(slugs: string[], revision: string): Promise<Map<string, string>> {
    return await this.labels.read(slugs, revision);
  }
}

function asResult({ precision, review, learning, recommendations, ...row }: Row): PublishedResult {
  return {
    ...row,
    text: new WordedText(row.text),
    parts: [...(learning ?? []), ...(recommendations ?? [])].map(asPart),
    publishedOn: formatPartialDate(row.publishedOn, precision),
    review: review && reviewRef(review),
  };
}

function asPart(part: StoredPart): PublishedPart {
  const words = wordsOf(`${part.title} ${part.phrase ?? ''} ${part.text}`);
  return {
    ...part,
    text: new WordedText(part.text),
    said: [...new Set(words.flatMap(({ stem, text }) => [stem, formOf(text) ?? stem]))],
  };
}

function reviewRef({ precision, ...review }: NonNullable<Row['review']>): FoundReviewRef {
  return { ...review, publishedOn: formatPartialDate(review.publishedOn, precision) };
}

const themeList = (of: string): string => `coalesce((
  select json_agg(json_build_object('slug', t.slug, 'label', t.label) order by lower(t.label)) from (
    select distinct tag.slug, tag.label from ${PUBLIC.themeTag} tag where ${of}) as t), '[]'::json)`;

const LEARNING = `
  select json_agg(json_build_object('id', l.id, 'kind', 'learning-point', 'title', l.theme_label,
      'text', l.statement, 'phrase', l.phrase, 'url', '/reviews/' || r.slug || '#' || l.anchor,
      'themes', json_build_array(json_build_object('slug', l.theme_slug, 'label', l.theme_label)),
      'learningKind', l.kind) order by l.position)
  from ${PUBLIC.learningPoint} l where l.review_id = r.id and ${teaches('l')}`;

// The themes of all recommendations of the review at once: asked for each of them, they take longer than all the rest.
const RECOMMENDATIONS = `
  select json_agg(json_build_object('id', c.id, 'kind', 'recommendation',
      'title', coalesce('Recommendation ' || c.number, 'Recommendation'), 'text', c.text,
      'url', c.path, 'learningKind', null, 'phrase', null,
      'themes', coalesce(about.themes, '[]'::json)) order by c.position)
  from ${PUBLIC.recommendation} c left join (
    select tag.record_id, json_agg(json_build_object('slug', tag.slug, 'label', tag.label) order by lower(tag.label)) as themes
    from ${PUBLIC.themeTag} tag where tag.noun = 'recommendation' and tag.review_id = r.id
    group by tag.record_id) as about on about.record_id = c.id
  where c.review_id = r.id`;

const REVIEWS = `
  select r.id, 'review' as kind, r.title, coalesce(r.summary, '') as text, '/reviews/' || r.slug as url,
    ${themeList(`tag.noun in ('learning-point', 'theme-named') and tag.review_id = r.id`)} as themes,
    json_build_object('slug', r.slug, 'reference', r.reference, 'label', r.label, 'title', r.title, 'publisher', p.name,
      ${namesOf(REVIEW_CODES)
        .map((name) => `'${name}', r.${name}`)
        .join(', ')}, 'publishedOn', r.published_on, 'precision', r.published_precision) as review,
    null as publisher, null::text as "publishedOn", null as precision, null as type,
    (${LEARNING}) as learning, (${RECOMMENDATIONS}) as recommendations,
    exists (select 1 from ${PUBLIC.documentPage} g where g.review_id = r.id) as "hasText",
    r.summarised as "summaryByLibrary"
  from wanted w join ${PUBLIC.review} r on r.id = w.id join ${PUBLIC.publisher} p on p.id = r.publisher_id`;

const THEMES = `
  select t.id, 'theme', t.label, coalesce(t.definition, ''), '/themes/' || t.slug, '[]'::json,
    null::json, null, null, null, null, null::json, null::json, false, false
  from wanted w join ${PUBLIC.theme} t on t.id = w.id
  where t.replaced_by_id is null`;

const papers = (noun: 'briefing' | 'resource', text: string): string => `
  select b.id, '${noun}', b.title, coalesce(${text}, ''), '/${noun}s/' || b.slug,
    ${themeList(`tag.noun = '${noun}' and tag.record_id = b.id`)},
    null::json, p.name, b.published_on::text, b.published_precision, b.type, null::json, null::json, false, b.summarised
  from wanted w join ${PUBLIC[noun]} b on b.id = w.id left join ${PUBLIC.publisher} p on p.id = b.publisher_id`;

const BRIEFING_TEXT = `(select string_agg(concat_ws(' ', s->>'heading', s->>'body'), ' ') from jsonb_array_elements(b.sections) s)`;

const WITHHELD = `
  select d.id from search_document d where case d.kind
    when 'review' then not exists (select 1 from ${PUBLIC.review} r where r.id = d.id)
    when 'briefing' then not exists (select 1 from ${PUBLIC.briefing} b where b.id = d.id)
    when 'resource' then not exists (select 1 from ${PUBLIC.resource} b where b.id = d.id)
    else not exists (select 1 from ${PUBLIC.theme} t where t.id = d.id and t.replaced_by_id is null) end`;

const LABELS = `select t.slug, t.label from ${PUBLIC.theme} t where t.slug = any($1)`;

const ALL_KINDS = `
  with wanted as (select unnest($1::uuid[]) as id)
  select id, kind, title, text, url, themes, review, publisher, "publishedOn", precision, type, learning, recommendations, "hasText",
    "summaryByLibrary"
  from (${[REVIEWS, THEMES, papers('briefing', BRIEFING_TEXT), papers('resource', 'b.description')].join(' union all ')}) as found`;
