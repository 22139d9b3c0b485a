import { readArguments } from '../platform/arguments.js';
import { Refusal } from '../platform/plain-words.js';
import { runProgram, type Program } from '../platform/program.js';
import { count } from '../platform/text/words.js';
import { joinLibrary } from '../join-library.js';
import { PLATFORM_CHAIN } from './audited-change.js';
import { FAULT_WORDS, verifyLog, type Fault, type Verification } from './verify.js';

const HELP = `Looks whether the audit log is whole: works out every entry's hash anew, and compares the ends of its chains.

  npm run audit:verify [-- --json]

Ends with 1 where something is wrong, and names the first bad entry of each chain. --json also says where each chain ends:
kept elsewhere, that shows later whether the log and its seals were set back together.

It works whether the library runs or not, on the same settings: DATA_DIR, or DATABASE_URL, MEILI_URL and AUDIT_KEY.`;

async function verify(program: Program): Promise<number> {
  const { options, others } = readArguments(['json'], HELP);
  if (options.help) {
    console.log(HELP);
    return 0;
  }
  if (others.length > 0) throw new Refusal(`It takes no ${others[0]}\n\n${HELP}`);
  const { servers, source } = await joinLibrary(program, 'A check of the audit log');
  const found = await verifyLog(source, servers.auditKey ?? null);
  if (options.json) console.log(JSON.stringify(found, null, 2));
  else for (const line of told(found)) console.log(line);
  return found.faults.length === 0 ? 0 : 1;
}

function told({ chains, faults, sealed }: Verification): string[] {
  const entries = chains.reduce((sum, one) => sum + one.entries, 0);
  const read = `${count(entries, 'entry', 'entries')} in ${count(chains.length, 'chain')}`;
  const verdict =
    faults.length === 0
      ? [`The audit log is whole: ${read}.`]
      : [`The audit log is NOT whole (${read}). The first bad entry of each chain:`, ...faults.map(sayFault)];
  return sealed
    ? verdict
    : [
        ...verdict,
        'Seals were not looked at: AUDIT_KEY is not set. A chain that was cut and mended is not seen.',
      ];
}

const sayFault = ({ chain, number, what }: Fault): string =>
  `  ${chain === PLATFORM_CHAIN ? 'the platform' : `partnership ${chain}`}, entry ${number}: ${FAULT_WORDS[what]}`;

await runProgram(verify);
