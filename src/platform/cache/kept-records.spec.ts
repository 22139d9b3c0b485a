import { beforeEach, describe, expect, it } from '@jest/globals';
import { KeptRecords } from './kept-records.js';

describe('kept records', () => {
  let loads: string[][];
  let content: Record<string, string>;
  let kept: KeptRecords<string>;
  beforeEach(() => {
    loads = [];
    content = { a: 'Child A', b: 'Child B' };
    kept = new KeptRecords(async (keys) => {
      loads.push(keys);
      return await Promise.resolve(
        new Map(keys.flatMap((key) => (content[key] ? [[key, content[key]] as const] : []))),
      );
    }, 4);
  });

  it('reads nothing twice while the content stays as it is, not even what is not there', async () => {
    expect([...(await kept.read(['b', 'x', 'a'], 'one'))]).toEqual([
      ['b', 'Child B'],
      ['a', 'Child A'],
    ]);
    await kept.read(['x', 'a'], 'one');
    expect(loads).toEqual([['b', 'x', 'a']]);
  });

  it('reads all of it again once anything has changed', async () => {
    await kept.read(['a', 'b'], 'one');
    content = { b: 'Child B' };
    expect([...(await kept.read(['a', 'b'], 'two')).keys()]).toEqual(['b']);
  });

  it('keeps nothing for a newer state that was read for an older one', async () => {
    const slow = kept.read(['a'], 'one');
    content = {};
    await kept.read(['b'], 'two');
    await slow;
    expect((await kept.read(['a'], 'two')).size).toBe(0);
  });

  it('lets go of everything rather than keep more than it may', async () => {
    await kept.read(['a', 'b', 'c', 'd'], 'one');
    await kept.read(['e'], 'one');
    await kept.read(['a'], 'one');
    expect(loads).toEqual([['a', 'b', 'c', 'd'], ['e'], ['a']]);
  });
});
