import { describe, expect, it } from '@jest/globals';
import { readQuery } from './read-query.js';

describe('the parameters of an address', () => {
  it.each([
    ['', {}],
    ['a=1&b=2', { a: '1', b: '2' }],
    ['a=1&a=2', { a: ['1', '2'] }],
    ['a[]=1', { a: '1' }],
    ['a[]=1&a[]=2', { a: ['1', '2'] }],
    ['a%5B%5D=1&a%5b%5d=2', { a: ['1', '2'] }],
    ['a[0]=1&a[1]=2&a=3', { a: ['1', '2', '3'] }],
    ['a[b]=1', { 'a[b]': '1' }],
    ['[]=1', { '[]': '1' }],
    ['a[12345]=1', { 'a[12345]': '1' }],
    ['a[][]=1', { 'a[]': '1' }],
  ])('%s', (text, read) => {
    expect({ ...readQuery(text) }).toEqual(read);
  });

  it('have no names but those that were given', () => {
    const read = readQuery('__proto__[]=1&constructor[0]=2');
    expect(Object.getPrototypeOf(read)).toBeNull();
    expect(Object.entries(read)).toEqual([
      ['__proto__', '1'],
      ['constructor', '2'],
    ]);
  });
});
