import { describe, expect, it } from '@jest/globals';
import { sayUnknown } from './unknown-parameter.js';

const KNOWN = ['page', 'limit', 'theme', 'publisher', 'year', 'q'];

describe('what is said of a parameter that is not known', () => {
  it.each([
    ['publsher', 'publisher'],
    ['Publisher', 'publisher'],
    ['themes', 'theme'],
    ['theme[a]', 'theme'],
    ['yera', 'year'],
    ['per_page', null],
    ['x', null],
    ['__proto__', null],
    ['p'.repeat(5000), null],
  ])('%s: means %s', (given, meant) => {
    const said = sayUnknown(given, KNOWN);
    expect(said).toContain(`called “${given.slice(0, 60)}”.`);
    expect(said).toMatch(
      meant === null ? /takes limit, page, publisher, q, theme and year\.$/ : `mean “${meant}”?`,
    );
  });

  it('says where there are none', () => {
    expect(sayUnknown('page', [])).toBe('There is no parameter called “page”. This address takes none.');
  });
});
