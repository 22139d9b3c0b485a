import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A document says which themes it carries, whatever its source calls them. The next start makes all of them anew. */
export class CarryThemes1764545000000 implements MigrationInterface {
  name = 'CarryThemes1764545000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `alter table search_document drop column carried, add column carried text[] not null default '{}'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `alter table search_document drop column carried, add column carried jsonb not null default '{}'`,
    );
  }
}
