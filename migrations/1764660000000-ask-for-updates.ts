import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rounds in which the owners of actions are asked what has become of them. */
export class AskForUpdates1764660000000 implements MigrationInterface {
  name = 'AskForUpdates1764660000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "update_round" ("id" uuid NOT NULL DEFAULT gen_random_uuid(), "partnership_id" uuid NOT NULL, "entry" bigint NOT NULL, "answer_by" date NOT NULL, "actions" uuid array NOT NULL, "opened_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT library_now(), "closed_entry" bigint, CONSTRAINT "PK_5cabf4b13d710d41422e481bdb0" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE UNIQUE INDEX "update_round_entry" ON "update_round"  ("partnership_id", "entry") `,
    );
    await runner.query(
      `CREATE TABLE "update_round_person" ("round_id" uuid NOT NULL, "owner_id" uuid NOT NULL, "asked_entry" bigint NOT NULL, "answered_entry" bigint, "messages" uuid array NOT NULL, "chased_on" date, CONSTRAINT "PK_d2155edc9d459835c51e27d789a" PRIMARY KEY ("round_id", "owner_id"))`,
    );
    await runner.query(
      `CREATE TABLE "update_round_link" ("token_hash" bytea NOT NULL, "round_id" uuid NOT NULL, "owner_id" uuid NOT NULL, CONSTRAINT "PK_d6933d4132486fceb07025dccc1" PRIMARY KEY ("token_hash"))`,
    );
    await runner.query(
      `CREATE INDEX "update_round_link_of" ON "update_round_link"  ("round_id", "owner_id") `,
    );
    await runner.query(
      `ALTER TABLE "update_round" ADD CONSTRAINT "FK_36e20263960adfdb3684d417da5" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "update_round_person" ADD CONSTRAINT "FK_f0116ba5a0803035b0430dda682" FOREIGN KEY ("round_id") REFERENCES "update_round"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "update_round_person" ADD CONSTRAINT "FK_e3191709a3e6a3adc6138c83d7e" FOREIGN KEY ("owner_id") REFERENCES "tracked_owner"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "update_round_link" ADD CONSTRAINT "FK_27eb654a7dc1fcd02b06ee9beb7" FOREIGN KEY ("round_id", "owner_id") REFERENCES "update_round_person"("round_id","owner_id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "update_round_link" DROP CONSTRAINT "FK_27eb654a7dc1fcd02b06ee9beb7"`);
    await runner.query(`ALTER TABLE "update_round_person" DROP CONSTRAINT "FK_e3191709a3e6a3adc6138c83d7e"`);
    await runner.query(`ALTER TABLE "update_round_person" DROP CONSTRAINT "FK_f0116ba5a0803035b0430dda682"`);
    await runner.query(`ALTER TABLE "update_round" DROP CONSTRAINT "FK_36e20263960adfdb3684d417da5"`);
    await runner.query(`DROP INDEX "public"."update_round_link_of"`);
    await runner.query(`DROP TABLE "update_round_link"`);
    await runner.query(`DROP TABLE "update_round_person"`);
    await runner.query(`DROP INDEX "public"."update_round_entry"`);
    await runner.query(`DROP TABLE "update_round"`);
  }
}
