import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the search engines are fed from, and what PostgreSQL itself searches when Meilisearch is down. These tables are
 * derived: they can be emptied and made again from the library's own (`npm run reindex`), so no entity maps them.
 */
export class CreateSearch1764000100000 implements MigrationInterface {
  name = 'CreateSearch1764000100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create sequence search_revision`);
    await runner.query(`
      create table search_document (
        -- Of the record that the document is made from.
        id uuid primary key,
        kind text not null,
        -- As Meilisearch gets it; null once it is to be removed there.
        body jsonb,
        words tsvector not null default '',
        -- What ranking weighs (see Evidence in src/search/search-document.ts).
        terms text[] not null default '{}',
        weights real[] not null default '{}',
        spellings text[] not null default '{}',
        name text[] not null default '{}',
        taught text[] not null default '{}',
        mentioned text[] not null default '{}',
        -- Rises with every change, so that a rebuild knows what changed while it ran.
        revision bigint not null default nextval('search_revision'),
        pushed boolean not null default false
      )`);
    await runner.query(`create index search_document_words on search_document using gin (words)`);
    await runner.query(`create index search_document_themes on search_document using gin ((body->'themes'))`);
    await runner.query(`create index search_document_revision on search_document (revision)`);
    await runner.query(`create index search_document_waiting on search_document (revision) where not pushed`);
    await runner.query(`
      create table search_page (
        document_id uuid not null,
        page int not null,
        review_id uuid not null,
        words tsvector not null,
        primary key (document_id, page)
      )`);
    await runner.query(`create index search_page_review on search_page (review_id)`);
    await runner.query(`create table search_state (key text primary key, value text not null)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table search_state`);
    await runner.query(`drop table search_page`);
    await runner.query(`drop table search_document`);
    await runner.query(`drop sequence search_revision`);
  }
}
