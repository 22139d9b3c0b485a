import { describe, expect, it } from '@jest/globals';
import { ConfigError, readConfig } from '../config.js';
import { Clock } from './clock.js';

describe('the clock', () => {
  it('starts where it is told to and runs on, and is the real one otherwise', async () => {
    const startsAt = new Date('2025-01-06T09:00:00Z');
    const clock = new Clock(startsAt);
    const [began, first] = [Date.now(), clock.now().getTime()];
    expect(first).toBeGreaterThanOrEqual(startsAt.getTime());
    while (Date.now() === began) await new Promise((done) => setTimeout(done, 1));
    expect(clock.now().getTime()).toBeGreaterThan(first);
    const [before, real, after] = [Date.now(), new Clock().now().getTime(), Date.now()];
    expect([before <= real, real <= after]).toEqual([true, true]);
  });

  it.each([
    ['2025-01-06T09:00:00Z', '2025-01-06T09:00:00.000Z'],
    ['2025-07-06T09:00:00.250+01:00', '2025-07-06T08:00:00.250Z'],
  ])('is set to %s', (setting, instant) => {
    expect(readConfig({ CLOCK_STARTS_AT: setting }).clockStartsAt?.toISOString()).toBe(instant);
  });

  it.each(['2025-01-06', '2025-01-06T09:00:00', '2025-02-30T09:00:00Z', '2025-01-06T25:00:00Z', 'now'])(
    'is not set to %s, which is no instant',
    (CLOCK_STARTS_AT) => {
      expect(() => readConfig({ CLOCK_STARTS_AT })).toThrow(
        new ConfigError('CLOCK_STARTS_AT must be an instant such as 2025-01-06T09:00:00Z'),
      );
    },
  );

  it('is set in no production, which goes by the real time', () => {
    const production = { NODE_ENV: 'production' };
    expect(() => readConfig({ ...production, CLOCK_STARTS_AT: '2025-01-06T09:00:00Z' })).toThrow(ConfigError);
    expect(readConfig(production).clockStartsAt).toBeUndefined();
  });
});
