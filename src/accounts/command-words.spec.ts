import { describe, expect, it } from '@jest/globals';
import { idOfAgency } from './command-words.js';
import type { AgencyChoice } from './people.queries.js';

const agency = (
  slug: string,
  name: string,
  partnership: string | null,
  ...otherNames: string[]
): AgencyChoice => ({
  ...{ id: `id of ${slug}`, slug, name, partnership, otherNames },
});
const KNOWN = [
  agency('police', 'Police', null),
  agency('police-fennmere', 'Fennmere Police', 'Fennmere', 'Police', 'The Constabulary'),
  agency('health', 'Fennmere Health', 'Fennmere', 'The Trust'),
  agency('schools', 'Fennmere Schools', 'Fennmere', 'The Trust'),
];

describe('an agency that a command names', () => {
  it.each([
    ['fennmere  police', 'police-fennmere'],
    ['The Constabulary', 'police-fennmere'],
    ['Police', 'police-fennmere'],
    ['schools', 'schools'],
    ['id of police', 'police'],
  ])('as %j is %s', (text, slug) => {
    expect(idOfAgency(KNOWN, text)).toBe(`id of ${slug}`);
  });

  it.each([
    ['The Trust', 'Fennmere Health (health) of Fennmere; Fennmere Schools (schools) of Fennmere'],
    ['Coastguard', 'There is no agency "Coastguard" there'],
  ])('as %j is refused', (text, why) => {
    expect(() => idOfAgency(KNOWN, text)).toThrow(why);
  });
});
