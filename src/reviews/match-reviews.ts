import { createHash } from 'node:crypto';
import type { ImportRun } from '../platform/bundle/import-run.js';
import { identifyNew, STAGED_STATE } from '../platform/bundle/match-by-identity.js';
import { PLACES, reportAllButFirst } from '../platform/bundle/twins.js';

/**
 * Finds the reviews that the staged ones stand for: by their reference or else by publisher, label and year. All are
 * matched before any is written, so the outcome does not hang on their order.
 */
export async function matchReviews(run: ImportRun): Promise<void> {
  const { manager, problems } = run;
  await askWhichOfTwo(run);
  const clashes = await manager.query<{ file: number; line: number; field: string; message: string }[]>(
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
    `update import_record s set target_id = m.id, state = ${STAGED_STATE}
       from (select s.seq, coalesce(r.id, i.id) as id,
                    case when r.id is null then i.imported_hash else r.imported_hash end as imported_hash
               from import_record s
               left join review r on r.reference = s.reference
               left join review i on i.publisher_id = s.publisher_id and i.label = s.name
                                 and i.identity_year is not distinct from s.edition::int
              where s.kind = 'review') m
      where s.seq = m.seq`,
  );
  await identifyNew(manager, 'review');
  const twins = await manager.query<{ places: { file: number; line: number }[] }[]>(
    `select ${PLACES} from import_record where kind = 'review' group by target_id
     having count(*) > 1 and count(distinct (publisher, name, edition)) > 1`,
  );
  for (const { places } of twins)
    reportAllButFirst(run, places, 'label', 'belongs to the same review in the library as that');
}

/**
 * A library of version 0.1.0 may have two reviews of one label, one of them published in the year in which the other was
 * relayed; that one has no date and is known without a year. Which of the two a bundle without a date means it does not
 * say, unless it says word for word what one of them said before.
 */
async function askWhichOfTwo(run: ImportRun): Promise<void> {
  const open = await run.manager.query<OneOfTwo[]>(
    `select s.seq, s.file, s.line, s.publisher, s.name, s.edition, i.slug as "withDate", o.slug as "withoutDate",
            case s.hash when o.imported_hash then 'undated' when i.imported_hash then 'dated' end as known
       from import_record s
       join review i on i.publisher_id = s.publisher_id and i.label = s.name and i.identity_year = s.edition::int
                    and i.published_on is not null
       join review o on o.publisher_id = s.publisher_id and o.label = s.name and o.identity_year is null
      where s.kind = 'review' and s.body::json->>'publishedOn' is null
        and not exists (select 1 from review r where r.reference = s.reference)`,
  );
  const undated: number[] = [];
  for (const { seq, file, line, publisher, name, edition, withDate, withoutDate, known } of open) {
    const hash = createHash('sha256').update(JSON.stringify([publisher, name, edition]));
    const suffix = hash.digest('hex').slice(0, 6);
    const [isDated, isUndated] = [`y-dated-${suffix}`, `y-undated-${suffix}`];
    if (run.accepts(isUndated) || known === 'undated') undated.push(seq);
    else if (!run.accepts(isDated) && known !== 'dated')
      run.problems.add(
        ...([file, line, 'label'] as const),
        `label “${name}” can be either of two reviews. Say which by adding one of these to the command:\n` +
          `    --accept ${isDated}  it is /reviews/${withDate}, published in ${edition}\n` +
          `    --accept ${isUndated}  it is /reviews/${withoutDate}, of which no date is known`,
      );
  }
  if (undated.length > 0)
    await run.manager.query(`update import_record set edition = null where seq = any($1::int[])`, [undated]);
}

interface OneOfTwo {
  seq: number;
  file: number;
  line: number;
  publisher: string;
  name: string;
  edition: string;
  withDate: string;
  withoutDate: string;
  known: 'dated' | 'undated' | null;
}

/**
 * Finds the reviews that briefings and document texts name, among those of the library and of the bundle. That a
 * review is missing whose own record has problems is no further problem.
 */
export async function resolveReviewReferences(run: ImportRun): Promise<void> {
  const { manager, problems } = run;
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
  const open = await manager.query<
    { file: number; line: number; field: string; label: string; problem: string }[]
  >(
    `select s.seq, u.place, s.file, s.line, 'reviews[' || u.place || ']' as field, f.label, f.problem
       from import_review_use u join import_review_ref f on f.id = u.ref join import_record s on s.seq = u.seq
      where f.problem is not null
     union all
     select s.seq, 0, s.file, s.line, 'review', f.label, f.problem
       from import_record s join import_review_ref f on f.id = s.edition::int
      where s.kind = 'document-text' and f.problem is not null
     order by seq, place limit 1000`,
  );
  const refused = run.refused('review');
  for (const { file, line, field, label, problem } of open)
    if (!refused.has(label)) problems.add(file, line, field, `${field} “${label}” ${problem}`);
}
