import type { Pool, QueryResultRow } from 'pg';
import type { DataSource } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';

/** The connections of a source, for what TypeORM does not pass on. */
export const poolOf = (source: DataSource): Pool => (source.driver as PostgresDriver).master as Pool;

/**
 * Asks what is asked again and again in the same words: PostgreSQL reads and plans it once a connection, not every time.
 * @param name stands for exactly this text
 */
export async function prepared<Row extends QueryResultRow>(
  source: DataSource,
  name: string,
  text: string,
  values: unknown[],
): Promise<Row[]> {
  return (await poolOf(source).query<Row>({ name, text, values })).rows;
}
