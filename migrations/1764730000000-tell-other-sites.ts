import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Other sites that are told what changes for the public. The log of changes has the job of telling them done, in the transaction
 * that writes it: there is one if, and only if, there is a change.
 */
export class TellOtherSites1764730000000 implements MigrationInterface {
  name = 'TellOtherSites1764730000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "webhook" ("id" uuid NOT NULL DEFAULT gen_random_uuid(), "name" text NOT NULL, "partnership_id" uuid, "address" text NOT NULL, "email" text NOT NULL, "signature" text NOT NULL, "sealed_key" bytea NOT NULL, "public_key" text, "old_sealed_key" bytea, "old_public_key" text, "old_until" TIMESTAMP WITH TIME ZONE, "kinds" text array, "theme_id" uuid, "publisher_id" uuid, "state" text NOT NULL DEFAULT 'on', "cursor" text, "rest_until" TIMESTAMP WITH TIME ZONE, "made_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "webhook_public_key" CHECK (("signature" = 'v1a') = ("public_key" is not null)), CONSTRAINT "webhook_signature" CHECK ("signature" in ('v1a', 'v1')), CONSTRAINT "webhook_state" CHECK ("state" in ('on', 'paused', 'gone')), CONSTRAINT "PK_e6765510c2d078db49632b59020" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "webhook_of_partnership" ON "webhook"  ("partnership_id") `);
    await runner.query(
      `CREATE TABLE "webhook_delivery" ("webhook_id" uuid NOT NULL, "kind" text NOT NULL, "record_id" uuid NOT NULL, "event" text NOT NULL, "changed_at" TIMESTAMP WITH TIME ZONE NOT NULL, "place" BIGSERIAL NOT NULL, "cursor" text, "state" text NOT NULL DEFAULT 'waiting', "tries" integer NOT NULL DEFAULT '0', "next_try_at" TIMESTAMP WITH TIME ZONE NOT NULL, "tried_at" TIMESTAMP WITH TIME ZONE, "status" integer, "answer" text, CONSTRAINT "webhook_delivery_state" CHECK ("state" in ('waiting', 'delivered', 'dead', 'failed')), CONSTRAINT "PK_2e2b06be48285d70852029adbf7" PRIMARY KEY ("webhook_id", "kind", "record_id"))`,
    );
    await runner.query(
      `CREATE INDEX "webhook_delivery_waiting" ON "webhook_delivery"  ("webhook_id", "place") WHERE "state" = 'waiting'`,
    );
    await runner.query(
      `ALTER TABLE "webhook" ADD CONSTRAINT "FK_fc67d94ae9d7f8f8f9b0e3eca72" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "webhook_delivery" ADD CONSTRAINT "FK_ef25cc28dcf88ea3dd81f39af2d" FOREIGN KEY ("webhook_id") REFERENCES "webhook"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(TELL);
    await runner.query(
      `create trigger tell_webhooks after insert on change_log referencing new table as new_rows
       for each statement execute function tell_webhooks()`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop trigger tell_webhooks on change_log`);
    await runner.query(`drop function tell_webhooks()`);
    await runner.query(`ALTER TABLE "webhook_delivery" DROP CONSTRAINT "FK_ef25cc28dcf88ea3dd81f39af2d"`);
    await runner.query(`ALTER TABLE "webhook" DROP CONSTRAINT "FK_fc67d94ae9d7f8f8f9b0e3eca72"`);
    await runner.query(`DROP INDEX "public"."webhook_delivery_waiting"`);
    await runner.query(`DROP TABLE "webhook_delivery"`);
    await runner.query(`DROP INDEX "public"."webhook_of_partnership"`);
    await runner.query(`DROP TABLE "webhook"`);
  }
}

// One job a transaction, whatever it changed: which changes it is to tell of, it reads in the log. It has no key: whoever adds
// one with a key waits for a worker that is at the job of this key.
const TELL = `
  create function tell_webhooks() returns trigger language plpgsql as $$
  begin
    if current_setting('library.told_webhooks', true) is distinct from pg_current_xact_id()::text
      and exists (select 1 from new_rows) and exists (select 1 from webhook where state = 'on')
    then
      perform set_config('library.told_webhooks', pg_current_xact_id()::text, true);
      perform graphile_worker.add_job('webhooks.deliver', payload => '{}'::json, queue_name => 'webhooks',
        max_attempts => 32767);
    end if;
    return null;
  end $$`;
