import { describe, expect, it } from '@jest/globals';
import { aTheme } from '../../../test/support/a-theme.js';
import { Thesaurus } from '../analysis/thesaurus.js';
import { suggestThemes } from './suggest-themes.js';

const thesaurus = new Thesaurus([
  aTheme('Parental mental health', { alternative: ['Maternal depression'], abbreviation: ['PMH'] }),
  aTheme('Unseen men', { hidden: ['Invisible boyfriends'] }),
  aTheme('Child sexual exploitation', { abbreviation: ['CSE'] }),
  aTheme('Child criminal exploitation', { abbreviation: ['CCE'] }),
  aTheme('Voice of the child'),
  aTheme('Self-neglect'),
  aTheme('Neglect'),
  aTheme('Domestic abuse', { abbreviation: ['DASH'] }),
  aTheme('Child on child harm', {}, false),
  aTheme('Childminder checks', {}, false),
  aTheme('Exclusion', {}, false),
]);
const find = (typed: string, limit = 10): string[] =>
  suggestThemes(typed, thesaurus, limit).map(({ theme: { label } }) => label);

describe('themes while somebody types', () => {
  it.each([
    ['pa', 'Parental mental health'],
    ['HEAL', 'Parental mental health'],
    ['par hea', 'Parental mental health'],
    ['hea par', 'Parental mental health'],
    ['depr', 'Parental mental health'],
    ['cs', 'Child sexual exploitation'],
    ['CsE', 'Child sexual exploitation'],
    ['unse', 'Unseen men'],
    ['self neg', 'Self-neglect'],
    ['self-neg', 'Self-neglect'],
    ['voice of the', 'Voice of the child'],
    ['voice of the ch', 'Voice of the child'],
  ])('%s: %s', (typed, label) => expect(find(typed)).toEqual([label]));

  it('take everyday words for official ones, after those that begin so', () => {
    expect(find('mum')).toEqual(['Parental mental health']);
    expect(find("mum's dep")).toEqual(['Parental mental health']);
  });

  it('forgive one slip in a word of five letters or more, where nothing of ours begins so', () => {
    expect(find('parantal')).toEqual(['Parental mental health']);
    expect(find('mentla helth')).toEqual(['Parental mental health']);
    expect(find('exploiation')).toEqual(['Child sexual exploitation', 'Child criminal exploitation']);
    expect(find('cxe')).toEqual([]);
    expect(find('unze')).toEqual([]);
  });

  it('are found among other words by a whole name', () => {
    expect(find('mums depression and a new boyfriend nobody has met')).toEqual(['Parental mental health']);
    expect(find('is this CSE or something else')).toEqual(['Child sexual exploitation']);
    expect(find('dash across the road')).toEqual([]);
    expect(find('DASH across the road')).toEqual(['Domestic abuse']);
  });

  it('come in order: the very name, names that begin so, words that begin so, then what sources proposed', () => {
    expect(find('neglect')).toEqual(['Neglect', 'Self-neglect']);
    expect(find('child')).toEqual([
      'Child sexual exploitation',
      'Child criminal exploitation',
      'Voice of the child',
      'Childminder checks',
      'Child on child harm',
    ]);
    expect(find('child on child harm')[0]).toBe('Child on child harm');
    expect(find('ex').slice(0, 3)).toEqual([
      'Child sexual exploitation',
      'Child criminal exploitation',
      'Exclusion',
    ]);
  });

  it('are each suggested once, and no more than asked for', () => {
    expect(find('child', 2)).toEqual(['Child sexual exploitation', 'Child criminal exploitation']);
    expect(new Set(find('c')).size).toBe(find('c').length);
  });

  it('say another name that was matched, but never a hidden one', () => {
    const matched = (typed: string): (string | null)[] =>
      suggestThemes(typed, thesaurus, 1).map((found) => found.matched);
    expect(matched('matern')).toEqual(['Maternal depression']);
    expect(matched('pm')).toEqual(['PMH']);
    expect(matched('parental')).toEqual([null]);
    expect(find('invisible b')).toEqual(['Unseen men']);
    expect(matched('invisible b')).toEqual([null]);
  });

  it.each(['', '  ', '???', '🙂🙂', 'zzzz', 'x'.repeat(512), 'neglect '.repeat(64), '\\', '%', '(('])(
    'bear %j',
    (typed) => expect(Array.isArray(find(typed))).toBe(true),
  );

  it('are no more than were asked for, and some to spare, among 5,000 proposed ones', () => {
    const words = 'child mother father school health police concern abuse risk home plan review'.split(' ');
    const word = (n: number): string => words[n % words.length]!;
    const many = new Thesaurus(
      Array.from({ length: 5000 }, (_, n) =>
        aTheme(`${word(n)} ${word(n >> 3)} ${word(n >> 5)} number ${n}`, {}, n % 25 === 0),
      ),
    );
    for (const typed of ['ch', 'mother ab', 'chiild']) {
      const found = suggestThemes(typed, many, 28);
      expect(found.length).toBeGreaterThanOrEqual(28);
      expect(found.length).toBeLessThanOrEqual(48);
      expect(found.filter(({ theme: { accepted } }) => accepted).length).toBeLessThanOrEqual(28);
    }
    expect(suggestThemes('nothing like it', many, 28)).toEqual([]);
  });
});
