import { readdir, readFile } from 'node:fs/promises';
import { expect, it } from '@jest/globals';

const EXPORTED =
  /^export (?:declare )?(?:async )?(?:abstract )?(?:const|class|function\*?|interface|type|enum) (\w+)/gm;

it('no exported name means two things', async () => {
  const folder = new URL('../../src/', import.meta.url);
  const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('.ts'));
  const homes = new Map<string, Set<string>>();
  for (const file of files) {
    const text = await readFile(new URL(file, folder), 'utf8');
    for (const [, name] of text.matchAll(EXPORTED))
      homes.set(name!, (homes.get(name!) ?? new Set()).add(file));
  }
  expect(homes.size).toBeGreaterThan(500);
  expect([...homes].filter(([, where]) => where.size > 1)).toEqual([]);
});
