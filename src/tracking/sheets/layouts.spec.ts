import { describe, expect, it } from '@jest/globals';
import { exampleAgencies } from '../../../test/tracking/sheets/examples.ts';
import { writeSheet, writeWorkbook, type TestCell } from '../../../test/tracking/sheets/write-workbook.ts';
import type { GivenForPlan, PlanAction, PlanPreview } from './preview.js';
import { previewPlan } from './read-plan.js';

const read = (bytes: Buffer, given: Partial<GivenForPlan> = {}): Promise<PlanPreview> =>
  previewPlan(bytes, 'plan.xlsx', { agencies: exampleAgencies, ...given });

const serial = (on: string): number => Date.parse(on) / 86_400_000 + 25_569;
const day = (on: string): TestCell => ({ v: serial(on), format: 'dd/mm/yyyy' });

const actionsOf = ({ recommendations }: PlanPreview): PlanAction[] =>
  recommendations.flatMap(({ actions }) => actions);
const asked = ({ questions }: PlanPreview): unknown[] => questions.map(({ cell, code }) => [cell, code]);
const columns = ({ sheets }: PlanPreview): unknown => Object.values(sheets[0]?.columns ?? {}).join(' ');

describe('a SAR plan with headings in two rows, quarters and a revised deadline', () => {
  const plan = writeSheet(
    [
      ['SAR Adult Q – action plan'],
      ['Position as at:', day('2024-06-30')],
      [
        'Rec no.',
        'Recommendation',
        'Agency response',
        'What will we do?',
        'Lead',
        'Timescale',
        null,
        'BRAG',
        'Progress',
        null,
      ],
      [null, null, null, null, null, 'Original', 'Revised', null, 'Q1 2024/25', 'Q2 2024/25'],
      [
        '1.1',
        'The board should check X.',
        'Accepted',
        'Check it',
        'ASC – Head of Adults',
        day('2024-03-31'),
        day('2024-09-30'),
        'Green',
        'Ten files checked.',
        'Complete 12/8/24',
      ],
      [
        '1.2',
        'Police should share Y.',
        'Accepted in part – under 25s only',
        'Share it',
        'Police (DI Jones)',
        { v: serial('2024-12-01'), format: 'mmm-yy' },
        null,
        { v: 'Amber', fill: 'FF0000' },
        null,
        null,
      ],
      [null, null, null, 'Tell the board', 'CCG, Police', 'Dec 2024', null, 'Red', null, null],
      ['1.2', 'Another one.', 'No – no money', null, 'All agencies', null, null, null, null, null],
      [],
      ['Key: Blue = completed and embedded; Green = complete; Amber = in progress; Red = not started'],
    ],
    { merges: ['A3:A4', 'B3:B4', 'F3:G3', 'I3:J3'] },
  );

  it('joins the headings and finds review and date in the titles', async () => {
    const preview = await read(plan);
    expect(preview).toMatchObject({ review: 'Adult Q', asOf: '2024-06-30' });
    expect(preview.sheets[0]).toMatchObject({ headingRows: [3, 4] });
    expect(columns(preview)).toBe(
      'number recommendation response action agency originalDue due rag progress progress',
    );
  });

  it('reads agencies with their officers, both due dates and updates of quarters', async () => {
    const [first, second, third] = actionsOf(await read(plan));
    expect(first).toMatchObject({
      agencies: ['Fennmere Council Adult Social Care'],
      officer: 'Head of Adults',
      due: { on: '2024-09-30', written: '30/09/2024' },
      originalDue: { on: '2024-03-31' },
      delivery: 'completed',
      completedOn: '2024-08-12',
      statedRag: 'green',
      updates: [
        { on: '2024-06-30', precision: 'quarter', text: 'Ten files checked.' },
        { on: '2024-08-12', precision: 'day', text: 'Complete 12/8/24' },
      ],
    });
    expect(second).toMatchObject({
      officer: 'DI Jones',
      due: { on: '2024-12-31', precision: 'month' },
      delivery: 'in-progress',
    });
    expect(third?.formerAgencies).toEqual([
      {
        name: 'NHS Fennmere Clinical Commissioning Group',
        became: 'NHS Fennmere and Stowe Integrated Care Board',
      },
    ]);
    expect(third).toMatchObject({ delivery: 'not-started', statedRag: 'red' });
  });

  it('reads answers, addressees and a number that is used twice', async () => {
    const preview = await read(plan);
    expect(
      preview.recommendations.map(({ number, response, responseReason }) => [
        number,
        response,
        responseReason,
      ]),
    ).toEqual([
      ['1.1', 'accepted', null],
      ['1.2', 'accepted-in-part', null],
      ['1.2', 'not-accepted', 'no money'],
    ]);
    expect(preview.recommendations[2]?.addressees).toEqual(['All safeguarding partners']);
    expect(asked(preview)).toEqual([
      ['J5', 'update-in-the-future'],
      ['H6', 'rag-text-and-colour-differ'],
      [null, 'status-from-colour'],
      ['A8', 'number-used-twice'],
    ]);
  });
});

