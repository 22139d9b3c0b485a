import { describe, expect, it } from '@jest/globals';
import { isSlug, isUuid } from './address.js';

describe('isSlug', () => {
  it.each(['child-j-2025', 'plant-am-byth-ŵyl', "o'neil"])('takes %s', (text) =>
    expect(isSlug(text)).toBe(true),
  );
  it.each(['', 'a\0b', 'a\nb', 'x'.repeat(301)])('does not take %j', (text) =>
    expect(isSlug(text)).toBe(false),
  );
});

describe('isUuid', () => {
  it('takes an id, whatever its capitals', () => {
    expect(isUuid('3f2504e0-4f89-41d3-9a0c-0305e82c3301')).toBe(true);
    expect(isUuid('3F2504E0-4F89-41D3-9A0C-0305E82C3301')).toBe(true);
  });
  it.each([
    '',
    '7',
    '3f2504e04f8941d39a0c0305e82c3301',
    '3f2504e0-4f89-41d3-9a0c-0305e82c3301\n',
    "' or 1=1",
  ])('does not take %j', (text) => expect(isUuid(text)).toBe(false));
});
