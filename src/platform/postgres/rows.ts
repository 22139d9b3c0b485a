import { Any, type EntityManager, type ObjectLiteral, type SelectQueryBuilder } from 'typeorm';

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

/** The ids that a query finds, each once. */
export async function distinctIds<Entity extends ObjectLiteral>(
  query: SelectQueryBuilder<Entity>,
  column: string,
): Promise<string[]> {
  const found = await query.select(column, 'id').distinct().getRawMany<{ id: string }>();
  return found.map(({ id }) => id);
}

/** Puts these links in place of those that the owners had, in a table of links between two columns. */
export async function replaceLinks(
  manager: EntityManager,
  table: string,
  [owner, other]: [string, string],
  ownerIds: string[],
  links: (readonly [string, string])[],
): Promise<void> {
  if (ownerIds.length > 0) await manager.delete(table, { [owner]: Any(ownerIds) });
  if (links.length === 0) return;
  await manager.query(
    `insert into ${table} (${owner}, ${other}) select * from unnest($1::uuid[], $2::uuid[])`,
    [links.map(([id]) => id), links.map(([, id]) => id)],
  );
}
