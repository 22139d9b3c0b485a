import { describe, expect, it } from '@jest/globals';
import { within } from './patience.js';

describe('within', () => {
  it('answers what came in time', async () => {
    expect(await within(60_000, Promise.resolve('there'))).toBe('there');
  });

  it('does not wait for what never comes', async () => {
    expect(await within(1, new Promise(() => undefined))).toBe('late');
  });

  it('passes on what went wrong', async () => {
    await expect(within(60_000, Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  });
});
