import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Lets those who asked which state the content is in go by the answer for five milliseconds (ADR 38): whoever commits a change
 * says first that they are about to, by a lock that ends with the commit, and then waits until no answer that was given before
 * is gone by any more. The lock is `COMMITTING_LOCK`.
 */
export class HoldStates1764735000000 implements MigrationInterface {
  name = 'HoldStates1764735000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      settleChanges(`perform pg_advisory_xact_lock(7201005);
     perform pg_sleep(0.006);`),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(settleChanges(''));
  }
}

const settleChanges = (last: string): string => `
  create or replace function settle_changes() returns trigger language plpgsql as $$
   begin
     perform settle_touched();
     ${last}
     return null;
   end $$`;
