import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { KeptRecords } from '../../platform/cache/kept-records.js';
import type { SearchSubject } from '../../platform/jobs/enqueue.js';
import { partialDate } from '../../platform/dates/partial-date.sql.js';
import { prepared } from '../../platform/postgres/prepared.js';
import { PUBLIC } from '../../publishing/audience.js';
import { asColumns, asJsonObject } from '../../publishing/record.sql.js';
import { BRIEFING_RECORD } from '../../briefings/briefing.sql.js';
import { RECOMMENDATION_RECORD } from '../../recommendations/recommendation.sql.js';
import { RESOURCE_RECORD } from '../../resources/resource.sql.js';
import { LEARNING_POINT_RECORD, teaches } from '../../reviews/learning.sql.js';
import { REVIEW_NAMES, REVIEW_RECORD, REVIEWS } from '../../reviews/review.sql.js';
import { THEME_RECORD_COLUMNS, themesOf } from '../../themes/theme.sql.js';
import { stemsAndFormsOf } from '../index/evidence.js';
import { BRIEFING_TEXT } from '../index/records.js';
import type { SearchItem, SearchPart } from '../api/search-answer.model.js';
import { WordedText } from './snippet.js';

/** A part of a review that can be a result of its own: a learning point or a recommendation. */
export interface PublishedPart extends Omit<SearchPart, 'snippet' | 'snippetText'> {
  text: WordedText;
  /** The stems and forms of the words of its title, phrase and text. */
  said: readonly string[];
}

/** A record that was found, as the database has it now. */
export interface PublishedResult extends Omit<
  SearchItem,
  'kind' | 'snippet' | 'snippetText' | 'because' | 'named' | 'parts' | 'pages' | 'explanation'
> {
  kind: SearchSubject;
  text: WordedText;
  /** In the order in which the review has them. */
  parts: PublishedPart[];
}

type StoredPart = Omit<PublishedPart, 'said' | 'text'> & { text: string };
type Row = Omit<PublishedResult, 'parts' | 'text'> & { text: string; parts: StoredPart[] };

/** At about 10 kB each, some 30 MB. */
const MOST_RECORDS = 3000;

/**
 * Reads what an engine found from the database, in the order given. What is not published, or not there any more, is left
 * out: so an index that lags cannot show it, nor an old wording of it. All of it is kept while the content stays as it is.
 */
@Injectable()
export class PublishedResults {
  private readonly records: KeptRecords<PublishedResult>;

  constructor(@InjectDataSource() source: DataSource) {
    this.records = new KeptRecords(async (ids) => {
      const rows = await prepared<Row>(source, 'results', ALL_KINDS, [ids]);
      return new Map(rows.map((row) => [row.id, asResult(row)]));
    }, MOST_RECORDS);
  }

  async read(ids: string[], revision: string): Promise<PublishedResult[]> {
    return [...(await this.records.read(ids, revision)).values()];
  }
}

function asResult(row: Row): PublishedResult {
  const parts = row.parts.map((part): PublishedPart => {
    const said = new Set(stemsAndFormsOf(`${part.title} ${part.phrase ?? ''} ${part.text}`));
    return { ...part, text: new WordedText(part.text), said: [...said] };
  });
  return { ...row, text: new WordedText(row.text), parts };
}

const LEARNING = `
  select ${asJsonObject({
    ...LEARNING_POINT_RECORD,
    ...{ title: 'l.theme_label', text: 'l.statement', learningKind: 'l.kind', phrase: 'l.phrase' },
    themes: `json_build_array(json_build_object('slug', l.theme_slug, 'label', l.theme_label))`,
  })} as part, 1 as place, l.position
  from ${PUBLIC.learningPoint} l where l.review_id = r.id and ${teaches('l')}`;

// The themes of all recommendations of the review at once: asked for each of them, they take longer than all the rest.
const RECOMMENDATIONS = `
  select ${asJsonObject({
    ...RECOMMENDATION_RECORD,
    ...{
      title: `concat_ws(' ', 'Recommendation', c.number)`,
      text: 'c.text',
      learningKind: 'null',
      phrase: 'null',
    },
    themes: `coalesce(about.themes, '[]'::json)`,
  })}, 2, c.position
  from ${PUBLIC.recommendation} c left join (
    select tag.record_id, json_agg(json_build_object('slug', tag.slug, 'label', tag.label) order by lower(tag.label)) as themes
    from ${PUBLIC.themeTag} tag where tag.noun = 'recommendation' and tag.review_id = r.id
    group by tag.record_id) as about on about.record_id = c.id
  where c.review_id = r.id`;

const OF_REVIEWS = `
  select ${asColumns(REVIEW_RECORD)}, r.title, coalesce(r.summary, '') as text,
    ${themesOf(`tag.noun in ('learning-point', 'theme-named') and tag.review_id = r.id`)} as themes,
    ${REVIEW_NAMES} as review, null as publisher, null as "publishedOn", null as type, r.summarised as "summaryByLibrary",
    coalesce((select json_agg(part order by place, position) from (${LEARNING} union all ${RECOMMENDATIONS}) as p), '[]') as parts
  from ${REVIEWS} join wanted w on w.id = r.id`;

const THEMES = `
  select ${THEME_RECORD_COLUMNS}, t.label, coalesce(t.definition, ''), '[]', null, null, null, null, false, '[]'
  from wanted w join ${PUBLIC.theme} t on t.id = w.id
  where t.replaced_by_id is null`;

/** @param row what the record is called in its `record` */
const papers = (
  noun: 'briefing' | 'resource',
  row: string,
  record: Record<string, string>,
  text: string,
): string => `
  select ${asColumns(record)}, ${row}.title, coalesce(${text}, ''),
    ${themesOf(`tag.noun = '${noun}' and tag.record_id = ${row}.id`)}, null, p.name, ${partialDate(row, 'published')}, ${row}.type,
    ${row}.summarised, '[]'
  from wanted w join ${PUBLIC[noun]} ${row} on ${row}.id = w.id
    left join ${PUBLIC.publisher} p on p.id = ${row}.publisher_id`;

const ALL_KINDS = `
  with wanted as (select unnest($1::uuid[]) as id)
  select found.*, null as "learningKind", null as phrase from (${[
    OF_REVIEWS,
    THEMES,
    papers('briefing', 'b', BRIEFING_RECORD, BRIEFING_TEXT),
    papers('resource', 's', RESOURCE_RECORD, 's.description'),
  ].join(' union all ')}) as found`;