it('takes rows that say so as recommendations where no column holds them', async () => {
  const preview = await read(
    writeSheet(
      [
        ['Ref', 'Action', 'Agency', 'Officer', 'Deadline', 'Status', 'Comments'],
        ['Recommendation 1: The partnership should do A.'],
        ['1.1', 'Write the policy', 'Police', 'Sgt A', '30.6.24', 'Complete', 'Filed'],
        ['1.2', 'Train staff', 'Education', 'Ms B', 'Sept 2024', 'On track', null],
        ['Recommendation 2: Everybody should do B.'],
        ['2.1', 'Audit', 'Housing', 'Mr C', '31/9/2024', 'Parked', null],
        ['Total actions', 3],
      ],
      { merges: ['A2:G2', 'A5:G5'] },
    ),
  );
  expect(
    preview.recommendations.map(({ number, text, actions }) => [number, text, actions.map(({ ref }) => ref)]),
  ).toEqual([
    ['1', 'The partnership should do A.', ['1.1', '1.2']],
    ['2', 'Everybody should do B.', ['2.1']],
  ]);
  expect(actionsOf(preview)[1]).toMatchObject({
    delivery: 'in-progress',
    notes: [{ cell: 'F4', text: 'Status: On track' }],
  });
  expect(preview.leftOut).toMatchObject([{ row: 7, why: 'total', text: 'Total actions | 3' }]);
  expect(asked(preview)).toEqual([
    ['F3', 'completed-without-date'],
    ['E6', 'date-not-read'],
    ['F6', 'status-not-known'],
  ]);
});

describe('a workbook that counts from 1904', () => {
  const from1904 = (on: string): number => serial(on) - 1462;

  it('reads its dates, shows its numbers and knows a lost format', async () => {
    const preview = await read(
      writeWorkbook(
        [
          {
            rows: [
              ['No', 'Recommendation', 'Action', 'Due date'],
              [{ v: 1.1, format: '0.00' }, 'A', 'B', { v: from1904('2024-06-28'), format: 'd mmmm yyyy' }],
              [2, 'C', 'D', from1904('2024-06-28')],
              [3, 'E', 'F', { v: from1904('2024-06-28'), format: 'yyyy' }],
            ],
          },
        ],
        { date1904: true },
      ),
    );
    expect(preview.recommendations[0]?.number).toBe('1.10');
    expect(actionsOf(preview).map(({ due }) => due)).toEqual([
      { on: '2024-06-28', precision: 'day', written: '28 June 2024' },
      { on: '2024-06-28', precision: 'day', written: '44009' },
      { on: '2024-12-31', precision: 'year', written: '2024' },
    ]);
    expect(asked(preview)).toEqual([['D3', 'number-read-as-date']]);
  });
});

