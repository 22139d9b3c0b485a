import { describe, expect, it } from '@jest/globals';
import { aTheme } from '../../../test/support/a-theme.js';
import { readPhrase, themesSaid } from './read-texts.js';
import { Thesaurus } from './thesaurus.js';

const proposed = aTheme('alcohol misuse of parents in lockdown', {}, false);
const thesaurus = new Thesaurus([
  aTheme('Parental substance misuse', { alternative: ['parental alcohol misuse'] }),
  aTheme('Alcohol dependence in adults', { alternative: ['alcohol misuse'] }),
  aTheme('Neglect and acts of omission', { alternative: ['care at home'] }),
  aTheme('Housing', { alternative: ['homelessness'] }),
  aTheme('Drinking of parents', { hidden: ['drinking'] }),
  aTheme('Drinking of adults', { hidden: ['drunk'] }),
  aTheme('Police and criminal justice response', { alternative: ['police', 'police response'] }),
  aTheme('Safer sleep', { abbreviation: ['SUDI'] }),
  aTheme('Children in care', { hidden: ['LAC', 'looked after children'] }),
  aTheme('Domestic abuse', { abbreviation: ['DA', 'DASH'] }),
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
    ['She lived in a care home', []],
    ['She had care at home', ['Neglect and acts of omission']],
  ])('%s', (text, labels) => {
    expect(said(text)).toEqual(labels);
  });

  it('are never proposed ones', () => {
    expect(said('alcohol misuse of parents in lockdown')).toEqual(['Alcohol dependence in adults']);
  });
});

describe('a phrase that a source uses for a theme', () => {
  const means = (phrase: string): string[] =>
    [...readPhrase(phrase, thesaurus).keys()].map(({ label }) => label);

  it('is of the accepted themes that it names in full', () => {
    expect(means('Parents and alcohol misuse')).toEqual(['Parental substance misuse']);
  });

  it('is of none of which it says only some words, or that is little of what it says', () => {
    expect(means('acts of a school')).toEqual([]);
    expect(means('alcohol and the misuse of data by parents')).toEqual([]);
    expect(means('SUDI in a study of premature twins discharged early from hospital')).toEqual([]);
  });

  it.each([
    ['care at home', ['Neglect and acts of omission']],
    ['home care', ['Neglect and acts of omission']],
    ['care home health related deaths', []],
    ['misuse of alcohol', ['Alcohol dependence in adults']],
    ['misuse alcohol', []],
  ])('turns a compound round as its paraphrase does: %s', (phrase, labels) => {
    expect(means(phrase)).toEqual(labels);
  });

  it.each([
    ['police', ['Police and criminal justice response']],
    ['Schools and police', ['Police and criminal justice response']],
    ['police (and others)', ['Police and criminal justice response']],
    ['police response to a dog', ['Police and criminal justice response']],
    ['police custody', []],
    ['custody of the police', []],
  ])('is of a single word only where that stands alone: %s', (phrase, labels) => {
    expect(means(phrase)).toEqual(labels);
  });

  it('is of neither of two themes that have the name', () => {
    expect(means('eating and drinking')).toEqual([]);
  });
});
