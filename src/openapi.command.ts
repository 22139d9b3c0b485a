import { readFile, writeFile } from 'node:fs/promises';
import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module.js';
import { describeApi } from './describing/describe-api.js';
import { readArguments } from './platform/arguments.js';
import { readConfig } from './platform/config.js';
import { runProgram } from './platform/program.js';

const HELP = `Writes the API's description to a file (openapi.json), or with --check says whether the file still fits the code.`;

/** Runs on the built code, where the compiler has written the types down; it needs no server (`preview`). */
async function describe(): Promise<number> {
  const { options, others } = readArguments(['check'], HELP);
  if (options.help) {
    console.log(HELP);
    return 0;
  }
  const file = others[0] ?? 'openapi.json';
  const servers = { databaseUrl: 'postgresql://nowhere', meili: null };
  const app = await NestFactory.create(AppModule.of(readConfig({}), servers), {
    preview: true,
    logger: false,
  });
  const text = `${JSON.stringify(describeApi(app), null, 2)}\n`;
  if (!options.check) {
    await writeFile(file, text);
    console.log(`Wrote ${file}`);
    return 0;
  }
  if ((await readFile(file, 'utf8').catch(() => '')) === text) {
    console.log(`${file} fits the code.`);
    return 0;
  }
  console.error(`${file} does not fit the code: run npm run openapi and look at what changed.`);
  return 1;
}

await runProgram(describe);