describe('merged, struck-through and hidden cells', () => {
  const plan = writeSheet(
    [
      [
        '#',
        'Learning point',
        'Agreed actions',
        'Responsible agency',
        'Named lead',
        'By when',
        'RAG rating',
        'Evidence of impact',
        'Notes',
        'Secret',
      ],
      [
        1,
        'Learn A',
        'Do A',
        'Police; Probation & Housing',
        'DI X',
        {
          runs: [
            ['31/03/2024', true],
            [' 30/06/2024', false],
          ],
        },
        { fill: '92D050' },
        'Practice: 8 of 10',
        '=1+1',
        'Between us',
      ],
      [null, null, null, 'Wizards Ltd', 'Z', null, null, null, null, null],
      [
        null,
        null,
        {
          runs: [
            ['Old words ', true],
            ['New words', false],
          ],
        },
        'Housing',
        'Y',
        'TBC',
        { fill: { theme: 9, tint: -0.25 } },
        null,
        { v: '#REF!', type: 'e' },
        null,
      ],
      [2, 'Learn B', { formula: 'A1' }, 'Police', 'W', 'immediate', null, null, 'donâ€™t', null],
      [
        { v: 3, struck: true },
        { v: 'Learn C', struck: true },
        { v: 'Do C', struck: true },
        null,
        null,
        null,
        null,
        null,
        null,
        null,
      ],
      [null, null, 'Still to do', 'Police', null, '2025', null, null, null, null],
    ],
    {
      merges: ['A2:A4', 'B2:B4', 'C2:C3'],
      hiddenRows: [5],
      hiddenColumns: [10],
      comments: { D2: 'Check this', B2: 'Said of the learning' },
      links: { C4: 'https://example.org/a', E2: 'mailto:x@example.org' },
    },
  );

  it('lets a merged cell speak for its rows: several agencies of one action are several promises', async () => {
    const actions = actionsOf(await read(plan));
    expect(
      actions.map(({ row, text, agencies, agenciesNotKnown }) => [row, text, agencies, agenciesNotKnown]),
    ).toEqual([
      [2, 'Do A', ['Fennmere Police', 'Probation Service (Fennmere)', 'Housing and Homelessness'], undefined],
      [3, 'Do A', [], ['Wizards Ltd']],
      [4, 'New words', ['Housing and Homelessness'], undefined],
      [5, '=A1', ['Fennmere Police'], undefined],
      [7, 'Still to do', ['Fennmere Police'], undefined],
    ]);
  });

  it('takes a struck-through date as the original one, other struck-through words as notes', async () => {
    const [first, , third] = actionsOf(await read(plan));
    expect(first).toMatchObject({
      due: { on: '2024-06-30', written: '30/06/2024' },
      originalDue: { on: '2024-03-31' },
    });
    expect(third?.notes).toContainEqual({ cell: 'C4', private: false, text: 'Agreed actions: Old words' });
  });

  it('keeps actions below a recommendation that is struck through', async () => {
    const preview = await read(plan);
    expect(preview.leftOut).toMatchObject([{ row: 6, why: 'struck-through' }]);
    expect(preview.recommendations.at(-1)).toMatchObject({
      number: '3',
      text: 'Learn C',
      actions: [{ row: 7 }],
    });
  });

  it('keeps hidden columns and comments as private notes, links as evidence, addresses of people as private notes', async () => {
    const preview = await read(plan);
    const [first, , third] = actionsOf(preview);
    expect(first?.notes).toEqual([
      { cell: 'I2', private: false, text: 'Notes: =1+1' },
      { cell: 'J2', private: true, text: 'Secret: Between us' },
      { cell: 'E2', private: true, text: 'Named lead: x@example.org' },
      { cell: 'D2', private: true, text: 'Check this' },
    ]);
    expect(preview.recommendations[0]?.notes).toEqual([
      { cell: 'B2', private: true, text: 'Said of the learning' },
    ]);
    expect(third).toMatchObject({ evidence: ['https://example.org/a'], statedRag: 'green' });
  });

  it('asks about what holds no value, what is hidden and what looks garbled', async () => {
    expect(asked(await read(plan))).toEqual([
      ['D3', 'agency-not-known'],
      ['I4', 'error-value'],
      ['A5', 'hidden-row'],
      ['C5', 'formula-without-result'],
      ['F5', 'date-not-read'],
      ['I5', 'looks-garbled'],
    ]);
  });
});

describe('several tables on a sheet', () => {
  it('reads each by its own headings and keeps titles between them as sections', async () => {
    const preview = await read(
      writeSheet(
        [
          ['Single agency plan: Police'],
          ['No', 'Recommendation', 'Action', 'Lead', 'Deadline'],
          [1, 'Rec p', 'Act p', 'DI A', '2024-05-01'],
          ['No', 'Recommendation', 'Action', 'Lead', 'Deadline'],
          [2, 'Rec q', 'Act q', 'DI B', '01/06/2024 00:00'],
          [],
          ['Single agency plan: Health'],
          ['Ref', 'Action', 'Agency', 'Target date', 'Progress', 'Evidence'],
          ['H1', 'Act h', 'ICB', '30th September 2024', 'Sept 2024: done', 'a.docx\nb.docx'],
        ],
        { merges: ['A1:E1', 'A7:E7'] },
      ),
    );
    expect(preview.leftOut.map(({ row, why }) => [row, why])).toEqual([
      [4, 'repeated-heading'],
      [7, 'section'],
      [8, 'repeated-heading'],
    ]);
    expect(actionsOf(preview)).toMatchObject([
      { officer: 'DI A', due: { on: '2024-05-01' } },
      { officer: 'DI B', due: { on: '2024-06-01' } },
      {
        ref: 'H1',
        agencies: ['NHS Fennmere and Stowe Integrated Care Board'],
        delivery: 'completed',
        evidence: ['a.docx', 'b.docx'],
      },
    ]);
    expect(preview.recommendations.at(-1)).toMatchObject({
      number: null,
      text: null,
      section: 'Single agency plan: Health',
    });
  });
});

