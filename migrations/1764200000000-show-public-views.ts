import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the public may see, said once: every query reads these views. The workflow's own rule is `may_be_seen`; the views
 * add what hangs on what. A migration that adds a column to one of the tables makes its view anew (`create or replace view
 * … as select t.* …`, as here), so that the column can be read: `test/gates/audience.spec.ts` asks for it.
 *
 * Derived columns stand first, so that `create or replace` finds new columns of the table at the end, where it wants them.
 */
export class ShowPublicViews1764200000000 implements MigrationInterface {
  name = 'ShowPublicViews1764200000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...COLUMNS, ...ANALYZE, RULE, ...VIEWS]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const view of NAMES.toReversed()) await runner.query(`drop view ${view}`);
    await runner.query(`drop function may_be_seen`);
    for (const table of DATED) {
      await runner.query(`drop index ${table}_embargo`);
      await runner.query(`alter table ${table} drop column visible_from`);
    }
    for (const table of PARTS) await runner.query(`alter table ${table} drop column left_source_at`);
    for (const table of STATELESS) await runner.query(`alter table ${table} drop column withdrawn_at`);
  }
}

/** What can be scheduled. */
const DATED = ['review', 'briefing', 'resource'];
/** What an import may find gone from its source. */
const PARTS = ['recommendation', 'learning_point', 'review_document'];
/** What has no states of its own, and may be withdrawn all the same. */
const STATELESS = ['partnership', 'theme', 'recommendation', 'learning_point'];

const COLUMNS = [
  ...DATED.map((table) => `alter table ${table} add column visible_from timestamptz`),
  // Few are scheduled at any time: how many embargoes have passed is asked with every search.
  ...DATED.map(
    (table) => `create index ${table}_embargo on ${table} (visible_from) where state = 'scheduled'`,
  ),
  ...PARTS.map((table) => `alter table ${table} add column if not exists left_source_at timestamptz`),
  ...STATELESS.map((table) => `alter table ${table} add column withdrawn_at timestamptz`),
];

// Of a column that was never counted PostgreSQL thinks that hardly a row is null, and plans every query for a few rows.
const ANALYZE = [...new Set([...DATED, ...PARTS, ...STATELESS])].map((table) => `analyze ${table}`);

// An embargo ends by the clock, not by a job that flips a state. Plain enough for PostgreSQL to put into each query.
const RULE = `
  create function may_be_seen(state text, visible_from timestamptz) returns boolean language sql stable parallel safe
  return state = 'published' or (state = 'scheduled' and visible_from <= now())`;

const ofVisibleReview = (table: string, alias: string): string =>
  `from ${table} ${alias} join public_review r on r.id = ${alias}.review_id where ${alias}.left_source_at is null`;

const withState = (table: string): string => `
  create view public_${table} as select t.* from ${table} t
  where may_be_seen(t.state, t.visible_from)`;

/** Uses of themes by one noun; those of a withdrawn theme are none. */
const tags = (table: string, review: string): string => `
  select bt.theme_id, t.slug, t.label, '${table}' as noun, b.id as record_id, ${review} as review_id
  from ${table}_theme bt join public_${table} b on b.id = bt.${table}_id join theme t on t.id = bt.theme_id
  where t.withdrawn_at is null`;

export const VIEWS = [
  // Whoever published something is named with it, also when its own entry has been withdrawn.
  `create view public_publisher as select p.id, p.slug, p.name, p.website from partnership p`,

  withState('review'),
  withState('briefing'),
  withState('resource'),

  // The anchor is the point's place on the page of its review: its theme, and a number where that comes again. What is
  // withdrawn keeps its number, so that nobody else's address moves.
  `create view public_learning_point as
   select t.slug || (
       select case count(*) when 0 then '' else '-' || count(*) + 1 end from learning_point earlier
       where earlier.review_id = l.review_id and earlier.theme_id = l.theme_id and earlier.left_source_at is null
         and (earlier.position, earlier.id) < (l.position, l.id)) as anchor,
     t.slug as theme_slug, t.label as theme_label, l.*
   from learning_point l join public_review r on r.id = l.review_id join theme t on t.id = l.theme_id
   where l.left_source_at is null and l.withdrawn_at is null and t.withdrawn_at is null`,

  `create view public_recommendation as select c.* ${ofVisibleReview('recommendation', 'c')} and c.withdrawn_at is null`,
  `create view public_recommendation_addressee as
   select ca.recommendation_id, a.slug, a.name from recommendation_addressee ca
   join public_recommendation c on c.id = ca.recommendation_id join agency a on a.id = ca.agency_id`,

  `create view public_review_document as select d.* ${ofVisibleReview('review_document', 'd')}`,
  `create view public_document_page as
   select d.review_id, g.* from document_page g join public_review_document d on d.id = g.document_id`,

  `create view public_theme_tag as
   select l.theme_id, l.theme_slug as slug, l.theme_label as label,
     case l.kind when 'theme-named' then 'theme-named' else 'learning-point' end as noun, l.id as record_id, l.review_id
   from public_learning_point l
   union all ${tags('recommendation', 'b.review_id')}
   union all ${tags('briefing', 'null::uuid')} union all ${tags('resource', 'null::uuid')}`,

  `create view public_accepted_theme as
   select t.* from theme t where t.withdrawn_at is null and t.status = 'accepted'`,
  `create view public_theme_name as select n.* from theme_label n
   join public_accepted_theme t on t.id = n.theme_id where n.kind <> 'hidden'`,

  // The thesaurus is public; a proposed theme only through something published that uses it, for its name comes from
  // there and would tell of what is not published; or, once replaced, if its name is an open name of what replaced it.
  `create view public_theme as select t.* from theme t where t.withdrawn_at is null and (t.status = 'accepted'
     or exists (select 1 from theme_label open_name where open_name.theme_id = t.replaced_by_id
                and open_name.kind <> 'hidden' and lower(open_name.text) = lower(t.label))
     or exists (select 1 from public_theme_tag used where used.theme_id = t.id))`,

  // One that was brought in as such, or that published something the public may see; not one that only drafts name.
  `create view public_partnership as select p.* from partnership p where p.withdrawn_at is null
   and (p.imported_hash is not null or p.type is not null
     or exists (select 1 from contact_line c where c.partnership_id = p.id)
     or exists (select 1 from public_review r where r.publisher_id = p.id)
     or exists (select 1 from public_briefing b where b.publisher_id = p.id)
     or exists (select 1 from public_resource s where s.publisher_id = p.id))`,

  `create view embargo as ${DATED.map(
    (table) => `select visible_from from ${table} where state = 'scheduled'`,
  ).join(' union all ')}`,
];

export const NAMES = VIEWS.map((view) => /create view (\w+)/.exec(view)![1]!);
