import { describe, expect, it } from '@jest/globals';
import { aTheme } from '../../../test/support/a-theme.js';
import { themesMeant } from './read-themes.js';
import type { SpokenWords } from './terms.js';
import { Thesaurus } from './thesaurus.js';
import { understand } from './understand.js';

const thesaurus = new Thesaurus([
  aTheme('Parental mental health', { alternative: ['maternal depression'], abbreviation: ['PMH'] }),
  aTheme('Unseen men', { hidden: ['hidden men', 'unknown boyfriend'] }),
  aTheme('Child exploitation', { abbreviation: ['CE'] }),
  aTheme('Child sexual exploitation', { abbreviation: ['CSE'] }),
  aTheme('Child criminal exploitation', {
    alternative: ['criminally exploited children'],
    abbreviation: ['CCE'],
  }),
  aTheme('Domestic abuse', { abbreviation: ['DA', 'DASH'] }),
]);

/** A library without a text of its own. */
const library: SpokenWords = {
  knows: () => false,
  rather: () => null,
  nearest: () => null,
  calls: () => false,
};

const named = (query: string): string[] =>
  understand(query, thesaurus, library)
    .themes.filter(({ said }) => said)
    .map(({ theme: { label } }) => label);

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

  it('does not put an abbreviation right, whatever the case', () => {
    const idea = { ...library, nearest: () => ({ word: 'dish', slips: 1 }) };
    const { correction, themes } = understand('dash', thesaurus, idea);
    expect([correction, themes[0]?.theme.label]).toEqual([null, 'Domestic abuse']);
  });

  it('takes no word of English for a slip, unless it makes a name with its neighbours', () => {
    const themes = new Thesaurus([
      aTheme('Management oversight', { alternative: ['oversight', 'health visitors'] }),
      aTheme('Self-neglect', { hidden: ['hoarding'] }),
      aTheme('Online games', { hidden: ['gaming harms'] }),
    ]);
    const right = (query: string, spoken = library): string | null =>
      understand(query, themes, spoken).correction;
    expect(right('baby left overnight')).toBeNull();
    expect(right('gambling dad')).toBeNull();
    expect(right('mangement oversigt')).toBe('management oversight');
    expect(right('heath visitors')).toBe('health visitors');
    expect(right('dog and hordes')).toBeNull();
    expect(right('hording')).toBe('hoarding');
    // A name that is written in another way, but not one of two.
    const names = {
      ...library,
      nearest: (word: string) => (word === 'sara' ? { word: 'sarah', slips: 1 } : null),
      calls: (stems: ReadonlySet<string>) => stems.size === 1 && stems.has('sarah'),
    };
    expect([right('sara', names), right('sara quill', names)]).toEqual(['sarah', null]);
  });

  it.each(['selfneglect', 'self\u00adneglect', 'Self\u2011Neglect', 'self neglect'])(
    'reads %j as the two words that a name has, and not as either of them',
    (query) => {
      const themes = new Thesaurus([
        aTheme('Self-neglect'),
        aTheme('Child neglect', { hidden: ['neglect'] }),
      ]);
      const asked = understand(query, themes, library);
      expect(asked.terms.map(({ stems }) => stems)).toEqual([['self'], ['neglect']]);
      expect(asked.themes.filter(({ said }) => said).map(({ theme: { label } }) => label)).toEqual([
        'Self-neglect',
      ]);
    },
  );

  it('means nothing by a number alone, nor by words that only join', () => {
    const themes = new Thesaurus([
      aTheme('Young parents', { hidden: ['mother is 17'] }),
      aTheme('Unseen adults', { hidden: ['who is in the boathouse'] }),
      aTheme('Carers', { hidden: ['caring for her husband'] }),
    ]);
    const near = (query: string): [string, number][] =>
      understand(query, themes, library).themes.map(({ theme: { label }, weight }) => [label, weight]);
    expect(near('17')).toEqual([]);
    expect(near('who is the')).toEqual([]);
    expect(near('her husband')).toEqual([['Carers', 0]]);
  });

  it('means nothing by the grammar of a question alone', () => {
    const themes = new Thesaurus([aTheme('Trauma', { hidden: ['what happened to you'] }), aTheme('Kites')]);
    const about = (query: string): string[] =>
      themesMeant(understand(query, themes, library).themes).map(({ theme: { label } }) => label);
    expect(about('what happened to the kites')).toEqual(['Kites']);
    expect(about('what happened to you')).toEqual(['Trauma']);
  });

  it('takes the name of which more words are said, where two are said as surely', () => {
    const themes = new Thesaurus([
      aTheme('Sexual abuse', { hidden: ['child sexual abuse'] }),
      aTheme('Harm between children', { hidden: ['child on child sexual abuse'] }),
    ]);
    const [first] = understand('child on child sexual abuse', themes, library).themes;
    expect(first!.theme.label).toBe('Harm between children');
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

  it('looks for none of the words of an age, but knows whom it is about', () => {
    const asked = (query: string): unknown => {
      const { terms, whom } = understand(query, thesaurus, library);
      return [terms.map(({ text }) => text), whom];
    };
    expect(asked('11 year old with a knife')).toEqual([['knife'], 'children']);
    expect(asked('11 year old')).toEqual([['11', 'year', 'old'], 'children']);
  });

  it('takes no name of somebody for what it is about', () => {
    const infants = new Thesaurus([aTheme('Babies', { alternative: ['baby'] }), aTheme('Unseen men')]);
    const about = (query: string): string[] =>
      understand(query, infants, library).themes.map(({ theme: { label } }) => label);
    expect(about('Baby T')).toEqual([]);
    expect(about('baby t and unseen men')).toEqual(['Unseen men']);
    expect(about('babies')).toEqual(['Babies']);
  });

  it('joins no letter to the word before it', () => {
    expect(understand('Child S', thesaurus, library).terms.map(({ stems }) => stems)).toEqual([
      ['child'],
      ['s'],
    ]);
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

  it('finds the themes that have a name near to the words, and says that it is only near', () => {
    const [near] = understand('boyfriend who is unknown to us', thesaurus, library).themes;
    expect(near).toMatchObject({ theme: { label: 'Unseen men' } });
    const [other] = understand('exploited by criminals', thesaurus, library).themes;
    expect(other).toMatchObject({
      theme: { label: 'Child criminal exploitation' },
      said: false,
      coverage: 0,
    });
  });

  it('reads nothing from words that no name comes near to', () => {
    expect(named('dog that barks')).toEqual([]);
    expect(named('depressed and not sleeping')).toEqual([]);
    expect(named('mental arithmetic lessons on Tuesday mornings')).toEqual([]);
  });

  it('lets no proposed theme hide an accepted one', () => {
    const proposed = aTheme('unknown boyfriend after prison', {}, false);
    const both = new Thesaurus([aTheme('Unseen men', { hidden: ['unknown boyfriend'] }), proposed]);
    expect(
      understand('unknown boyfriend after prison', both, library).themes.map(({ theme: { label } }) => label),
    ).toEqual(['Unseen men', 'unknown boyfriend after prison']);
  });

  it('never shows a hidden name as what matched', () => {
    expect(understand('hidden men', thesaurus, library).themes[0]).toMatchObject({
      matched: 'Unseen men',
      coverage: 1,
    });
    expect(understand('mums depression', thesaurus, library).themes[0]).toMatchObject({
      matched: 'maternal depression',
    });
  });

  it('is empty for marks alone, and bounded for very long queries', () => {
    expect(understand('?!', thesaurus, library)).toMatchObject({ terms: [], themes: [] });
    expect(understand('neglect '.repeat(64), thesaurus, library).terms.length).toBeLessThanOrEqual(40);
  });
});
