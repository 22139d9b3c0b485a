import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A state of the content holds for twenty milliseconds (ADR 38), so that whoever asks for what is kept asks the database a quarter
 * as often; whoever commits a change waits as much longer.
 */
export class HoldStatesLonger1764760000000 implements MigrationInterface {
  name = 'HoldStatesLonger1764760000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(settleChanges('0.021'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(settleChanges('0.006'));
  }
}

const settleChanges = (seconds: string): string => `
  create or replace function settle_changes() returns trigger language plpgsql as $$
   begin
     if (select count(*) from touched_record where made_by = pg_current_xact_id()) > 1000 then
       perform measure_content();
     end if;
     perform settle_touched();
     perform pg_advisory_xact_lock(7201005);
     perform pg_sleep(${seconds});
     return null;
   end $$`;
