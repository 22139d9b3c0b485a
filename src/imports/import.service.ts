import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { PROJECTION_LOCK } from '../platform/postgres/locks.js';
import type { DataSource, EntityManager } from 'typeorm';
import type { AuditLog } from '../audit/audit-log.js';
import type { BundleFile, ImportProgress } from './bundle-file.js';
import { interruptible } from './interruptible.js';
import { Run } from './run.js';
import type { ImportResult } from './tally.js';

/** A file on disk. @throws Error in plain English when it cannot be read */
export async function bundleFile(path: string): Promise<BundleFile> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw new Error(
      error.code === 'ENOENT' ? `There is no file ${path}` : `${path} cannot be read: ${error.message}`,
    );
  });
  if (found.isDirectory()) throw new Error(`${path} is a folder: name the files in it`);
  return { name: path, size: found.isFile() ? found.size : null, open: () => createReadStream(path) };
}

/**
 * Imports files as one bundle: all of it or nothing, in one transaction. What the library has already stays untouched; a
 * changed record is updated in place. Imports run one after the other.
 * @param accepted codes of the readings that a person chose, where a bundle can be read in more than one way
 * @param asked aborted to end it before its time
 * @param audit for what people notice: rights that pass on where agencies turn out to be others
 * @throws BundleRefused with every problem found; Interrupted when it was ended, and nothing imported
 */
export async function importBundles(
  dataSource: DataSource,
  files: (string | BundleFile)[],
  onProgress: (progress: ImportProgress) => void = () => undefined,
  accepted: string[] = [],
  asked?: AbortSignal,
  audit: AuditLog | null = null,
): Promise<ImportResult> {
  const always = (): Promise<boolean> => Promise.resolve(true);
  const result = await importIf(dataSource, files, always, onProgress, accepted, asked, audit);
  return result!;
}

/**
 * As `importBundles`, if `wanted` says so once all other imports are done.
 * @returns null when it was not wanted
 */
export async function importIf(
  dataSource: DataSource,
  files: (string | BundleFile)[],
  wanted: (manager: EntityManager) => Promise<boolean>,
  onProgress: (progress: ImportProgress) => void = () => undefined,
  accepted: string[] = [],
  asked?: AbortSignal,
  audit: AuditLog | null = null,
): Promise<ImportResult | null> {
  const bundle = await Promise.all(
    files.map(async (file) => (typeof file === 'string' ? await bundleFile(file) : file)),
  );
  return await dataSource.transaction(async (manager) => {
    return await interruptible(manager, asked, async () => {
      const run = await Run.open(manager, bundle, onProgress, accepted, audit);
      await run.read();
      // Taken late, so that a faulty bundle is refused at once while another import runs.
      await manager.query('select pg_advisory_xact_lock($1)', [PROJECTION_LOCK]);
      return (await wanted(manager)) ? await run.write() : null;
    });
  });
}
