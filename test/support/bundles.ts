import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from './temporary-folder.js';

/** Writes records to a bundle file, one a line. */
export async function bundleFile(records: object[]): Promise<string> {
  const folder = await temporaryFolder('bundle');
  const file = join(folder, 'bundle.jsonl');
  await writeFile(file, records.map((record) => JSON.stringify(record)).join('\n'));
  return file;
}