describe('sheets that are not read', () => {
  it('says why', async () => {
    const plan: TestCell[][] = [
      ['No', 'Recommendation', 'Action', 'Status'],
      [1, 'A', 'B', 'Done'],
    ];
    const { sheets } = await read(
      writeWorkbook([
        { name: 'Plan', rows: plan },
        { name: 'Old', rows: plan, state: 'veryHidden' },
        {
          name: 'Colours',
          rows: [
            [{ fill: 'FF0000' }, 'Not started'],
            [{ fill: '00B050' }, 'Done'],
          ],
        },
        { name: 'Guidance', rows: [['How to fill this in'], ['Write the action.']] },
        { name: 'Empty', rows: [] },
      ]),
    );
    expect(sheets.map(({ read, why }) => why ?? read)).toEqual([
      true,
      'hidden',
      'key',
      'no-headings',
      'empty',
    ]);
  });
});

it('proposes the recommendation as the action where no column holds one, a row for each agency', async () => {
  const preview = await read(
    writeSheet([
      ['Number', 'Recommendation', 'Lead Agency', 'By When', 'Progress', 'Current status'],
      [1, 'Rec one', 'Police', '31 March 2024 (revised from 31/12/23)', 'Done 3/4/24', 'Closed'],
      [2, 'Rec two', 'Housing', '1st October 2024', null, null],
      [null, null, 'ASC', 'Oct 24', 'Some words', null],
    ]),
  );
  expect(actionsOf(preview)).toMatchObject([
    {
      text: 'Rec one',
      due: { on: null, written: '31 March 2024 (revised from 31/12/23)' },
      completedOn: '2024-04-03',
    },
    { text: 'Rec two', agencies: ['Housing and Homelessness'], delivery: 'not-started' },
    {
      text: 'Rec two',
      agencies: ['Fennmere Council Adult Social Care'],
      due: { on: '2024-10-31' },
      delivery: 'in-progress',
    },
  ]);
  expect(asked(preview)).toEqual([
    [null, 'no-action-column'],
    ['D2', 'date-not-read'],
    [null, 'status-from-progress'],
  ]);
});

describe('sections', () => {
  it('are coloured rows among recommendations, and numbers above their parts', async () => {
    const coloured = await read(
      writeSheet([
        ['Recommendation', 'Actions', 'Who?', 'When?', 'Where are we now?'],
        [{ v: 'Hearing the child', fill: 'DDDDDD' }],
        ['1. Hear the child', 'Train', 'Police and Education', '31/3/25', null],
        ['2. See the home', 'Visit', 'The Police', 'Sept-24', null],
        [],
        ['Prepared by J Smith'],
      ]),
    );
    expect(coloured.recommendations.map(({ number, section }) => [number, section])).toEqual([
      ['1', 'Hearing the child'],
      ['2', 'Hearing the child'],
    ]);
    expect(coloured.leftOut.map(({ why }) => why)).toEqual(['section', 'footnote']);
    const numbered = await read(
      writeSheet([
        ['Ref', 'Recommendation', 'Action', 'Agency'],
        ['1', 'Assessment'],
        ['1.1', 'Ask fathers', 'Change the form', 'Police'],
      ]),
    );
    expect(numbered.recommendations).toMatchObject([{ number: '1.1', section: 'Assessment' }]);
    expect(numbered.leftOut).toMatchObject([{ row: 2, why: 'section' }]);
  });
});

