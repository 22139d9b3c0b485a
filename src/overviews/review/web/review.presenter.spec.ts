import { describe, expect, it } from '@jest/globals';
import { aRecord } from '../../../../test/support/library-record.js';
import { noCodes } from '../../../platform/text/coded-fields.js';
import { REVIEW_CODES } from '../../../reviews/review.js';
import type { ReviewSummary } from '../../../reviews/review.model.js';
import { presentReviewEntry } from '../../../reviews/web/review-entry.presenter.js';
import { sayReview } from '../../../reviews/web/say-review.js';
import type { ReviewDetail } from '../review-detail.model.js';
import { presentReview } from './review.presenter.js';

const review = (given: Partial<ReviewDetail> = {}): ReviewDetail => ({
  ...aRecord('review', '/reviews/testshire-child-a-2025'),
  reference: null,
  label: 'Child A',
  title: 'Child A: a review',
  publisher: 'Testshire Partnership',
  publisherSlug: 'testshire-partnership',
  publisherLink: null,
  publisherWebsite: null,
  ...noCodes(REVIEW_CODES),
  type: 'lcspr',
  about: 'children',
  publishedOn: '2025-02',
  summaryByLibrary: false,
  relayedOn: '2025-03-28',
  summary: null,
  themes: [],
  learning: [],
  recommendations: [],
  documents: [],
  progressReports: [],
  briefings: [],
  related: [],
  keywords: [],
  sources: [],
  summarised: null,
  ...given,
});

const facts = (given: Partial<ReviewDetail>): string[] =>
  presentReview(review(given)).facts.map(({ name, value }) => `${name}: ${value}`);

describe('the facts of a review', () => {
  it('say no more of a date than is known, and the newsletter’s day apart from the publication', () => {
    expect(facts({})).toEqual([
      'Publisher: Testshire Partnership',
      'About: Children',
      'Type of review: Local child safeguarding practice review (LCSPR)',
      'Published: February 2025',
      'In a newsletter: 28 March 2025',
    ]);
  });

  it('leave out what is not known', () => {
    expect(facts({ type: null, about: null, publishedOn: null, relayedOn: null })).toEqual([
      'Publisher: Testshire Partnership',
    ]);
  });
});

describe('the facts of a review', () => {
  it('leave out a newsletter of the same date, and a reference that is a catalogue’s address', () => {
    expect(facts({ relayedOn: '2025-02', reference: 'child-a-testshire-2025' })).toHaveLength(4);
    expect(facts({ relayedOn: null, reference: 'LSCP 12/2025' })).toContain('Reference: LSCP 12/2025');
  });
});

describe('a review in a list', () => {
  const NO_PARTS = { learningPointCount: 0, recommendationCount: 0, learningPoints: 0, recommendations: 0 };
  const entry = (given: Partial<ReviewSummary>): ReturnType<typeof presentReviewEntry> =>
    presentReviewEntry({ ...review(), ...NO_PARTS, ...given });

  it('says a newsletter’s date only where no other is known', () => {
    expect(entry({ publishedOn: null }).facts).toContain('In a newsletter, 28 March 2025');
    expect(entry({}).facts).not.toContain('newsletter');
  });

  it('shows the beginning of its summary, up to a word, and no theme that its title says', () => {
    const { summary, themes } = entry({
      title: 'Self-neglect',
      summary: 'word '.repeat(100),
      themes: [{ slug: 's', label: 'Self neglect' }],
    });
    expect(summary).toMatch(/word…$/);
    expect(summary!.length).toBeLessThanOrEqual(300);
    expect(themes).toEqual([]);
  });
});

describe('a review', () => {
  it('is quoted by publisher and date, and by “no date” without one', () => {
    expect(presentReview(review()).citation).toBe(
      'Testshire Partnership (February 2025), Child A: a review.',
    );
    expect(presentReview(review({ publishedOn: null })).citation).toContain(
      'Testshire Partnership (no date)',
    );
  });

  it('is named with its publisher, for labels repeat', () => {
    expect(sayReview(review())).toEqual({
      url: '/reviews/testshire-child-a-2025',
      label: 'Child A',
      facts: 'Testshire Partnership · Local child safeguarding practice review · February 2025',
      line: 'Child A, Testshire Partnership, February 2025',
    });
  });

  it('links to a document only where there is a web address', () => {
    const documents = [
      { kind: 'full-report', title: 'The report', link: 'https://www.example.org/report.pdf' },
      { kind: 'executive-summary', title: 'The summary', link: null },
      { kind: 'other', title: 'A trap', link: 'javascript:alert(1)' },
    ];
    expect(
      presentReview(review({ documents })).documents.map(({ href, linkText }) => [href, linkText]),
    ).toEqual([
      ['https://www.example.org/report.pdf', 'The report (example.org)'],
      [null, 'The summary'],
      [null, 'A trap'],
    ]);
  });

  it('says what the publisher has to be asked for', () => {
    const [linked, not] = [
      { kind: 'full-report', title: 'R', link: 'https://example.org/' },
      { kind: 'full-report', title: 'R', link: null },
    ] as const;
    const missing = (...documents: ReviewDetail['documents']): string =>
      presentReview(review({ documents })).documentsToAskFor;
    expect([missing(), missing(linked)]).toEqual(['the report', '']);
    expect(missing(linked, not)).toBe('the document without a link');
    expect(missing(not, not)).toBe('the documents without a link');
  });

  it('names a source by its title and site, and drops one that says nothing', () => {
    const sources = [
      { title: 'Newsletter', link: null },
      { title: 'Report', link: 'https://example.org/x' },
      { title: null, link: 'https://example.org/y' },
      { title: null, link: null },
      { title: null, link: '2024-03-newsfeed.pdf' },
      { title: 'Newsfeed', link: '2024-03-newsfeed.pdf' },
    ];
    expect(presentReview(review({ sources })).sources).toEqual([
      { title: 'Newsletter', url: null },
      { title: 'Report (example.org)', url: 'https://example.org/x' },
      { title: 'example.org', url: 'https://example.org/y' },
      { title: 'Newsfeed', url: null },
    ]);
  });
});
