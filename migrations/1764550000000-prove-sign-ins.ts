import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Second factors with their recovery codes, and what a session has shown beyond a password. */
export class ProveSignIns1764550000000 implements MigrationInterface {
  name = 'ProveSignIns1764550000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "second_factor" ("account_id" uuid NOT NULL, "secret" bytea NOT NULL, "last_step" bigint NOT NULL, "confirmed_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "PK_0a7b3df05f1502502d076745897" PRIMARY KEY ("account_id"))`,
    );
    await runner.query(
      `CREATE TABLE "recovery_code" ("id" uuid NOT NULL DEFAULT gen_random_uuid(), "account_id" uuid NOT NULL, "code_hash" bytea NOT NULL, "used_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "UQ_e028e80fe2ceb3a76bfb340ad63" UNIQUE ("code_hash"), CONSTRAINT "PK_b7f1e23329e93a80e25fd281922" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "recovery_code_account" ON "recovery_code"  ("account_id") `);
    await runner.query(
      `ALTER TABLE "identity_provider" ADD "asks_second_step" boolean NOT NULL DEFAULT false`,
    );
    await runner.query(`ALTER TABLE "session" ADD "proof" text NOT NULL DEFAULT 'none'`);
    await runner.query(`ALTER TABLE "session" ADD "provider_id" uuid`);
    await runner.query(
      `ALTER TABLE "session" ADD CONSTRAINT "session_proof" CHECK ("proof" in ('none', 'factor', 'provider'))`,
    );
    await runner.query(
      `ALTER TABLE "second_factor" ADD CONSTRAINT "FK_0a7b3df05f1502502d076745897" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "recovery_code" ADD CONSTRAINT "FK_9db6a6c505946232618e26c79e8" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "session" ADD CONSTRAINT "FK_3415a1ddae0a66916e00e33bb4b" FOREIGN KEY ("provider_id") REFERENCES "identity_provider"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "session" DROP CONSTRAINT "FK_3415a1ddae0a66916e00e33bb4b"`);
    await runner.query(`ALTER TABLE "recovery_code" DROP CONSTRAINT "FK_9db6a6c505946232618e26c79e8"`);
    await runner.query(`ALTER TABLE "second_factor" DROP CONSTRAINT "FK_0a7b3df05f1502502d076745897"`);
    await runner.query(`ALTER TABLE "session" DROP CONSTRAINT "session_proof"`);
    await runner.query(`ALTER TABLE "session" DROP COLUMN "provider_id"`);
    await runner.query(`ALTER TABLE "session" DROP COLUMN "proof"`);
    await runner.query(`ALTER TABLE "identity_provider" DROP COLUMN "asks_second_step"`);
    await runner.query(`DROP INDEX "public"."recovery_code_account"`);
    await runner.query(`DROP TABLE "recovery_code"`);
    await runner.query(`DROP TABLE "second_factor"`);
  }
}
