import { describe, expect, it } from '@jest/globals';
import type { NamedTheme } from '../api/search-answer.model.js';
import { firstSentence, presentNamedThemes } from './named-themes.presenter.js';

const named = (label: string, given: Partial<NamedTheme> = {}): NamedTheme => ({
  slug: label.toLowerCase(),
  label,
  matched: label,
  definition: 'One. Two.',
  hasGuidance: true,
  accepted: true,
  inReviews: true,
  ...given,
});

describe('the themes that the words name', () => {
  it('say another name only where it is another', () => {
    const view = presentNamedThemes([
      named('Self-neglect', { matched: 'self neglect' }),
      named('Self-neglect', { matched: 'hoarding' }),
    ]);
    expect(view?.open.map(({ alsoCalled }) => alsoCalled)).toEqual([null, 'hoarding']);
    expect(view?.open[0]?.definition).toBe('One.');
  });

  it('are three at the most; the rest are names', () => {
    const view = presentNamedThemes(['A', 'B', 'C', 'D', 'E'].map((label) => named(label)));
    expect(view?.open.map(({ label }) => label)).toEqual(['A', 'B', 'C']);
    expect(view?.more).toEqual([
      { slug: 'd', label: 'D' },
      { slug: 'e', label: 'E' },
    ]);
    expect(presentNamedThemes([])).toBeNull();
  });

  it('say when editors have not looked at one yet', () => {
    const view = presentNamedThemes([named('A', { accepted: false }), named('B')]);
    expect(view?.open.map(({ isProposed }) => isProposed)).toEqual([true, false]);
  });
});

describe('firstSentence', () => {
  it.each([
    ['One. Two.', 'One.'],
    ['Version 1.2 of it? Yes.', 'Version 1.2 of it?'],
    ['No end', 'No end'],
  ])('of “%s” is “%s”', (text, first) => {
    expect(firstSentence(text)).toBe(first);
  });
});
