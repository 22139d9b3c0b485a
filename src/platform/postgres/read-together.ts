import type { DataSource } from 'typeorm';
import { prepared } from './prepared.js';

/**
 * Reads several lists that go by the same values, in one statement.
 * @param name stands for exactly these statements
 * @param statements of each list, by its name
 * @returns the lists as JSON: numbers, texts and what is made of them
 */
export async function readTogether<Lists extends object>(
  source: DataSource,
  name: string,
  statements: Readonly<Record<keyof Lists, string>>,
  values: unknown[],
): Promise<Lists> {
  const columns = Object.entries<string>(statements).map(
    ([list, text]) => `(select coalesce(json_agg(item), '[]'::json) from (${text}) as item) as "${list}"`,
  );
  const [row] = await prepared<Lists & Record<string, unknown>>(
    source,
    name,
    `select ${columns.join(', ')}`,
    values,
  );
  return row!;
}
