/** Writes the types of the TypeScript client from openapi.json; with --check says whether they still fit it. */
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { typesOf } from './types-of.ts';

const fileAt = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const FILE = 'clients/typescript/src/api.ts';

const description = JSON.parse(await readFile(fileAt('openapi.json'), 'utf8')) as object;
const head = '// Made from openapi.json: `npm run clients` writes it anew.\n\n';
const settings = await resolveConfig(fileAt(FILE));
const text = await format(head + (await typesOf(description)), { ...settings, parser: 'typescript' });

if (!process.argv.includes('--check')) {
  await writeFile(fileAt(FILE), text);
  console.log(`Wrote ${FILE}`);
} else if ((await readFile(fileAt(FILE), 'utf8').catch(() => '')) === text) {
  console.log(`${FILE} fits openapi.json.`);
} else {
  console.error(`${FILE} does not fit openapi.json: run npm run clients and look at what changed.`);
  process.exitCode = 1;
}
