import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Both search engines are asked for stems, not for words as they are written. What the documents are made of changes
 * with the next start, which makes them anew because the projection is another.
 */
export class SearchByStems1764000400000 implements MigrationInterface {
  name = 'SearchByStems1764000400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table search_document drop column if exists heading, drop column words`);
    await runner.query(`create index search_document_terms on search_document using gin (terms)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop index search_document_terms`);
    await runner.query(`alter table search_document add column words tsvector not null default ''`);
    await runner.query(`create index search_document_words on search_document using gin (words)`);
  }
}
