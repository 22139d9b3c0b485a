import { describe, expect, it } from '@jest/globals';
import { contentWords, formOf, wordsOf } from './words.js';

const stems = (text: string): string[] => contentWords(wordsOf(text)).map(({ stem }) => stem);

describe('the words of a query', () => {
  it('fold what families and clinicians say of the same person', () => {
    expect(stems("mum's depression")).toEqual(stems('maternal depression'));
    expect(stems('mums depression')).toEqual(stems('mother depression'));
    expect(stems('kids')).toEqual(stems('children'));
  });

  it('fold forms that the stemmer leaves apart', () => {
    expect(stems('violent')).toEqual(stems('violence'));
    expect(stems('excluded')).toEqual(stems('exclusion'));
  });

  it('are told apart by what is not an inflection', () => {
    expect(formOf('communication')).not.toEqual(formOf('communities'));
    expect(['care', 'caring', 'theme', 'none', 'risks'].map(formOf)).toEqual([null, null, null, null, null]);
  });

  it('tell a ward from a mother', () => {
    expect(stems('maternity')).not.toEqual(stems('mother'));
    expect(stems('maternal')).toEqual(stems('mother'));
  });

  it('tell a home from housing, and an organ from an organisation', () => {
    expect(stems('home')).not.toEqual(stems('housing'));
    expect(stems('home')).toEqual(stems('household'));
    expect(stems('organ')).not.toEqual(stems('organisation'));
    expect(stems('organization')).toEqual(stems('agency'));
  });

  it.each(['section 42', 'Section42', 's.42', 's. 42', 'S42', 'sec 42', 'sections 42'])(
    'read %j as a section',
    (text) => {
      expect(wordsOf(`the ${text} enquiry`).map((word) => word.text)).toEqual(['the', 's42', 'enquiry']);
    },
  );

  it('take no number for a section of nothing', () => {
    expect(wordsOf("Child S 42 and the boy's 42").map((word) => word.text)).toEqual([
      'child',
      's',
      '42',
      'and',
      'the',
      'boys',
      '42',
    ]);
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
