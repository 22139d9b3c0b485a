import type { MigrationInterface, QueryRunner } from 'typeorm';

/** To which deputy a link was sent, and whether they have left since. */
export class EndLinksOfDeputies1764675000000 implements MigrationInterface {
  name = 'EndLinksOfDeputies1764675000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "update_round_link" ADD "deputy_id" uuid`);
    await runner.query(`ALTER TABLE "update_round_link" ADD "is_ended" boolean NOT NULL DEFAULT false`);
    await runner.query(`CREATE INDEX "update_round_link_to" ON "update_round_link"  ("deputy_id") `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX "public"."update_round_link_to"`);
    await runner.query(`ALTER TABLE "update_round_link" DROP COLUMN "is_ended"`);
    await runner.query(`ALTER TABLE "update_round_link" DROP COLUMN "deputy_id"`);
  }
}
