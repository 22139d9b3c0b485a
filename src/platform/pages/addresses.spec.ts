import { describe, expect, it } from '@jest/globals';
import { addressOf, dialling, siteOf, webAddress } from './addresses.js';

describe('addressOf', () => {
  it('leaves out what is empty, and the first page', () => {
    expect(addressOf('/search', { q: '', theme: [], page: 1, type: undefined, limit: null })).toBe('/search');
  });

  it('repeats the values of a list and escapes what a person typed', () => {
    expect(addressOf('/search', { q: 'a&b "c"', theme: ['x', 'y'], page: 2 })).toBe(
      '/search?q=a%26b+%22c%22&theme=x&theme=y&page=2',
    );
  });
});

describe('webAddress', () => {
  it.each(['https://example.org/a', 'HTTP://example.org'])('keeps %s', (url) => {
    expect(webAddress(url)).toBe(url);
  });

  it.each([
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'data:text/html,x',
    '//example.org',
    '/reviews',
    '',
    null,
  ])('makes no link of %j', (url) => {
    expect(webAddress(url)).toBeNull();
  });
});

describe('the other addresses', () => {
  it('dial only digits, and a plus at the start', () => {
    expect(dialling('01325 406252')).toBe('01325406252');
    expect(dialling('+44 (0)1325 406-252')).toBe('+4401325406252');
  });

  it('name the site that a link goes to', () => {
    expect(siteOf('https://www.nspcc.org.uk/learning?x=1')).toBe('nspcc.org.uk');
    expect(siteOf('https://')).toBe('https://');
  });
});
