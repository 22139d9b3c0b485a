import { jest } from '@jest/globals';
import pg from 'pg';

/** What `work` asks of the database. The upkeep of the search index, which goes on meanwhile, is left out. */
export async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const asked = jest.spyOn(pg.Client.prototype, 'query');
  try {
    await work();
    return (asked.mock.calls as unknown as [string | { text: string }][])
      .map(([statement]) => (typeof statement === 'string' ? statement : statement.text))
      .filter((sql) => !/search_|graphile/.test(sql));
  } finally {
    asked.mockRestore();
  }
}
