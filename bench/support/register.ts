import { writeSheet, type TestCell } from '../../test/tracking/sheets/write-workbook.ts';

const HEADINGS = [
  ...['Ref', 'Origin', 'Date raised', 'Priority', 'Recommendation', 'Agreed action', 'Accepted?', 'Owner'],
  ...['Owner’s agency', 'Original due', 'Revised due', 'Status', '% complete', 'Latest update', 'Evidence'],
  ...['Impact', 'Theme', 'Risk', 'Board meeting', 'Comments'],
];
const SENTENCE = 'Every agency should record who lives in the home and ask again when something changes. ';

const day = (row: number): TestCell => ({ v: 45_000 + (row % 900), format: 'dd/mm/yyyy' });

function registerRow(row: number): TestCell[] {
  const update = `0${(row % 9) + 1}/06/2024: ${SENTENCE.repeat(3)}\n03/05/2024: ${SENTENCE}`;
  return [
    ...[
      `REG/${row}`,
      `Review ${row % 90}`,
      day(row),
      'High',
      `${SENTENCE}${row}`,
      `${SENTENCE.repeat(2)}${row}`,
    ],
    ...[
      'Yes',
      'Head of Service',
      row % 3 ? 'Police / Housing' : 'Police',
      day(row),
      row % 4 ? null : day(row + 90),
    ],
    ...[row % 2 ? 'In progress' : 'Complete 12/06/2024', { v: 0.6, format: '0%' }, update],
    ...['https://example.org/evidence', 'Practice – audit found 17 of 20', 'Voice', 'Low', 'June', SENTENCE],
  ];
}

/** The rows of a made-up register of what was recommended and done, headings first: the same every time. */
export const registerRows = (rows: number): TestCell[][] => [
  HEADINGS,
  ...Array.from({ length: rows }, (_, at) => registerRow(at + 1)),
];

/** As a workbook. */
export const registerOf = (rows: number): Buffer => writeSheet(registerRows(rows));
