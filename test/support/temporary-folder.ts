import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';

/** A new folder, removed with all others when the test run ends. */
export async function temporaryFolder(name: string): Promise<string> {
  const folder = process.env.TEST_FOLDER;
  if (!folder) throw new Error('TEST_FOLDER is not set: run the tests with npm test');
  return await mkdtemp(join(folder, `${name}-`));
}
