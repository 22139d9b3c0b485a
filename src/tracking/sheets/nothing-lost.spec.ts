import { describe, expect, it } from '@jest/globals';
import { randomSheet } from '../../../test/tracking/sheets/random-sheet.ts';
import { writeSheet, writeWorkbook, type TestCell } from '../../../test/tracking/sheets/write-workbook.ts';
import { previewPlan } from './read-plan.js';

const given = { agencies: [{ name: 'Police', otherNames: [] }] };
const SHEETS = 60;

describe('rule 1: nothing is lost', () => {
  it('every cell of sheets of any layout is somewhere in the preview', async () => {
    const lost: string[] = [];
    let cells = 0;
    for (let seed = 1; seed <= SHEETS; seed++) {
      const { sheet, marks } = randomSheet(seed);
      const preview = await previewPlan(writeWorkbook([sheet]), 'plan.xlsx', given);
      if (!preview.sheets[0]?.read) continue;
      const said = JSON.stringify(preview);
      cells += marks.size;
      for (const [address, mark] of marks)
        if (!said.includes(mark)) lost.push(`sheet ${seed}, ${address}: ${mark}`);
    }
    expect(lost).toEqual([]);
    expect(cells).toBeGreaterThan(SHEETS * 20);
  });

  it('dates of the workbook and numbers are kept as the sheet shows them, in any column', async () => {
    const headings = [
      'No.',
      'Recommendation',
      'Action',
      'Lead agency',
      'By when',
      'Status',
      'Progress',
      'Evidence',
      'Extra',
    ];
    const serial = Date.UTC(2024, 5, 1) / 86_400_000 + 25_569;
    const rows = headings.map((_, row) =>
      headings.map((__, column): TestCell => {
        if (column !== row) return column === 1 ? `Rec ${row}` : column === 2 ? 'Act' : null;
        return { v: serial + row, format: 'd mmm yyyy' };
      }),
    );
    const said = JSON.stringify(await previewPlan(writeSheet([headings, ...rows]), 'plan.xlsx', given));
    for (const row of headings.keys()) expect(said).toContain(`${row + 1} Jun 2024`);
  });
});
