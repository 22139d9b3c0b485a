import type { PoolClient, QueryResultRow } from 'pg';
import type { DataSource } from 'typeorm';

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
  const runner = source.createQueryRunner();
  try {
    const client = (await runner.connect()) as PoolClient;
    return (await client.query<Row>({ name, text, values })).rows;
  } finally {
    await runner.release();
  }
}
