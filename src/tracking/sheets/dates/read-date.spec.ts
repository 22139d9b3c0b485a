import { describe, expect, it } from '@jest/globals';
import { readWrittenDate } from './read-date.js';
import { dayOrderOf, type DayOrder } from './written-dates.js';

const read = (text: string, order: DayOrder = 'day-first'): unknown => {
  const { date, doubt } = readWrittenDate(text, { order, from1904: false });
  return doubt ? [doubt, date?.on ?? null] : date ? [date.precision, date.on] : 'no date';
};

describe('dates of every precision', () => {
  it.each([
    ['31.03.24', 'day', '2024-03-31'],
    ['28/06/2024', 'day', '2024-06-28'],
    ['1-6-2024', 'day', '2024-06-01'],
    ['2024-06-28', 'day', '2024-06-28'],
    ['2024-06-28T00:00:00', 'day', '2024-06-28'],
    ['28/06/2024 00:00:00', 'day', '2024-06-28'],
    ['28th June 2024', 'day', '2024-06-28'],
    ['Friday 28 June 2024', 'day', '2024-06-28'],
    ['28-Jun-24', 'day', '2024-06-28'],
    ['June 28, 2024', 'day', '2024-06-28'],
    ['by 28 June 2024.', 'day', '2024-06-28'],
    ['29 February 2024', 'day', '2024-02-29'],
    ['Mar-25', 'month', '2025-03-31'],
    ['Sept 2024', 'month', '2024-09-30'],
    ['February 2024', 'month', '2024-02-29'],
    ["March '25", 'month', '2025-03-31'],
    ['end of March 2025', 'month', '2025-03-31'],
    ['By end March 2025', 'month', '2025-03-31'],
    ['03/2025', 'month', '2025-03-31'],
    ['2025-03', 'month', '2025-03-31'],
    ['Q3 2024/25', 'quarter', '2024-12-31'],
    ['Q4 2024-25', 'quarter', '2025-03-31'],
    ['Quarter 1 24/25', 'quarter', '2024-06-30'],
    ['2024/25 Q2', 'quarter', '2024-09-30'],
    ['2025', 'year', '2025-12-31'],
    ['end of 2025', 'year', '2025-12-31'],
  ])('%s', (text, precision, on) => {
    expect(read(text)).toEqual([precision, on]);
  });
});

it.each(['Ongoing', 'TBC', 'N/A', '–', 'Not known', 'to be confirmed'])(
  '%s says that there is no date',
  (text) => {
    expect(read(text)).toBe('no date');
  },
);

it.each([
  ['31 April 2024', null],
  ['29/02/2023', null],
  ['31/13/2024', null],
  ['End of term', null],
  ['Annually', null],
  ['Spring 2025', null],
  ['2024/25', null],
  ['Q3 2025/24', null],
  ['3 April', null],
  ['30/06/2024 (was 31/03/2024)', null],
  ['April to June 2024', null],
  ['Completed 30/06/2024', null],
  ['19999', null],
  ['60001', null],
])('%s is asked about', (text, on) => {
  expect(read(text)).toEqual(['date-not-read', on]);
});

it('proposes the newest date among words that it does not read', () => {
  const { guess } = readWrittenDate('30/06/2024 (was 31/03/2024)', { order: 'day-first', from1904: false });
  expect(guess).toEqual({ on: '2024-06-30', precision: 'day' });
});

it('takes a whole number as the day that a lost format hides, and asks', () => {
  expect(read('45473')).toEqual(['number-read-as-date', '2024-06-30']);
});

describe('day and month', () => {
  it.each([
    [['31/03/2024', '01/02/2024'], 'day-first'],
    [['03/31/2024', '01/02/2024'], 'month-first'],
    [['31/03/2024', '03/31/2024'], 'both'],
    [['01/02/2024', '05/05/2024'], 'day-first'],
    [['12/31/24 – met. 01/02/24 – again'], 'month-first'],
  ])('%s is %s', (texts, order) => {
    expect(dayOrderOf(texts)).toBe(order);
  });

  it('reads what is unambiguous as it is, and the rest by the column', () => {
    expect(read('03/04/2024', 'day-first')).toEqual(['day', '2024-04-03']);
    expect(read('03/04/2024', 'month-first')).toEqual(['day', '2024-03-04']);
    expect(read('03/04/2024', 'both')).toEqual(['date-order-unclear', '2024-04-03']);
    expect(read('05/05/2024', 'both')).toEqual(['day', '2024-05-05']);
    expect(read('31/12/2024', 'month-first')).toEqual(['day', '2024-12-31']);
    expect(read('12/31/2024', 'both')).toEqual(['day', '2024-12-31']);
  });
});
