import type { DataSource } from 'typeorm';

/**
 * The ids of themes and of all that is narrower, for a filter by theme. A theme that was replaced stands for the one to
 * use instead, and what was tagged with it is found under that one.
 * @param slugs of any number of themes; unknown ones add nothing
 */
export async function themeFamily(source: DataSource, slugs: readonly string[]): Promise<string[]> {
  const rows = await source.query<{ id: string }[]>(
    `with recursive meant as (
       select id, replaced_by_id from theme where slug = any($1)
       union
       select t.id, t.replaced_by_id from theme t join meant on t.id = meant.replaced_by_id
     ), family as (
       select id from meant
       union
       select t.id from theme t join family on t.broader_id = family.id or t.replaced_by_id = family.id
     )
     select id from family`,
    [slugs],
  );
  return rows.map(({ id }) => id);
}
