import 'reflect-metadata';
import { setTimeout as delay } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { openLibrary } from './open-library.js';
import { readArguments } from './platform/arguments.js';
import { readConfig } from './platform/config.js';
import { isLibraryRunning } from './platform/jobs/is-library-running.js';
import { PATIENCE, within } from './platform/patience.js';
import { Refusal } from './platform/plain-words.js';
import { runProgram, type Program } from './platform/program.js';
import { joinServers, stopStarted } from './platform/servers/servers.js';
import { restore, withdraw, type Withdrawal } from './publishing/withdraw.js';
import {
  WITHDRAWAL_REASON_WORDS,
  WITHDRAWAL_REASONS,
  type WithdrawalReason,
} from './publishing/withdrawal-reasons.js';
import { isInStep } from './search/index/index-lag.js';
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

/** The search follows within a second, unless much else waits for it. */
const SEARCH_WITHIN_MS = 30_000;
const LOOK_AGAIN_MS = 100;

interface Wish {
  address: string;
  /** Null to restore it. */
  reason: WithdrawalReason | null;
}

/** Reads the command line. @returns null when help is wanted */
function wishOf(): Wish | null {
  const { options, values, others } = readArguments(['restore'], HELP, ['reason']);
  if (options.help) return null;
  const [address, ...more] = others;
  if (address === undefined) throw new Refusal(`Which address?\n\n${HELP}`);
  if (more.length > 0) throw new Refusal('One address at a time, please.');
  const [wanted, ...reasons] = values.reason;
  if (reasons.length > 0) throw new Refusal('One reason at a time, please.');
  if (options.restore && wanted !== undefined) throw new Refusal('Either --reason or --restore, not both.');
  if (options.restore) return { address, reason: null };
  if (wanted === undefined)
    throw new Refusal(`Why is it withdrawn? Say --reason and one of ${WITHDRAWAL_REASONS.join(', ')}.`);
  const reason = WITHDRAWAL_REASONS.find((code) => code === wanted);
  if (!reason)
    throw new Refusal(
      `There is no reason ${JSON.stringify(wanted)}: it is one of ${WITHDRAWAL_REASONS.join(', ')}.`,
    );
  return { address, reason };
}

async function withdrawCommand({ asked, onStop }: Program): Promise<number> {
  const wish = wishOf();
  if (!wish) {
    console.log(HELP);
    return 0;
  }
  const joining = joinServers(readConfig(process.env), 'A withdrawal', console.error, asked);
  onStop(stopStarted(joining));
  const servers = await joining;
  const source = await openLibrary(servers);
  onStop(() => within(PATIENCE.work, source.destroy()));
  const { address, reason } = wish;
  const done = reason
    ? await withdraw(source, WITHDRAWABLE_NOUNS, address, reason)
    : await restore(source, WITHDRAWABLE_NOUNS, address);
  console.log(told(done));
  console.log(await searchTold(source, done.documents, servers.meili !== null));
  return 0;
}

/** Waits until the search goes by what is public now. @returns a sentence of how it stands */
async function searchTold(source: DataSource, documents: string[], hasMeili: boolean): Promise<string> {
  if (!(await isLibraryRunning(source)))
    return 'The search index will be updated when the library next starts; until then it shows nothing of it.';
  const end = Date.now() + SEARCH_WITHIN_MS;
  while (!(await isInStep(source, documents, hasMeili))) {
    if (Date.now() > end)
      return 'The search shows nothing of it, but is not up to date yet: /health/ready says how far it is behind.';
    await delay(LOOK_AGAIN_MS);
  }
  return 'The search is up to date.';
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

await runProgram(withdrawCommand);
