import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Addresses at which calendar programs read when actions are due. */
export class OfferCalendars1764635000000 implements MigrationInterface {
  name = 'OfferCalendars1764635000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "tracking_calendar" ("id" uuid NOT NULL DEFAULT gen_random_uuid(), "token_hash" bytea NOT NULL, "partnership_id" uuid NOT NULL, "owner_id" uuid, "agency_id" uuid, "made_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT library_now(), CONSTRAINT "UQ_0d3b3a81388f2309efaed76a14f" UNIQUE ("token_hash"), CONSTRAINT "tracking_calendar_holder" CHECK (("owner_id" is null) <> ("agency_id" is null)), CONSTRAINT "PK_56f3b535434d821b37aa08985d9" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "tracking_calendar_of" ON "tracking_calendar"  ("partnership_id") `);
    await runner.query(
      `ALTER TABLE "tracking_calendar" ADD CONSTRAINT "FK_e6e7c2213eac5d7aa38623c0349" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "tracking_calendar" ADD CONSTRAINT "FK_b0972e1d50240cf5f6e13ceb521" FOREIGN KEY ("owner_id") REFERENCES "tracked_owner"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "tracking_calendar" ADD CONSTRAINT "FK_ac6b424a68d1c7502a3f4cdd885" FOREIGN KEY ("agency_id") REFERENCES "agency"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "tracking_calendar" DROP CONSTRAINT "FK_ac6b424a68d1c7502a3f4cdd885"`);
    await runner.query(`ALTER TABLE "tracking_calendar" DROP CONSTRAINT "FK_b0972e1d50240cf5f6e13ceb521"`);
    await runner.query(`ALTER TABLE "tracking_calendar" DROP CONSTRAINT "FK_e6e7c2213eac5d7aa38623c0349"`);
    await runner.query(`DROP INDEX "public"."tracking_calendar_of"`);
    await runner.query(`DROP TABLE "tracking_calendar"`);
  }
}
