import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DataSource, EntityManager } from 'typeorm';
import { importIf } from './import.service.js';
import type { ImportResult } from './tally.js';

/**
 * Imports the library's own first content, `fixtures/*.json`, if the library has none at all. Of several instances that
 * start at once, one does it.
 * @returns what was imported; null where there is content already
 */
export async function loadFixturesIfEmpty(dataSource: DataSource): Promise<ImportResult | null> {
  if (!(await isEmpty(dataSource.manager))) return null;
  const folder = fixturesFolder();
  const files = (await readdir(folder)).filter((name) => name.endsWith('.json')).toSorted();
  if (files.length === 0) return null;
  return await importIf(
    dataSource,
    files.map((name) => join(folder, name)),
    isEmpty,
  );
}

async function isEmpty(manager: EntityManager): Promise<boolean> {
  const [found] = await manager.query<{ empty: boolean }[]>(
    `select not (exists (select 1 from theme) or exists (select 1 from review) or exists (select 1 from partnership)
       or exists (select 1 from briefing) or exists (select 1 from resource)) as empty`,
  );
  return found?.empty ?? false;
}

/** The folder at the project's root: this file runs from `src/` in tests and from `dist/src/` otherwise. */
function fixturesFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'fixtures')) && dirname(folder) !== folder) folder = dirname(folder);
  return join(folder, 'fixtures');
}
