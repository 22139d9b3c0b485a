import { describe, expect, it } from '@jest/globals';
import { contentWords, wordsOf } from './words.js';

const stems = (text: string): string[] => contentWords(wordsOf(text)).map(({ stem }) => stem);

describe('the words of a query', () => {
  it('fold what families and clinicians say of the same person', () => {
    expect(stems("mum's depression")).toEqual(stems('maternal depression'));
    expect(stems('mums depression')).toEqual(stems('mother depression'));
    expect(stems('kids')).toEqual(stems('children'));
  });

  it('drop the grammar of a question', () => {
    expect(wordsOf('what have reviews said about hidden men?').length).toBe(7);
    expect(contentWords(wordsOf('what have reviews said about hidden men?')).map(({ text }) => text)).toEqual(
      ['hidden', 'men'],
    );
  });

  it('keep everything where nothing else is left', () => {
    expect(contentWords(wordsOf('what is it')).map(({ text }) => text)).toEqual(['what', 'is', 'it']);
  });

  it.each(['???', '"', '-', '\u202e\u200f', '🙂🙂', '  '])('find no word in %j', (text) => {
    expect(wordsOf(text)).toEqual([]);
  });

  it('read operators and quotes as gaps', () => {
    expect(wordsOf('"unmatched -neglect OR (theme:x)').map(({ text }) => text)).toEqual([
      'unmatched',
      'neglect',
      'or',
      'theme',
      'x',
    ]);
  });
});
