import { joinLibrary } from '../join-library.js';
import { readArguments } from '../platform/arguments.js';
import { Refusal } from '../platform/plain-words.js';
import { runProgram, type Program } from '../platform/program.js';
import { takeReport, type ReportTaken } from './bounced.js';
import { readDeliveryReport } from './delivery-report.js';

const HELP = `Takes the report of a mail server that a message could not be delivered (RFC 3464), on standard input.

  npm run --silent bounced < report.eml

Have the mail server hand over what comes to the address in MAIL_FROM. The message of the library that the report names is marked
as not delivered, and the desk of tracking shows whose actions it was about. A report that something is late, or was delivered,
changes nothing; nor does one that names no message of the library with its address.

Ends with 0 where the report was read, with 65 where it is none, or of no message of the library. It works whether the library runs
or not, on the same settings: DATA_DIR, or DATABASE_URL.`;

/** Of a report with the message and its files in it. */
const MOST_BYTES = 40 * 1024 * 1024;
/** What mail servers take for “there is something wrong with what I was given” (sysexits). */
const NOT_OURS = 65;

const SAID: Readonly<Record<ReportTaken, string>> = {
  marked: 'The message is marked as not delivered.',
  'marked-before': 'That the message was not delivered is known already.',
  'not-final': 'The report says of no message that it was given up: nothing was changed.',
  unknown:
    'There is no message of the library that was sent to the address in the report: nothing was changed.',
};

async function bounced(program: Program): Promise<number> {
  const { options, others } = readArguments([], HELP);
  if (options.help) {
    console.log(HELP);
    return 0;
  }
  if (others.length > 0) throw new Refusal(`It takes no ${others[0]}\n\n${HELP}`);
  const report = await readDeliveryReport(await standardInput());
  if (!report) {
    console.error('This is no report on the delivery of a message of the library: nothing was changed.');
    return NOT_OURS;
  }
  const { source } = await joinLibrary(program, 'A report of a mail server');
  const taken = await takeReport(source.manager, report);
  console.log(SAID[taken]);
  return taken === 'unknown' ? NOT_OURS : 0;
}

/** @throws Refusal for more than a report can be */
async function standardInput(): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of process.stdin) {
    parts.push(part as Buffer);
    size += (part as Buffer).length;
    if (size > MOST_BYTES) throw new Refusal('This is too long for a report: nothing was changed.');
  }
  return Buffer.concat(parts);
}

await runProgram(bounced);
