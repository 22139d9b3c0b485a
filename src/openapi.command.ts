import { readFile, writeFile } from 'node:fs/promises';
import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module.js';
import { readConfig } from './platform/config.js';
import { describeApi } from './openapi.js';

/**
 * Writes the API's description to a file, or with --check says whether the file still fits the code.
 * Runs on the built code, where the compiler has written the types down; it needs no server (`preview`).
 */
const file = process.argv.filter((argument) => !argument.startsWith('--'))[2] ?? 'openapi.json';
const servers = { databaseUrl: 'postgresql://nowhere', meili: null };
const app = await NestFactory.create(AppModule.of(readConfig({}), servers), { preview: true, logger: false });
const text = `${JSON.stringify(describeApi(app), null, 2)}\n`;
if (!process.argv.includes('--check')) {
  await writeFile(file, text);
  console.log(`Wrote ${file}`);
} else if ((await readFile(file, 'utf8').catch(() => '')) === text) {
  console.log(`${file} fits the code.`);
} else {
  console.error(`${file} does not fit the code: run npm run openapi and look at what changed.`);
  process.exitCode = 1;
}
