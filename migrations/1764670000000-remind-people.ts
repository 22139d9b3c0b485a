import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Days on which people were reminded, deputies, and what is told to whom how late. */
export class RemindPeople1764670000000 implements MigrationInterface {
  name = 'RemindPeople1764670000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "reminder_run" ("day" date NOT NULL, "ended_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "PK_9a6439a28869ba25ba6a84aad8c" PRIMARY KEY ("day"))`,
    );
    await runner.query(
      `CREATE TABLE "told_executive" ("action_id" uuid NOT NULL, "due_on" date NOT NULL, CONSTRAINT "PK_26a494180dbb175d20f01e39229" PRIMARY KEY ("action_id", "due_on"))`,
    );
    await runner.query(`ALTER TABLE "tracked_owner" ADD "is_left_out" boolean NOT NULL DEFAULT false`);
    await runner.query(`ALTER TABLE "tracked_owner" ADD "away_from" date`);
    await runner.query(`ALTER TABLE "tracked_owner" ADD "away_until" date`);
    await runner.query(`ALTER TABLE "tracked_owner" ADD "deputy_id" uuid`);
    await runner.query(`ALTER TABLE "tracking_setting" ADD "has_reminders" boolean NOT NULL DEFAULT true`);
    await runner.query(
      `ALTER TABLE "tracking_setting" ADD "executive_after_days" smallint NOT NULL DEFAULT '30'`,
    );
    await runner.query(
      `ALTER TABLE "tracking_setting" ADD "board_after_days" smallint NOT NULL DEFAULT '60'`,
    );
    await runner.query(
      `ALTER TABLE "tracked_owner" ADD CONSTRAINT "tracked_owner_away" CHECK (("away_from" is null) = ("away_until" is null) and "away_from" <= "away_until" and "deputy_id" <> "id")`,
    );
    await runner.query(
      `ALTER TABLE "tracking_setting" ADD CONSTRAINT "tracking_setting_overdue" CHECK ("executive_after_days" between 1 and 365 and "board_after_days" between 1 and 365)`,
    );
    await runner.query(
      `ALTER TABLE "tracked_owner" ADD CONSTRAINT "FK_b6a98c12500321d34ed5a78b350" FOREIGN KEY ("deputy_id") REFERENCES "tracked_owner"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "tracked_owner" DROP CONSTRAINT "FK_b6a98c12500321d34ed5a78b350"`);
    await runner.query(`ALTER TABLE "tracking_setting" DROP CONSTRAINT "tracking_setting_overdue"`);
    await runner.query(`ALTER TABLE "tracked_owner" DROP CONSTRAINT "tracked_owner_away"`);
    await runner.query(`ALTER TABLE "tracking_setting" DROP COLUMN "board_after_days"`);
    await runner.query(`ALTER TABLE "tracking_setting" DROP COLUMN "executive_after_days"`);
    await runner.query(`ALTER TABLE "tracking_setting" DROP COLUMN "has_reminders"`);
    await runner.query(`ALTER TABLE "tracked_owner" DROP COLUMN "deputy_id"`);
    await runner.query(`ALTER TABLE "tracked_owner" DROP COLUMN "away_until"`);
    await runner.query(`ALTER TABLE "tracked_owner" DROP COLUMN "away_from"`);
    await runner.query(`ALTER TABLE "tracked_owner" DROP COLUMN "is_left_out"`);
    await runner.query(`DROP TABLE "told_executive"`);
    await runner.query(`DROP TABLE "reminder_run"`);
  }
}
