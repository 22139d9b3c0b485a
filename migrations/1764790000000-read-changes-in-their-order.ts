import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The log of changes is read in the order of its numbers. They are given under a lock that is held to the commit
 * (`settle_touched`), so they commit in their order, and whoever reads one has seen all before it.
 */
export class ReadChangesInTheirOrder1764790000000 implements MigrationInterface {
  name = 'ReadChangesInTheirOrder1764790000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(keyedBy('seq'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(keyedBy('xid, seq'));
  }
}

const keyedBy = (place: string): string => `
  alter table change_log drop constraint "PK_change_log";
  alter table change_log add constraint "PK_change_log" primary key (${place});
  drop index change_log_record;
  create index change_log_record on change_log (kind, record_id, ${place})`;
