import { describe, expect, it } from '@jest/globals';
import { exampleAgencies } from '../../../../test/tracking/sheets/examples.ts';
import { readResponse } from './answers.js';
import { readHeading } from './headings.js';
import { splitNumber } from './numbers.js';
import { PlanAgencies } from './plan-agencies.js';
import { splitEntries } from './progress.js';
import { WordsGiven } from './words-given.js';

it.each([
  ['number', 'Rec No', '#', 'Ref.', 'Unique ID', 'Item', 'Recommendation No.'],
  ['ref', 'Action No', 'Action ref'],
  ['recommendation', 'Recommendation(s)', 'Key finding', 'Learning point', 'What did we learn?', 'Issue'],
  [
    'action',
    'Agreed action',
    'Action/s',
    'What will we do?',
    'How will we do it?',
    'Actions to be taken',
    'SMART Actions',
  ],
  [
    'agency',
    'Lead agency',
    'Responsible agency/ies',
    'Lead Agency / Officer',
    'Lead organisation(s)',
    'Owner’s agency',
  ],
  ['officer', 'Lead officer', 'Person responsible', 'Named lead'],
  ['lead', 'Lead', 'Owner', 'By whom', 'Who will do it?', 'Agency lead', 'Responsible'],
  [
    'due',
    'By when',
    'Timescale',
    'Target date',
    'Deadline for completion',
    'When will it be done by?',
    'Expected completion date',
  ],
  ['originalDue', 'Original due date', 'Original timescale', 'Initial target date'],
  ['revisedDue', 'Revised deadline', 'New target date', 'Extension date'],
  ['completed', 'Date completed', 'Date of completion and outcome', 'Actual completion date', 'Closed date'],
  ['status', 'Status', 'Current status', 'Status (Complete / In progress / Not started)', 'Complete?'],
  ['rag', 'RAG', 'BRAG rating', 'RAG status', 'Red/Amber/Green'],
  [
    'progress',
    'Progress / update',
    'Latest update',
    'Current position',
    'Q1 2024/25',
    'September 2024 update',
    'What have we done?',
  ],
  ['response', 'Accepted?', 'Agency response', 'Is the recommendation accepted?', 'Accepted Y/N'],
  ['impact', 'Impact', 'Evidence of impact', 'What difference has it made?'],
  ['evidence', 'Evidence/Assurance', 'Supporting documents'],
  ['review', 'Origin', 'SAR', 'Review name', 'Source of recommendation'],
  ['scope', 'Scope of recommendation i.e. local, regional or national', 'Local / National'],
  ['milestones', 'Key milestones achieved in enacting recommendation'],
  ['percent', '% complete'],
  [
    'note',
    'Priority',
    'Expected outcome',
    'How will we know it has been done?',
    'Review date',
    'Start date',
    'Theme',
    'Risk',
  ],
])('a column of this kind: %s', (kind, ...headings) => {
  for (const heading of headings) expect([heading, readHeading(heading).kind]).toEqual([heading, kind]);
});

describe('agencies', () => {
  const agencies = new PlanAgencies(exampleAgencies);

  it.each([
    ['Police and CSC', ['Fennmere Police', "Fennmere Council Children's Services"], [], []],
    ['Practice and Policy Group', ['Practice & Policy Group'], [], []],
    [
      'Education, Skills and Early Years, Police',
      ['Education, Skills and Early Years', 'Fennmere Police'],
      [],
      [],
    ],
    [
      'Police, Housing and Schools',
      ['Fennmere Police', 'Housing and Homelessness', 'Education, Skills and Early Years'],
      [],
      [],
    ],
    [
      'Police – DI Smith\nHousing – Jo',
      ['Fennmere Police', 'Housing and Homelessness'],
      [],
      ['DI Smith', 'Jo'],
    ],
    ['Head of Service (Housing)', ['Housing and Homelessness'], [], ['Head of Service']],
    ['Probation Service (Fennmere)', ['Probation Service (Fennmere)'], [], []],
    ['Children’s Social Care', ["Fennmere Council Children's Services"], [], []],
    ['Police (lead); CSC', ['Fennmere Police', "Fennmere Council Children's Services"], [], []],
    ['Police, CSC and Bob', [], ['Police, CSC and Bob'], []],
    ['Police/Health/Education', ['Fennmere Police', 'Education, Skills and Early Years'], ['Health'], []],
  ])('%s', (text, names, notKnown, officers) => {
    expect(agencies.read(text)).toMatchObject({ names, notKnown, officers });
  });
});

it.each([
  [
    '12.03.24 - X\n15.04.24 - Y',
    [
      ['2024-03-12', 'X'],
      ['2024-04-15', 'Y'],
    ],
  ],
  [
    '• 12/3/24: X\n• 1/4/24: Y',
    [
      ['2024-03-12', 'X'],
      ['2024-04-01', 'Y'],
    ],
  ],
  ['[12/3/24] X', [['2024-03-12', 'X']]],
  [
    'Met on 3/4/24 - agreed. 5/4/24 - sent.',
    [
      [null, 'Met on 3/4/24 - agreed.'],
      ['2024-04-05', 'sent.'],
    ],
  ],
  ['May 2024: started. Then 3/5/24 - more', [['2024-05-31', 'started. Then 3/5/24 - more']]],
  ['Letter sent 5 May 2024. Reply received 2 July 2024: no.', []],
  ['3 May 20 staff were trained', []],
  ['2024: a year', []],
])('entries of %j', (text, entries) => {
  expect(splitEntries(text, 'day-first').map(({ on, text: words }) => [on, words])).toEqual(entries);
});

it.each([
  ['Accepted', 'accepted', null],
  ['Yes, subject to funding', 'accepted', null],
  ['Agreed in principle', 'accepted-in-part', null],
  ['Partially', 'accepted-in-part', null],
  ['No – duplicate', 'not-accepted', 'duplicate'],
  ['Not accepted', 'not-accepted', null],
  ['No response yet', 'awaiting', null],
  ['Under consideration', undefined, undefined],
])('the answer %s', (text, response, reason) => {
  const read = readResponse(text, new WordsGiven());
  expect([read?.response, read?.reason]).toEqual([response, reason]);
});

it.each([
  ['Recommendation 1: A', '1', 'A'],
  ['Recommendation 3\nA', '3', 'A'],
  ['2. A', '2', 'A'],
  ['3) A', '3', 'A'],
  ['1a. A', '1a', 'A'],
  ['R1 – A', '1', 'A'],
  ['1.1 The A', '1.1', 'The A'],
  ['2024 review', null, '2024 review'],
  ['3 April was late', null, '3 April was late'],
])('the number in %j', (text, number, rest) => {
  expect(splitNumber(text)).toEqual({ number, text: rest });
});
