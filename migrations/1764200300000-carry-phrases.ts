import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A document says which themes it carries by which of its own phrases. The next start makes all of them anew. */
export class CarryPhrases1764200300000 implements MigrationInterface {
  name = 'CarryPhrases1764200300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `alter table search_document drop column taught, drop column mentioned, add column carried jsonb not null default '{}'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `alter table search_document drop column carried,
         add column taught text[] not null default '{}', add column mentioned text[] not null default '{}'`,
    );
  }
}
