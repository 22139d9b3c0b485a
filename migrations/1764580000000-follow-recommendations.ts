import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What partnerships follow, as it stands; what was recorded about it is in the log. */
export class FollowRecommendations1764580000000 implements MigrationInterface {
  name = 'FollowRecommendations1764580000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "tracked_item" ("id" uuid NOT NULL, "partnership_id" uuid NOT NULL, "ref" integer NOT NULL, "recommendation_id" uuid, "learning_point_id" uuid, "state" jsonb, "version" bigint NOT NULL, CONSTRAINT "PK_64187e88b23d8f99796852ce41d" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE UNIQUE INDEX "tracked_item_learning_point" ON "tracked_item"  ("partnership_id", "learning_point_id") WHERE "state" is not null`,
    );
    await runner.query(
      `CREATE UNIQUE INDEX "tracked_item_recommendation" ON "tracked_item"  ("partnership_id", "recommendation_id") WHERE "state" is not null`,
    );
    await runner.query(
      `CREATE UNIQUE INDEX "tracked_item_ref" ON "tracked_item"  ("partnership_id", "ref") `,
    );
    await runner.query(
      `CREATE TABLE "tracked_action" ("id" uuid NOT NULL, "item_id" uuid NOT NULL, CONSTRAINT "PK_20a6d53f8d923c0ebbf17220bca" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "tracked_action_item" ON "tracked_action"  ("item_id") `);
    await runner.query(
      `CREATE TABLE "tracked_owner" ("id" uuid NOT NULL DEFAULT gen_random_uuid(), "partnership_id" uuid NOT NULL, "name" text NOT NULL, "email" text, CONSTRAINT "tracked_owner_email_form" CHECK ("email" = lower("email")), CONSTRAINT "PK_5cadf83cf3f67ef3802eba2a1df" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE UNIQUE INDEX "tracked_owner_email" ON "tracked_owner"  ("partnership_id", "email") `,
    );
    await runner.query(
      `CREATE TABLE "tracked_agency" ("agency_id" uuid NOT NULL, "partnership_id" uuid NOT NULL, "executive" text, "members" uuid array, "ended_on" date, "succession" text, "successors" uuid array NOT NULL DEFAULT '{}', CONSTRAINT "tracked_agency_succession" CHECK ("succession" in ('renamed', 'merged', 'split')), CONSTRAINT "PK_aa181c9ab85c7db2a71bb70f3cf" PRIMARY KEY ("agency_id", "partnership_id"))`,
    );
    await runner.query(
      `CREATE TABLE "tracking_setting" ("partnership_id" uuid NOT NULL, "response_days" smallint NOT NULL, "has_blue" boolean NOT NULL, CONSTRAINT "tracking_setting_days" CHECK ("response_days" between 1 and 730), CONSTRAINT "PK_2bda236f01e1ce4a4127a4bff88" PRIMARY KEY ("partnership_id"))`,
    );
    await runner.query(
      `CREATE TABLE "answered_request" ("holder" text NOT NULL, "key" text NOT NULL, "request_hash" bytea NOT NULL, "status" smallint NOT NULL, "subject" uuid NOT NULL, "entry" bigint, "answered_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "PK_527b1a762ff8a8138ae6935bc00" PRIMARY KEY ("holder", "key"))`,
    );
    await runner.query(
      `CREATE TABLE "tracked_file" ("id" uuid NOT NULL DEFAULT gen_random_uuid(), "item_id" uuid NOT NULL, "action_id" uuid, "agency_id" uuid, "media_type" text NOT NULL, "size" integer NOT NULL, "sha256" bytea NOT NULL, "keep_class" text NOT NULL, "keep_until" date, "came_at" TIMESTAMP WITH TIME ZONE NOT NULL, "gone_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "tracked_file_class" CHECK ("keep_class" in ('official', 'official-sensitive')), CONSTRAINT "PK_873090ff592a3153f4a4623196e" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "tracked_file_item" ON "tracked_file"  ("item_id") `);
    await runner.query(
      `CREATE INDEX "audit_entry_subject" ON "audit_entry"  ("chain", "subject_id", "number") `,
    );
    await runner.query(
      `ALTER TABLE "tracked_item" ADD CONSTRAINT "FK_d77e8c34be8514f6e178c5be046" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "tracked_item" ADD CONSTRAINT "FK_60dd5f7231bfabb21a8b81a33b3" FOREIGN KEY ("recommendation_id") REFERENCES "recommendation"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "tracked_item" ADD CONSTRAINT "FK_f854fa60ffdd7d7bde406428db1" FOREIGN KEY ("learning_point_id") REFERENCES "learning_point"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "tracked_action" ADD CONSTRAINT "FK_689a808df17e8aa260fb05572c2" FOREIGN KEY ("item_id") REFERENCES "tracked_item"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "tracked_owner" ADD CONSTRAINT "FK_b7216dc50094dcae882defa49cc" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "tracked_agency" ADD CONSTRAINT "FK_17a422768e815534093f30da4df" FOREIGN KEY ("agency_id") REFERENCES "agency"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "tracked_agency" ADD CONSTRAINT "FK_2ad22a3c8d904e9d40fa0331c19" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "tracking_setting" ADD CONSTRAINT "FK_2bda236f01e1ce4a4127a4bff88" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "tracked_file" ADD CONSTRAINT "FK_69c87c6df2a5c9281c0fabe8d1f" FOREIGN KEY ("item_id") REFERENCES "tracked_item"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX "audit_entry_subject"`);
    await runner.query(
      `DROP TABLE "tracked_file", "answered_request", "tracking_setting", "tracked_agency", "tracked_owner", "tracked_action", "tracked_item"`,
    );
  }
}
