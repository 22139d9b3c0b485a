import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { DataSource } from 'typeorm';
import { ConfigError, readConfig } from './platform/config.js';
import { isLibraryRunning } from './platform/jobs/is-library-running.js';
import { migrate } from './platform/postgres/migrate.js';
import { joinServers } from './platform/servers/servers.js';
import { stopOnSignal } from './platform/servers/stop-on-signal.js';
import { restore, withdraw, WithdrawalRefused, type Withdrawal } from './publishing/withdraw.js';
import {
  WITHDRAWAL_REASON_WORDS,
  WITHDRAWAL_REASONS,
  type WithdrawalReason,
} from './publishing/withdrawal-reasons.js';
import { dataSourceOptions } from './schema.js';
import { WITHDRAWABLE_NOUNS } from './withdrawable.js';

const HELP = `Takes something out of public view, or brings it back.

  npm run withdraw -- ADDRESS --reason REASON
  npm run withdraw -- ADDRESS --restore

ADDRESS is that of its page, such as /reviews/… or the whole URL, or that of the API. It can be a theme, a review, a
learning point (/reviews/…#…), a recommendation, a briefing, a resource or a partnership (/partnerships/…).
REASON is one of these; the old address says which, in these words:

${WITHDRAWAL_REASONS.map((code) => `  ${code.padEnd(20)}${WITHDRAWAL_REASON_WORDS[code]}`).join('\n')}

It is gone from every page, list, search and count at once, and an import does not bring it back. Its old address tells
what it was, when it was withdrawn and why; with identifies-someone, not what it was.

It works whether the library runs or not, on the same settings: DATA_DIR, or DATABASE_URL and MEILI_URL.`;

interface Wish {
  address: string;
  /** Null to restore it. */
  reason: WithdrawalReason | null;
}

/** Reads the command line. @returns null when help is wanted */
function wishOf(given: string[]): Wish | null {
  const { values, positionals } = argumentsOf(given);
  if (values.help) return null;
  const [address, ...more] = positionals;
  if (address === undefined) throw new WithdrawalRefused(`Which address?\n\n${HELP}`);
  if (more.length > 0) throw new WithdrawalRefused('One address at a time, please.');
  if (values.restore && values.reason !== undefined)
    throw new WithdrawalRefused('Either --reason or --restore, not both.');
  if (values.restore) return { address, reason: null };
  if (values.reason === undefined)
    throw new WithdrawalRefused(
      `Why is it withdrawn? Say --reason and one of ${WITHDRAWAL_REASONS.join(', ')}.`,
    );
  const reason = WITHDRAWAL_REASONS.find((code) => code === values.reason);
  if (!reason)
    throw new WithdrawalRefused(
      `There is no reason ${JSON.stringify(values.reason)}: it is one of ${WITHDRAWAL_REASONS.join(', ')}.`,
    );
  return { address, reason };
}

const OPTIONS = {
  help: { type: 'boolean', short: 'h' },
  reason: { type: 'string' },
  restore: { type: 'boolean' },
} as const;

function argumentsOf(args: string[]): {
  values: { help?: boolean; reason?: string; restore?: boolean };
  positionals: string[];
} {
  try {
    return parseArgs({ args, options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new WithdrawalRefused(
      `${error instanceof Error ? error.message : 'That cannot be read'}\n\n${HELP}`,
    );
  }
}

async function run({ address, reason }: Wish): Promise<void> {
  const joining = joinServers(readConfig(process.env), 'A withdrawal', console.error);
  stopOnSignal(async () => (await joining).stop());
  const servers = await joining;
  try {
    const source = await new DataSource(dataSourceOptions(servers.databaseUrl)).initialize();
    try {
      await migrate(source);
      const done = reason
        ? await withdraw(source, WITHDRAWABLE_NOUNS, address, reason)
        : await restore(source, WITHDRAWABLE_NOUNS, address);
      console.log(told(done));
      if (!(await isLibraryRunning(source)))
        console.log(
          'The search index will be updated when the library next starts; until then it shows nothing of it.',
        );
    } finally {
      await source.destroy();
    }
  } finally {
    await servers.stop();
  }
}

function told({ what, outcome, isPublic, others }: Withdrawal): string {
  const along =
    others > 0 ? `, and ${others === 1 ? 'one other address' : `${others} other addresses`} with it` : '';
  switch (outcome) {
    case 'withdrawn':
      return `${what} is withdrawn${along}.`;
    case 'was withdrawn already':
      return `${what} was withdrawn already: nothing has changed.`;
    case 'reason changed':
      return `${what} was withdrawn already; it now gives the new reason.`;
    case 'restored':
      return isPublic
        ? `${what} is back${along}.`
        : `${what} is restored, but still not public: it is not to be seen yet, left its source, or belongs to something withdrawn.`;
    case 'was not withdrawn':
      return `${what} was not withdrawn: nothing has changed.`;
  }
}

function sayError(error: unknown): string {
  if (error instanceof WithdrawalRefused) return error.message;
  if (error instanceof ConfigError) return `The settings are not right:\n${error.message}`;
  return `Nothing was changed. ${error instanceof Error ? error.message : String(error)}`;
}

try {
  const wish = wishOf(process.argv.slice(2));
  if (wish) await run(wish);
  else console.log(HELP);
} catch (error) {
  console.error(sayError(error));
  process.exitCode = 1;
}
