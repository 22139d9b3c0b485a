import { describe, expect, it } from '@jest/globals';
import { sayTimes } from './resource.presenter.js';

describe('sayTimes', () => {
  it.each([
    [null, null, ''],
    ['2026-03-02', null, '2 March 2026'],
    ['2026-03-02', '2026-03-06', '2 March 2026 to 6 March 2026'],
    ['2026-03-03T10:00', '2026-03-03T12:00', '3 March 2026, 10am to midday'],
    ['2026-03-04T14:00', '2026-03-04T16:30', '4 March 2026, 2pm to 4:30pm'],
    ['2026-03-04T09:05', null, '4 March 2026, 9:05am'],
    ['2026-03-04T23:00', '2026-03-05T00:00', '4 March 2026, 11pm to 5 March 2026, midnight'],
    ['2026-03-04T09:00', '2026-03-04', '4 March 2026, 9am'],
    [null, '2026-03-31', 'Until 31 March 2026'],
  ])('says %j to %j as “%s”', (startsOn, endsOn, words) => {
    expect(sayTimes(startsOn, endsOn)).toBe(words);
  });
});
