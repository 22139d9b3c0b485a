import type { MigrationInterface, QueryRunner } from 'typeorm';
import { NAMES, VIEWS } from './1764200000000-show-public-views.js';

/** What can be written from its sources by the library itself. */
const WRITTEN = ['review', 'briefing', 'resource'];

/** Notes which records this library summarised from their sources, so that every page of theirs can say so. */
export class MarkSummaries1764300000000 implements MigrationInterface {
  name = 'MarkSummaries1764300000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of WRITTEN) {
      await runner.query(`alter table ${table} add column summarised boolean not null default false`);
      await runner.query(
        `create or replace view public_${table} as select t.* from ${table} t where may_be_seen(t.state, t.visible_from)`,
      );
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    // A view cannot lose a column: all of them are made anew, for they stand on one another.
    for (const view of NAMES.toReversed()) await runner.query(`drop view ${view}`);
    for (const table of WRITTEN) await runner.query(`alter table ${table} drop column summarised`);
    for (const view of VIEWS) await runner.query(view);
  }
}
