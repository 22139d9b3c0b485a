import type { EntityManager } from 'typeorm';
import type { SearchSubject } from '../../platform/jobs/enqueue.js';
import { noCodes } from '../../platform/text/coded-fields.js';
import { PUBLIC } from '../../publishing/audience.js';
import { teaches } from '../../reviews/learning.sql.js';
import { REVIEW_CODES, type ReviewCodes } from '../../reviews/review.js';
import { REVIEW_CODE_COLUMNS } from '../../reviews/review.sql.js';

/** What only reviews have, or records that somebody published. */
const BARE = {
  ...noCodes(REVIEW_CODES),
  publisher: null as string | null,
  publisherSlug: null as string | null,
  year: null as string | null,
  publishedOn: null as string | null,
  /** What tells the ages of its people. */
  aged: '',
  /** Whether it has learning points that teach, and recommendations. */
  teaches: false,
  recommends: false,
  /** To whom its recommendations are addressed. */
  agencies: [] as { name: string; slug: string }[],
  /** Text of its documents, page by page. */
  pages: [] as string[],
};

/** A record as its search document is made from it. */
export type RecordToProject = ReviewCodes &
  typeof BARE & {
    id: string;
    kind: SearchSubject;
    /** Its own name: the label of a review. */
    name: string;
    title: string;
    /** Its themes by id, each with the words by which the record calls it, if any. */
    called: { theme: string; phrase: string }[];
    /** Short texts that say what it is about, and whose it is. */
    keywords: string[];
    texts: string[];
  };

/** Of very long reports the first 400 pages, and of a page what a page can hold. */
const PAGES = `array(select left(g.text, 10000) from ${PUBLIC.document} d
    join ${PUBLIC.documentPage} g on g.document_id = d.id where d.review_id = r.id order by d.position, g.page limit 400)`;

const REVIEWS = `
  select r.id, r.label as name, r.title, p.name as publisher, p.slug as "publisherSlug", ${REVIEW_CODE_COLUMNS},
    r.year::text as year, r.published_on::text as "publishedOn", coalesce(learning.teaches, false) as teaches,
    recommended.texts is not null as recommends, ${PAGES} as pages,
    concat_ws('. ', r.title, r.summary, array_to_string(r.keywords, '. ')) as aged,
    r.keywords || array_remove(array[p.name, r.reference], null) as keywords,
    array[coalesce(learning.statements, ''), coalesce(r.summary, ''), coalesce(recommended.texts, '')] as texts,
    coalesce(learning.called, '[]') || coalesce((
      select jsonb_agg(jsonb_build_object('theme', tag.theme_id, 'phrase', '') order by c.position)
      from ${PUBLIC.themeTag} tag join ${PUBLIC.recommendation} c on c.id = tag.record_id
      where tag.noun = 'recommendation' and tag.review_id = r.id), '[]') as called,
    coalesce((select json_agg(json_build_object('name', a.name, 'slug', a.slug) order by c.position, a.name)
      from ${PUBLIC.recommendation} c join ${PUBLIC.addressee} a on a.recommendation_id = c.id
      where c.review_id = r.id), '[]') as agencies
  from ${PUBLIC.review} r join ${PUBLIC.publisher} p on p.id = r.publisher_id
    left join lateral (
      select string_agg(l.statement, ' ' order by l.position) as statements, bool_or(${teaches('l')}) as teaches,
        jsonb_agg(jsonb_build_object('theme', l.theme_id, 'phrase', coalesce(l.phrase, l.theme_label))
          order by l.position) as called
      from ${PUBLIC.learningPoint} l where l.review_id = r.id) as learning on true
    left join lateral (
      select string_agg(c.text, ' ' order by c.position) as texts
      from ${PUBLIC.recommendation} c where c.review_id = r.id) as recommended on true
  where r.id = any($1)`;

const THEMES = `
  select t.id, t.label as name, t.label as title, array[]::text[] as keywords,
    json_build_array(json_build_object('theme', t.id, 'phrase', t.label)) as called,
    array[concat_ws(' ', t.definition, array_to_string(t.emergency || t.look_for || t.ask || t.ask_yourself || t.to_do, ' '))] as texts
  from ${PUBLIC.acceptedTheme} t where t.id = any($1) and t.replaced_by_id is null`;

const paper = (noun: 'briefing' | 'resource', text: string): string => `
  select b.id, b.title as name, b.title, p.name as publisher, p.slug as "publisherSlug", array[coalesce(${text}, '')] as texts,
    b.published_on::text as "publishedOn", extract(year from b.published_on)::int::text as year,
    array_remove(array[b.type, p.name], null) as keywords,
    coalesce((select json_agg(json_build_object('theme', tag.theme_id, 'phrase', '')) from ${PUBLIC.themeTag} tag
      where tag.noun = '${noun}' and tag.record_id = b.id), '[]') as called
  from ${PUBLIC[noun]} b left join ${PUBLIC.publisher} p on p.id = b.publisher_id
  where b.id = any($1)`;

/** The text of a briefing `b`: a heading runs on into what stands below it. */
export const BRIEFING_TEXT = `(select string_agg(concat_ws(' ', regexp_replace(s->>'heading', '(?<![?.!:])$', ':'), s->>'body'), ' ') from jsonb_array_elements(b.sections) s)`;

const STATEMENTS: Record<SearchSubject, string> = {
  review: REVIEWS,
  theme: THEMES,
  briefing: paper('briefing', BRIEFING_TEXT),
  resource: paper('resource', 'b.description'),
};

/**
 * Locks the rows of these records: of two jobs for one record, the one that comes second reads what the first left
 * behind, and an old state can never overwrite a newer one.
 */
export async function lockRecords(manager: EntityManager, kind: SearchSubject, ids: string[]): Promise<void> {
  await manager.query(`select 1 from ${kind} where id = any($1) order by id for no key update`, [ids]);
}

/** Reads the records that may be found: published ones only, so that what is withdrawn has no documents. */
export async function readForIndex(
  manager: EntityManager,
  kind: SearchSubject,
  ids: string[],
): Promise<RecordToProject[]> {
  const rows = await manager.query<Omit<RecordToProject, 'kind'>[]>(STATEMENTS[kind], [ids]);
  return rows.map((row) => ({ ...BARE, kind, ...row }));
}
