import { randomBytes } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';

/** Reads a generated secret, or makes it. */
export async function secret(file: string): Promise<string> {
  const known = await readFile(file, 'utf8').catch(() => '');
  if (known.length > 0) return known;
  const made = randomBytes(24).toString('hex');
  await writeFile(`${file}.new`, made, { mode: 0o600 });
  await rename(`${file}.new`, file);
  return made;
}