describe('what people have said of the layout', () => {
  const rows: TestCell[][] = [
    ['Thing', 'Stuff', 'Widget', 'Stand'],
    ['1', 'Rec one', 'Do it', 'Closed acceptable'],
    ['2', 'Rec two', 'Do more', 'Parked'],
  ];

  it('is not read without it, and read with it', async () => {
    expect((await read(writeSheet(rows))).sheets).toMatchObject([{ read: false, why: 'no-headings' }]);
    const mapping = {
      columns: { A: 'number', B: 'recommendation', C: 'action', D: 'status' } as const,
      words: { 'closed acceptable': 'closed-acceptable', Parked: 'stopped' },
    };
    expect(actionsOf(await read(writeSheet(rows), { mapping }))).toMatchObject([
      {
        delivery: 'completed',
        judgement: 'closed-acceptable',
        notes: [{ text: 'Stand: Closed acceptable' }],
      },
      { delivery: 'stopped', stopReason: 'Parked' },
    ]);
  });

  it('gives a name that is not known the agency that it means', async () => {
    const plan = writeSheet([
      ['No', 'Recommendation', 'Action', 'Agency'],
      [1, 'A', 'B', "Women's Aid"],
    ]);
    const [action] = actionsOf(
      await read(plan, { mapping: { words: { "Women's Aid": 'Fennmere Police' } } }),
    );
    expect(action?.agencies).toEqual(['Fennmere Police']);
  });
});

describe('a register of several reviews', () => {
  it('tells which review each recommendation is of, and lets their numbers begin anew', async () => {
    const preview = await read(
      writeSheet([
        ['Ref', 'SAR', 'Recommendation', 'Action', 'Completion date', 'Status'],
        [1, 'SAR A', 'Rec a', 'Do a', '31/03/2025', 'In progress'],
        [2, 'SAR A', 'Rec b', 'Do b', '30/06/2024', 'Complete'],
        [1, 'SAR B', 'Rec c', 'Do c', '30/06/2025', 'Not started'],
      ]),
    );
    expect(preview.reviews).toEqual({ 1: 'SAR A', 2: 'SAR A' });
    expect(preview.recommendations.at(-1)?.notes).toEqual([
      { cell: 'B4', private: false, text: 'SAR: SAR B' },
    ]);
    expect(columns(preview)).toBe('number review recommendation action due status');
    expect(asked(preview)).toEqual([['F3', 'completed-without-date']]);
  });
});

describe('a plan with its key above, and a lead who is an agency and a person', () => {
  const plan = writeSheet([
    ['SAR Family T action plan – updated 1 April 2025'],
    [
      { v: 'Blue', fill: '0070C0' },
      'Complete and evidenced',
      { v: 'Amber', fill: 'FFC000' },
      'At risk of delay',
    ],
    [],
    [
      'Recommendation',
      'Action',
      'Lead Agency & Officer',
      'Timescale',
      'BRAG',
      'Update Q3 2024/25',
      'Update Q4 2024/25',
      'Comments',
    ],
    [
      'Recommendation 1\nThe board should A',
      'Write guidance',
      'ASC\nJo Smith',
      'March 2025',
      { fill: '0070C0' },
      'Drafted',
      'Published',
      null,
    ],
    [
      null,
      'Launch it',
      'ASC and Police',
      'Apr-25',
      { fill: 'FFC000' },
      null,
      '31/3/25: delayed by printing.',
      'See minutes',
    ],
    ['R2 – The board should B', 'Audit', 'Housing (Head of Housing)', 'N/A', 'B', null, null, null],
  ]);

  it('finds the headings below a title and a key that look like some', async () => {
    const preview = await read(plan);
    expect(preview).toMatchObject({ review: 'Family T', asOf: '2025-04-01', sheets: [{ headingRows: [4] }] });
    expect(columns(preview)).toBe('recommendation action agency due rag progress progress note');
    expect(preview.recommendations.map(({ number, text }) => [number, text])).toEqual([
      ['1', 'The board should A'],
      ['2', 'The board should B'],
    ]);
  });

  it('gives colours the meaning of the key, and people beside agencies their place', async () => {
    expect(actionsOf(await read(plan))).toMatchObject([
      {
        officer: 'Jo Smith',
        delivery: 'completed',
        statedRag: 'blue',
        updates: [{ on: '2024-12-31' }, { on: '2025-03-31', text: 'Published' }],
      },
      {
        agencies: ['Fennmere Council Adult Social Care', 'Fennmere Police'],
        delivery: 'in-progress',
        updates: [{ precision: 'day' }],
      },
      { officer: 'Head of Housing', due: { on: null, written: 'N/A' }, delivery: 'completed' },
    ]);
  });
});

