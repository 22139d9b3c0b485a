import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DataSource, EntityManager } from 'typeorm';
import { importIf } from './import.service.js';
import type { ImportResult } from './tally.js';

/**
 * What the first content consists of, as folders in `fixtures/`: the thesaurus with a few records, and the catalogue of
 * published reviews. Tests and measurements mostly need no more than the first.
 */
const PARTS = { all: ['.', 'catalogue'], core: ['.'] };

/**
 * Imports the library's own first content if the library has none at all. Of several instances that start at once, one
 * does it.
 * @returns what was imported; null where there is content already
 */
export async function loadFixturesIfEmpty(
  dataSource: DataSource,
  part: keyof typeof PARTS = 'all',
): Promise<ImportResult | null> {
  if (!(await isEmpty(dataSource.manager))) return null;
  const files = await fixtureFiles(part);
  return files.length === 0 ? null : await importIf(dataSource, files, isEmpty);
}

/** The bundles of the first content, in a steady order. */
export async function fixtureFiles(part: keyof typeof PARTS): Promise<string[]> {
  const folders = PARTS[part].map((name) => join(fixturesFolder(), name));
  const names = await Promise.all(folders.map((folder) => readdir(folder)));
  return names.flatMap((inFolder, place) =>
    inFolder
      .filter((name) => /\.jsonl?$/.test(name))
      .toSorted()
      .map((name) => join(folders[place]!, name)),
  );
}

/** The thesaurus alone. */
export const thesaurusFile = (): string => join(fixturesFolder(), 'themes.json');

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
