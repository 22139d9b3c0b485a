import { describe, expect, it } from '@jest/globals';
import { StemSet, StemWeights } from './stem-set.js';

describe('stems by number', () => {
  it('knows which stems a text has', () => {
    const stems = new StemSet(['neglect', 'school', 'neglect', 'abus']);
    expect(['neglect', 'school', 'abus', 'police'].map((stem) => stems.has(stem))).toEqual([
      ...[true, true, true, false],
    ]);
    expect(new StemSet([]).has('neglect')).toBe(false);
  });

  it('knows how much each stem is said, in whatever order they came', () => {
    const weights = new StemWeights(['zebra', 'abus', 'neglect'], [0.5, 2, 1.25]);
    expect(['abus', 'neglect', 'zebra', 'nobody'].map((stem) => weights.of(stem))).toEqual([2, 1.25, 0.5, 0]);
    expect(weights.of('zebra') > 0).toBe(true);
    expect(weights.of('nobody') > 0).toBe(false);
  });
});
