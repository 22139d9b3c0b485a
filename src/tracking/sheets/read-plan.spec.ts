import { describe, expect, it } from '@jest/globals';
import { exampleAgencies, exampleFile, exampleOf } from '../../../test/tracking/sheets/examples.ts';
import { previewPlan } from './read-plan.js';

const given = { agencies: exampleAgencies };

describe('the worked examples', () => {
  it.each([
    ['01-lcspr-action-plan.xlsx', '01-lcspr-action-plan'],
    ['02-dhr-action-plan.xlsx', '02-dhr-action-plan'],
    ['03-board-tracker.xlsx', '03-board-tracker.xlsx'],
    ['03-board-tracker.csv', '03-board-tracker.csv'],
  ])('%s is read as expected, in every value', async (file, expected) => {
    const preview = await previewPlan(exampleFile(file), file, given);
    expect(preview).toMatchObject(exampleOf(expected));
  });

  it('proposes an answer to each question that has one', async () => {
    const { questions } = await previewPlan(exampleFile('03-board-tracker.xlsx'), 'tracker.xlsx', given);
    expect(questions.map(({ cell, proposed }) => [cell, proposed])).toEqual([
      ['G5', 'Duplicates recommendation 4 of SCR Child P (2021).'],
      ['L7', null],
      ['M7', 'completed'],
      ['J8', null],
    ]);
  });

  it('takes the review and the date that it is given rather than those of the titles', async () => {
    const more = { ...given, review: 'LCSPR R7', asOf: '2024-05-01' };
    const preview = await previewPlan(exampleFile('01-lcspr-action-plan.xlsx'), 'plan.xlsx', more);
    expect(preview).toMatchObject({ review: 'LCSPR R7', asOf: '2024-05-01' });
    expect(preview.questions.map(({ cell, code }) => [cell, code])).toContainEqual([
      'G7',
      'update-in-the-future',
    ]);
  });

  it('keeps what stands above the headings and what is left out, in its words', async () => {
    const { sheets, leftOut } = await previewPlan(
      exampleFile('01-lcspr-action-plan.xlsx'),
      'plan.xlsx',
      given,
    );
    expect(sheets[0]?.titles?.[2]).toBe('OFFICIAL – SENSITIVE     Updated: 14 May 2024');
    expect(sheets[0]?.headings).toMatchObject({ A: 'No.', G: 'Progress / update' });
    expect(leftOut.map(({ text }) => text)).toContain('Total actions | 6');
  });
});
