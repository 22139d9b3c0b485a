import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sign-ins of councils, the roles that they give, and who an account is to them. */
export class KeepProviders1764520000000 implements MigrationInterface {
  name = 'KeepProviders1764520000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "identity_provider" ("id" uuid NOT NULL DEFAULT gen_random_uuid(), "slug" text NOT NULL, "name" text NOT NULL, "issuer" text NOT NULL, "client_id" text NOT NULL, "client_secret" bytea NOT NULL, "ended_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "UQ_ad5d7359bf93843fb2fcebf7f80" UNIQUE ("slug"), CONSTRAINT "identity_provider_slug" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'), CONSTRAINT "PK_5f038d63f2887fd0893ae4c5736" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE TABLE "provider_role" ("id" uuid NOT NULL DEFAULT gen_random_uuid(), "provider_id" uuid NOT NULL, "claim" text NOT NULL, "role" text NOT NULL, "partnership_id" uuid, "agency_id" uuid, CONSTRAINT "provider_role_agency" CHECK (("role" = 'agency-lead') = ("agency_id" is not null)), CONSTRAINT "provider_role_partnership" CHECK (("role" = 'platform-administrator') = ("partnership_id" is null)), CONSTRAINT "provider_role_role" CHECK ("role" in ('platform-administrator', 'administrator', 'audit-lead', 'approver', 'editor', 'agency-lead', 'reader')), CONSTRAINT "PK_985c030fc1bb07bcb2af52672ed" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "provider_role_of" ON "provider_role"  ("provider_id") `);
    await runner.query(
      `CREATE TABLE "account_identity" ("id" uuid NOT NULL DEFAULT gen_random_uuid(), "account_id" uuid NOT NULL, "issuer" text NOT NULL, "subject" text NOT NULL, "joined_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "account_identity_once" UNIQUE ("issuer", "subject"), CONSTRAINT "PK_ff3623f6775193bb2a7286c2e81" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "account_identity_account" ON "account_identity"  ("account_id") `);
    await runner.query(`ALTER TABLE "role_holding" ADD "provider_id" uuid`);
    await runner.query(
      `ALTER TABLE "provider_role" ADD CONSTRAINT "FK_75bf5f09064a87b6b4b2e04938e" FOREIGN KEY ("provider_id") REFERENCES "identity_provider"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "provider_role" ADD CONSTRAINT "FK_3ffdb51795ebaa52d9e4bca0f32" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "provider_role" ADD CONSTRAINT "FK_8cec6f344385d290dbed1b7f988" FOREIGN KEY ("agency_id") REFERENCES "agency"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "account_identity" ADD CONSTRAINT "FK_1d0d64c64afb2a575c9e6fc2d7c" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "role_holding" ADD CONSTRAINT "FK_8efd9fdb29576e9eb708f2cce9b" FOREIGN KEY ("provider_id") REFERENCES "identity_provider"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "role_holding" DROP CONSTRAINT "FK_8efd9fdb29576e9eb708f2cce9b"`);
    await runner.query(`ALTER TABLE "account_identity" DROP CONSTRAINT "FK_1d0d64c64afb2a575c9e6fc2d7c"`);
    await runner.query(`ALTER TABLE "provider_role" DROP CONSTRAINT "FK_8cec6f344385d290dbed1b7f988"`);
    await runner.query(`ALTER TABLE "provider_role" DROP CONSTRAINT "FK_3ffdb51795ebaa52d9e4bca0f32"`);
    await runner.query(`ALTER TABLE "provider_role" DROP CONSTRAINT "FK_75bf5f09064a87b6b4b2e04938e"`);
    await runner.query(`ALTER TABLE "role_holding" DROP COLUMN "provider_id"`);
    await runner.query(`DROP INDEX "public"."account_identity_account"`);
    await runner.query(`DROP TABLE "account_identity"`);
    await runner.query(`DROP INDEX "public"."provider_role_of"`);
    await runner.query(`DROP TABLE "provider_role"`);
    await runner.query(`DROP TABLE "identity_provider"`);
  }
}
