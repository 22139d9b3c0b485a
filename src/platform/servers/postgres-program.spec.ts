import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { temporaryFolder } from '../../../test/support/temporary-folder.js';
import { linkLibraries } from './postgres-program.js';

it('the embedded PostgreSQL finds its libraries where no install script linked them', async () => {
  const folder = await temporaryFolder('package');
  const lib = join(folder, 'native', 'lib');
  await mkdir(lib, { recursive: true });
  await writeFile(join(lib, 'libicuuc.so.60.2'), 'a library');
  const links = ['native/lib/libicuuc.so', 'native/lib/libicuuc.so.60'].map((target) => ({
    ...{ source: 'native/lib/libicuuc.so.60.2', target },
  }));
  await writeFile(join(folder, 'native', 'pg-symlinks.json'), JSON.stringify(links));
  await linkLibraries(folder);
  await linkLibraries(folder);
  for (const { target } of links) expect(await readFile(join(folder, target), 'utf8')).toBe('a library');
});
