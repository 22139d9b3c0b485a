import { jest } from '@jest/globals';
import pg from 'pg';

/**
 * What `work` asks of the database. The upkeep of the search index, which goes on meanwhile, is left out; and so is in which
 * state the content is, for that holds for a few milliseconds after it was asked for.
 */
export async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  return (await allStatementsOf(work)).filter((sql) => !isOfState(sql));
}

/** How often `work` asks in which state the content is. */
export async function readingsOfState(work: () => Promise<unknown>): Promise<number> {
  return (await allStatementsOf(work)).filter(isOfState).length;
}

const isOfState = (sql: string): boolean => sql.startsWith('select pg_try_advisory_xact_lock_shared');

async function allStatementsOf(work: () => Promise<unknown>): Promise<string[]> {
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
