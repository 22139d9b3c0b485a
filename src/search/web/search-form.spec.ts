import { describe, expect, it } from '@jest/globals';
import { LibraryError } from '../../platform/http/errors/library-error.js';
import { keptWords, problemsOf, readSearchForm } from './search-form.js';

describe('readSearchForm', () => {
  it('reads what an address says', async () => {
    const form = await readSearchForm({ q: ' mum ', theme: 'a', kind: ['review'], utm_source: 'mail' });
    expect(form.query).toMatchObject({ q: 'mum', theme: ['a'], kind: ['review'], page: 1, limit: 20 });
  });

  it.each([
    [{ q: 'a'.repeat(513) }, ['q']],
    [{ q: 'mum', page: 'x' }, ['page']],
    [{ q: 'mum', page: '0', type: 'nonsense' }, ['page', 'type']],
    [{ q: ['one', 'two'] }, ['q']],
  ])('says what is wrong with %j once for each field', async (given, fields) => {
    const form = await readSearchForm(given);
    expect(form.query).toBeNull();
    expect(form.problems.map(({ field }) => field).sort()).toEqual(fields);
    for (const { text, href } of form.problems) {
      expect(text).toMatch(/^[A-Z]/);
      expect(href).toBe('#q');
    }
  });
});

describe('keptWords', () => {
  it('keeps what was typed, cut to what fits and without control characters', () => {
    expect(keptWords({ q: 'a'.repeat(600) })).toHaveLength(512);
    expect(keptWords({ q: ['first', 'second'] })).toBe('first');
    expect(keptWords({ q: 'one\u0000two' })).toBe('one two');
    expect(keptWords({ q: { deep: 'x' } })).toBe('');
    expect(keptWords({})).toBe('');
  });

  it('cuts no character in half', () => {
    const kept = keptWords({ q: `${'a'.repeat(511)}😀😀` });
    expect(kept.isWellFormed()).toBe(true);
    expect(kept.length).toBeLessThanOrEqual(512);
  });
});

describe('problemsOf', () => {
  it('lets go an error that is not the form’s', () => {
    const error = new LibraryError('unavailable', 'Not now.');
    expect(() => problemsOf(error, {})).toThrow(error);
  });
});
