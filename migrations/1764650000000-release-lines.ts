import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What partnerships release of what came of recommendations, and what reviews protect. */
export class ReleaseLines1764650000000 implements MigrationInterface {
  name = 'ReleaseLines1764650000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...TABLES, ...WATCHED.map(watch), ...VIEWS]) await runner.query(statement);
    // A state without a line says so, as the fold does.
    await runner.query(`update tracked_item set state = state || '{"line": null}' where state is not null`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const view of ['public_review_progress', 'public_progress']) await runner.query(`drop view ${view}`);
    for (const table of ['protected_term', ...WATCHED]) await runner.query(`drop table ${table}`);
    await runner.query(`update tracked_item set state = state - 'line' where state is not null`);
  }
}

const TABLES = [
  `create table released_line (
     item_id uuid not null, partnership_id uuid not null, recommendation_id uuid not null, entry bigint not null,
     words_entry bigint not null, released_on date not null, responses jsonb not null, delivery text not null,
     judgement text not null, impact text not null, impact_claimed boolean not null,
     constraint "PK_released_line" primary key (item_id))`,
  `create index released_line_recommendation on released_line (recommendation_id)`,
  `create table progress_report (
     id uuid not null, partnership_id uuid not null, review_id uuid not null, words_entry bigint, released_entry bigint,
     released_on date, version bigint not null, constraint "PK_progress_report" primary key (id))`,
  `create unique index progress_report_once on progress_report (partnership_id, review_id)`,
  `create index progress_report_review on progress_report (review_id)`,
  `create table protected_term (
     id uuid not null default gen_random_uuid(), partnership_id uuid not null, review_id uuid not null, term text not null,
     constraint "PK_protected_term" primary key (id))`,
  `create unique index protected_term_once on protected_term (partnership_id, review_id, term)`,
  `create index protected_term_review on protected_term (review_id)`,
];

/** What the public sees of these is content: their changes empty what its pages have kept. */
const WATCHED = ['released_line', 'progress_report'];
const watch = (table: string): string =>
  `create trigger note_content_change after insert or update or delete or truncate on ${table}
   for each statement execute function note_content_change()`;

// Words come from the log, of the one entry that was released: where they were redacted, nothing is left to see.
const said = (name: string): string => `w.content::json ->> '${name}'`;

const VIEWS = [
  `create view public_progress as
   select l.recommendation_id, p.slug as partnership, p.name as partnership_name, ${said('text')} as public_line, l.responses,
     l.delivery, l.judgement, l.impact, l.impact_claimed, l.released_on
   from released_line l
   join public_recommendation c on c.id = l.recommendation_id
   join partnership p on p.id = l.partnership_id and p.withdrawn_at is null
   join audit_words w on w.chain = l.partnership_id and w.number = l.words_entry and w.field = 'to'
   where ${said('text')} is not null`,
  `create view public_review_progress as
   select s.review_id, p.slug as partnership, p.name as partnership_name, ${said('title')} as title,
     ${said('introduction')} as introduction, s.released_on
   from progress_report s
   join public_review r on r.id = s.review_id
   join partnership p on p.id = s.partnership_id and p.withdrawn_at is null
   join audit_words w on w.chain = s.partnership_id and w.number = s.released_entry and w.field = 'to'
   where ${said('title')} is not null`,
];
