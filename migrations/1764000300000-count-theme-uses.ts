import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How often each theme was opened or asked for on a day: counts, and nothing about who asked or in which words. */
export class CountThemeUses1764000300000 implements MigrationInterface {
  name = 'CountThemeUses1764000300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "theme_use" ("day" date NOT NULL, "theme_id" uuid NOT NULL, "uses" integer NOT NULL, CONSTRAINT "PK_theme_use" PRIMARY KEY ("day", "theme_id"))`,
    );
    await runner.query(
      `ALTER TABLE "theme_use" ADD CONSTRAINT "FK_0eb6d202bada26e68cc104d0de1" FOREIGN KEY ("theme_id") REFERENCES "theme"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE "theme_use"`);
  }
}
