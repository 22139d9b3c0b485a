import type { LabelKind } from '../../themes/theme.js';
import { describe, expect, it } from '@jest/globals';
import { themesOfPhrase, themesSaid } from './read-themes.js';
import { Thesaurus } from './thesaurus.js';
import type { ThesaurusTheme } from './thesaurus-theme.js';

const theme = (label: string, kind: LabelKind, ...names: string[]): ThesaurusTheme => ({
  id: label,
  slug: label,
  label,
  accepted: true,
  definition: null,
  hasGuidance: false,
  broaderId: null,
  labels: [{ text: label, kind: 'preferred' as const }, ...names.map((text) => ({ text, kind }))],
});
const proposed = { ...theme('alcohol misuse of parents in lockdown', 'alternative'), accepted: false };
const thesaurus = new Thesaurus([
  theme('Parental substance misuse', 'alternative', 'parental alcohol misuse'),
  theme('Alcohol dependence in adults', 'alternative', 'alcohol misuse'),
  theme('Neglect and acts of omission', 'alternative'),
  theme('Safer sleep', 'abbreviation', 'SUDI'),
  theme('Children in care', 'hidden', 'LAC', 'looked after children'),
  theme('Domestic abuse', 'abbreviation', 'DA', 'DASH'),
  proposed,
]);
const said = (...texts: string[]): string[] =>
  [...themesSaid(texts, thesaurus).keys()].map(({ label }) => label);

describe('the themes that a text names', () => {
  it.each([
    ['There were acts of omission, and neglect.', []],
    ['It found neglect and acts of omission.', ['Neglect and acts of omission']],
    ['Alcohol. Misuse of data', []],
    ['Parental alcohol misuse was known', ['Parental substance misuse']],
    ['Her alcohol misuse was known', ['Alcohol dependence in adults']],
    ['Looked-after children, some of them LAC', ['Children in care']],
    ['A SUDI; the lac insect', ['Safer sleep']],
    ['a DASH of salt', []],
  ])('%s', (text, labels) => {
    expect(said(text)).toEqual(labels);
  });

  it('are never proposed ones', () => {
    expect(said('alcohol misuse of parents in lockdown')).toEqual(['Alcohol dependence in adults']);
  });
});

describe('a phrase that a source uses for a theme', () => {
  const means = (phrase: string): string[] => themesOfPhrase(phrase, thesaurus).map(({ label }) => label);

  it('is of the accepted themes that it names in full', () => {
    expect(means('Parents and alcohol misuse')).toEqual(['Parental substance misuse']);
  });

  it('is of none of which it says only some words, or that is little of what it says', () => {
    expect(means('acts of a school')).toEqual([]);
    expect(means('SUDI in a study of premature twins discharged early from hospital')).toEqual([]);
  });
});
