import 'reflect-metadata';
import type { DataSource } from 'typeorm';
import { AuditLog } from '../audit/audit-log.js';
import { openLibrary } from '../open-library.js';
import { readArguments } from '../platform/arguments.js';
import { readConfig } from '../platform/config.js';
import { PATIENCE, within } from '../platform/patience.js';
import { Refusal } from '../platform/plain-words.js';
import { isLibraryRunning } from '../platform/jobs/is-library-running.js';
import { runProgram, type Program } from '../platform/program.js';
import { joinServers, stopStarted } from '../platform/servers/servers.js';
import { loadFixturesIfEmpty } from './fixtures.js';
import type { BundleFile, ImportProgress } from './bundle-file.js';
import { bundleFile, importBundles } from './import.service.js';
import { Interrupted } from './interruptible.js';
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

/** The files that were named on the command line. @throws Refusal when one cannot be read */
async function filesFrom(given: string[]): Promise<BundleFile[]> {
  const paths = [...new Set(given)];
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

async function importCommand(program: Program): Promise<number> {
  const { options, values, others } = readArguments([], HELP, ['accept']);
  if (options.help) {
    console.log(HELP);
    return 0;
  }
  const source = await importFiles(await filesFrom(others), values.accept, program);
  if (source && !(await isLibraryRunning(source)))
    console.log('Search will be updated when the library next starts.');
  return source ? 0 : 130;
}

/** @param accepted codes of the readings that a person chose. @returns the library; null when it was interrupted, and nothing imported */
async function importFiles(
  files: BundleFile[],
  accepted: string[],
  { asked, onStop }: Program,
): Promise<DataSource | null> {
  const display = new ProgressDisplay(process.stderr);
  try {
    const config = readConfig(process.env);
    const joining = joinServers(config, 'An import', console.error, asked);
    onStop(stopStarted(joining));
    const servers = await joining;
    const source = await openLibrary(servers);
    // Whatever it still waits for ends with the process.
    onStop(() => within(PATIENCE.work, source.destroy()));
    // As at the first start: names of themes are matched to the thesaurus, so it has to be there first.
    if (!config.startEmpty && (await loadFixturesIfEmpty(source)))
      console.log('The library was empty: its own first content was loaded.');
    const show = (progress: ImportProgress): void => display.show(progress);
    const result = await importBundles(source, files, show, accepted, asked, new AuditLog(servers));
    display.end();
    console.log(summary(result));
    return source;
  } catch (error) {
    display.end();
    if (error instanceof BundleRefused) throw new Refusal(refusal(error));
    // Interrupted before it began, or in the midst of it; anything else may have come after its end.
    if (!(error instanceof Interrupted || (error as Error).name === 'AbortError')) throw error;
    console.error('Interrupted: nothing was imported.');
    return null;
  }
}

function refusal({ problems, isAll }: BundleRefused): string {
  const lines = problems.slice(0, SHOWN_PROBLEMS).map((problem) => `  ${place(problem)}: ${problem.message}`);
  const rest = problems.length - lines.length;
  if (rest > 0) lines.push(`  … and ${rest} more`);
  if (!isAll) lines.push('The rest was not looked at.');
  const count = problems.length === 1 ? 'There is a problem' : `There are ${problems.length} problems`;
  return [`Nothing was imported. ${count}${isAll ? '' : ' at least'}:`, ...lines].join('\n');
}

await runProgram(importCommand);
