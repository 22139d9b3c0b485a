import 'reflect-metadata';
import { DataSource } from 'typeorm';
import { ConfigError, readConfig } from '../platform/config.js';
import { dataSourceOptions } from '../schema.js';
import { migrate } from '../platform/postgres/migrate.js';
import { isLibraryRunning } from '../platform/jobs/is-library-running.js';
import { joinServers } from '../platform/servers/servers.js';
import { loadFixturesIfEmpty } from './fixtures.js';
import type { BundleFile, Progress } from './bundle-file.js';
import { bundleFile, importBundles } from './import.service.js';
import { BundleRefused, place } from './problems.js';
import { ProgressDisplay } from './progress.js';
import { summary } from './summary.js';

const HELP = `Brings reviews, themes, recommendations and the rest into the library.

  npm run import -- FILE… [--accept CODE]…

FILE is a bundle: JSON Lines (one record a line) or one JSON array, UTF-8; - reads standard input.
All the files together are taken whole or not at all. Importing the same files again changes nothing.
docs/bundle.md describes the format.

Where a recommendation, learning point or document can be read in more than one way (reworded, or another one?), the
import says so and names a code for each reading; --accept CODE chooses one, and may be given several times.

It works whether the library runs or not, on the same settings: DATA_DIR, or DATABASE_URL and MEILI_URL.`;

const SHOWN_PROBLEMS = 100;

/** Something that a person can put right; nothing else about it is worth showing. */
class Refusal extends Error {}

class Interrupted extends Error {}

/** Takes `--accept CODE` and `--accept=CODE` out of what was given. */
function takeAccepted(given: string[]): { rest: string[]; accepted: string[] } {
  const [rest, accepted]: [string[], string[]] = [[], []];
  for (let at = 0; at < given.length; at += 1) {
    const [option, code = given[at + 1]] = given[at]!.split('=', 2);
    if (option !== '--accept') rest.push(given[at]!);
    else if (!code || code.startsWith('-'))
      throw new Refusal(`Which reading? --accept needs a code\n\n${HELP}`);
    else {
      accepted.push(code);
      if (given[at] === option) at += 1;
    }
  }
  return { rest, accepted };
}

/** Reads the command line. @returns null when help is wanted */
async function filesFrom(given: string[]): Promise<BundleFile[] | null> {
  if (given.includes('--help') || given.includes('-h')) return null;
  const option = given.find((argument) => argument.startsWith('-') && argument !== '-' && argument !== '--');
  if (option) throw new Refusal(`There is no option ${option}\n\n${HELP}`);
  const paths = [...new Set(given.filter((argument) => argument !== '--'))];
  if (paths.length === 0) throw new Refusal(`Which file?\n\n${HELP}`);
  const looked = await Promise.allSettled(
    paths.map(async (path) =>
      path === '-'
        ? { name: 'standard input', size: null, open: () => process.stdin }
        : await bundleFile(path),
    ),
  );
  const missing = looked.filter((one) => one.status === 'rejected');
  if (missing.length > 0)
    throw new Refusal(missing.map(({ reason }) => (reason as Error).message).join('\n'));
  return looked.filter((one) => one.status === 'fulfilled').map(({ value }) => value);
}

async function run(files: BundleFile[], accepted: string[]): Promise<void> {
  let interrupted = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => {
      // What is half done is rolled back and what was started is stopped; a second signal does not wait for that.
      if (interrupted) process.exit(130);
      interrupted = true;
    });
  const servers = await joinServers(readConfig(process.env), 'An import', console.error);
  const display = new ProgressDisplay(process.stderr);
  try {
    const source = await new DataSource(dataSourceOptions(servers.databaseUrl)).initialize();
    try {
      await migrate(source);
      // As at the first start: names of themes are matched to the thesaurus, so it has to be there first.
      if (await loadFixturesIfEmpty(source))
        console.log('The library was empty: its own first content was loaded.');
      const onProgress = (progress: Progress): void => {
        if (interrupted) throw new Interrupted();
        display.show(progress);
      };
      const result = await importBundles(source, files, onProgress, accepted);
      display.end();
      console.log(summary(result));
      if (!(await isLibraryRunning(source)))
        console.log('Search will be updated when the library next starts.');
    } finally {
      display.end();
      await source.destroy();
    }
  } finally {
    await servers.stop();
  }
}

function told(error: unknown): string {
  if (error instanceof BundleRefused) {
    const { problems, total } = error;
    const lines = problems
      .slice(0, SHOWN_PROBLEMS)
      .map((problem) => `  ${place(problem)}: ${problem.message}`);
    const rest = total > lines.length ? [`  … and ${total - lines.length} more`] : [];
    const count = total === 1 ? 'There is a problem' : `There are ${total} problems`;
    return [`Nothing was imported. ${count}:`, ...lines, ...rest].join('\n');
  }
  if (error instanceof Interrupted) return 'Interrupted: nothing was imported.';
  if (error instanceof ConfigError) return `The settings are not right:\n${error.message}`;
  if (error instanceof Refusal) return error.message;
  return `Nothing was imported. ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}

try {
  const { rest, accepted } = takeAccepted(process.argv.slice(2));
  const files = await filesFrom(rest);
  if (files) await run(files, accepted);
  else console.log(HELP);
} catch (error) {
  console.error(told(error));
  process.exitCode = error instanceof Interrupted ? 130 : 1;
}
