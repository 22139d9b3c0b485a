import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Documents are asked for the themes they carry, and only those of themes are: that needs no index. */
export class DropDocumentThemes1764300100000 implements MigrationInterface {
  name = 'DropDocumentThemes1764300100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`drop index search_document_themes`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`create index search_document_themes on search_document using gin ((body->'themes'))`);
  }
}
