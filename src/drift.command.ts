import { writeFile } from 'node:fs/promises';
import { DataSource } from 'typeorm';
import { readArguments } from './platform/arguments.js';
import { readConfig } from './platform/config.js';
import { migrate } from './platform/postgres/migrate.js';
import { temporaryDatabase } from './platform/postgres/temporary-database.js';
import { runProgram, type Program } from './platform/program.js';
import { joinServers, stopStarted } from './platform/servers/servers.js';
import { dataSourceOptions } from './schema.js';

const HELP = `Compares the entities with what the migrations make, in a database of its own. Ends with 1 where they differ.

  npm run gate:migrations          compare
  npm run migration:generate      write what is missing (--write) into a new migration, to be checked by hand`;

async function compare({ asked, onStop }: Program): Promise<number> {
  const { options } = readArguments(['write'], HELP);
  if (options.help) {
    console.log(HELP);
    return 0;
  }
  const joining = joinServers(readConfig(process.env), 'The migration check', console.error, asked);
  onStop(stopStarted(joining));
  const database = await temporaryDatabase(await joining);
  onStop(() => database.drop());
  const source = await new DataSource(
    dataSourceOptions(database.databaseOwnerUrl ?? database.databaseUrl),
  ).initialize();
  onStop(() => source.destroy());
  await migrate(source);
  const { upQueries, downQueries } = await source.driver.createSchemaBuilder().log();
  if (upQueries.length === 0) {
    console.log('Entities and migrations agree.');
    return 0;
  }
  if (options.write) {
    await write(upQueries, downQueries.toReversed());
    return 0;
  }
  console.error('Entities and migrations differ. What is missing:');
  for (const { query } of upQueries) console.error(`  ${query}`);
  return 1;
}

async function write(up: { query: string }[], down: { query: string }[]): Promise<void> {
  const stamp = Date.now();
  const lines = (queries: { query: string }[]): string =>
    queries.map(({ query }) => `    await runner.query(\`${query.replaceAll('`', '\\`')}\`);`).join('\n');
  const name = `Change${stamp}`;
  await writeFile(
    `migrations/${stamp}-change.ts`,
    `import type { MigrationInterface, QueryRunner } from 'typeorm';\n\nexport class ${name} implements MigrationInterface {\n  name = '${name}';\n\n` +
      `  async up(runner: QueryRunner): Promise<void> {\n${lines(up)}\n  }\n\n` +
      `  async down(runner: QueryRunner): Promise<void> {\n${lines(down)}\n  }\n}\n`,
  );
  console.log(`Wrote migrations/${stamp}-change.ts: check it, name it, and list it in src/migrations.ts`);
}

await runProgram(compare);
