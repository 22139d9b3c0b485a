import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Nothing has been found by trigrams since searches go by stems. An extension that somebody else made is left to them. */
export class DropTrigrams1764200200000 implements MigrationInterface {
  name = 'DropTrigrams1764200200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      do $$ begin
        if exists (select 1 from pg_extension where extname = 'pg_trgm' and pg_has_role(extowner, 'member'))
        then drop extension pg_trgm; end if;
      end $$`);
  }

  async down(): Promise<void> {
    // What dropped it needs nothing of it.
  }
}
