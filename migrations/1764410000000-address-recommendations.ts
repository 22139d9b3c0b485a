import type { MigrationInterface, QueryRunner } from 'typeorm';
import { NAMES, VIEWS } from './1764200000000-show-public-views.js';

/**
 * Gives every recommendation an address that people can read: its review, and its number in it. What has no number, or
 * shares one with another, is told apart by the beginning of its id. What is withdrawn keeps its number, so that nobody
 * else's address moves.
 */
export class AddressRecommendations1764410000000 implements MigrationInterface {
  name = 'AddressRecommendations1764410000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(KEY);
    await remake(runner, (view) => view.replace(RECOMMENDATION, `${RECOMMENDATION}${PATH} as path, `));
  }

  async down(runner: QueryRunner): Promise<void> {
    await remake(runner, (view) => view);
    await runner.query(`drop function recommendation_key`);
  }
}

/** Derived columns stand first, so the view cannot be replaced: all are made anew, for they stand on one another. */
async function remake(runner: QueryRunner, change: (view: string) => string): Promise<void> {
  for (const view of NAMES.toReversed()) await runner.query(`drop view ${view}`);
  for (const view of VIEWS) await runner.query(change(view));
}

const RECOMMENDATION = 'create view public_recommendation as select ';

// “4b” is 4b, “(1.2)” is 1-2; what has neither letters nor digits is no number.
const KEY = `
  create function recommendation_key(number text) returns text language sql immutable parallel safe
  return nullif(btrim(regexp_replace(lower(number), '[^a-z0-9]+', '-', 'g'), '-'), '')`;

const PATH = `
  '/recommendations/' || r.slug || '/' || case
    when recommendation_key(c.number) is null or exists (
      select 1 from recommendation other where other.review_id = c.review_id and other.id <> c.id
        and other.left_source_at is null and recommendation_key(other.number) = recommendation_key(c.number))
    then left(c.id::text, 8) else recommendation_key(c.number) end`;
