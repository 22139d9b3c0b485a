import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Every transaction before this one has ended, as far as the log of changes is concerned (ADR 37). A snapshot knows what is under
 * way on the whole server; what belongs to another database cannot write to this one and holds nothing back. Every transaction holds
 * a lock on its own number, which everybody may see and whose session it is. One of which that is not seen counts as ours.
 */
export class BeHeldBackByThisLibraryAlone1764770000000 implements MigrationInterface {
  name = 'BeHeldBackByThisLibraryAlone1764770000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function ended_before() returns xid8 language sql stable as $$
        select coalesce(
          (select under_way from pg_snapshot_xip(now) under_way
           where not exists (select 1 from pg_locks own join pg_stat_activity session using (pid)
             where own.locktype = 'transactionid' and own.mode = 'ExclusiveLock' and own.transactionid = under_way::xid
               and session.datid <> (select oid from pg_database where datname = current_database()))
           order by under_way limit 1),
          pg_snapshot_xmax(now))
        from pg_current_snapshot() now $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function ended_before');
  }
}
