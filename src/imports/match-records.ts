import type { EntityManager } from 'typeorm';
import type { Problems } from './problems.js';
import { rows } from '../platform/postgres/rows.js';
import { PLACES, reportAllButFirst } from './twins.js';

/** How a staged record `s` finds its row `t`, for the kinds that have nothing but their identity. */
const IDENTITIES = {
  briefing: 't.title = s.name and t.publisher_id is not distinct from s.publisher_id',
  resource:
    't.title = s.name and t.publisher_id is not distinct from s.publisher_id and t.starts_on is not distinct from s.edition',
};

const STATE = `case when m.id is null then 'new' when m.imported_hash = s.hash then 'same' else 'changed' end`;

/** Finds the rows that the staged briefings or resources stand for; those that are new get an id. */
export async function matchByTitle(manager: EntityManager, kind: keyof typeof IDENTITIES): Promise<void> {
  await manager.query(
    `update import_record s set target_id = coalesce(m.id, gen_random_uuid()), state = ${STATE}
       from (select s.seq, t.id, t.imported_hash from import_record s left join ${kind} t on ${IDENTITIES[kind]}
              where s.kind = $1) m
      where s.seq = m.seq`,
    [kind],
  );
}

/**
 * Finds the reviews that the staged ones stand for: by their reference or else by publisher, label and year. All are
 * matched before any is written, so the outcome does not hang on their order.
 */
export async function matchReviews(
  manager: EntityManager,
  problems: Problems,
  files: string[],
): Promise<void> {
  const clashes = await rows<{ file: number; line: number; field: string; message: string }>(
    manager,
    `select s.file, s.line, case when r.id is null then 'reference' else 'label' end as field,
            case when r.id is null
              then format('reference is not that of the review in the library: this publisher’s “%s”%s has the reference “%s”',
                          i.label, ' of ' || i.identity_year, i.reference)
              else format('label and year are those of another review than the reference: “%s” belongs to “%s”',
                          r.reference, r.label || coalesce(' of ' || r.identity_year, '')) end as message
       from import_record s
       join review i on i.publisher_id = s.publisher_id and i.label = s.name
                    and i.identity_year is not distinct from s.edition::int
       left join review r on r.reference = s.reference
      where s.kind = 'review' and s.reference is not null and r.id is distinct from i.id
        and (r.id is not null or i.reference is not null)`,
  );
  for (const { file, line, field, message } of clashes) problems.add(file, line, field, message);
  await manager.query(
    `update import_record s set target_id = coalesce(m.id, gen_random_uuid()), state = ${STATE}
       from (select s.seq, coalesce(r.id, i.id) as id,
                    case when r.id is null then i.imported_hash else r.imported_hash end as imported_hash
               from import_record s
               left join review r on r.reference = s.reference
               left join review i on i.publisher_id = s.publisher_id and i.label = s.name
                                 and i.identity_year is not distinct from s.edition::int
              where s.kind = 'review') m
      where s.seq = m.seq`,
  );
  const twins = await rows<{ places: { file: number; line: number }[] }>(
    manager,
    `select ${PLACES} from import_record where kind = 'review' group by target_id
     having count(*) > 1 and count(distinct (publisher, name, edition)) > 1`,
  );
  for (const { places } of twins)
    reportAllButFirst(problems, files, places, 'label', 'belongs to the same review in the library as that');
}

/**
 * Finds the reviews that briefings and document texts name, among those of the library and of the bundle. `refused` are
 * labels of reviews of this bundle that have problems of their own: that they are missing is no further problem.
 */
