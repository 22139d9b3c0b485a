import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Every table that holds content of the library. A new one belongs into a list like this in its own migration. */
const CONTENT = [
  ...['partnership', 'contact_line', 'theme', 'theme_label', 'theme_related', 'agency'],
  ...['review', 'learning_point', 'review_document', 'document_page'],
  ...['recommendation', 'recommendation_theme', 'recommendation_addressee'],
  ...['briefing', 'briefing_theme', 'briefing_review', 'resource', 'resource_theme'],
];

/**
 * Notes which transactions have changed content, so that what was read may be kept for as long as nothing has changed.
 * A transaction's number becomes visible in the same moment as its changes; there is no counter that one would wait for
 * another to raise. Older numbers are removed by the next change: a new number alone tells that there was one.
 */
export class NoteContentChanges1764000500000 implements MigrationInterface {
  name = 'NoteContentChanges1764000500000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table content_change (made_by xid8 primary key)`);
    await runner.query(`
      create function note_content_change() returns trigger language plpgsql as $$
      begin
        insert into content_change (made_by) values (pg_current_xact_id()) on conflict do nothing;
        if found then
          delete from content_change where made_by in (
            select made_by from content_change
            where made_by < pg_snapshot_xmin(pg_current_snapshot()) for update skip locked);
        end if;
        return null;
      end $$`);
    for (const table of CONTENT) {
      await runner.query(
        `create trigger note_content_change after insert or update or delete or truncate on ${table}
         for each statement execute function note_content_change()`,
      );
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of CONTENT) await runner.query(`drop trigger note_content_change on ${table}`);
    await runner.query(`drop function note_content_change`);
    await runner.query(`drop table content_change`);
  }
}
