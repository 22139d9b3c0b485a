import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { FAULTS, type Fault } from './support/faults/faults.ts';
import { check } from './support/faults/invariants.ts';
import { mailWhileKilled } from './support/faults/mail.ts';
import { Stage } from './support/faults/stage.ts';
import { WORKS, type Begun, type Bundle } from './support/faults/works.ts';
import { randomFrom } from './support/generate.ts';

/**
 * Does the library come back by itself? Round after round something is going on (an import, a reindex, searches), a fault
 * strikes at a random moment (kills, ended connections, outages, a full disk), and then all must be as it should: see
 * `support/faults/invariants.ts`. With --mail: do reminders arrive, once each (`support/faults/mail.ts`)? The same seed makes the same rounds, but for the moments of the machine itself.
 */
const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    rounds: { type: 'string', default: '200' },
    only: { type: 'string' },
    mail: { type: 'boolean', default: false },
  },
});
const [seed, rounds] = [Number(values.seed), Number(values.rounds)];
if (!Number.isInteger(seed) || !(rounds > 0)) throw new Error('--seed and --rounds are whole numbers');

/** The fault strikes this long after the work began, in milliseconds: at any of its steps. */
const LATEST_STRIKE_MS = 3500;
/** A command that a fault did not end comes to its end by itself. */
const COMMAND_ENDS_WITHIN_MS = 120_000;
/** Now and then the library is stopped in good order, which must take less than this. */
const STOP_EVERY = 10;
const STOPS_WITHIN_MS = 30_000;

const random = randomFrom(seed);
const stage = await Stage.set();
const bundles: Bundle[] = [];
const faults = FAULTS.filter(({ name }) => !values.only || name.includes(values.only));
let [done, survived, skipped] = [0, 0, 0];
let longest = 0;
let asked = false;
// The round is finished first, so that nothing is left running.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => (asked = true));

if (values.mail) process.exit(await mailOnly());

console.log(
  `Seed ${seed}, ${rounds} rounds${stage.hasOwnDisk ? '' : '; no disk of our own can be made here, so none is filled'}`,
);
try {
  await stage.start();
  for (let round = 1; round <= rounds && !asked; round += 1) {
    done = round;
    const fault = pick(faults);
    const work = pick(WORKS);
    const wait = Math.round(random() * LATEST_STRIKE_MS);
    const what = `${round}: ${work.name}, and after ${wait} ms ${fault.name}`;
    if (fault.fillsDisk && !stage.hasOwnDisk) {
      skipped += 1;
      continue;
    }
    try {
      const begun = await work.begin(stage, bundles, round, random);
      await strike(fault, begun, wait);
      const took = await check(stage, bundles);
      longest = Math.max(longest, took);
      if (round % STOP_EVERY === 0) await stopAndStart();
      survived += 1;
      console.log(`${what}: well again after ${(took / 1000).toFixed(1)} s`);
    } catch (error) {
      console.log(`${what}: NOT SURVIVED, ${error instanceof Error ? error.message : String(error)}`);
      console.log(
        `  ${await stage.freeMegabytes()} MB are free. The library said last: ${stage.library?.output.slice(-6000)}`,
      );
      await startAfresh();
    }
  }
  await stopAndStart();
} finally {
  stage.library?.child.kill('SIGTERM');
  await stage.library?.ended;
  const left = await stage.running();
  for (const pid of left) process.kill(pid, 'SIGKILL');
  if (left.length > 0) console.log(`Still running at the end: ${left.join(', ')}`);
  if (left.length > 0) survived = Math.min(survived, done - 1);
  await stage.strike();
}
const total = done - skipped;
console.log(
  `${survived}/${total} survived (seed ${seed}${skipped ? `, ${skipped} skipped` : ''}); the longest recovery took ${(longest / 1000).toFixed(1)} s`,
);
process.exit(survived === total ? 0 : 1);

/** Reminders alone: 300 people, a mail server that is away for a day, and a library that is killed 50 times. */
async function mailOnly(): Promise<number> {
  try {
    console.log(`${await mailWhileKilled(stage, random)} (seed ${seed})`);
    return 0;
  } catch (error) {
    console.log(`NOT SURVIVED (seed ${seed}): ${error instanceof Error ? error.message : String(error)}`);
    return 1;
  } finally {
    stage.library?.child.kill('SIGTERM');
    await stage.library?.ended;
    for (const pid of await stage.running()) process.kill(pid, 'SIGKILL');
    await stage.strike();
  }
}

function pick<Item>(items: Item[]): Item {
  return items[Math.floor(random() * items.length)]!;
}

/** Lets the fault strike in the middle of the work, and the work come to its end. */
async function strike(fault: Fault, { program, imports, stop }: Begun, wait: number): Promise<void> {
  await Promise.race([delay(wait), program?.ended ?? delay(wait)]);
  await fault.strike(stage, program, random);
  await stop?.();
  const ended = await Promise.race([program?.ended, delay(COMMAND_ENDS_WITHIN_MS, 'never' as const)]);
  if (program && ended === 'never') {
    program.child.kill('SIGKILL');
    throw new Error(`the command does not end: ${program.output}`);
  }
  if (imports) {
    const { bundle, wording } = imports;
    if (/^ +at /m.test(program?.output ?? ''))
      throw new Error(`a stack trace instead of a sentence: ${program?.output}`);
    // Cut off it may have come just in time; told that it was done it must be there.
    bundle.wordings = ended === 0 ? [wording] : [...bundle.wordings, wording];
  }
  if (stage.library?.runs) return;
  await stage.start();
}

async function stopAndStart(): Promise<void> {
  stage.library?.child.kill('SIGTERM');
  const ended = await Promise.race([stage.library?.ended, delay(STOPS_WITHIN_MS, 'late' as const)]);
  if (ended !== 0) throw new Error(`stopped in good order it ended with ${ended}`);
  const left = await stage.running();
  if (left.length > 0) throw new Error(`still running after the end: ${left.join(', ')}`);
  await stage.start();
}

/** After a round that went wrong the next one starts from nothing. */
async function startAfresh(): Promise<void> {
  for (const pid of await stage.running()) process.kill(pid, 'SIGKILL');
  await stage.library?.ended;
  await stage.clear();
  bundles.length = 0;
  await stage.start();
}
