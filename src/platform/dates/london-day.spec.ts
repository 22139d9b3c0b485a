import { describe, expect, it } from '@jest/globals';
import { endOfLondonDay, londonDay } from './london-day.js';

describe('a day in the United Kingdom', () => {
  it.each([
    ['in winter', '2026-01-05', '2026-01-06T00:00:00.000Z'],
    ['in summer', '2026-07-05', '2026-07-05T23:00:00.000Z'],
    ['before clocks go forward', '2026-03-28', '2026-03-29T00:00:00.000Z'],
    ['on which they go forward', '2026-03-29', '2026-03-29T23:00:00.000Z'],
    ['before clocks go back', '2026-10-24', '2026-10-24T23:00:00.000Z'],
    ['on which they go back', '2026-10-25', '2026-10-26T00:00:00.000Z'],
    ['that is the last of a year', '2026-12-31', '2027-01-01T00:00:00.000Z'],
    ['that is a leap day', '2028-02-29', '2028-03-01T00:00:00.000Z'],
  ])('%s ends just before midnight', (_, day, end) => {
    expect(endOfLondonDay(day).toISOString()).toBe(end);
  });

  it('begins where the one before it ends, all through the years', () => {
    let [day, count] = ['2023-12-31', 0];
    while (day < '2028-12-31') {
      const end = endOfLondonDay(day);
      expect(londonDay(new Date(end.getTime() - 1))).toBe(day);
      expect(londonDay(end) > day).toBe(true);
      [day, count] = [londonDay(end), count + 1];
    }
    expect(count).toBe(366 + 365 + 365 + 365 + 366);
  });
});
