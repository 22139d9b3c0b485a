import { describe, expect, it } from '@jest/globals';
import { localTime } from './local-time.js';

describe('localTime', () => {
  it.each([
    ['2026-01-05T09:07:30Z', '2026-01-05T09:07'],
    ['2026-07-05T09:07:00Z', '2026-07-05T10:07'],
    ['2026-06-30T23:30:00Z', '2026-07-01T00:30'],
    ['2026-12-31T23:59:59Z', '2026-12-31T23:59'],
    ['2026-01-01T00:00:00Z', '2026-01-01T00:00'],
  ])('says what clocks in the United Kingdom show at %s', (instant, local) => {
    expect(localTime(new Date(instant))).toBe(local);
  });
});
