import { describe, expect, it } from '@jest/globals';
import { readTypedDay, saySomeDay } from './typed-day.js';

describe('a day that somebody typed', () => {
  it.each([
    ['31/3/2025', '2025-03-31', '31 March 2025'],
    ['31.03.2025', '2025-03-31', '31 March 2025'],
    [' 31st  March 2025 ', '2025-03-31', '31 March 2025'],
    ['1 sept 2025', '2025-09-01', '1 September 2025'],
    ['2025-03-31', '2025-03-31', '31 March 2025'],
    ['March 2025', '2025-03', 'March 2025'],
    ['3/2025', '2025-03', 'March 2025'],
    ['2025-03', '2025-03', 'March 2025'],
    ['Q1 2025', '2025-Q1', 'January to March 2025'],
    ['2025-Q4', '2025-Q4', 'October to December 2025'],
    ['2025', '2025', '2025'],
  ])('%j is %s', (typed, day, said) => {
    expect(readTypedDay(typed)).toBe(day);
    expect(saySomeDay(day)).toBe(said);
  });

  it.each(['', 'soon', '31/2/2025', '13/13/2025', '3/31/2025', '31 Smarch 2025', 'Q5 2025', '31/3/25'])(
    '%j is none',
    (typed) => expect(readTypedDay(typed)).toBeNull(),
  );
});
