import { writeWorkbook, type Sheet, type SheetCell } from '../../../platform/office/workbook.js';
import type { KnownDay } from '../../day.js';
import { flatten, type Report, type ReportColumn, type ReportValue } from '../report.js';
import { sayQuarter } from '../say.js';
import { linesOf } from './lines.js';

/** A report as a workbook: what it is, all that is followed in one sheet, and a sheet for each further table. */
export async function xlsxOf(report: Report): Promise<Buffer> {
  const all = flatten(report);
  const plain = report.sections.flatMap(({ key, table }) =>
    table?.kind === 'plain' ? [sheetOf(SHEET_NAMES[key] ?? key, table.columns, table.rows)] : [],
  );
  const sheets = [aboutSheet(report.title, report.about), ...plain];
  if (all) sheets.splice(1, 0, sheetOf('Recommendations', all.columns, all.rows));
  return await writeWorkbook(sheets, { title: report.title, at: report.madeAt });
}

const SHEET_NAMES: Readonly<Record<string, string>> = {
  ...{ counts: 'In numbers', improvements: 'Improvement', 'little-progress': 'Little or no progress' },
  'not-to-act': 'Decided not to act',
};

/** What a workbook is, as people read it. */
export const aboutSheet = (title: string, about: Report['about']): Sheet => ({
  name: 'About',
  columns: [
    { heading: 'About', width: 24 },
    { heading: title, width: 90 },
  ],
  rows: about.map(({ label, value }) => [label, value]),
});

const sheetOf = (
  name: string,
  columns: readonly ReportColumn[],
  rows: readonly (readonly ReportValue[])[],
): Sheet => ({
  name,
  columns: columns.map(({ label, width, kind }) => ({ heading: label, width, kind })),
  rows: rows.map((row) => row.map(reportCell)),
});

function reportCell(value: ReportValue): SheetCell {
  if (value === null || typeof value === 'number') return value;
  return typeof value === 'object' && 'precision' in value ? dayCell(value) : linesOf(value).join('\n');
}

/** A real date, shown as exactly as it is known. Sheets know no quarters: those are words that people write too. */
export const dayCell = (day: KnownDay): SheetCell =>
  day.precision === 'quarter' ? sayQuarter(day) : { on: day.on, precision: day.precision };
