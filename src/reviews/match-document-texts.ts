import type { ImportRun } from '../platform/bundle/import-run.js';
import { PLACES, reportAllButFirst } from '../platform/bundle/twins.js';

/** Finds the documents that the staged document texts belong to: by kind, or by title where the kind does not tell. */
export async function matchDocumentTexts(run: ImportRun): Promise<void> {
  const { manager, problems } = run;
  const unmatched = await manager.query<
    { file: number; line: number; name: string; label: string; many: boolean }[]
  >(
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
        where review_id in (select review_id from wanted) and left_source_at is null
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
  const twins = await manager.query<{ places: { file: number; line: number }[] }[]>(
    `select ${PLACES} from import_record where kind = 'document-text' and position is not null
      group by target_id, position, page having count(*) > 1`,
  );
  for (const { places } of twins)
    reportAllButFirst(run, places, 'page', 'is the same page of the same document as that');
}
