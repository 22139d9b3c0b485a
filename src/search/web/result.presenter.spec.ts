import { describe, expect, it } from '@jest/globals';
import { aRecord } from '../../../test/support/library-record.js';
import { noCodes } from '../../platform/text/coded-fields.js';
import { REVIEW_CODES } from '../../reviews/review.js';
import type { SearchItem, SearchPart } from '../api/search-answer.model.js';
import { presentResult } from './result.presenter.js';

const item: SearchItem = {
  ...aRecord('learning-point', '/reviews/x#parental-mental-health'),
  kind: 'learning-point',
  title: 'Parental mental health',
  snippet: 'The <mark>mother</mark>',
  snippetText: 'The mother',
  themes: [{ slug: 'parental-mental-health', label: 'Parental mental health' }],
  review: {
    slug: 'x',
    reference: null,
    label: 'Child J',
    title: 'Child J: a review',
    publisher: 'Testshire',
    ...noCodes(REVIEW_CODES),
    type: 'lcspr',
    publishedOn: '2025-02',
  },
  learningKind: 'finding',
  phrase: null,
  publisher: null,
  publishedOn: null,
  type: null,
  parts: [],
  pages: [],
  explanation: null,
  because: null,
  named: false,
  summaryByLibrary: false,
};
const part = (given: Partial<SearchPart> = {}): SearchPart => ({
  ...aRecord('learning-point', '/reviews/x#unseen-adults'),
  kind: 'learning-point',
  title: 'Unseen adults',
  snippet: 'A <mark>boyfriend</mark>',
  snippetText: 'A boyfriend',
  themes: [{ slug: 'unseen-adults', label: 'Unseen adults' }],
  learningKind: 'finding',
  phrase: null,
  ...given,
});

describe('a result', () => {
  it('is headed by its review, with publisher, type and date below', () => {
    expect(presentResult(item)).toMatchObject({
      title: 'Child J: Parental mental health',
      learning: { kind: 'finding', words: 'Finding' },
      review: null,
      facts: 'Testshire · Local child safeguarding practice review · February 2025',
      phrase: null,
      themes: [],
    });
  });

  it('shortens the name of a review that is a sentence', () => {
    const review = {
      ...item.review!,
      label: 'Out of routine: a review of sudden unexpected death in infancy',
    };
    expect(presentResult({ ...item, review }).title).toBe(
      'Out of routine: a review of sudden unexpected death in…: Parental mental health',
    );
  });

  it('that is a recommendation links to its review as well', () => {
    const view = presentResult({
      ...item,
      kind: 'recommendation',
      title: 'Recommendation 3',
      learningKind: null,
    });
    expect(view.title).toBe('Child J: Recommendation 3');
    expect(view.review).toEqual({ label: 'Child J', url: '/reviews/x' });
    expect(view.themes).toHaveLength(1);
  });

  it('that is a review has its own title', () => {
    expect(presentResult({ ...item, kind: 'review', title: 'Child J: a review' }).title).toBe(
      'Child J: a review',
    );
  });

  it('says the words of the source, where they are not the theme’s', () => {
    expect(presentResult(item).phrase).toBeNull();
    expect(presentResult({ ...item, phrase: 'mum’s moods' }).phrase).toBe(
      'The source’s words: “mum’s moods”',
    );
  });

  it('does not say the same as tag and title', () => {
    const good = { ...item, title: 'Good practice', learningKind: 'good-practice' } as const;
    expect(presentResult(good).learning).toBeNull();
  });

  it('says type, publisher and date of a briefing', () => {
    const briefing = { ...item, kind: 'briefing', review: null, learningKind: null } as const;
    const view = presentResult({ ...briefing, type: 'thematic', publisher: 'NSPCC', publishedOn: '2019-06' });
    expect(view.facts).toBe('Thematic briefing · NSPCC · June 2019');
  });
});

describe('what else of the review fits', () => {
  it('is named by kind and theme', () => {
    const rule = part({ kind: 'recommendation', title: 'Recommendation 3', learningKind: null });
    expect(presentResult({ ...item, parts: [part(), rule] }).parts).toEqual([
      {
        url: '/reviews/x#unseen-adults',
        title: 'Finding: Unseen adults',
        phrase: null,
        snippet: 'A <mark>boyfriend</mark>',
        themes: '',
      },
      expect.objectContaining({ title: 'Recommendation 3', themes: 'Unseen adults' }),
    ]);
  });
});

describe('pages of the report', () => {
  it('open at their publisher where a web address is known', () => {
    const page = { document: 'full-report', page: 23, snippet: 'x', snippetText: 'x' };
    const views = presentResult({
      ...item,
      pages: [
        { ...page, link: 'https://example.org/report.pdf#top' },
        { ...page, document: 'executive-summary', link: 'javascript:alert(1)' },
        { ...page, link: null },
      ],
    }).pages;
    expect(views.map(({ place, href }) => [place, href])).toEqual([
      ['full report, page 23', 'https://example.org/report.pdf#page=23'],
      ['executive summary, page 23', null],
      ['full report, page 23', null],
    ]);
  });

  it('says why it is there where no word is marked', () => {
    const because = 'Carries the theme “Unseen men”';
    expect(presentResult({ ...item, because, snippet: 'Nothing marked' }).because).toBe(because);
    expect(presentResult({ ...item, because, snippet: 'Some <mark>thing</mark>' }).because).toBeNull();
  });
});