export async function resolveReviewReferences(
  manager: EntityManager,
  problems: Problems,
  refused: ReadonlySet<string>,
): Promise<void> {
  await manager.query(`
    with review_key as materialized (
      select target_id as id, publisher_id, name as label, edition::int as year from import_record where kind = 'review'
      union all
      select id, publisher_id, label, identity_year from review t
       where label in (select label from import_review_ref)
         and not exists (select 1 from import_record s where s.kind = 'review' and s.target_id = t.id)
    ), publisher_key as materialized (
      select key, id from import_publisher
    ), counted as (
      select f.id, f.exact,
             array_agg(distinct k.id) filter (where k.publisher_id = p.id) as own,
             array_agg(distinct k.id) filter (where k.id is not null) as every
        from import_review_ref f
        left join publisher_key p on p.key = f.publisher
        left join review_key k on k.label = f.label and (f.year is null or k.year = f.year)
       group by f.id, f.exact
    ), chosen as (
      select id, exact, case when own is not null or exact then coalesce(own, '{}') else coalesce(every, '{}') end as found
        from counted
    )
    update import_review_ref f
       set review_id = case when cardinality(found) = 1 then found[1] end,
           problem = case when cardinality(found) = 1 then null
                          when cardinality(found) = 0 then 'names no review of the library or of this bundle'
                          else format('could be any of %s reviews: say which, with publisher, label and year',
                                      cardinality(found)) end
      from chosen where chosen.id = f.id`);
  const open = await rows<{ file: number; line: number; field: string; label: string; problem: string }>(
    manager,
    `select s.seq, u.place, s.file, s.line, 'reviews[' || u.place || ']' as field, f.label, f.problem
       from import_review_use u join import_review_ref f on f.id = u.ref join import_record s on s.seq = u.seq
      where f.problem is not null
     union all
     select s.seq, 0, s.file, s.line, 'review', f.label, f.problem
       from import_record s join import_review_ref f on f.id = s.edition::int
      where s.kind = 'document-text' and f.problem is not null
     order by seq, place limit 1000`,
  );
  for (const { file, line, field, label, problem } of open)
    if (!refused.has(label)) problems.add(file, line, field, `${field} “${label}” ${problem}`);
}

/** Finds the documents that the staged document texts belong to: by kind, or by title where the kind does not tell. */
export async function matchDocumentTexts(
  manager: EntityManager,
  problems: Problems,
  files: string[],
): Promise<void> {
  const unmatched = await rows<{ file: number; line: number; name: string; label: string; many: boolean }>(
    manager,
    `with wanted as (
       select distinct f.review_id, f.id as ref, s.name
         from import_record s join import_review_ref f on f.id = s.edition::int
        where s.kind = 'document-text' and f.review_id is not null
     ), staged as (
       select s.target_id as review_id, (d.place - 1)::int as position, d.value->>'kind' as kind, d.value->>'title' as title
         from import_record s, jsonb_array_elements(s.body::jsonb->'documents') with ordinality as d(value, place)
        where s.kind = 'review' and s.target_id in (select review_id from wanted)
     ), document as (
       select review_id, position, kind, title from staged
       union all
       select review_id, position, kind, title from review_document t
        where review_id in (select review_id from wanted)
          and not exists (select 1 from import_record s where s.kind = 'review' and s.target_id = t.review_id)
     ), counted as (
       select w.review_id, w.ref, w.name,
              array_agg(d.position) filter (where d.kind = lower(replace(w.name, ' ', '-'))) as by_kind,
              array_agg(d.position) filter (where d.title = w.name) as by_title
         from wanted w left join document d on d.review_id = w.review_id
        group by w.review_id, w.ref, w.name
     ), chosen as (
       select *, case when cardinality(by_kind) = 1 then by_kind[1]
                      when cardinality(by_title) = 1 then by_title[1] end as position from counted
     ), matched as (
       update import_record s set target_id = c.review_id, position = c.position, state = 'new'
         from chosen c where s.kind = 'document-text' and s.edition::int = c.ref and s.name = c.name
       returning s.file, s.line, s.name, c.ref, s.position, coalesce(c.by_kind, c.by_title) is not null as many
     )
     select m.file, m.line, m.name, f.label, m.many from matched m join import_review_ref f on f.id = m.ref
      where m.position is null order by m.file, m.line limit 1000`,
  );
  for (const { file, line, name, label, many } of unmatched)
    problems.add(
      file,
      line,
      'document',
      many
        ? `document “${name}” could be several of the documents of “${label}”: name it by its title`
        : `document “${name}” is not among the documents of the review “${label}”`,
    );
  const twins = await rows<{ places: { file: number; line: number }[] }>(
    manager,
    `select ${PLACES} from import_record where kind = 'document-text' and position is not null
      group by target_id, position, page having count(*) > 1`,
  );
  for (const { places } of twins)
    reportAllButFirst(problems, files, places, 'page', 'is the same page of the same document as that');
}
