import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** The path of a file of the project. */
export const fromProject = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

export const readJson = async <Value>(file: string): Promise<Value> =>
  JSON.parse(await readFile(file, 'utf8')) as Value;

/** The records of a file that has one a line. */
export const readLines = async <Item>(file: string): Promise<Item[]> =>
  (await readFile(file, 'utf8'))
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Item);
