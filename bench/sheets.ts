/**
 * How long the preview of a register of 2,200 rows takes, and how much memory; how long until a workbook of 1,048,576 rows is
 * refused; and how long everything else had to wait meanwhile. The same workbook every time.
 *
 *   npm run bench:sheets [-- ROWS]
 */
import { loadavg } from 'node:os';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { workbookParts } from '../test/tracking/sheets/write-workbook.ts';
import { writeZip } from '../test/tracking/sheets/write-zip.ts';
import { built } from './support/built.ts';
import { registerOf, registerRows } from './support/register.ts';

const { PlanReader } = await built<typeof import('../src/tracking/sheets/plan-reader.js')>(
  'tracking/sheets/plan-reader.js',
);

const ROWS = Number(process.argv[2] ?? 2_200);
const TURNS = 5;
const agencies = [
  { name: 'Fennmere Police', otherNames: ['Police'] },
  { name: 'Housing and Homelessness', otherNames: ['Housing'] },
];

/** Reads a file and tells the seconds, the most memory above what was held before, and the longest wait of this thread. */
async function measure(
  bytes: Buffer,
): Promise<{ seconds: number; megabytes: number; wait: number; what: string }> {
  globalThis.gc?.();
  const before = process.memoryUsage.rss();
  let most = before;
  const sampler = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 10);
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const start = performance.now();
  const what = await new PlanReader()
    .readPlan(bytes, 'register.xlsx', { agencies })
    .then(({ counts }) => `${counts.actions} actions, ${counts.questions} questions`)
    .catch((fault: Error) => `refused: ${fault.message.slice(0, 40)}…`);
  const seconds = (performance.now() - start) / 1000;
  delay.disable();
  clearInterval(sampler);
  return { seconds, megabytes: (most - before) / 1e6, wait: delay.max / 1e6, what };
}

async function report(name: string, bytes: Buffer, turns: number): Promise<void> {
  for (let turn = 1; turn <= turns; turn++) {
    const { seconds, megabytes, wait, what } = await measure(bytes);
    console.log(
      `${name} (${(bytes.length / 1e6).toFixed(1)} MB), turn ${turn}: ${seconds.toFixed(2)} s, ` +
        `${megabytes.toFixed(0)} MB more than before, this thread waited ${wait.toFixed(0)} ms at most; ${what}`,
    );
  }
}

console.log(
  `load ${loadavg()[0]!.toFixed(1)}, ${(process.memoryUsage.rss() / 1e6).toFixed(0)} MB held at the start`,
);
await report(`${ROWS} rows`, registerOf(ROWS), TURNS);
const csv = registerRows(ROWS).map((cells) =>
  cells.map((cell) => `"${typeof cell === 'object' ? '01/06/2024' : cell}"`).join(','),
);
await report(`${ROWS} rows as CSV`, Buffer.from(csv.join('\n')), TURNS);
const million = Array.from(
  { length: 1_048_576 },
  (_, at) => `<row r="${at + 1}"><c r="A${at + 1}"><v>1</v></c></row>`,
);
const parts = workbookParts([{ rows: [] }]);
parts['xl/worksheets/sheet1.xml'] = `<worksheet><sheetData>${million.join('')}</sheetData></worksheet>`;
await report('1,048,576 rows', writeZip(parts), 2);
parts['xl/worksheets/sheet1.xml'] = `<worksheet>${' '.repeat(300_000_000)}</worksheet>`;
await report('300 MB of spaces', writeZip(parts), 2);
