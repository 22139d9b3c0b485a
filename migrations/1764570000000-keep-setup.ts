import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which partnership runs the library, and which steps of setting it up were left out. */
export class KeepSetup1764570000000 implements MigrationInterface {
  name = 'KeepSetup1764570000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "setup_skip" ("step" text NOT NULL, CONSTRAINT "PK_a7d974aff4bfaa20824045ea1be" PRIMARY KEY ("step"))`,
    );
    await runner.query(
      `CREATE TABLE "own_partnership" ("once" boolean NOT NULL DEFAULT true, "partnership_id" uuid NOT NULL, CONSTRAINT "own_partnership_once" CHECK ("once"), CONSTRAINT "PK_eebdc31da203ae20f0bc77067fd" PRIMARY KEY ("once"))`,
    );
    await runner.query(
      `ALTER TABLE "own_partnership" ADD CONSTRAINT "FK_b3befc24137fdc8c17cf3209c97" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
    );
    // Every page shows its lines.
    await runner.query(
      `create trigger note_content_change after insert or update or delete or truncate on own_partnership
       for each statement execute function note_content_change()`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "own_partnership" DROP CONSTRAINT "FK_b3befc24137fdc8c17cf3209c97"`);
    await runner.query(`DROP TABLE "own_partnership"`);
    await runner.query(`DROP TABLE "setup_skip"`);
  }
}