it('tells by their cells what comments, outcomes, levels and completion dates are', async () => {
  const preview = await read(
    writeSheet([
      ['No.', 'Recommendation', 'Action', 'Lead', 'Completion date', 'Outcome', 'Comments', 'Level'],
      ['1', 'Rec A', 'Act A', 'Police', day('2025-03-31'), 'Outcome: fewer calls', 'Complete 3/4/25', 'High'],
      ['2', 'Rec B', 'Act B', 'Education', day('2025-03-31'), 'Training delivered', 'In progress', 'Low'],
    ]),
  );
  expect(columns(preview)).toBe('number recommendation action agency due impact progress note');
  expect(actionsOf(preview)).toMatchObject([
    { due: { on: '2025-03-31' }, completedOn: '2025-04-03', impact: { level: 'outcome' } },
    { due: { on: '2025-03-31' }, delivery: 'in-progress', impact: { level: 'policy-or-training' } },
  ]);
});

it('reads the words of states that are not ours, and keeps them', async () => {
  const states = [
    ...[
      'Done',
      'Closed 01/02/2024',
      'Achieved – Jan 2024',
      'On hold',
      'Under way',
      'Part done',
      'Phase 2',
      'Planned',
    ],
    ...['Not yet due', 'No longer required', 'Complete (3.4.24)', 'Completed in part', 'Not complete', '—'],
  ];
  const rows = states.map((state, at): TestCell[] => [at + 1, `Rec ${at}`, `Act ${at}`, state]);
  const preview = await read(writeSheet([['No', 'Recommendation', 'Action', 'Status'], ...rows]));
  expect(
    actionsOf(preview).map(({ delivery, completedOn, notes }) => [delivery, completedOn, notes.length]),
  ).toEqual([
    ['completed', null, 1],
    ['completed', '2024-02-01', 1],
    ['completed', '2024-01-31', 1],
    ['in-progress', null, 1],
    ['in-progress', null, 1],
    ['in-progress', null, 1],
    ['in-progress', null, 1],
    ['not-started', null, 1],
    ['not-started', null, 1],
    ['stopped', null, 1],
    ['completed', '2024-04-03', 0],
    ['in-progress', null, 1],
    ['not-started', null, 1],
    ['not-started', null, 1],
  ]);
  expect(asked(preview)).toEqual([
    ['D2', 'completed-without-date'],
    ['D14', 'status-not-known'],
  ]);
});

describe('text files', () => {
  const text =
    'No\tRecommendation\tAction\tDue\n1\tShould “see”\tVisit\t12/31/2024\n2\tB\tCall\t03/04/2024\n';

  it.each([
    ['utf-8', Buffer.from(text), '\t'],
    ['utf-8', Buffer.from(`\uFEFF${text.replaceAll('\t', ',')}`), ','],
    ['utf-16le', Buffer.from(`\uFEFF${text}`, 'utf16le'), '\t'],
    ['utf-16le', Buffer.from(text, 'utf16le'), '\t'],
    ['utf-16be', Buffer.from(`\uFEFF${text}`, 'utf16le').swap16(), '\t'],
    [
      'windows-1252',
      Buffer.from(text.replaceAll('\t', ';').replace('“', '\x93').replace('”', '\x94'), 'latin1'),
      ';',
    ],
  ])('are read as %s', async (encoding, bytes, separator) => {
    const preview = await read(bytes);
    expect(preview).toMatchObject({
      encoding,
      separator,
      recommendations: [{ text: 'Should “see”' }, { text: 'B' }],
    });
    expect(actionsOf(preview).map(({ due }) => due?.on)).toEqual(['2024-12-31', '2024-03-04']);
    expect(preview.questions).toEqual([]);
  });

  it('keep line breaks in cells, and quotation marks that are never closed', async () => {
    const quoted = await read(Buffer.from('No,Recommendation,Action\r\n1,"a\r\nb","x, y"\r\n'));
    expect(quoted.recommendations).toMatchObject([{ text: 'a\nb', actions: [{ row: 2, text: 'x, y' }] }]);
    const broken = await read(Buffer.from('No,Recommendation,Action\n1,"never closed,x\n'));
    expect(broken.recommendations).toMatchObject([{ text: '"never closed' }]);
  });
});
