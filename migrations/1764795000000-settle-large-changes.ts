import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A change of tens of thousands of records at once, such as a broad theme's new name, took time by the square of their number: what
 * is looked for with `not in` is gone through for each one as soon as it is too much to be hashed in memory.
 */
export class SettleLargeChanges1764795000000 implements MigrationInterface {
  name = 'SettleLargeChanges1764795000000';

  async up(runner: QueryRunner): Promise<void> {
    await rewrite(runner, BY_THE_SQUARE, BY_A_JOIN);
  }

  async down(runner: QueryRunner): Promise<void> {
    await rewrite(runner, BY_A_JOIN, BY_THE_SQUARE);
  }
}

const BY_THE_SQUARE = 'p.record_id not in (select s.record_id from state_here s)';
const BY_A_JOIN = 'not exists (select from state_here s where s.record_id = p.record_id)';

async function rewrite(runner: QueryRunner, from: string, to: string): Promise<void> {
  const [row] = (await runner.query(
    `select pg_get_functiondef('settle_touched()'::regprocedure) as definition`,
  )) as [{ definition: string }];
  if (!row.definition.includes(from)) throw new Error(`settle_touched() does not say: ${from}`);
  await runner.query(row.definition.replace(from, to));
}
