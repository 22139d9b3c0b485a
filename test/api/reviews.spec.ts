import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request, { type Test } from 'supertest';
import type { Partnership } from '../../src/partnerships/partnership.entity.js';
import type { Theme } from '../../src/themes/theme.entity.js';
import type { LibraryRecord } from '../../src/publishing/record.model.js';
import { startLibrary, type TestLibrary } from '../support/app.js';
import { shownRecord } from '../support/library-record.js';
import { Records } from '../support/records.js';

const CHILD_J: [string, string, string] = [
  'darlington-child-j-2025',
  '/reviews/darlington-child-j-2025',
  '/reviews/darlington-child-j-2025',
];

describe('/api/v1/reviews', () => {
  let library: TestLibrary;
  let health: Theme;
  let depression: Theme;
  let school: Theme;
  let darlington: Partnership;

  const get = (path: string): Test => request(library.url).get(`/api/v1${path}`);
  const labels = async (parameters: string): Promise<string[]> => {
    const body: unknown = (await get(`/reviews?${parameters}`).expect(200)).body;
    return (body as { items: { label: string }[] }).items.map(({ label }) => label);
  };

  beforeAll(async () => {
    library = await startLibrary('empty', null);
    const records = new Records(library.source);
    health = await records.aTheme('Parental health');
    depression = await records.aTheme('Parental mental health', {
      broader: health,
      names: { hidden: ['mad mother'] },
    });
    school = await records.aTheme('School attendance');
    darlington = await records.aPartnership({
      name: 'Darlington Partnership',
      website: 'https://d.example/',
    });
    const derby = await records.aPartnership({ name: 'Derby Partnership' });

    const childJ = await records.aReview({
      label: 'Child J',
      slug: 'darlington-child-j-2025',
      publisher: darlington,
      publishedOn: '2025-02-01',
      publishedPrecision: 'month',
      relayedOn: '2025-03-04',
      relayedPrecision: 'day',
      reference: 'REF-1',
      summary: 'An infant <born> early.',
      keywords: ['infant', 'premature'],
      sources: [{ title: 'Newsletter', url: 'https://n.example/' }, { title: 'Only a title' }],
      learning: [
        { theme: depression, kind: 'finding', statement: 'Nobody asked.', pages: [12, 13] },
        { theme: school, kind: 'theme-named', statement: null, phrase: 'attending school' },
        { theme: depression, kind: 'key-lesson', statement: 'Ask again.' },
        { theme: depression, kind: 'key-lesson', statement: 'And again.' },
      ],
    });
    await records.aDocument(childJ, { position: 2, kind: 'executive-summary', title: 'Summary', url: null });
    await records.aDocument(childJ, { position: 1, title: 'Report', url: 'https://d.example/report.pdf' });
    const council = await records.anAgency('Darlington Council');
    await records.aRecommendation(childJ, {
      number: '4b',
      text: 'Ask about new partners.',
      scope: 'local',
      themes: [health],
      addressees: [council],
      position: 9,
    });
    await records.aRecommendation(childJ, { number: null, text: 'First.', position: 1 });
    await records.aBriefing({
      title: 'Asking well',
      reviews: [childJ],
      themes: [school],
      publishedOn: '2025-05-06',
    });

    await records.aReview({ label: 'Theo', publisher: derby, publishedOn: '2024-02-03', learning: [health] });
    const adult = { publisher: derby, about: 'adults', type: 'sar' } as const;
    await records.aReview({
      label: 'philip',
      ...adult,
      publishedOn: '2024-01-01',
      publishedPrecision: 'year',
    });
    await records.aReview({ label: 'Undated', publisher: derby, type: null, about: null });
    const tagged = await records.aReview({ label: 'Asked only', ...adult, publishedOn: '2019-06-01' });
    await records.aRecommendation(tagged, { themes: [depression] });
  });
  afterAll(async () => await library.close());

  it('lists reviews, newest first and those without a date last', async () => {
    expect(await labels('')).toEqual(['Child J', 'Theo', 'philip', 'Asked only', 'Undated']);
  });

  it('says of each review in a list what it is, and how much it has', async () => {
    const body: unknown = (
      await get('/reviews?limit=1')
        .expect(200)
        .expect('content-type', /^application\/json/)
    ).body;
    expect(body).toEqual({
      page: 1,
      limit: 1,
      total: 5,
      unknown: [],
      items: [
        {
          ...shownRecord(library.url, 'review', CHILD_J),
          reference: 'REF-1',
          label: 'Child J',
          title: 'Child J: a review',
          publisher: 'Darlington Partnership',
          type: 'lcspr',
          about: 'children',
          publishedOn: '2025-02',
          summaryByLibrary: false,
          publisherSlug: 'darlington-partnership',
          relayedOn: '2025-03-04',
          summary: 'An infant <born> early.',
          themes: [
            { slug: 'parental-health', label: 'Parental health' },
            { slug: 'parental-mental-health', label: 'Parental mental health' },
            { slug: 'school-attendance', label: 'School attendance' },
          ],
          // The theme that it only names is none.
          learningPointCount: 3,
          recommendationCount: 2,
          learningPoints: 3,
          recommendations: 2,
        },
      ],
    });
  });

  it.each([
    ['sort=publishedOn', ['Asked only', 'philip', 'Theo', 'Child J', 'Undated']],
    ['sort=-publishedOn', ['Child J', 'Theo', 'philip', 'Asked only', 'Undated']],
    ['sort=label', ['Asked only', 'Child J', 'philip', 'Theo', 'Undated']],
    ['sort=title&limit=2', ['Asked only', 'Child J']],
    ['sort=label&limit=2&page=2', ['philip', 'Theo']],
    ['page=4&limit=2', []],
    ['page=1000&limit=100', []],
  ])('orders and pages: %s', async (parameters, expected) => {
    expect(await labels(parameters)).toEqual(expected);
  });

  it.each([
    ['theme=parental-mental-health', ['Child J', 'Asked only']],
    // A narrower theme belongs to its broader one; a theme that only a recommendation has counts as well.
    ['theme=parental-health', ['Child J', 'Theo', 'Asked only']],
    ['theme=school-attendance&theme=parental-mental-health', ['Child J', 'Asked only']],
    ['theme=parental-health&year=2024', ['Theo']],
    ['theme=nobody-has-this', []],
    ['theme=', ['Child J', 'Theo', 'philip', 'Asked only', 'Undated']],
    ['type=sar', ['philip', 'Asked only']],
    ['type=sar&type=lcspr', ['Child J', 'Theo', 'philip', 'Asked only']],
    ['about=children', ['Child J', 'Theo']],
    ['publisher=darlington-partnership', ['Child J']],
    ['publisher=Darlington+Partnership', ['Child J']],
    ['publisher=DARLINGTON++partnership', ['Child J']],
    ['theme=PARENTAL+Mental+Health', ['Child J', 'Asked only']],
    ['theme=Parental-Health&year=2024', ['Theo']],
    // A hidden name is not for display, and so not for an answer that tells it from others.
    ['theme=mad+mother', []],
    ['publisher=darlington', []],
    ['publisher=Darlington+Partnership&publisher=derby-partnership&about=adults', ['philip', 'Asked only']],
    ['year=2024&year=2019', ['Theo', 'philip', 'Asked only']],
    ['year=1950', []],
  ])('filters: %s', async (parameters, expected) => {
    expect(await labels(parameters)).toEqual(expected);
  });

  it('shows one review with all that belongs to it', async () => {
    const body: unknown = (await get('/reviews/darlington-child-j-2025').expect(200)).body;
    const page = '/reviews/darlington-child-j-2025';
    const { recommendations, learning } = body as Record<'recommendations' | 'learning', { id: string }[]>;
    const [[unnumbered, asked], [first, second]] = [recommendations, learning];
    const shownPoint = (anchor: string, id: string): LibraryRecord => ({
      ...shownRecord(library.url, 'learning-point', [
        ...([`darlington-child-j-2025#${anchor}`, `${page}#${anchor}`] as const),
        `/learning/${id}`,
      ]),
      attribution: 'Learning point from Darlington Partnership, “Child J: a review”.',
    });
    const mentalHealth = { slug: 'parental-mental-health', label: 'Parental mental health' };
    expect(body).toEqual({
      ...shownRecord(library.url, 'review', CHILD_J),
      rights: 'Copyright of the report stays with its publisher, Darlington Partnership.',
      attribution: 'Darlington Partnership, “Child J: a review”.',
      reference: 'REF-1',
      label: 'Child J',
      title: 'Child J: a review',
      publisher: 'Darlington Partnership',
      type: 'lcspr',
      about: 'children',
      publishedOn: '2025-02',
      summaryByLibrary: false,
      publisherSlug: 'darlington-partnership',
      publisherLink: 'https://d.example/',
      publisherWebsite: 'https://d.example/',
      relayedOn: '2025-03-04',
      summary: 'An infant <born> early.',
      themes: [
        { slug: 'parental-health', label: 'Parental health' },
        mentalHealth,
        { slug: 'school-attendance', label: 'School attendance' },
      ],
      learning: [
        {
          ...shownPoint('parental-mental-health', first!.id),
          theme: mentalHealth,
          anchor: 'parental-mental-health',
          learningKind: 'finding',
          statement: 'Nobody asked.',
          phrase: null,
          pages: [12, 13],
        },
        {
          ...shownPoint('school-attendance', second!.id),
          theme: { slug: 'school-attendance', label: 'School attendance' },
          anchor: 'school-attendance',
          learningKind: 'theme-named',
          statement: null,
          phrase: 'attending school',
          pages: [],
        },
        expect.objectContaining({ anchor: 'parental-mental-health-2', statement: 'Ask again.' }),
        expect.objectContaining({
          anchor: 'parental-mental-health-3',
          url: `${page}#parental-mental-health-3`,
          statement: 'And again.',
        }),
      ],
      recommendations: [
        expect.objectContaining({ number: null, text: 'First.', scope: null, addressees: [], themes: [] }),
        {
          ...shownRecord(library.url, 'recommendation', [
            ...(['darlington-child-j-2025/4b', '/recommendations/darlington-child-j-2025/4b'] as const),
            `/recommendations/${asked!.id}`,
          ]),
          attribution: 'Recommendation 4b of Darlington Partnership, “Child J: a review”.',
          number: '4b',
          text: 'Ask about new partners.',
          scope: 'local',
          addressees: [{ slug: 'darlington-council', name: 'Darlington Council' }],
          themes: [{ slug: 'parental-health', label: 'Parental health' }],
          progress: [],
        },
      ],
      progressReports: [],
      documents: [
        { kind: 'full-report', title: 'Report', link: 'https://d.example/report.pdf' },
        { kind: 'executive-summary', title: 'Summary', link: null },
      ],
      briefings: [expect.objectContaining({ slug: 'asking-well', url: '/briefings/asking-well' })],
      related: [],
      keywords: ['infant', 'premature'],
      sources: [
        { title: 'Newsletter', link: 'https://n.example/' },
        { title: 'Only a title', link: null },
      ],
      summarised: null,
    });
    expect(new Set([unnumbered, asked, first, second].map((one) => one!.id)).size).toBe(4);
  });

  it('may be kept by a browser, which must ask whether it still holds', async () => {
    const first = await get('/reviews/darlington-child-j-2025')
      .expect(200)
      .expect('cache-control', 'no-cache');
    const etag = first.headers.etag!;
    expect(etag).toMatch(/^W\//);
    await get('/reviews/darlington-child-j-2025').set('If-None-Match', etag).expect(304);
    await get('/reviews/not-there').expect(404).expect('cache-control', 'no-cache');
  });

  it('offers the values that reviews have, with counts that the list confirms', async () => {
    const { ReviewQueries } = await import('../../src/reviews/review.queries.js');
    const filters = await library.app.get(ReviewQueries).choices({});
    expect(filters.publisher).toEqual([
      { value: 'derby-partnership', label: 'Derby Partnership', count: 4 },
      { value: 'darlington-partnership', label: 'Darlington Partnership', count: 1 },
    ]);
    expect(filters.year.map(({ value }) => value).toSorted()).toEqual(['2019', '2024', '2025']);
    expect(filters.theme.map(({ value }) => value).toSorted()).toEqual([
      'parental-health',
      'parental-mental-health',
      'school-attendance',
    ]);
    for (const [name, choices] of Object.entries(filters)) {
      for (const { value, count } of choices) {
        expect(`${name}=${value}: ${count}`).toBe(
          `${name}=${value}: ${(await labels(`${name}=${value}`)).length}`,
        );
      }
    }
  });

  it('follows a theme that was replaced to the one in its place', async () => {
    const records = new Records(library.source);
    await records.aTheme('Maternal moods', { replacedBy: depression });
    expect(await labels('theme=maternal-moods')).toEqual(['Child J', 'Asked only']);
  });

  it('names the reviews that share the rarest accepted themes, and why', async () => {
    const records = new Records(library.source);
    const [hidden, dogs, rare] = [
      await records.aTheme('Hidden men'),
      await records.aTheme('Dangerous dogs'),
      await records.aTheme('Said once', { status: 'proposed' }),
    ];
    const formerly = await records.aTheme('Dogs that bite', { replacedBy: dogs });
    const related = async (slug: string): Promise<[string, string[]][]> =>
      (
        (await get(`/reviews/${slug}`).expect(200)).body as {
          related: { review: { label: string }; themes: { label: string }[] }[];
        }
      ).related.map(({ review, themes }) => [review.label, themes.map(({ label }) => label)]);
    await records.aReview({ label: 'Twin', learning: [hidden, dogs, rare] });
    await records.aReview({ label: 'Other twin', learning: [hidden, formerly, rare] });
    await records.aReview({ label: 'Cousin', learning: [hidden, rare] });
    await records.aReview({ label: 'Unseen twin', state: 'draft', learning: [hidden, dogs] });
    expect(await related('review-twin')).toEqual([['Other twin', ['Dangerous dogs', 'Hidden men']]]);
    const page = await request(library.url).get('/reviews/review-twin').expect(200);
    expect(page.text).toContain('Both are about Dangerous dogs and Hidden men');
    expect(await related('review-cousin')).toEqual([]);
    const alone = await request(library.url).get('/reviews/review-cousin').expect(200);
    expect(alone.text).not.toContain('Related reviews');
  });
});
