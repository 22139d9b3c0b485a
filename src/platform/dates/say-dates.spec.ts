import { describe, expect, it } from '@jest/globals';
import { sayRelayed, sayRelayedApart } from './say-dates.js';

describe('the date of a newsletter', () => {
  it('is said as that', () => {
    expect(sayRelayed('2024-03')).toBe('In a newsletter, March 2024');
    expect(sayRelayed(null)).toBe('');
  });

  it.each([
    ['2024-02', '2024-03-28', '28 March 2024'],
    ['2024-03-21', '2024-03-25', '25 March 2024'],
    [null, '2024-03-28', '28 March 2024'],
    ['2025-02', '2025-02', ''],
    ['2025-02', '2025-02-14', ''],
    ['2025-02-14', '2025-02', ''],
    ['2025', null, ''],
  ])('beside a publication on %j, %j is “%s”', (publishedOn, relayedOn, words) => {
    expect(sayRelayedApart(publishedOn, relayedOn)).toBe(words);
  });
});
