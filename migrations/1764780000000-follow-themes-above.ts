import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The list of what the public sees says of each record also what stands above its themes and what has replaced them (ADR 37). So a
 * theme that is moved changes what is on it, and whoever follows the theme that it comes under, or leaves, is told as of any change.
 */
export class FollowThemesAbove1764780000000 implements MigrationInterface {
  name = 'FollowThemesAbove1764780000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter function public_state(text, uuid[]) rename to own_public_state');
    await runner.query(PUBLIC_STATE);
    await runner.query(MOVED);
    await runner.query(settleChanges('perform touch_below_moved_themes();'));
    await runner.query(STATES_ANEW);
    await runner.query(EVER_ABOVE);
    await runner.query(
      'create index published_record_updated on published_record (updated_at, kind, record_id)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index published_record_updated');
    await runner.query(settleChanges(''));
    await runner.query('drop function touch_below_moved_themes()');
    await runner.query('drop function public_state(text, uuid[])');
    await runner.query('alter function own_public_state(text, uuid[]) rename to public_state');
    await runner.query(STATES_ANEW);
  }
}

/** Each of some themes with itself, and with all that it leads to. @param from a relation with \`theme_id\` */
const line = (from: string): string => `
  line (theme_id, above_id) as (
    select distinct theme_id, theme_id from ${from}
    union
    select line.theme_id, up.id from line join theme t on t.id = line.above_id
      cross join lateral (values (t.broader_id), (t.replaced_by_id)) as up (id) where up.id is not null)`;

const PUBLIC_STATE = `
  create function public_state(of_kind text, ids uuid[])
  returns table (record_id uuid, slug text, path text, review_id uuid, publisher_id uuid, theme_ids uuid[],
    merged_into uuid, dated date, digest text, shown_elsewhere text)
  language sql stable as $$
    with recursive own as materialized (select * from own_public_state(of_kind, ids)),
    carried as materialized (select o.record_id, tag.theme_id from own o cross join unnest(o.theme_ids) as tag (theme_id)),
    ${line('carried')},
    above as (
      select c.record_id, array_agg(distinct line.above_id order by line.above_id) as theme_ids
      from carried c join line using (theme_id) group by c.record_id)
    select o.record_id, o.slug, o.path, o.review_id, o.publisher_id, coalesce(above.theme_ids, '{}'), o.merged_into, o.dated,
      md5(o.digest || coalesce(above.theme_ids, '{}')::text), o.shown_elsewhere
    from own o left join above using (record_id)
  $$`;

/**
 * What is on themes that a transaction has moved is touched as well: on those that stand elsewhere than the list says, or of which
 * it says nothing now. Looked for where the transaction is alone with the list, as it is from here to its commit.
 */
const MOVED = `
  create function touch_below_moved_themes() returns void language plpgsql as $$
  declare
    touched uuid[] := array(
      select distinct t.record_id from touched_record t where t.made_by = pg_current_xact_id() and t.kind = 'theme');
    moved uuid[];
  begin
    if cardinality(touched) = 0 then return; end if;
    perform pg_advisory_xact_lock(hashtext('published_record'));
    moved := array(
      select id from unnest(touched) as id
      except select s.record_id from public_state('theme', touched) s
      join published_record p on p.kind = 'theme' and p.record_id = s.record_id and p.theme_ids = s.theme_ids);
    if cardinality(moved) = 0 then return; end if;
    insert into touched_record (made_by, kind, record_id)
    select pg_current_xact_id(), p.kind, p.record_id from published_record p where p.ever_theme_ids && moved;
  end $$`;

const settleChanges = (moved: string): string => `
  create or replace function settle_changes() returns trigger language plpgsql as $$
   begin
     if (select count(*) from touched_record where made_by = pg_current_xact_id()) > 1000 then
       perform measure_content();
     end if;
     ${moved}
     perform settle_touched();
     perform pg_advisory_xact_lock(7201005);
     perform pg_sleep(0.021);
     return null;
   end $$`;

/** What the list says by now: nobody is told, for nothing has changed. */
const STATES_ANEW = `
  update published_record p set theme_ids = s.theme_ids, digest = s.digest
  from (select distinct kind from published_record) as k
  cross join lateral public_state(k.kind, array(
    select one.record_id from published_record one where one.kind = k.kind and one.is_public)) as s
  where p.kind = k.kind and p.record_id = s.record_id`;

const EVER_ABOVE = `
  with recursive ever as materialized (
    select p.kind, p.record_id, tag.theme_id from published_record p cross join unnest(p.ever_theme_ids) as tag (theme_id)),
  ${line('ever')}
  update published_record p set ever_theme_ids = above.theme_ids
  from (select e.kind, e.record_id, array_agg(distinct line.above_id) as theme_ids
    from ever e join line using (theme_id) group by e.kind, e.record_id) as above
  where p.kind = above.kind and p.record_id = above.record_id`;
