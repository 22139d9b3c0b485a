import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What programs show to be let in. */
export class KeepKeys1764530000000 implements MigrationInterface {
  name = 'KeepKeys1764530000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "api_key" ("id" uuid NOT NULL DEFAULT gen_random_uuid(), "name" text NOT NULL, "key_hash" bytea NOT NULL, "scopes" text array NOT NULL, "partnership_id" uuid, "agency_id" uuid, "made_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "made_by" uuid, "expires_at" TIMESTAMP WITH TIME ZONE NOT NULL, "used_at" TIMESTAMP WITH TIME ZONE, "revoked_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "UQ_3c9751d2a6011ba13e27838105e" UNIQUE ("key_hash"), CONSTRAINT "api_key_year" CHECK ("expires_at" <= "made_at" + interval '366 days'), CONSTRAINT "api_key_agency" CHECK ("agency_id" is null or "partnership_id" is not null), CONSTRAINT "api_key_scopes" CHECK (cardinality("scopes") > 0 and "scopes" <@ array['library', 'tracking-read', 'tracking-write', 'import']), CONSTRAINT "PK_b1bd840641b8acbaad89c3d8d11" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "api_key_of_partnership" ON "api_key"  ("partnership_id") `);
    await runner.query(
      `ALTER TABLE "api_key" ADD CONSTRAINT "FK_f8c65210f6409cbf70686d52da2" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "api_key" ADD CONSTRAINT "FK_b253c529809379a1cde9f6eaa80" FOREIGN KEY ("agency_id") REFERENCES "agency"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "api_key" ADD CONSTRAINT "FK_30509d5183a9568bc28518f8fe2" FOREIGN KEY ("made_by") REFERENCES "account"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "api_key" DROP CONSTRAINT "FK_30509d5183a9568bc28518f8fe2"`);
    await runner.query(`ALTER TABLE "api_key" DROP CONSTRAINT "FK_b253c529809379a1cde9f6eaa80"`);
    await runner.query(`ALTER TABLE "api_key" DROP CONSTRAINT "FK_f8c65210f6409cbf70686d52da2"`);
    await runner.query(`DROP INDEX "public"."api_key_of_partnership"`);
    await runner.query(`DROP TABLE "api_key"`);
  }
}
