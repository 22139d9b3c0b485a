import { describe, expect, it } from '@jest/globals';
import { Thesaurus } from '../analysis/thesaurus.js';
import type { ThesaurusTheme } from '../analysis/thesaurus-theme.js';
import { understand } from '../analysis/understand.js';
import { stemOf } from '../analysis/words.js';
import { Corpus } from './corpus.js';
import type { RankedRecord } from './evidence.store.js';
import { explain, rank } from './rank.js';
import { StemWeights } from './stem-set.js';

const theme = (slug: string, ...names: string[]): ThesaurusTheme => ({
  id: slug,
  slug,
  label: names[0]!,
  accepted: true,
  definition: null,
  hasGuidance: false,
  broaderId: null,
  labels: names.map((text, at) => ({ text, kind: at === 0 ? 'preferred' : 'alternative' })),
});
const thesaurus = new Thesaurus([
  theme('unseen-men', 'Unseen men', 'hidden fathers'),
  theme('neglect', 'Neglect of children'),
  theme('safer-sleep', 'Safer sleep'),
]);
const stems = (words: string): StemWeights => {
  const said = words.split(' ').map(stemOf);
  return new StemWeights(
    said,
    said.map(() => 1),
  );
};
const corpus = new Corpus(
  100,
  new Map([
    [stemOf('child'), 95],
    [stemOf('methadone'), 2],
    [stemOf('father'), 30],
    [stemOf('bruise'), 10],
  ]),
  [],
);
const record = (id: string, given: Partial<RankedRecord> = {}): RankedRecord => ({
  id,
  kind: 'review',
  weights: new StemWeights([], []),
  name: [id],
  taught: [],
  mentioned: [],
  themes: [],
  date: 20200101,
  ...given,
});
const order = (query: string, ...records: RankedRecord[]): string[] =>
  rank(records, understand(query, thesaurus, corpus), corpus).map(({ record: { id } }) => id);

describe('ranking', () => {
  it('lets a rare word count for more than a common one', () => {
    const common = record('common', { weights: stems('child') });
    const rare = record('rare', { weights: stems('methadone') });
    expect(order('methadone child', common, rare)).toEqual(['rare', 'common']);
  });

  it('takes a theme for evidence where none of the words are said', () => {
    const said = record('said', { weights: stems('hidden') });
    const taught = record('taught', { taught: ['unseen-men'], themes: ['unseen-men'] });
    expect(order('hidden fathers', said, taught)).toEqual(['taught', 'said']);
  });

  it('puts what is taught before what is narrower, and that before what is only mentioned', () => {
    const themes = ['neglect'];
    const mentioned = record('mentioned', { mentioned: themes, themes });
    const narrower = record('narrower', { themes });
    const taught = record('taught', { taught: themes, themes });
    expect(order('neglect of children', mentioned, narrower, taught)).toEqual([
      'taught',
      'narrower',
      'mentioned',
    ]);
  });

  it('puts what a source means by its own themes before what is only said', () => {
    const neglect = ['neglect'];
    const said = record('said', { mentioned: neglect });
    const meant = record('meant', { taught: neglect });
    const taught = record('taught', { taught: neglect, themes: neglect });
    expect(order('neglect of children', said, meant, taught)).toEqual(['taught', 'meant', 'said']);
  });

  it('puts a name that was asked for first', () => {
    const named = record('named', { name: ['child', 'q'].map(stemOf), weights: stems('child q') });
    const other = record('other', { weights: new StemWeights([stemOf('child')], [9]) });
    expect(order('child q', other, named)).toEqual(['named', 'other']);
  });

  it('prefers a record with all of the meaning to one with much of a part', () => {
    const part = record('part', { weights: new StemWeights([stemOf('bruise')], [6]) });
    const whole = record('whole', { weights: stems('bruise methadone') });
    expect(order('bruise methadone', part, whole)).toEqual(['whole', 'part']);
  });

  it('among equals puts the newer first, and is the same every time', () => {
    const older = record('older', { weights: stems('bruise'), date: 20100101 });
    const newer = record('newer', { weights: stems('bruise'), date: 20240101 });
    const unknown = record('unknown', { weights: stems('bruise'), date: 0 });
    expect(order('bruise', older, unknown, newer)).toEqual(['newer', 'unknown', 'older']);
    expect(order('bruise', newer, older, unknown)).toEqual(['newer', 'unknown', 'older']);
  });

  it('says why', () => {
    const taught = record('taught', {
      weights: stems('methadone'),
      taught: ['neglect'],
      themes: ['neglect'],
    });
    const asked = understand('methadone neglect of children', thesaurus, corpus);
    const { score, reasons } = explain(taught, asked, corpus);
    expect(score).toBe(rank([taught], asked, corpus)[0]!.score);
    expect(reasons.map(({ because }) => because)).toEqual(['word: methadone', 'theme: Neglect of children']);
  });
});
