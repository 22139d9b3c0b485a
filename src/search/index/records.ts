import { PUBLIC } from '../../publishing/audience.js';
import { REVIEW_CODE_COLUMNS } from '../../reviews/review.sql.js';
import type { LearningKind, ReviewCodes } from '../../reviews/review.js';
import { Any, type EntityManager } from 'typeorm';
import type { SearchSubject } from '../../platform/jobs/enqueue.js';

/** A review as the search documents need it. */
export interface ReviewToIndex extends ReviewCodes {
  id: string;
  label: string;
  title: string;
  publisher: string;
  publisherSlug: string;
  reference: string | null;
  year: string | null;
  publishedOn: string | null;
  summary: string | null;
  keywords: string[];
  learning: {
    id: string;
    theme: string;
    kind: LearningKind;
    /** The words that the source uses for the theme. */
    phrase: string;
    statement: string | null;
  }[];
  /** Text of its documents, page by page. */
  pages: string[];
  recommendations: {
    id: string;
    number: string | null;
    text: string;
    themes: string[];
    addressees: string[];
    addresseeSlugs: string[];
  }[];
}

/** A briefing or resource as the search documents need it. */
export interface PaperRecord {
  id: string;
  title: string;
  text: string | null;
  type: string | null;
  publisher: string | null;
  publisherSlug: string | null;
  publishedOn: string | null;
  year: string | null;
  themes: string[];
}

export interface ThemeToIndex {
  id: string;
  slug: string;
  label: string;
  definition: string | null;
  guidance: string[];
}

export type SubjectRecord =
  | { kind: 'review'; record: ReviewToIndex }
  | { kind: 'theme'; record: ThemeToIndex }
  | { kind: 'briefing' | 'resource'; record: PaperRecord };

const REVIEWS = `
  select r.id, r.label, r.title, p.name as publisher, p.slug as "publisherSlug", r.reference, ${REVIEW_CODE_COLUMNS}, r.summary, r.keywords,
    r.year::text as year, r.published_on::text as "publishedOn",
    coalesce((select json_agg(json_build_object('id', l.id, 'theme', l.theme_id, 'kind', l.kind, 'phrase', coalesce(l.phrase, l.theme_label), 'statement', l.statement)
        order by l.position) from ${PUBLIC.learningPoint} l where l.review_id = r.id), '[]') as learning,
    coalesce((select json_agg(left(g.text, 10000)) from (select g.text from ${PUBLIC.document} d
        join ${PUBLIC.documentPage} g on g.document_id = d.id where d.review_id = r.id
        order by d.position, g.page limit 400) as g), '[]') as pages,
    coalesce((select json_agg(json_build_object('id', c.id, 'number', c.number, 'text', c.text,
        'themes', (select coalesce(json_agg(tag.theme_id), '[]') from ${PUBLIC.themeTag} tag
            where tag.noun = 'recommendation' and tag.record_id = c.id),
        'addressees', (select coalesce(json_agg(a.name order by a.name), '[]') from ${PUBLIC.addressee} a
            where a.recommendation_id = c.id),
        'addresseeSlugs', (select coalesce(json_agg(a.slug order by a.name), '[]') from ${PUBLIC.addressee} a
            where a.recommendation_id = c.id))
        order by c.position) from ${PUBLIC.recommendation} c where c.review_id = r.id), '[]') as recommendations
  from ${PUBLIC.review} r join ${PUBLIC.publisher} p on p.id = r.publisher_id
  where r.id = any($1)`;

const THEMES = `
  select t.id, t.slug, t.label, t.definition, t.emergency || t.look_for || t.ask || t.ask_yourself || t.to_do as guidance
  from ${PUBLIC.theme} t where t.id = any($1) and t.replaced_by_id is null`;

const paper = (noun: 'briefing' | 'resource', text: string): string => `
  select b.id, b.title, ${text} as text, b.type, p.name as publisher, p.slug as "publisherSlug", b.published_on::text as "publishedOn",
    extract(year from b.published_on)::int::text as year,
    coalesce((select json_agg(tag.theme_id) from ${PUBLIC.themeTag} tag
      where tag.noun = '${noun}' and tag.record_id = b.id), '[]') as themes
  from ${PUBLIC[noun]} b left join ${PUBLIC.publisher} p on p.id = b.publisher_id
  where b.id = any($1)`;

const BRIEFING_TEXT = `(select string_agg(concat_ws(' ', s->>'heading', s->>'body'), ' ') from jsonb_array_elements(b.sections) s)`;

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
  const records = manager
    .createQueryBuilder(kind, 't')
    .select('t.id')
    .where({ id: Any(ids) });
  await records.orderBy('t.id').setLock('for_no_key_update').getRawMany();
}

/**
 * Reads the records that may be found: published ones only, so that what is withdrawn has no documents. Of very long
 * reports the first 400 pages, and of a page what a page can hold.
 */
export async function readForIndex(
  manager: EntityManager,
  kind: SearchSubject,
  ids: string[],
): Promise<SubjectRecord[]> {
  const rows = await manager.query<SubjectRecord['record'][]>(STATEMENTS[kind], [ids]);
  return rows.map((record) => ({ kind, record }) as SubjectRecord);
}
