import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What teams have discussed of the library. */
export class RecordUses1764640000000 implements MigrationInterface {
  name = 'RecordUses1764640000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "team_use" ("id" uuid NOT NULL DEFAULT gen_random_uuid(), "partnership_id" uuid NOT NULL, "entry" bigint NOT NULL, "kind" text NOT NULL, "record_id" uuid NOT NULL, "used_on" date NOT NULL, "people" integer NOT NULL, "agency_id" uuid NOT NULL, "withdrawn_entry" bigint, CONSTRAINT "team_use_people" CHECK ("people" between 1 and 10000), CONSTRAINT "team_use_kind" CHECK ("kind" in ('review', 'theme', 'briefing')), CONSTRAINT "PK_0a000b54fabdf90595ccbba7216" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE UNIQUE INDEX "team_use_entry" ON "team_use"  ("partnership_id", "entry") `);
    await runner.query(
      `ALTER TABLE "team_use" ADD CONSTRAINT "FK_d5ccfe6f617f41d05d122583e39" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "team_use" DROP CONSTRAINT "FK_d5ccfe6f617f41d05d122583e39"`);
    await runner.query(`DROP INDEX "public"."team_use_entry"`);
    await runner.query(`DROP TABLE "team_use"`);
  }
}
