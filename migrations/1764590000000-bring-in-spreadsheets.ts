import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Spreadsheets that are brought in, and what was said of their layouts. */
export class BringInSpreadsheets1764590000000 implements MigrationInterface {
  name = 'BringInSpreadsheets1764590000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "tracked_import" ("id" uuid NOT NULL DEFAULT gen_random_uuid(), "partnership_id" uuid NOT NULL, "agency_id" uuid, "state" text NOT NULL, "file_name" text, "file" bytea, "review" text, "as_of" date, "mapping" jsonb NOT NULL DEFAULT '{}', "answers" jsonb NOT NULL, "entries" bigint array NOT NULL DEFAULT '{}', "made_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "tracked_import_state" CHECK ("state" in ('previewed', 'applied', 'undone', 'given-up')), CONSTRAINT "PK_8a3323249ccdfb6d41bb1434c45" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE TABLE "sheet_layout" ("partnership_id" uuid NOT NULL, "layout" bytea NOT NULL, "mapping" jsonb NOT NULL, CONSTRAINT "PK_b592011722626ea4a8b2cdd7b64" PRIMARY KEY ("partnership_id", "layout"))`,
    );
    await runner.query(
      `ALTER TABLE "tracked_import" ADD CONSTRAINT "FK_12e5ee66ad66f36cdbe63708601" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "sheet_layout" ADD CONSTRAINT "FK_ae3e8267904cb9e15806f2a7451" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "sheet_layout" DROP CONSTRAINT "FK_ae3e8267904cb9e15806f2a7451"`);
    await runner.query(`ALTER TABLE "tracked_import" DROP CONSTRAINT "FK_12e5ee66ad66f36cdbe63708601"`);
    await runner.query(`DROP TABLE "sheet_layout"`);
    await runner.query(`DROP TABLE "tracked_import"`);
  }
}
