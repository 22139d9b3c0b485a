import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Lets an import of thousands of reviews be committed in a time that grows with it and not with its square: what one review says
 * on one theme, and whether another of its recommendations has the same number, are found by one index each, and tables that a
 * transaction has filled are measured before they are read to settle what changed. PostgreSQL measures tables by itself only after
 * the commit.
 */
export class SettleLargeImports1764736000000 implements MigrationInterface {
  name = 'SettleLargeImports1764736000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create index learning_point_theme on learning_point (theme_id, review_id)`);
    await runner.query(`drop index "IDX_ac680a500c61f9c9b95a413472"`);
    await runner.query(
      `create index recommendation_address on recommendation (review_id, recommendation_key(number))
       where left_source_at is null`,
    );
    await runner.query(MEASURE);
    await runner.query(settleChanges(MEASURE_WHERE_MUCH_IS_NEW));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(settleChanges(''));
    await runner.query(`drop function measure_content()`);
    await runner.query(`CREATE INDEX "IDX_ac680a500c61f9c9b95a413472" ON "learning_point"  ("theme_id") `);
    await runner.query(`drop index learning_point_theme`);
    await runner.query(`drop index recommendation_address`);
  }
}

// As the owner of the tables, who alone may.
const MEASURE = `
  create function measure_content() returns void language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    analyze partnership, theme, agency, review, review_document, learning_point, recommendation, recommendation_theme,
      recommendation_addressee, briefing, briefing_theme, briefing_review, resource, resource_theme, published_record;
  end $$`;

const MEASURE_WHERE_MUCH_IS_NEW = `
     if (select count(*) from touched_record where made_by = pg_current_xact_id()) > 1000 then
       perform measure_content();
     end if;`;

const settleChanges = (first: string): string => `
  create or replace function settle_changes() returns trigger language plpgsql as $$
   begin
     ${first}
     perform settle_touched();
     perform pg_advisory_xact_lock(7201005);
     perform pg_sleep(0.006);
     return null;
   end $$`;
