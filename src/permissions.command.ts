import { readFile, writeFile } from 'node:fs/promises';
import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module.js';
import { readArguments } from './platform/arguments.js';
import { readConfig } from './platform/config.js';
import { describePermissions } from './platform/http/access/describe-permissions.js';
import { routesOf } from './platform/http/access/routes.js';
import { runProgram } from './platform/program.js';

const FILE = 'docs/permissions.md';

const HELP = `Writes ${FILE}, the table of routes and roles; with --check, says whether it still fits the code.`;

/** Needs no server (`preview`). */
async function describe(): Promise<number> {
  const { options } = readArguments(['check'], HELP);
  if (options.help) {
    console.log(HELP);
    return 0;
  }
  const servers = { databaseUrl: 'postgresql://nowhere', meili: null };
  const app = await NestFactory.create(AppModule.of(readConfig({}), servers), {
    preview: true,
    logger: false,
  });
  const text = describePermissions(routesOf(app));
  if (!options.check) {
    await writeFile(FILE, text);
    console.log(`Wrote ${FILE}`);
    return 0;
  }
  if ((await readFile(FILE, 'utf8').catch(() => '')) === text) {
    console.log(`${FILE} fits the code.`);
    return 0;
  }
  console.error(`${FILE} does not fit the code: run npm run permissions and look at what changed.`);
  return 1;
}

await runProgram(describe);
