import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { AuditLog } from '../../src/audit/audit-log.js';
import { importBundles } from '../../src/imports/import.service.js';
import { BundleRefused, type BundleProblem } from '../../src/imports/problems.js';
import type { ImportResult } from '../../src/imports/tally.js';
import { bundleFile } from '../support/bundles.js';
import { temporaryFolder } from '../support/temporary-folder.js';

/** Writes a bundle file as it is given, broken or not. */
export async function rawBundle(content: string | Buffer): Promise<string> {
  const file = join(await temporaryFolder('bundle'), 'bundle.json');
  await writeFile(file, content);
  return file;
}

export async function importRecords(source: DataSource, ...records: object[]): Promise<ImportResult> {
  const files = [await bundleFile(records)];
  return await importBundles(source, files, undefined, [], undefined, new AuditLog({}));
}

/** Imports records, of which a person has chosen these readings. */
export async function importAccepting(
  source: DataSource,
  accepted: string[],
  ...records: object[]
): Promise<ImportResult> {
  return await importBundles(source, [await bundleFile(records)], undefined, accepted);
}

/** What is wrong with a bundle that must be refused, without its file's name. */
export async function problemsOf(
  source: DataSource,
  ...files: string[]
): Promise<Omit<BundleProblem, 'file'>[]> {
  const outcome = await importBundles(source, files).catch((error: unknown) => error);
  if (!(outcome instanceof BundleRefused))
    throw new Error(`Not refused: ${String(outcome)}`, { cause: outcome });
  return outcome.problems.map(({ line, field, message }) => ({ line, field, message }));
}

export async function problemsOfRecords(
  source: DataSource,
  ...records: object[]
): Promise<Omit<BundleProblem, 'file'>[]> {
  return await problemsOf(source, await bundleFile(records));
}

const TABLES = [
  ...[
    'partnership',
    'contact_line',
    'agency',
    'theme',
    'theme_label',
    'theme_related',
    'review',
    'learning_point',
  ],
  ...[
    'recommendation',
    'recommendation_theme',
    'recommendation_addressee',
    'recommendation_version',
    'review_document',
    'document_page',
  ],
  ...[
    'briefing',
    'briefing_theme',
    'briefing_review',
    'resource',
    'resource_theme',
    'field_edit',
    'proposed_change',
    'graphile_worker._private_jobs',
  ],
];

/** Every row of every table that an import writes, the queued jobs included. */
export async function everything(source: DataSource): Promise<Record<string, string[]>> {
  const tables: Record<string, string[]> = {};
  for (const table of TABLES) {
    const rows = await source.query<{ row: string }[]>(`select t::text as row from ${table} t order by 1`);
    tables[table] = rows.map(({ row }) => row);
  }
  return tables;
}

/** Empties every table, as their owner: quicker than a new database for every test. */
export async function clear(source: DataSource): Promise<void> {
  await source.query(`truncate ${TABLES.join(', ')} cascade`);
}

/** How many rows each table has, for tables that have any. */
export async function sizes(source: DataSource): Promise<Record<string, number>> {
  const filled = Object.entries(await everything(source)).filter(([, rows]) => rows.length > 0);
  return Object.fromEntries(filled.map(([table, rows]) => [table, rows.length]));
}

/** The ids that queued jobs are about, by kind. */
export async function queued(source: DataSource): Promise<Record<string, string[]>> {
  const jobs = await source.query<{ kind: string; id: string }[]>(
    `select j.payload->>'kind' as kind, i.id from graphile_worker._private_jobs j,
            json_array_elements_text(j.payload->'ids') as i(id) order by 1, 2`,
  );
  const byKind = Map.groupBy(jobs, ({ kind }) => kind);
  return Object.fromEntries([...byKind].map(([kind, some]) => [kind, some.map(({ id }) => id)]));
}

export async function forgetJobs(source: DataSource): Promise<void> {
  await source.query('delete from graphile_worker._private_jobs');
}
