import { describe, expect, it } from '@jest/globals';
import { ownPath } from './own-path.js';

describe('ownPath', () => {
  it.each(['/', '/people?page=2', '/search?q=a%20b', '/a/b?to=https%3A%2F%2Fother.example'])(
    'takes %s',
    (path) => {
      expect(ownPath(path, '/account')).toBe(path);
    },
  );

  it.each([
    'https://other.example/',
    '//other.example',
    '/\\other.example',
    '\\\\other.example',
    '/\t/other.example',
    '/a\r\nSet-Cookie: x=1',
    '/.//other.example',
    '/a/..//other.example',
    'javascript:alert(1)',
    ' /people',
    'people',
    '',
    `/${'a'.repeat(3000)}`,
    ['/people'],
    undefined,
  ])('does not take %j', (given) => {
    expect(ownPath(given, '/account')).toBe('/account');
  });
});
