import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People who may sign in: their roles, sessions and links, and how often somebody failed. */
export class KeepAccounts1764510000000 implements MigrationInterface {
  name = 'KeepAccounts1764510000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "account" ("id" uuid NOT NULL DEFAULT gen_random_uuid(), "name" text NOT NULL, "email" text NOT NULL, "password" text, "made_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "ended_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "UQ_4c8f96ccf523e9a3faefd5bdd4c" UNIQUE ("email"), CONSTRAINT "account_email" CHECK ("email" = lower("email")), CONSTRAINT "PK_54115ee388cdb6d86bb4bf5b2ea" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE TABLE "rate_limit" ("key" character varying(255) NOT NULL, "points" integer NOT NULL DEFAULT '0', "expire" bigint, CONSTRAINT "PK_e6c0c0608decdf78e4d4b263397" PRIMARY KEY ("key"))`,
    );
    await runner.query(
      `CREATE TABLE "role_holding" ("id" uuid NOT NULL DEFAULT gen_random_uuid(), "account_id" uuid NOT NULL, "role" text NOT NULL, "partnership_id" uuid, "agency_id" uuid, "from_on" date NOT NULL, "until_on" date, "ended_at" TIMESTAMP WITH TIME ZONE, "granted_by" uuid, "granted_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "role_holding_days" CHECK ("until_on" >= "from_on"), CONSTRAINT "role_holding_agency" CHECK (("role" = 'agency-lead') = ("agency_id" is not null)), CONSTRAINT "role_holding_partnership" CHECK (("role" = 'platform-administrator') = ("partnership_id" is null)), CONSTRAINT "role_holding_role" CHECK ("role" in ('platform-administrator', 'administrator', 'audit-lead', 'approver', 'editor', 'agency-lead', 'reader')), CONSTRAINT "PK_906dd93387266abba53a5896527" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "role_holding_account" ON "role_holding"  ("account_id") `);
    await runner.query(`CREATE INDEX "role_holding_of_partnership" ON "role_holding"  ("partnership_id") `);
    await runner.query(
      `CREATE TABLE "session" ("id" uuid NOT NULL DEFAULT gen_random_uuid(), "token_hash" bytea NOT NULL, "account_id" uuid NOT NULL, "holding_id" uuid, "device" text NOT NULL, "begun_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "seen_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "ended_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "UQ_a83507eb0338ac037780e02f2b9" UNIQUE ("token_hash"), CONSTRAINT "PK_f55da76ac1c3ac420f444d2ff11" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "session_account" ON "session"  ("account_id") `);
    await runner.query(
      `CREATE TABLE "sign_in_link" ("id" uuid NOT NULL DEFAULT gen_random_uuid(), "token_hash" bytea NOT NULL, "purpose" text NOT NULL, "account_id" uuid, "made_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "expires_at" TIMESTAMP WITH TIME ZONE NOT NULL, "used_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "UQ_70e02809dd11038da50c4d38f85" UNIQUE ("token_hash"), CONSTRAINT "sign_in_link_account" CHECK (("purpose" = 'first-administrator') = ("account_id" is null)), CONSTRAINT "sign_in_link_purpose" CHECK ("purpose" in ('first-administrator', 'set-password')), CONSTRAINT "PK_2e37c859be8a656fef206f62b27" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "sign_in_link_for" ON "sign_in_link"  ("account_id") `);
    await runner.query(
      `CREATE TABLE "library_secret" ("name" text NOT NULL, "value" bytea NOT NULL, CONSTRAINT "PK_73c73865062f7ad3f3cb936d737" PRIMARY KEY ("name"))`,
    );
    await runner.query(
      `ALTER TABLE "role_holding" ADD CONSTRAINT "FK_ea7f7aeef3df60f60d4fb34fe1b" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "role_holding" ADD CONSTRAINT "FK_7353d7e63d7e9e6d34927fb9108" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "role_holding" ADD CONSTRAINT "FK_bee1fc2355f3b619dc34a25adba" FOREIGN KEY ("agency_id") REFERENCES "agency"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "role_holding" ADD CONSTRAINT "FK_192f97f487897bd3ab2101706ce" FOREIGN KEY ("granted_by") REFERENCES "account"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "session" ADD CONSTRAINT "FK_fae5a6b4a57f098e9af8520d499" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "session" ADD CONSTRAINT "FK_672e7312479411dd11aa9eaf2f6" FOREIGN KEY ("holding_id") REFERENCES "role_holding"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "sign_in_link" ADD CONSTRAINT "FK_077369053d7495a43562cf2d724" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(AGENCY_NAMES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop view agency_name`);
    await runner.query(`drop table session, sign_in_link, role_holding, account, rate_limit, library_secret`);
  }
}

// What rooms before that of the agencies may know of them.
const AGENCY_NAMES = `create view agency_name as select id, slug, name, partnership_id from agency`;
