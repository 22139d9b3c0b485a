import { describe, expect, it } from '@jest/globals';
import { snippet, WordedText } from './snippet.js';
import { stemOf } from '../analysis/words.js';

const READ: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', '#39': "'" };
const cutOf = (text: string, ...words: string[]): string =>
  snippet(new WordedText(text), new Set(words.map(stemOf))).snippet;

describe('a snippet', () => {
  it('marks the words in any of their forms', () => {
    expect(cutOf('Her mothers’ depression was known.', 'mum', 'depressed')).toBe(
      'Her <mark>mothers’</mark> <mark>depression</mark> was known.',
    );
  });

  it('shows markup as text', () => {
    expect(cutOf('<script>alert("x")</script> & neglect', 'neglect')).toBe(
      '&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; <mark>neglect</mark>',
    );
  });

  it('cuts a long text where the words stand together', () => {
    const text = `${'Filler words go on. '.repeat(40)}The unseen adults in the home. ${'And on. '.repeat(60)}`;
    const cut = cutOf(text, 'unseen', 'adults');
    expect(cut).toContain('<mark>unseen</mark> <mark>adults</mark>');
    expect(cut.startsWith('… ')).toBe(true);
    expect(cut.endsWith(' …')).toBe(true);
    expect(cut.length).toBeLessThan(400);
  });

  it('is there as plain text as well: the same cut, without marks and escapes', () => {
    const long = `${'Filler words go on. '.repeat(40)}The “unseen” <adults> & co. ${'And on. '.repeat(60)}`;
    for (const text of ['<b>Neglect</b> & more', long]) {
      const marked = new Set(['unseen', 'adults', 'neglect'].map(stemOf));
      const { snippet: html, snippetText } = snippet(new WordedText(text), marked);
      const read = html
        .replace(/<\/?mark>/g, '')
        .replace(/&(lt|gt|amp|quot|#39);/g, (_, name: string) => READ[name]!);
      expect(snippetText).toBe(read);
      expect(html).toContain('<mark>');
    }
  });

  it('bears a text that is one endless word', () => {
    expect(cutOf('x'.repeat(2000), 'neglect').length).toBeLessThan(400);
  });
});
