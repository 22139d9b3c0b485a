import { writeFile } from 'node:fs/promises';
import { DataSource } from 'typeorm';
import { readConfig } from './platform/config.js';
import { joinServers } from './platform/servers/servers.js';
import { stopOnSignal } from './platform/servers/stop-on-signal.js';
import { dataSourceOptions } from './schema.js';
import { migrate } from './platform/postgres/migrate.js';
import { temporaryDatabase } from './platform/postgres/temporary-database.js';

/**
 * Compares the entities with what the migrations make, in a database of its own. Ends with 1 where they differ.
 * With --write, the statements that are missing go into a new migration, to be checked by hand.
 */
const joining = joinServers(readConfig(process.env), 'The migration check', console.error);
stopOnSignal(async () => (await joining).stop());
const servers = await joining;
const database = await temporaryDatabase(servers.databaseUrl);
const source = await new DataSource(dataSourceOptions(database.url)).initialize();
try {
  await migrate(source);
  const { upQueries, downQueries } = await source.driver.createSchemaBuilder().log();
  if (upQueries.length === 0) console.log('Entities and migrations agree.');
  else if (process.argv.includes('--write')) {
    const stamp = Date.now();
    const lines = (queries: { query: string }[]): string =>
      queries.map(({ query }) => `    await runner.query(\`${query.replaceAll('`', '\\`')}\`);`).join('\n');
    const name = `Change${stamp}`;
    await writeFile(
      `migrations/${stamp}-change.ts`,
      `import type { MigrationInterface, QueryRunner } from 'typeorm';\n\nexport class ${name} implements MigrationInterface {\n  name = '${name}';\n\n` +
        `  async up(runner: QueryRunner): Promise<void> {\n${lines(upQueries)}\n  }\n\n` +
        `  async down(runner: QueryRunner): Promise<void> {\n${lines(downQueries.toReversed())}\n  }\n}\n`,
    );
    console.log(`Wrote migrations/${stamp}-change.ts: check it, name it, and list it in src/migrations.ts`);
  } else {
    console.error('Entities and migrations differ. What is missing:');
    for (const { query } of upQueries) console.error(`  ${query}`);
    process.exitCode = 1;
  }
} finally {
  await source.destroy();
  await database.drop();
  await servers.stop();
}
