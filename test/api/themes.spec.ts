import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request, { type Test } from 'supertest';
import { ThemePageQueries } from '../../src/overviews/theme/theme-page.queries.js';
import { ThemeQueries } from '../../src/themes/theme.queries.js';
import type { ThemeCounts, ThemeNode } from '../../src/themes/theme.model.js';
import { startLibrary, type TestLibrary } from '../support/app.js';
import { namedRecord, shownRecord } from '../support/library-record.js';
import { Records } from '../support/records.js';

const PARENTAL: [string, string, string] = [
  'parental-mental-health',
  '/themes/parental-mental-health',
  '/themes/parental-mental-health',
];
const COUNTS: ThemeCounts = {
  ...{ reviewCount: 2, learningPointCount: 3, recommendationCount: 1, briefingCount: 0, resourceCount: 1 },
  ...{ reviews: 2, learningPoints: 3, recommendations: 1, briefings: 0, resources: 1 },
};

describe('/api/v1/themes', () => {
  let library: TestLibrary;

  const get = (path: string): Test => request(library.url).get(`/api/v1${path}`);
  const slugs = async (parameters: string): Promise<string[]> => {
    const body: unknown = (await get(`/themes?${parameters}`).expect(200)).body;
    return (body as { items: { slug: string }[] }).items.map(({ slug }) => slug);
  };

  beforeAll(async () => {
    library = await startLibrary('empty', null);
    const records = new Records(library.source);
    const top = await records.aTheme('Parents', { definition: 'All about parents.' });
    const health = await records.aTheme('health of parents', { broader: top });
    const related = await records.aTheme('Unseen adults');
    const depression = await records.aTheme('Parental mental health', {
      broader: health,
      definition: 'When a parent is unwell.',
      emergency: ['Call 999 if someone is in danger.'],
      lookFor: ['Tiredness'],
      ask: ['Who helps?'],
      askYourself: ['What did I see?'],
      guidanceReviewedBy: 'Jo Bloggs, named nurse',
      guidanceReviewedOn: '2026-05-01',
      guidanceReviewedPrecision: 'month',
      toDo: ['Call the GP'],
      related: [related],
      sources: [{ title: 'A book' }],
      names: {
        alternative: ['maternal depression', 'baby blues'],
        abbreviation: ['PMH'],
        hidden: ['secretword madness'],
      },
    });
    await records.aTheme('Postnatal depression', {
      broader: depression,
      names: { hidden: ['secretword two'] },
    });
    const old = await records.aTheme('Old name', {
      broader: depression,
      replacedBy: depression,
      names: { hidden: ['secretword three'] },
    });
    await records.aTheme('Proposed and unused', { status: 'proposed' });
    const proposed = await records.aTheme('Proposed and used', { status: 'proposed' });

    const newer = await records.aReview({
      label: 'Newer',
      publishedOn: '2025-01-02',
      learning: [depression, related, { theme: depression, statement: 'The second.' }, health],
    });
    await records.aReview({ label: 'Older', publishedOn: '2020-01-02', learning: [old, proposed] });
    await records.aReview({
      label: 'Names it',
      publishedOn: '2019-01-02',
      learning: [{ theme: top, kind: 'theme-named', statement: null }],
    });
    await records.aReview({ label: 'Hidden', state: 'withdrawn', learning: [depression, top] });
    await records.aRecommendation(newer, {
      themes: [depression, health],
      text: 'Tagged twice in one family.',
    });
    await records.aBriefing({ title: 'About parents', themes: [top] });
    await records.aResource({ title: 'For parents', themes: [depression] });
    await records.aResource({ title: 'Not yet', themes: [depression], state: 'scheduled' });
  });
  afterAll(async () => await library.close());

  it('lists the accepted themes by label, whatever their capitals, without those that were replaced', async () => {
    expect(await slugs('')).toEqual([
      'health-of-parents',
      'parental-mental-health',
      'parents',
      'postnatal-depression',
      'unseen-adults',
    ]);
  });

  it('shows a theme in a list', async () => {
    const body: unknown = (await get('/themes?broader=health-of-parents').expect(200)).body;
    expect(body).toEqual({
      page: 1,
      limit: 20,
      total: 1,
      unknown: [],
      items: [
        {
          ...shownRecord(library.url, 'theme', PARENTAL),
          label: 'Parental mental health',
          status: 'accepted',
          definition: 'When a parent is unwell.',
          broader: { slug: 'health-of-parents', label: 'health of parents' },
          counts: COUNTS,
        },
      ],
    });
  });

  it.each([
    ['sort=-label&limit=2', ['unseen-adults', 'postnatal-depression']],
    ['sort=-reviews&limit=1&page=5', ['postnatal-depression']],
    ['sort=reviews&limit=1', ['postnatal-depression']],
    // A proposed theme is listed where a published record uses it.
    ['status=proposed', ['proposed-and-used']],
    ['status=proposed&status=accepted&limit=100&page=2', []],
    ['broader=parents', ['health-of-parents']],
    ['broader=nobody', []],
    ['broader=HEALTH+of+parents', ['parental-mental-health']],
    ['broader=Baby+Blues', ['postnatal-depression']],
  ])('orders, filters and pages: %s', async (parameters, expected) => {
    expect(await slugs(parameters)).toEqual(expected);
  });

  it('shows one theme with its other names, but never the hidden ones', async () => {
    const answer = await get('/themes/parental-mental-health').expect(200);
    expect(answer.body).toEqual({
      ...shownRecord(library.url, 'theme', PARENTAL),
      label: 'Parental mental health',
      status: 'accepted',
      definition: 'When a parent is unwell.',
      broader: { slug: 'health-of-parents', label: 'health of parents' },
      counts: COUNTS,
      altLabels: ['maternal depression', 'baby blues'],
      abbreviations: ['PMH'],
      guidance: {
        note: 'Written for this library. These are not the words of a review. Follow your local procedures.',
        reviewedBy: 'Jo Bloggs, named nurse',
        reviewedOn: '2026-05',
      },
      emergency: ['Call 999 if someone is in danger.'],
      lookFor: ['Tiredness'],
      ask: ['Who helps?'],
      askYourself: ['What did I see?'],
      do: ['Call the GP'],
      path: [
        { slug: 'parents', label: 'Parents' },
        { slug: 'health-of-parents', label: 'health of parents' },
      ],
      narrower: [{ slug: 'postnatal-depression', label: 'Postnatal depression' }],
      related: [{ slug: 'unseen-adults', label: 'Unseen adults' }],
      replacedBy: null,
      sources: [{ title: 'A book', link: null }],
    });
    expect(answer.text).not.toContain('secretword');
  });

  it('names the theme to use instead of one that was replaced', async () => {
    const body: unknown = (await get('/themes/old-name').expect(200)).body;
    expect(body).toMatchObject({ slug: 'old-name', replacedBy: { slug: 'parental-mental-health' } });
  });

  it('does not know a theme that nobody has, nor a proposed one that nothing published uses', async () => {
    await get('/themes/nobody-has-this').expect(404);
    await get('/themes/proposed-and-unused').expect(404);
    await get('/themes/proposed-and-unused/learning').expect(404);
    await get('/themes/nobody-has-this/learning').expect(404);
    await get('/themes/proposed-and-used').expect(200);
  });

  it('lists what reviews teach on a theme and its narrower ones, newest review first', async () => {
    const body: unknown = (await get('/themes/parents/learning').expect(200)).body;
    const { items, total } = body as {
      total: number;
      items: { id: string; review: { label: string }; anchor: string }[];
    };
    expect(total).toBe(4);
    expect(items.map(({ review, anchor }) => [review.label, anchor])).toEqual([
      ['Newer', 'parental-mental-health'],
      ['Newer', 'parental-mental-health-2'],
      ['Newer', 'health-of-parents'],
      ['Older', 'old-name'],
    ]);
    expect(items[1]).toEqual({
      ...shownRecord(library.url, 'learning-point', [
        'review-newer#parental-mental-health-2',
        '/reviews/review-newer#parental-mental-health-2',
        `/learning/${items[1]!.id}`,
      ]),
      theme: { slug: 'parental-mental-health', label: 'Parental mental health' },
      anchor: 'parental-mental-health-2',
      learningKind: 'finding',
      statement: 'The second.',
      phrase: null,
      pages: [],
      review: {
        ...namedRecord(library.url, 'review', [
          'review-newer',
          '/reviews/review-newer',
          '/reviews/review-newer',
        ]),
        reference: null,
        label: 'Newer',
        title: 'Newer: a review',
        publisher: expect.any(String),
        type: 'lcspr',
        about: 'children',
        publishedOn: '2025-01-02',
        summaryByLibrary: false,
      },
    });
    const second = await get('/themes/parents/learning?limit=3&page=2').expect(200);
    expect(second.body).toMatchObject({
      page: 2,
      limit: 3,
      total: 4,
      items: [{ review: { label: 'Older' } }],
    });
  });

  it('counts of a theme what the lists find, in the tree as on its own', async () => {
    const nodes: ThemeNode[] = [];
    const walk = (node: ThemeNode): void => {
      nodes.push(node);
      node.narrower.forEach(walk);
    };
    (await library.app.get(ThemeQueries).tree()).forEach(walk);
    expect(nodes).toHaveLength(5);
    for (const { slug, counts } of nodes) {
      const body: unknown = (await get(`/themes/${slug}`)).body;
      expect([slug, (body as { counts: ThemeCounts }).counts]).toEqual([slug, counts]);
      const totals = await Promise.all(
        [
          `/reviews?theme=${slug}`,
          `/themes/${slug}/learning`,
          `/recommendations?theme=${slug}`,
          `/briefings?theme=${slug}`,
          `/resources?theme=${slug}`,
        ].map(async (path) => ((await get(path)).body as { total: number }).total),
      );
      expect([slug, ...totals]).toEqual([
        slug,
        counts.reviews,
        counts.learningPoints,
        counts.recommendations,
        counts.briefings,
        counts.resources,
      ]);
    }
  });

  it('puts the tree together', async () => {
    const tree = await library.app.get(ThemeQueries).tree();
    const shape = ({ slug, narrower }: ThemeNode): unknown => ({ [slug]: narrower.map(shape) });
    expect(tree.map(shape)).toEqual([
      {
        parents: [{ 'health-of-parents': [{ 'parental-mental-health': [{ 'postnatal-depression': [] }] }] }],
      },
      { 'unseen-adults': [] },
    ]);
  });

  it('gives a page all that it shows of a theme, grouped by review', async () => {
    const page = await library.app.get(ThemePageQueries).page('parental-mental-health');
    expect(page.theme.label).toBe('Parental mental health');
    expect(page.learning).toMatchObject({ page: 1, limit: 10, total: 2 });
    expect(
      page.learning.items.map(({ review, points }) => [review.label, points.map(({ anchor }) => anchor)]),
    ).toEqual([
      ['Newer', ['parental-mental-health', 'parental-mental-health-2']],
      ['Older', ['old-name']],
    ]);
    expect(page.recommendations).toMatchObject({
      total: 1,
      items: [{ text: 'Tagged twice in one family.' }],
    });
    expect(page.briefings).toMatchObject({ total: 0, items: [] });
    expect(page.resources).toMatchObject({ total: 1, items: [{ title: 'For parents' }] });
  });

  it('survives themes that are broader than each other', async () => {
    const records = new Records(library.source);
    const one = await records.aTheme('Ring one');
    const two = await records.aTheme('Ring two', { broader: one });
    await library.source.query('update theme set broader_id = $1 where id = $2', [two.id, one.id]);
    const body: unknown = (await get('/themes/ring-one').expect(200)).body;
    expect(body).toMatchObject({ path: [{ slug: 'ring-two' }], narrower: [{ slug: 'ring-two' }] });
    await get('/themes').expect(200);
    await get('/reviews?theme=ring-one').expect(200);
    await library.source.query(`delete from theme where slug like 'ring-%'`);
  });
});
