import { describe, expect, it } from '@jest/globals';
import { hashOfKey, newKey } from './key-text.js';

describe('an API key', () => {
  it('is known by its beginning and its end, and is never the same', () => {
    const keys = Array.from({ length: 50 }, newKey);
    expect(new Set(keys).size).toBe(50);
    for (const key of keys) expect([key.startsWith('prl_'), hashOfKey(key)?.length]).toEqual([true, 32]);
  });

  it.each<[string, (key: string) => string]>([
    [
      'one letter of it is another',
      (key) => key.slice(0, 20) + (key[20] === 'a' ? 'b' : 'a') + key.slice(21),
    ],
    ['its end is another', (key) => key.slice(0, -1) + (key.endsWith('a') ? 'b' : 'a')],
    ['it is cut', (key) => key.slice(0, -3)],
    ['something follows', (key) => `${key}\n`],
    ['it begins otherwise', (key) => key.replace('prl_', 'prx_')],
  ])('is none where %s', (_, change) => {
    expect(hashOfKey(change(newKey()))).toBeNull();
  });
});
