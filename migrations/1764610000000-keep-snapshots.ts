import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What stood where when a snapshot was taken for a meeting of the board. */
export class KeepSnapshots1764610000000 implements MigrationInterface {
  name = 'KeepSnapshots1764610000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "board_snapshot" ("id" uuid NOT NULL DEFAULT gen_random_uuid(), "partnership_id" uuid NOT NULL, "entry" bigint NOT NULL, "hash" bytea NOT NULL, "meeting_on" date NOT NULL, "as_of" date NOT NULL, "taken_at" TIMESTAMP WITH TIME ZONE NOT NULL, "signed_entry" bigint, CONSTRAINT "PK_f0e5b8bdb0e9bb76b39612d65c0" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE UNIQUE INDEX "board_snapshot_entry" ON "board_snapshot"  ("partnership_id", "entry") `,
    );
    await runner.query(
      `ALTER TABLE "board_snapshot" ADD CONSTRAINT "FK_0440ea9f9d1a95712e9498315d3" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "board_snapshot" DROP CONSTRAINT "FK_0440ea9f9d1a95712e9498315d3"`);
    await runner.query(`DROP INDEX "public"."board_snapshot_entry"`);
    await runner.query(`DROP TABLE "board_snapshot"`);
  }
}
