/**
 * Compares the API as it is described with the API as it was released.
 *
 *   node clients/tools/gate.ts            says what would break programs that use it, and fails where something would
 *   node clients/tools/gate.ts --renew    takes the description of today as the released one
 */
import { copyFile, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Described } from '../../src/describing/openapi-types.ts';
import { breaks } from './breaks.ts';

const fileAt = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const RELEASED = fileAt('clients/released/openapi.json');
const NOW = fileAt('openapi.json');

const read = async (file: string): Promise<Described> =>
  JSON.parse(await readFile(file, 'utf8')) as Described;

if (process.argv.includes('--renew')) {
  await copyFile(NOW, RELEASED);
  console.log('clients/released/openapi.json is the description of today.');
} else {
  const found = await breaks(await read(RELEASED), await read(NOW));
  for (const one of found) console.error(one);
  if (found.length === 0) console.log('Programs that use the released API can use this one.');
  else {
    console.error(
      'This would break programs that use the API. Keep what was, and add beside it what is new.',
    );
    process.exitCode = 1;
  }
}
