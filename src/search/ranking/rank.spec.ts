import { describe, expect, it } from '@jest/globals';
import { aTheme } from '../../../test/support/a-theme.js';
import { Thesaurus } from '../analysis/thesaurus.js';
import { understand } from '../analysis/understand.js';
import { stemOf } from '../analysis/words.js';
import { stemsOf } from '../index/evidence.js';
import { forEachFilter } from '../search-filters.js';
import { LibraryIndex, type RecordToIndex } from './library-index.js';
import { bestOf, explain, rank } from './rank.js';

const thesaurus = new Thesaurus([
  aTheme('unseen men', { hidden: ['hidden fathers', 'black eye'] }),
  aTheme('neglect of children'),
  aTheme('safer sleep'),
]);
const record = (id: string, says: string, more: Partial<RecordToIndex> = {}): RecordToIndex => {
  const terms = [...new Set(stemsOf(says))];
  return {
    ...{ id, version: '1', kind: 'review', date: 20200101, about: null, isPrinted: false },
    ...{ name: [stemOf(id)], values: forEachFilter(() => [[]]), spellings: [], carried: [] },
    ...{ terms, weights: terms.map(() => 1) },
    ...more,
  };
};
const library = (...records: RecordToIndex[]): LibraryIndex => {
  const index = new LibraryIndex();
  for (const one of records) index.put(one);
  // Others, so that words can be rare.
  for (let n = 0; n < 40; n += 1) index.put(record(`other${n}`, 'nothing child'));
  return index;
};
const order = (query: string, ...records: RecordToIndex[]): string[] => {
  const index = library(...records);
  return bestOf(rank(understand(query, thesaurus, index), index), Infinity, index)
    .map((place) => index.all[place]!.id)
    .filter((id) => !id.startsWith('other'));
};

describe('ranking', () => {
  it('goes by what records say now, however often it was asked before', () => {
    const index = library(record('one', 'sleep'), record('two', 'cot'));
    const found = (): string[] =>
      bestOf(rank(understand('sleep', thesaurus, index), index), Infinity, index).map(
        (place) => index.all[place]!.id,
      );
    expect([found(), found()]).toEqual([['one'], ['one']]);
    index.put(record('two', 'sleep sleep'));
    index.remove('one');
    expect(found()).toEqual(['two']);
  });

  it('lets a rare word count for more than a common one', () => {
    const [common, rare] = [record('common', 'child'), record('rare', 'methadone')];
    expect(order('methadone child', common, rare)[0]).toBe('rare');
  });

  it('finds what carries a theme that the words name, whatever it calls it, after what says them as well', () => {
    const says = record('says', 'hidden fathers', { carried: ['unseen men'] });
    const carries = record('carries', 'x', { carried: ['unseen men'] });
    expect(order('hidden fathers', carries, says)).toEqual(['says', 'carries']);
  });

  it('finds nobody by a single word of a name of a theme that they carry', () => {
    const carries = record('carries', 'x', { carried: ['unseen men'] });
    expect(order('black', carries)).toEqual([]);
    expect(order('black eye', carries)).toEqual(['carries']);
  });

  it('puts the record first whose name was asked for, and only what says as much beside it', () => {
    const named = record('omega', 'omega');
    expect(order('omega', record('says', 'omega'), named, record('not', 'nothing'))[0]).toBe('omega');
  });

  it('finds nothing by a number alone', () => {
    expect(order('11 methadone', record('number', '11'), record('word', 'methadone'))).toEqual(['word']);
  });

  it('puts what is about the wrong age behind', () => {
    const [children, adults] = [
      record('children', 'toddler bruise', { about: 'children' }),
      record('adults', 'toddler bruise', { about: 'adults', date: 20240101 }),
    ];
    expect(order('toddler bruise', adults, children)).toEqual(['children', 'adults']);
  });

  it('ends where the evidence ends, after five at least', () => {
    const much = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) =>
      record(id, 'methadone cot heatwave', { carried: ['safer sleep'] }),
    );
    const query = 'methadone cot heatwave safer sleep child';
    const little = record('little', 'child');
    expect(order(query, ...much, little)).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
    expect(order(query, ...much.slice(2), little)).toContain('little');
  });

  it('shows no more than five that say a part of a name, where nothing carries its theme', () => {
    const safe = Array.from({ length: 9 }, (_, n) => record(`part${n}`, 'safer'));
    const sleeping = Array.from({ length: 200 }, (_, n) => record(`other-sleep${n}`, 'sleep'));
    const both = Array.from({ length: 7 }, (_, n) => record(`both${n}`, 'safer cot sleep'));
    const theme = record('safer sleep', 'safer sleep', { kind: 'theme', carried: ['safer sleep'] });
    const carrier = record('carrier', 'cot', { carried: ['safer sleep'] });
    const found = (...more: RecordToIndex[]): number =>
      order('safer sleep', theme, ...safe, ...sleeping, ...more).filter((id) => id.startsWith('part')).length;
    expect([found(), found(carrier)]).toEqual([4, 9]);
    expect(order('safer sleep', ...safe, ...both).filter((id) => id.startsWith('both'))).toHaveLength(7);
  });

  it('forgets what is taken out, and what is put in anew', () => {
    const index = library(record('one', 'methadone'));
    const found = (query: string): number => rank(understand(query, thesaurus, index), index).places.length;
    expect(found('methadone')).toBe(1);
    index.put(record('one', 'heroin', { version: '2' }));
    expect([found('methadone'), found('heroin')]).toEqual([0, 1]);
    index.remove('one');
    expect(found('heroin')).toBe(0);
    for (let n = 0; n < 400; n += 1) index.put(record('again', `methadone${n} heatwave`));
    expect(found('heatwave')).toBe(1);
    expect(index.size).toBe(41);
  });

  it('says why', () => {
    const index = library(record('one', 'methadone', { carried: ['safer sleep'] }));
    const asked = understand('methadone and safer sleep', thesaurus, index);
    const { reasons } = explain(rank(asked, index), asked, index).get('one')!;
    expect(reasons.map(({ because }) => because)).toEqual(['word: methadone', 'theme: safer sleep']);
  });
});
