import { describe, expect, it } from '@jest/globals';
import { SharedReading } from './shared-reading.js';

/** A reading whose ends are in the test's hands. */
function byHand(): { begun: number; end: (error?: Error) => void; reading: SharedReading<number> } {
  const waiting: ((error?: Error) => void)[] = [];
  const hand = {
    begun: 0,
    end: (error?: Error) => waiting.shift()!(error),
    reading: new SharedReading(
      async () =>
        await new Promise<number>((done, fail) => {
          const number = (hand.begun += 1);
          waiting.push((error) => (error ? fail(error) : done(number)));
        }),
    ),
  };
  return hand;
}

const aMoment = async (): Promise<void> => await new Promise((done) => setImmediate(done));

describe('a shared reading', () => {
  it('is one for all who ask at once', async () => {
    const hand = byHand();
    const all = Promise.all([hand.reading.now(), hand.reading.now(), hand.reading.now()]);
    await aMoment();
    hand.end();
    expect(await all).toEqual([1, 1, 1]);
  });

  it('is never one that began before somebody asked, and again one for all of those', async () => {
    const hand = byHand();
    const first = hand.reading.now();
    await aMoment();
    const later = [hand.reading.now(), hand.reading.now()];
    await aMoment();
    expect(hand.begun).toBe(1);
    hand.end();
    expect(await first).toBe(1);
    await aMoment();
    const last = hand.reading.now();
    hand.end();
    expect(await Promise.all(later)).toEqual([2, 2]);
    await aMoment();
    hand.end();
    expect(await last).toBe(3);
  });

  it('that fails does so for those who waited for it alone', async () => {
    const hand = byHand();
    const first = hand.reading.now();
    await aMoment();
    const later = hand.reading.now();
    hand.end(new Error('away'));
    await expect(first).rejects.toThrow('away');
    await aMoment();
    hand.end();
    expect(await later).toBe(2);
  });
});
