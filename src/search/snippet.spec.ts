import { describe, expect, it } from '@jest/globals';
import { snippet } from './snippet.js';
import { stemOf } from './understanding/words.js';

const marks = (...words: string[]): Set<string> => new Set(words.map(stemOf));

describe('a snippet', () => {
  it('marks the words in any of their forms', () => {
    expect(snippet('Her mothers’ depression was known.', marks('mum', 'depressed'))).toBe(
      'Her <mark>mothers’</mark> <mark>depression</mark> was known.',
    );
  });

  it('shows markup as text', () => {
    expect(snippet('<script>alert("x")</script> & neglect', marks('neglect'))).toBe(
      '&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; <mark>neglect</mark>',
    );
  });

  it('cuts a long text where the words stand together', () => {
    const text = `${'Filler words go on. '.repeat(40)}The unseen adults in the home. ${'And on. '.repeat(60)}`;
    const cut = snippet(text, marks('unseen', 'adults'));
    expect(cut).toContain('<mark>unseen</mark> <mark>adults</mark>');
    expect(cut.startsWith('… ')).toBe(true);
    expect(cut.endsWith(' …')).toBe(true);
    expect(cut.length).toBeLessThan(400);
  });

  it('bears a text that is one endless word', () => {
    expect(snippet('x'.repeat(2000), marks('neglect')).length).toBeLessThan(400);
  });
});
