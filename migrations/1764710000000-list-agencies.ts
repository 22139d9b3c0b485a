import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Shows the agencies that the public sees something asked of; and lets what was withdrawn before be told at the addresses that
 * learning points have got since.
 */
export class ListAgencies1764710000000 implements MigrationInterface {
  name = 'ListAgencies1764710000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create view public_agency as select a.* from agency a where exists (
        select 1 from recommendation_addressee ca join public_recommendation c on c.id = ca.recommendation_id
        where ca.agency_id = a.id)`);
    await runner.query(`
      update tombstone t set addresses = t.addresses || array(
        select '/learning/' || l.id from learning_point l
        where l.left_source_at is null and (l.id = t.record_id or (t.kind = 'review' and l.review_id = t.record_id)))
      where t.kind in ('review', 'learning-point')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop view public_agency`);
    await runner.query(`
      update tombstone set addresses = array(
        select a from unnest(addresses) with ordinality as kept(a, place) where a not like '/learning/%' order by place)
      where kind in ('review', 'learning-point')`);
  }
}
