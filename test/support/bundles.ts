import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Writes records to a bundle file, one a line. */
export async function bundleFile(records: object[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'bundle-'));
  const file = join(folder, 'bundle.jsonl');
  await writeFile(file, records.map((record) => JSON.stringify(record)).join('\n'));
  return file;
}
