import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Keeps a list of what the public has ever seen, and a log of its changes (ADR 37). Triggers note which records a
 * transaction touches; one deferred trigger, on the note that every change of content leaves (`content_change`, one a
 * transaction), compares at the commit what the public sees of them with what it saw.
 */
export class LogChanges1764700000000 implements MigrationInterface {
  name = 'LogChanges1764700000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...TABLES, STATE, TOUCH, SETTLE, ...ENDINGS]) await runner.query(statement);
    for (const [table, touched] of Object.entries(TOUCHES))
      for (const statement of watch(table, touched)) await runner.query(statement);
    await runner.query(`create view public_record as select r.* from published_record r where r.is_public`);
    await runner.query(EVERYTHING);
    await runner.query(`select settle_touched()`);
    await runner.query(
      `create constraint trigger settle_changes after insert on content_change deferrable initially deferred
       for each row execute function settle_changes()`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop trigger settle_changes on content_change`);
    await runner.query(`drop view public_record`);
    for (const table of Object.keys(TOUCHES))
      for (const event of EVENTS) await runner.query(`drop trigger touch_on_${event} on ${table}`);
    for (const name of ['settle_embargoes()', 'settle_changes()', 'settle_touched()', 'touch_records()'])
      await runner.query(`drop function ${name}`);
    await runner.query(`drop function public_state(text, uuid[])`);
    for (const table of ['touched_record', 'change_log', 'published_record', 'library_identity'])
      await runner.query(`drop table ${table}`);
  }
}

const TABLES = [
  // Of everything that the public has ever seen: where its page stands, of which review it is a part, which themes it carries
  // (and has ever carried: whoever follows one of these is told of it), when the library published it first (no two reviews,
  // briefings or resources in the same second), when it was last published, changed or withdrawn, and which record takes its
  // place. `digest` is of all that is said of it, `shown_elsewhere` of what other records say of it.
  `create table published_record (
     kind text not null, record_id uuid not null, slug text not null, path text not null, review_id uuid,
     publisher_id uuid, theme_ids uuid[] not null default '{}', ever_theme_ids uuid[] not null default '{}',
     published_at timestamptz not null, updated_at timestamptz not null, is_public boolean not null, merged_into uuid,
     digest text not null, shown_elsewhere text not null, constraint "PK_published_record" primary key (kind, record_id))`,
  `create index published_record_review on published_record (review_id) where review_id is not null`,
  `create index published_record_published on published_record (published_at)`,
  `create table change_log (
     xid xid8 not null default pg_current_xact_id(), seq bigint generated always as identity, kind text not null,
     record_id uuid not null, event text not null, logged_at timestamptz not null default clock_timestamp(),
     constraint "PK_change_log" primary key (xid, seq),
     constraint change_log_event check (event in ('published', 'updated', 'withdrawn', 'merged')))`,
  `create index change_log_record on change_log (kind, record_id, xid, seq)`,
  // What a transaction has touched, until it commits. Nobody else ever sees a row of it.
  `create unlogged table touched_record (made_by xid8 not null, kind text not null, record_id uuid not null)`,
  `create index touched_record_made_by on touched_record (made_by)`,
  // Which library a cursor belongs to: one that was restored or copied into another database is another one.
  `create table library_identity (
     is_set boolean not null default true, id uuid not null, system text not null,
     constraint "PK_library_identity" primary key (is_set), constraint library_identity_one check (is_set))`,
];

const EVENTS = ['insert', 'update', 'delete'] as const;

/** Which records the rows of a table say something of, as pairs of kind and column. */
const TOUCHES: Record<string, readonly string[]> = {
  partnership: ['partnership', 'id'],
  contact_line: ['partnership', 'partnership_id'],
  theme: ['theme', 'id', 'theme', 'broader_id', 'theme', 'replaced_by_id'],
  theme_label: ['theme', 'theme_id'],
  theme_related: ['theme', 'theme_id', 'theme', 'related_id'],
  agency: ['agency', 'id'],
  review: ['review', 'id'],
  review_document: ['review', 'review_id'],
  learning_point: ['learning-point', 'id', 'review', 'review_id', 'theme', 'theme_id'],
  recommendation: ['recommendation', 'id', 'review', 'review_id'],
  recommendation_theme: ['recommendation', 'recommendation_id', 'theme', 'theme_id'],
  recommendation_addressee: ['recommendation', 'recommendation_id', 'agency', 'agency_id'],
  briefing: ['briefing', 'id'],
  briefing_theme: ['briefing', 'briefing_id', 'theme', 'theme_id'],
  briefing_review: ['briefing', 'briefing_id', 'review', 'review_id'],
  resource: ['resource', 'id'],
  resource_theme: ['resource', 'resource_id', 'theme', 'theme_id'],
  released_line: ['recommendation', 'recommendation_id'],
  progress_report: ['review', 'review_id'],
};

const ROWS = {
  insert: 'referencing new table as new_rows',
  update: 'referencing old table as old_rows new table as new_rows',
  delete: 'referencing old table as old_rows',
};

const watch = (table: string, touched: readonly string[]): string[] =>
  EVENTS.map(
    (event) => `create trigger touch_on_${event} after ${event} on ${table} ${ROWS[event]}
      for each statement execute function touch_records(${touched.map((word) => `'${word}'`).join(', ')})`,
  );

const TOUCH = `
  create function touch_records() returns trigger language plpgsql as $$
  begin
    for n in 0 .. tg_nargs / 2 - 1 loop
      execute format(
        'insert into touched_record (made_by, kind, record_id)
         select distinct pg_current_xact_id(), %L, %I from %s as rows where %2$I is not null',
        tg_argv[2 * n], tg_argv[2 * n + 1],
        case tg_op when 'INSERT' then 'new_rows' when 'DELETE' then 'old_rows'
          else '(select * from old_rows union all select * from new_rows)' end);
    end loop;
    return null;
  end $$`;

/** Of a row, what is no part of what it says. */
const said = (alias: string): string =>
  `to_jsonb(${alias}) - array['imported_hash', 'edited_at', 'created_at', 'updated_at', 'state', 'visible_from', 'left_source_at',
    'withdrawn_at']`;
const list = (columns: string, from: string): string =>
  `(select coalesce(jsonb_agg(x order by x), '[]') from (select jsonb_build_array(${columns}) as x from ${from}) as listed)`;
const rows = (relation: string, of: string): string =>
  `(select coalesce(jsonb_agg(to_jsonb(o) order by to_jsonb(o)), '[]') from ${relation} o where ${of})`;
const digest = (...parts: string[]): string => `md5(jsonb_build_array(${parts.join(', ')})::text)`;
const themes = (noun: string, alias: string): string =>
  `array(select distinct tag.theme_id from public_theme_tag tag
         where tag.noun = '${noun}' and tag.record_id = ${alias}.id)`;
const themeNames = (noun: string, alias: string): string =>
  list(
    'tag.slug, tag.label',
    `public_theme_tag tag where tag.noun = '${noun}' and tag.record_id = ${alias}.id`,
  );
const publisher = (alias: string): string =>
  `(select jsonb_build_array(p.name, p.slug, p.website) from public_publisher p where p.id = ${alias}.publisher_id)`;

/** How many recommendations ask something of an agency. */
const ASKED = '(select count(*) from public_recommendation_addressee asked where asked.slug = a.slug)';

/** What other records show of a review: all of its row but what only its own page says. */
const REVIEW_NAMED = digest(
  `${said('r')} - array['summary', 'keywords', 'sources', 'relayed_on', 'relayed_precision']`,
  publisher('r'),
);

/**
 * Of each of these records that the public sees now: where it stands, what it carries, and digests of what is said of it on its
 * own page (\`digest\`) and on others' (\`shown_elsewhere\`).
 */
const STATE = `
  create function public_state(of_kind text, ids uuid[])
  returns table (record_id uuid, slug text, path text, review_id uuid, publisher_id uuid, theme_ids uuid[],
    merged_into uuid, dated date, digest text, shown_elsewhere text)
  language plpgsql stable as $$
  begin
    case of_kind
    when 'review' then return query
      select r.id, r.slug, '/reviews/' || r.slug, null::uuid, r.publisher_id,
        array(select distinct tag.theme_id from public_theme_tag tag where tag.review_id = r.id), null::uuid,
        r.published_on,
        ${digest(
          said('r'),
          publisher('r'),
          list('d.position, d.kind, d.title, d.url', 'public_review_document d where d.review_id = r.id'),
          list(
            'l.position, l.id, l.kind, l.statement, l.phrase, l.pages, l.anchor, l.theme_slug, l.theme_label',
            'public_learning_point l where l.review_id = r.id',
          ),
          list(
            'c.position, c.id, c.number, c.text, c.scope, c.path',
            'public_recommendation c where c.review_id = r.id',
          ),
          list(
            'c.id, a.slug, a.name',
            'public_recommendation c join public_recommendation_addressee a on a.recommendation_id = c.id where c.review_id = r.id',
          ),
          list('tag.record_id, tag.slug, tag.label', `public_theme_tag tag where tag.review_id = r.id`),
          rows('public_review_progress', 'o.review_id = r.id'),
        )},
        ${REVIEW_NAMED}
      from public_review r where r.id = any(ids);
    when 'learning-point' then return query
      select l.id, r.slug || '#' || l.anchor, '/reviews/' || r.slug || '#' || l.anchor, r.id, r.publisher_id,
        array[l.theme_id], null::uuid, r.published_on,
        ${digest(said('l'), REVIEW_NAMED)}, ''
      from public_learning_point l join public_review r on r.id = l.review_id
      where l.id = any(ids) and l.kind <> 'theme-named';
    when 'recommendation' then return query
      select c.id, substr(c.path, length('/recommendations/') + 1), c.path, r.id, r.publisher_id,
        ${themes('recommendation', 'c')}, null::uuid, r.published_on,
        ${digest(
          said('c'),
          list('a.slug, a.name', 'public_recommendation_addressee a where a.recommendation_id = c.id'),
          themeNames('recommendation', 'c'),
          rows('public_progress', 'o.recommendation_id = c.id'),
          REVIEW_NAMED,
        )}, ''
      from public_recommendation c join public_review r on r.id = c.review_id where c.id = any(ids);
    when 'theme' then return query
      select t.id, t.slug, '/themes/' || t.slug, null::uuid, null::uuid, array[t.id], t.replaced_by_id, null::date,
        ${digest(
          said('t'),
          list('n.kind, n.position, n.text', `theme_label n where n.theme_id = t.id and n.kind <> 'hidden'`),
          list(
            'o.slug, o.label, o.id = t.broader_id, o.id = t.replaced_by_id, o.broader_id = t.id',
            `public_theme o where o.id in (t.broader_id, t.replaced_by_id)
               or (o.replaced_by_id is null and (o.broader_id = t.id
                 or o.id in (select tr.related_id from theme_related tr where tr.theme_id = t.id)))`,
          ),
        )},
        ${digest('t.slug', 't.label', 't.status', 't.replaced_by_id')}
      from public_theme t where t.id = any(ids);
    when 'briefing' then return query
      select b.id, b.slug, '/briefings/' || b.slug, null::uuid, b.publisher_id, ${themes('briefing', 'b')}, null::uuid,
        b.published_on,
        ${digest(
          said('b'),
          publisher('b'),
          themeNames('briefing', 'b'),
          list(
            'r.slug, r.label, r.title',
            'briefing_review br join public_review r on r.id = br.review_id where br.briefing_id = b.id',
          ),
        )}, ''
      from public_briefing b where b.id = any(ids);
    when 'resource' then return query
      select s.id, s.slug, '/resources/' || s.slug, null::uuid, s.publisher_id, ${themes('resource', 's')}, null::uuid,
        s.published_on, ${digest(said('s'), publisher('s'), themeNames('resource', 's'))}, ''
      from public_resource s where s.id = any(ids);
    when 'partnership' then return query
      select p.id, p.slug, '/reviews?publisher=' || p.slug, null::uuid, p.id, '{}'::uuid[], null::uuid, null::date,
        ${digest(
          said('p'),
          list(
            'c.position, c.about, c.audience, c.team, c.phone',
            'contact_line c where c.partnership_id = p.id',
          ),
        )},
        ${digest('p.name', 'p.slug', 'p.website')}
      from public_partnership p where p.id = any(ids);
    when 'agency' then return query
      select a.id, a.slug, '/recommendations?agency=' || a.slug, null::uuid, null::uuid, '{}'::uuid[], null::uuid,
        null::date, ${digest('a.slug', 'a.name', ASKED)}, ${digest('a.slug', 'a.name')}
      from agency a where a.id = any(ids)
        and exists (select 1 from public_recommendation_addressee asked where asked.slug = a.slug);
    end case;
  end $$`;

/** For a record that was seen, what others showed of it goes with it; of one that is new, nobody showed anything. */
const CHANGED_NAMES = (kind: string): string => `
  select t.record_id from touched_here t left join public_state('${kind}', array(
      select record_id from touched_here where kind = '${kind}')) s on s.record_id = t.record_id
    left join published_record p on p.kind = '${kind}' and p.record_id = t.record_id and p.is_public
  where t.kind = '${kind}' and s.shown_elsewhere is distinct from p.shown_elsewhere`;

/** What shows names of what was touched is touched as well: in this order, for each brings those after it. */
const SPREAD = [
  // Whoever published something is named with it, whether or not its own entry is seen.
  `insert into touched_here
   select kind, id from (
     select 'review' as kind, r.id, r.publisher_id from review r union all
     select 'briefing', b.id, b.publisher_id from briefing b union all
     select 'resource', s.id, s.publisher_id from resource s) as theirs
   where publisher_id in (${CHANGED_NAMES('partnership')}) on conflict do nothing`,
  `insert into touched_here
   select distinct noun, record_id from (
     select 'learning-point' as noun, l.id as record_id, l.theme_id from learning_point l union all
     select 'review', l.review_id, l.theme_id from learning_point l union all
     select 'recommendation', rt.recommendation_id, rt.theme_id from recommendation_theme rt union all
     select 'briefing', bt.briefing_id, bt.theme_id from briefing_theme bt union all
     select 'resource', st.resource_id, st.theme_id from resource_theme st union all
     select 'theme', t.broader_id, t.id from theme t union all
     select 'theme', t.replaced_by_id, t.id from theme t union all
     select 'theme', t.id, t.broader_id from theme t union all
     select 'theme', t.id, t.replaced_by_id from theme t union all
     select 'theme', tr.theme_id, tr.related_id from theme_related tr) as carries
   where theme_id in (${CHANGED_NAMES('theme')}) and record_id is not null on conflict do nothing`,
  `insert into touched_here
   select 'recommendation', a.recommendation_id from recommendation_addressee a
   where a.agency_id in (${CHANGED_NAMES('agency')}) on conflict do nothing`,
  // A part may move the addresses of those beside it.
  `insert into touched_here
   select 'review', c.review_id from recommendation c join touched_here t on t.kind = 'recommendation' and t.record_id = c.id
   on conflict do nothing`,
  `insert into touched_here
   select part.kind, part.id from (
     select 'learning-point' as kind, l.id, l.review_id from learning_point l union all
     select 'recommendation', c.id, c.review_id from recommendation c union all
     select 'briefing', br.briefing_id, br.review_id from briefing_review br) as part
   join touched_here t on t.kind = 'review' and t.record_id = part.review_id on conflict do nothing`,
  // A name that only records use is seen through what uses it, and an agency through what asks it.
  `insert into touched_here
   select 'theme', carries.theme_id from (
     select 'learning-point' as kind, l.id, l.theme_id from learning_point l union all
     select 'recommendation', rt.recommendation_id, rt.theme_id from recommendation_theme rt union all
     select 'briefing', bt.briefing_id, bt.theme_id from briefing_theme bt union all
     select 'resource', st.resource_id, st.theme_id from resource_theme st) as carries
   join theme t on t.id = carries.theme_id and t.status <> 'accepted'
   join touched_here on touched_here.kind = carries.kind and touched_here.record_id = carries.id on conflict do nothing`,
  `insert into touched_here
   select 'agency', a.agency_id from recommendation_addressee a
   join touched_here t on t.kind = 'recommendation' and t.record_id = a.recommendation_id on conflict do nothing`,
  `insert into touched_here
   select 'partnership', theirs.publisher_id from (
     select 'review' as kind, r.id, r.publisher_id from review r union all
     select 'briefing', b.id, b.publisher_id from briefing b union all
     select 'resource', s.id, s.publisher_id from resource s) as theirs
   join touched_here t on t.kind = theirs.kind and t.record_id = theirs.id
   where theirs.publisher_id is not null on conflict do nothing`,
];

// In the order in which a feed is to bring them; parts after what they are parts of.
const KINDS = [
  'partnership',
  'theme',
  'agency',
  'resource',
  'briefing',
  'review',
  'learning-point',
  'recommendation',
];

const SETTLE = `
  create function settle_touched() returns void language plpgsql as $$
  declare
    moment timestamptz;
    last_published timestamptz;
    of_kind text;
  begin
    create temporary table if not exists touched_here (kind text, record_id uuid, primary key (kind, record_id))
      on commit delete rows;
    delete from touched_here;
    with touched as (
      delete from touched_record where made_by = pg_current_xact_id() returning kind, record_id)
    insert into touched_here select distinct kind, record_id from touched on conflict do nothing;
    if not found then return; end if;
    -- One at a time from here to the commit, which is near: each sees what those before it changed, and what is published
    -- has a second of its own.
    perform pg_advisory_xact_lock(hashtext('published_record'));
    moment := clock_timestamp();
    analyze touched_here;
    ${SPREAD.join(';\n    ')};
    analyze touched_here;
    -- The times at which a library filled itself lie behind it, those of a later import before it.
    select max(published_at) into last_published from published_record;
    if last_published is null then
      last_published := moment - (select count(*) from touched_here) * interval '1 second';
    else
      last_published := greatest(last_published, moment);
    end if;
    last_published := date_trunc('second', last_published);
    foreach of_kind in array array['${KINDS.join("', '")}'] loop
      create temporary table if not exists state_here (record_id uuid primary key, slug text, path text, review_id uuid,
        publisher_id uuid, theme_ids uuid[], merged_into uuid, dated date, digest text, shown_elsewhere text)
        on commit delete rows;
      delete from state_here;
      insert into state_here select * from public_state(of_kind, array(
        select t.record_id from touched_here t where t.kind = of_kind));
      -- Gone, or taken in by another.
      with gone as (
        update published_record p set is_public = false, updated_at = greatest(moment, p.updated_at + interval '1 ms'),
          merged_into = null, digest = ''
        where p.kind = of_kind and p.is_public
          and p.record_id in (select t.record_id from touched_here t where t.kind = of_kind)
          and p.record_id not in (select s.record_id from state_here s)
        returning p.record_id)
      insert into change_log (kind, record_id, event) select of_kind, record_id, 'withdrawn' from gone;
      -- Changed, or there again.
      with changed as (
        update published_record p set is_public = true, updated_at = greatest(moment, p.updated_at + interval '1 ms'),
          slug = s.slug, path = s.path, review_id = s.review_id, publisher_id = s.publisher_id, theme_ids = s.theme_ids,
          ever_theme_ids = array(select unnest(p.ever_theme_ids) union select unnest(s.theme_ids)),
          merged_into = s.merged_into, digest = s.digest, shown_elsewhere = s.shown_elsewhere
        from state_here s join published_record was on was.kind = of_kind and was.record_id = s.record_id
        where p.kind = of_kind and p.record_id = s.record_id and (p.digest <> s.digest or not p.is_public)
        returning p.record_id, case when p.merged_into is not null then 'merged'
          when was.is_public then 'updated' else 'published' end as event)
      insert into change_log (kind, record_id, event)
      select of_kind, changed.record_id, changed.event from changed order by changed.record_id;
      -- New. What feeds bring is published second by second.
      with added as (
        insert into published_record (kind, record_id, slug, path, review_id, publisher_id, theme_ids, ever_theme_ids,
          published_at, updated_at, is_public, merged_into, digest, shown_elsewhere)
        select of_kind, s.record_id, s.slug, s.path, s.review_id, s.publisher_id, s.theme_ids, s.theme_ids,
          case when of_kind in ('resource', 'briefing', 'review')
            then last_published + row_number() over ordered * interval '1 second' else moment end,
          moment, true, s.merged_into, s.digest, s.shown_elsewhere
        from state_here s
        where not exists (select 1 from published_record p where p.kind = of_kind and p.record_id = s.record_id)
        window ordered as (order by s.dated nulls first, s.path collate "C", s.record_id)
        returning record_id, published_at, merged_into)
      insert into change_log (kind, record_id, event)
      select of_kind, record_id, case when merged_into is null then 'published' else 'merged' end
      from added order by published_at, record_id;
      select greatest(last_published, max(published_at)) into last_published from published_record
      where of_kind in ('resource', 'briefing', 'review') and kind = of_kind;
    end loop;
  end $$`;

const ENDINGS = [
  `create function settle_changes() returns trigger language plpgsql as $$
   begin
     perform settle_touched();
     return null;
   end $$`,
  // An embargo ends by the clock: whoever reads next logs it. What was kept of before is to be read again.
  `create function settle_embargoes() returns boolean language plpgsql as $$
   begin
     insert into touched_record (made_by, kind, record_id)
     select pg_current_xact_id(), ended.kind, ended.id from (
       ${['review', 'briefing', 'resource']
         .map(
           (kind) =>
             `select '${kind}' as kind, id from ${kind} where state = 'scheduled' and visible_from <= now()`,
         )
         .join(' union all ')}) as ended
     where not exists (select 1 from published_record p where p.kind = ended.kind and p.record_id = ended.id and p.is_public);
     if not found then return false; end if;
     insert into content_change (made_by) values (pg_current_xact_id()) on conflict do nothing;
     return true;
   end $$`,
];

/** What the public sees already was published before this log began. */
const EVERYTHING = `
  insert into touched_record (made_by, kind, record_id)
  select pg_current_xact_id(), kind, id from (
    ${KINDS.map((kind) => `select '${kind}' as kind, id from ${kind.replace('-', '_')}`).join(' union all ')}) as every_one`;
