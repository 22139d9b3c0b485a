import { describe, expect, it } from '@jest/globals';
import { noCodes } from '../../platform/text/coded-fields.js';
import { REVIEW_CODES } from '../../reviews/review.js';
import { Thesaurus, type ThesaurusTheme } from '../analysis/thesaurus.js';
import { project } from './project.js';

const theme = (label: string, more: Partial<ThesaurusTheme> = {}, ...names: string[]): ThesaurusTheme => ({
  ...{ id: label, slug: label, label, accepted: true, definition: null, hasGuidance: false, broaderId: null },
  labels: [
    { text: label, kind: 'preferred' },
    ...names.map((text) => ({ text, kind: 'alternative' as const })),
  ],
  ...more,
});
const thesaurus = new Thesaurus([
  theme('Child vulnerability'),
  theme('Neglect of children', {}, 'bare rooms'),
  theme('Quiet minds', { broaderId: 'Child vulnerability' }),
  theme('Unseen adults', { definition: 'People in the life of a child.' }, 'lodgers in the loft'),
]);
const CALLED = [{ theme: 'Quiet minds', phrase: 'Quiet minds' }];

const carriedBy = (about: string | null, called = CALLED): string[] =>
  [
    ...project(
      {
        ...noCodes(REVIEW_CODES),
        ...{ id: '1', kind: 'review', name: 'Ash', title: 'Ash', about, called, keywords: [], pages: [] },
        texts: ['There were bare rooms and lodgers in the loft.'],
        ...{ publisher: null, publisherSlug: null, year: null, publishedOn: null, aged: '', agencies: [] },
        ...{ teaches: false, recommends: false },
      } as Parameters<typeof project>[0],
      thesaurus,
    ).carried,
  ].sort();

describe('the themes that a record carries', () => {
  const read = ['Child vulnerability', 'Neglect of children', 'Quiet minds', 'Unseen adults'];

  it('are those that it says', () => {
    expect(carriedBy('children')).toEqual(read);
    expect(carriedBy('both')).toEqual(read);
  });

  it('are none of children that its words only happen to name, where it is about adults', () => {
    expect(carriedBy('adults')).toEqual(['Quiet minds', 'Unseen adults']);
  });

  it('are none of adults, where it is about children, unless the theme is about what surrounds a child', () => {
    expect(carriedBy('children')).toContain('Unseen adults');
  });

  it('are those that it was given, whomever it is about', () => {
    const given = [{ theme: 'Neglect of children', phrase: '' }];
    expect(carriedBy('adults', given)).toContain('Neglect of children');
  });
});
