import { readArguments } from '../platform/arguments.js';
import { Refusal } from '../platform/plain-words.js';
import { runProgram, type Program } from '../platform/program.js';
import { count } from '../platform/text/words.js';
import type { DataSource } from 'typeorm';
import { joinLibrary } from '../join-library.js';
import { PLATFORM_CHAIN } from './audited-change.js';
import { sealAnew } from './seal-anew.js';
import { FAULT_WORDS, verifyLog, type Fault, type SealedAnew, type Verification } from './verify.js';

const HELP = `Looks whether the audit log is whole: works out every entry's hash anew, and compares the ends of its chains.

  npm run audit:verify [-- --json]
  npm run audit:verify -- --seal-anew --reason TEXT

Ends with 1 where something is wrong, and names the first bad entry of each chain. --json also says where each chain ends:
kept elsewhere, that shows later whether the log and its seals were set back together.

--seal-anew is for a key (AUDIT_KEY) that was lost or exchanged: where the hashes fit and the seals do not, it seals anew, with an
entry in each chain that says who did it, why, and where the seal before stood. It is told at every check from then on.

It works whether the library runs or not, on the same settings: DATA_DIR, or DATABASE_URL, MEILI_URL and AUDIT_KEY.`;

async function verify(program: Program): Promise<number> {
  const { options, values, others } = readArguments(['json', 'seal-anew'], HELP, ['reason']);
  if (options.help) {
    console.log(HELP);
    return 0;
  }
  if (others.length > 0) throw new Refusal(`It takes no ${others[0]}\n\n${HELP}`);
  const { servers, source } = await joinLibrary(program, 'A check of the audit log');
  if (options['seal-anew']) await seal(source, servers.auditKey, values.reason.at(-1));
  const found = await verifyLog(source, servers.auditKey ?? null);
  if (options.json) console.log(JSON.stringify(found, null, 2));
  else for (const line of told(found)) console.log(line);
  return found.faults.length === 0 ? 0 : 1;
}

async function seal(source: DataSource, key: string | undefined, why: string | undefined): Promise<void> {
  if (!why?.trim()) throw new Refusal('Why? Say --reason: it stands in the log for good.');
  if (!key) throw new Refusal('There is no key to seal with: set AUDIT_KEY.');
  const sealed = await sealAnew(source, key, why.trim());
  // For the person: the answer for scripts is the check that follows.
  if (sealed.length === 0) console.error('Every seal fits: nothing was sealed anew.');
}

function told({ chains, faults, sealed, sealedAnew }: Verification): string[] {
  const entries = chains.reduce((sum, one) => sum + one.entries, 0);
  const read = `${count(entries, 'entry', 'entries')} in ${count(chains.length, 'chain')}`;
  const verdict =
    faults.length === 0
      ? [`The audit log is whole: ${read}.`]
      : [`The audit log is NOT whole (${read}). The first bad entry of each chain:`, ...faults.map(sayFault)];
  const seals = sealedAnew.map(saySealedAnew);
  return sealed
    ? [...verdict, ...seals]
    : [
        ...verdict,
        ...seals,
        'Seals were not looked at: AUDIT_KEY is not set. A chain that was cut and mended is not seen.',
      ];
}

const nameOf = (chain: string): string =>
  chain === PLATFORM_CHAIN ? 'the platform' : `partnership ${chain}`;

const sayFault = ({ chain, number, what }: Fault): string =>
  `  ${nameOf(chain)}, entry ${number}: ${FAULT_WORDS[what]}`;

function saySealedAnew({ chain, number, sealedBefore }: SealedAnew): string {
  const before =
    sealedBefore === null
      ? 'it had no seal before'
      : sealedBefore >= number
        ? `the seal before was for ${count(sealedBefore, 'entry', 'entries')}, so that ${sealedBefore - number + 1} of them had been cut off by then`
        : `the seal before was for entry ${sealedBefore}`;
  return `Sealed anew: ${nameOf(chain)}, at entry ${number}: ${before}. The log says by whom and why.`;
}

await runProgram(verify);
