import type { LabelKind } from '../../themes/theme.js';
import { describe, expect, it } from '@jest/globals';
import { Corpus } from '../ranking/corpus.js';
import { Thesaurus } from './thesaurus.js';
import type { ThesaurusTheme } from './thesaurus-theme.js';
import { understand } from './understand.js';

type Labels = Partial<Record<LabelKind, string[]>>;

const theme = (label: string, labels: Labels = {}): ThesaurusTheme => ({
  id: label,
  slug: label.toLowerCase().replaceAll(' ', '-'),
  label,
  accepted: true,
  definition: null,
  hasGuidance: false,
  broaderId: null,
  labels: Object.entries({ preferred: [label], ...labels }).flatMap(([kind, texts]) =>
    texts.map((text) => ({ text, kind: kind as LabelKind })),
  ),
});

const thesaurus = new Thesaurus([
  theme('Parental mental health', { alternative: ['maternal depression'], abbreviation: ['PMH'] }),
  theme('Unseen men', { hidden: ['hidden men', 'unknown boyfriend'] }),
  theme('Child exploitation', { abbreviation: ['CE'] }),
  theme('Child sexual exploitation', { abbreviation: ['CSE'] }),
  theme('Child criminal exploitation', {
    alternative: ['criminally exploited children'],
    abbreviation: ['CCE'],
  }),
  theme('Domestic abuse', { abbreviation: ['DA', 'DASH'] }),
]);

/** A library without a text of its own. */
const corpus = new Corpus(0, new Map(), []);

const named = (query: string): string[] =>
  understand(query, thesaurus, corpus).themes.map(({ theme: { label } }) => label);

describe('reading a query', () => {
  it.each([
    ['parental mental health', 'Parental mental health'],
    ['PARENTAL, MENTAL-HEALTH!', 'Parental mental health'],
    ['mums depression', 'Parental mental health'],
    ['parentl mental helth', 'Parental mental health'],
    ['criminaly exploited children', 'Child criminal exploitation'],
    ['cce', 'Child criminal exploitation'],
    ['CSE', 'Child sexual exploitation'],
    ['what about unknown boyfriends?', 'Unseen men'],
  ])('%s names %s', (query, label) => {
    expect(named(query)).toEqual([label]);
  });

  it('finds several themes at once', () => {
    expect(named('maternal depression and an unknown boyfriend').sort()).toEqual([
      'Parental mental health',
      'Unseen men',
    ]);
  });

  it('keeps the more specific of two themes', () => {
    expect(named('child sexual exploitation')).toEqual(['Child sexual exploitation']);
  });

  it('takes no name of somebody for what it is about', () => {
    const infants = new Thesaurus([theme('Babies', { alternative: ['baby'] }), theme('Unseen men')]);
    const about = (query: string): string[] =>
      understand(query, infants, corpus).themes.map(({ theme: { label } }) => label);
    expect(about('Baby T')).toEqual([]);
    expect(about('baby t and unseen men')).toEqual(['Unseen men']);
    expect(about('babies')).toEqual(['Babies']);
  });

  it('does not take one abbreviation for another', () => {
    expect(named('CSE')).not.toContain('Child criminal exploitation');
    expect(named('CXE')).toEqual([]);
  });

  it('takes an abbreviation that is also a word only in capitals or alone', () => {
    expect(named('dash across the road')).toEqual([]);
    expect(named('DASH across the road')).toEqual(['Domestic abuse']);
    expect(named('da')).toEqual(['Domestic abuse']);
  });

  it('takes such an abbreviation in small letters beside a word of its theme', () => {
    const appointments = theme('Was not brought', { alternative: ['missed appointments'], hidden: ['DNA'] });
    const read = (query: string): string[] =>
      understand(query, new Thesaurus([appointments]), corpus).themes.map(({ theme: { label } }) => label);
    expect(read('dna appointments')).toEqual(['Was not brought']);
    expect(read('dna paternity test')).toEqual([]);
  });

  it('reads a theme that was not named from words of its names', () => {
    expect(understand('boyfriend who is unknown to us', thesaurus, corpus).themes[0]).toMatchObject({
      theme: { label: 'Unseen men' },
      named: true,
    });
    const [told] = understand('mental state, depressed, in tears', thesaurus, corpus).themes;
    expect(told).toMatchObject({ theme: { label: 'Parental mental health' }, named: true });
    expect(told!.strength).toBeLessThan(0.7);
  });

  it('reads nothing from words that no theme is spoken of with', () => {
    expect(named('dog that barks')).toEqual([]);
    expect(named('depressed and not sleeping')).toEqual([]);
  });

  it('knows which other themes share the words of the one that is meant', () => {
    const [meant] = understand('child criminal exploitation', thesaurus, corpus).themes;
    expect(meant!.rivals).toContain('child-sexual-exploitation');
    expect(meant!.rivals).not.toContain('child-criminal-exploitation');
  });

  it('lets no proposed theme hide an accepted one', () => {
    const proposed = { ...theme('unknown boyfriend after prison'), accepted: false };
    const both = new Thesaurus([theme('Unseen men', { hidden: ['unknown boyfriend'] }), proposed]);
    expect(
      understand('unknown boyfriend after prison', both, corpus).themes.map(({ theme: { label } }) => label),
    ).toEqual(['Unseen men', 'unknown boyfriend after prison']);
  });

  it('never shows a hidden name as what matched', () => {
    expect(understand('hidden men', thesaurus, corpus).themes[0]).toMatchObject({
      matched: 'Unseen men',
      coverage: 1,
    });
    expect(understand('mums depression', thesaurus, corpus).themes[0]).toMatchObject({
      matched: 'maternal depression',
    });
  });

  it('is empty for marks alone, and bounded for very long queries', () => {
    expect(understand('?!', thesaurus, corpus)).toMatchObject({ empty: true, words: [], themes: [] });
    expect(understand('neglect '.repeat(64), thesaurus, corpus).words.length).toBeLessThanOrEqual(40);
  });
});
