import type { EntityManager } from 'typeorm';

/** Runs a query in the manager's transaction and answers its rows. */
export async function rows<Row>(
  manager: EntityManager,
  statement: string,
  parameters: unknown[] = [],
): Promise<Row[]> {
  const answer = await manager.query<unknown>(statement, parameters);
  // TypeORM answers [rows, count] to an UPDATE or DELETE.
  return (isCounted(answer) ? answer[0] : answer) as Row[];
}

const isCounted = (answer: unknown): answer is [unknown[], number] =>
  Array.isArray(answer) && answer.length === 2 && Array.isArray(answer[0]) && typeof answer[1] === 'number';

/** The columns of a table that are written, with their SQL types. Names come from the code alone, never from a bundle. */
export type Columns = Record<string, string>;

const quoted = (columns: Columns): string[] => Object.keys(columns).map((name) => `"${name}"`);

const recordset = (columns: Columns): string =>
  `jsonb_to_recordset($1::jsonb) as given(${Object.entries(columns)
    .map(([name, type]) => `"${name}" ${type}`)
    .join(', ')})`;

/** Writes rows in one statement. A row whose `id` is there already is overwritten, where `columns` has an `id`. */
export async function writeRows(
  manager: EntityManager,
  table: string,
  columns: Columns,
  given: object[],
): Promise<void> {
  if (given.length === 0) return;
  const names = quoted(columns);
  const others = names.filter((name) => name !== '"id"');
  const onConflict =
    'id' in columns
      ? `on conflict (id) do update set ${others.map((name) => `${name} = excluded.${name}`).join(', ')}`
      : '';
  await manager.query(
    `insert into ${table} (${names.join(', ')}) select ${names.join(', ')} from ${recordset(columns)} ${onConflict}`,
    [JSON.stringify(given)],
  );
}

/** Overwrites rows that exist, by `id`, in one statement. `also` is more SQL for the list of assignments. */
export async function updateRows(
  manager: EntityManager,
  table: string,
  columns: Columns,
  given: object[],
  also = '',
): Promise<void> {
  if (given.length === 0) return;
  const set = quoted(columns)
    .filter((name) => name !== '"id"')
    .map((name) => `${name} = given.${name}`);
  await manager.query(
    `update ${table} as present set ${[...set, ...(also ? [also] : [])].join(', ')}
       from ${recordset(columns)} where present.id = given.id`,
    [JSON.stringify(given)],
  );
}

export async function deleteRows(
  manager: EntityManager,
  table: string,
  column: string,
  ids: string[],
): Promise<void> {
  if (ids.length > 0) await manager.query(`delete from ${table} where ${column} = any($1::uuid[])`, [ids]);
}

/** Every slug of a table, to give out new ones by. */
export async function takenSlugs(manager: EntityManager, table: string): Promise<Set<string>> {
  const all = await rows<{ slug: string }>(manager, `select slug from ${table}`);
  return new Set(all.map(({ slug }) => slug));
}
