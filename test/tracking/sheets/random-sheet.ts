import type { TestCell, TestSheet } from './write-workbook.ts';
import { letterOf } from './write-workbook.ts';

/** A sheet of any layout, with what each of its cells says that no other does. */
export interface RandomSheet {
  sheet: TestSheet;
  /** By address; comments under the address with an exclamation mark. */
  marks: Map<string, string>;
}

const HEADINGS = [
  ...[
    'No.',
    'Rec no.',
    'Recommendation',
    'Finding',
    'Action',
    'What will we do?',
    'Lead agency',
    'Lead',
    'Lead officer',
  ],
  ...[
    'By when',
    'Original deadline',
    'Revised deadline',
    'Status',
    'BRAG',
    'Progress',
    'Q1 2024/25',
    'Update June 2024',
  ],
  ...[
    'Date completed',
    'Date of completion and outcome',
    'Accepted?',
    'Scope',
    'Milestones',
    'Evidence',
    'Impact',
    'SAR',
  ],
  ...['Expected outcome', '% complete', 'Date raised', 'Comments', 'Theme', 'Action no.', ''],
];

/** What stands before a mark: words that rules look for, and words that they do not. */
const BEGINNINGS = [
  ...[
    '',
    'Complete ',
    'Complete 12/3/24 ',
    'In progress – ',
    'No – ',
    'Yes, ',
    '12/3/24 – ',
    '31/04/2024 ',
    'Q3 2024/25 ',
  ],
  ...[
    'Police / ',
    'Police – ',
    'Practice: ',
    'Local ',
    'Green ',
    'R ',
    'Recommendation 3: ',
    '2. ',
    'Superseded by ',
    '=',
    '- ',
  ],
  ...[
    'first line\n',
    '12/3/2024\n',
    'Text. 4/5/24 – more ',
    'TBC ',
    '2024 ',
    'donâ€™t ',
    'Total ',
    'Note: ',
    '60% ',
  ],
];

/** Numbers that follow from a seed, so that a sheet that failed can be made again. */
function dice(seed: number): (sides: number) => number {
  let state = seed * 2654435761 + 1;
  return (sides) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

export function randomSheet(seed: number): RandomSheet {
  const roll = dice(seed);
  const marks = new Map<string, string>();
  let count = 0;
  const mark = (address: string): string => {
    const text = `zq${seed}x${count++}q`;
    marks.set(address, text);
    return text;
  };
  const columns = 6 + roll(10);
  const headings = Array.from({ length: columns }, () => HEADINGS[roll(HEADINGS.length)]!);
  headings.splice(roll(columns), 3, 'Recommendation', 'Action', 'Lead agency');
  const first = 1 + roll(3);
  const rows: TestCell[][] = Array.from({ length: first - 1 }, (_, at) => [`Plan ${mark(`A${at + 1}`)}`]);
  rows.push(headings.slice(0, columns));
  const merges: string[] = [];
  const comments: Record<string, string> = {};
  const hiddenRows: number[] = [];
  const length = 3 + roll(12);
  for (let row = first + 1; row <= first + length; row++) {
    rows.push(randomRow(row));
    if (roll(12) === 0) hiddenRows.push(row);
  }
  if (roll(2)) addMerge();
  return {
    sheet: {
      name: 'Plan',
      rows,
      merges,
      comments,
      hiddenRows,
      hiddenColumns: roll(3) ? [] : [1 + roll(columns)],
    },
    marks,
  };

  function randomRow(row: number): TestCell[] {
    if (roll(8) === 0) return [];
    const single = roll(8) === 0 ? roll(columns) : -1;
    return Array.from({ length: columns }, (_, at): TestCell => {
      if (single >= 0 ? at !== single : roll(3) === 0) return null;
      return randomCell(`${letterOf(at + 1)}${row}`);
    });
  }

  function randomCell(address: string): TestCell {
    const text = BEGINNINGS[roll(BEGINNINGS.length)]! + mark(address);
    if (roll(15) === 0) comments[address] = `said ${mark(`${address}!`)}`;
    if (roll(10) === 0)
      return {
        runs: [
          [text, true],
          [` then ${mark(`${address}+`)}`, false],
        ],
      };
    if (roll(15) === 0) return { v: text, struck: true };
    if (roll(20) === 0) return { formula: text };
    if (roll(20) === 0) return { v: `#${text}`, type: 'e' };
    return roll(6) === 0 ? { v: text, fill: ['FF0000', 'FFC000', '00B050', 'D9D9D9'][roll(4)]! } : text;
  }

  /** Merges two rows of one column, and leaves the lower cell empty, as a spreadsheet does. */
  function addMerge(): void {
    const column = roll(columns);
    const row = first + 1 + roll(length - 1);
    const lower = rows[row]?.[column];
    if (lower === undefined || (rows[row - 1]?.[column] ?? null) === null) return;
    rows[row]![column] = null;
    for (const end of ['', '!', '+']) marks.delete(`${letterOf(column + 1)}${row + 1}${end}`);
    merges.push(`${letterOf(column + 1)}${row}:${letterOf(column + 1)}${row + 1}`);
  }
}
