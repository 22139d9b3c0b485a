import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is left of what was withdrawn: enough for its old addresses to say so. */
export class KeepTombstones1764200100000 implements MigrationInterface {
  name = 'KeepTombstones1764200100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "tombstone" ("id" uuid NOT NULL DEFAULT gen_random_uuid(), "kind" text NOT NULL, "record_id" uuid NOT NULL, "address" text NOT NULL, "addresses" text array NOT NULL, "label" text, "publisher" text, "reason" text NOT NULL, "withdrawn_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "restored_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "tombstone_nameless" CHECK ("reason" <> 'identifies-someone' or "label" is null), CONSTRAINT "tombstone_reason" CHECK ("reason" in ('identifies-someone', 'factual-error', 'legal', 'publisher-request', 'superseded', 'other')), CONSTRAINT "tombstone_kind" CHECK ("kind" in ('theme', 'review', 'learning-point', 'recommendation', 'briefing', 'resource', 'partnership')), CONSTRAINT "PK_tombstone" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `create unique index tombstone_standing on tombstone (address) where restored_at is null`,
    );
    await runner.query(
      `create index tombstone_addresses on tombstone using gin (addresses) where restored_at is null`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table tombstone`);
  }
}
