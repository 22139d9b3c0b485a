import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request, { type Test } from 'supertest';
import type { Recommendation } from '../../src/recommendations/recommendation.entity.js';
import { restore, withdraw } from '../../src/publishing/withdraw.js';
import { RecommendationService } from '../../src/recommendations/recommendation.service.js';
import { WITHDRAWABLE_NOUNS } from '../../src/withdrawable.js';
import { startLibrary, type TestLibrary } from '../support/app.js';
import { namedRecord, shownRecord } from '../support/library-record.js';
import { Records } from '../support/records.js';

describe('/api/v1/recommendations', () => {
  let library: TestLibrary;
  let asked: Recommendation;
  let withdrawn: Recommendation;

  const get = (path: string): Test => request(library.url).get(`/api/v1${path}`);
  const texts = async (parameters: string): Promise<string[]> => {
    const body: unknown = (await get(`/recommendations?${parameters}`).expect(200)).body;
    return (body as { items: { text: string }[] }).items.map(({ text }) => text);
  };

  const list = async (parameters: string): Promise<{ id: string; url: string }[]> =>
    ((await get(`/recommendations?${parameters}`)).body as { items: { id: string; url: string }[] }).items;

  beforeAll(async () => {
    library = await startLibrary('empty', null);
    const records = new Records(library.source);
    const broad = await records.aTheme('Abuse');
    const narrow = await records.aTheme('Neglect', { broader: broad });
    const police = await records.anAgency('Police');
    const council = await records.anAgency('council');
    const publisher = await records.aPartnership({ name: 'Kent Partnership' });
    const newer = await records.aReview({ label: 'Newer', publisher, publishedOn: '2025-01-02' });
    asked = await records.aRecommendation(newer, {
      number: '10',
      text: 'ten',
      scope: 'national',
      themes: [narrow, broad],
      addressees: [police, council],
      position: 1,
    });
    await records.aRecommendation(newer, { number: '4b', text: 'four b', themes: [narrow], position: 2 });
    const older = await records.aReview({ label: 'Older', type: 'sar', publishedOn: '2020-01-02' });
    await records.aRecommendation(older, {
      number: '4',
      text: 'four',
      scope: 'local',
      addressees: [council],
    });
    await records.aRecommendation(older, { number: null, text: 'unnumbered', themes: [broad] });
    await records.aRecommendation(older, { number: 'R2', text: 'lettered' });
    const hidden = await records.aReview({ label: 'Gone', state: 'withdrawn', publishedOn: '2024-01-01' });
    withdrawn = await records.aRecommendation(hidden, {
      text: 'withdrawn',
      themes: [broad],
      addressees: [police],
    });
  });
  afterAll(async () => await library.close());

  it.each([
    ['', ['ten', 'four b', 'four', 'unnumbered', 'lettered']],
    ['sort=publishedOn', ['four', 'unnumbered', 'lettered', 'ten', 'four b']],
    ['sort=number', ['four', 'four b', 'ten', 'lettered', 'unnumbered']],
    ['sort=number&limit=2&page=2', ['ten', 'lettered']],
    ['sort=agency', ['ten', 'four', 'four b', 'unnumbered', 'lettered']],
    ['theme=abuse', ['ten', 'four b', 'unnumbered']],
    ['theme=neglect', ['ten', 'four b']],
    ['agency=police', ['ten']],
    ['agency=police&agency=council', ['ten', 'four']],
    ['agency=nobody', []],
    ['scope=local&scope=national', ['ten', 'four']],
    ['publisher=kent-partnership&scope=national', ['ten']],
    ['type=sar', ['four', 'unnumbered', 'lettered']],
    ['year=2025', ['ten', 'four b']],
    ['year=2024', []],
    ['page=99', []],
  ])('orders, filters and pages: %s', async (parameters, expected) => {
    expect(await texts(parameters)).toEqual(expected);
  });

  it('shows one recommendation with its review', async () => {
    const inList = {
      ...shownRecord(library.url, 'recommendation', [
        ...(['review-newer/10', '/recommendations/review-newer/10'] as const),
        `/recommendations/${asked.id}`,
      ]),
      id: asked.id,
      number: '10',
      text: 'ten',
      scope: 'national',
      addressees: [
        { slug: 'council', name: 'council' },
        { slug: 'police', name: 'Police' },
      ],
      themes: [
        { slug: 'abuse', label: 'Abuse' },
        { slug: 'neglect', label: 'Neglect' },
      ],
      progress: [],
      review: {
        ...namedRecord(library.url, 'review', [
          'review-newer',
          '/reviews/review-newer',
          '/reviews/review-newer',
        ]),
        reference: null,
        label: 'Newer',
        title: 'Newer: a review',
        publisher: 'Kent Partnership',
        type: 'lcspr',
        about: 'children',
        publishedOn: '2025-01-02',
        summaryByLibrary: false,
      },
    };
    const body: unknown = (await get(`/recommendations/${asked.id}`).expect(200)).body;
    expect(body).toEqual({ ...inList, sources: [], summarised: null });
    const list = await get('/recommendations?limit=1').expect(200);
    expect((list.body as { items: unknown[] }).items).toEqual([inList]);
  });

  it('has its page under its review and its number', async () => {
    const page = (path: string): Test => request(library.url).get(path).set('accept', 'text/html');
    const { id } = (await list('agency=council&type=sar'))[0]!;
    for (const [path, status, leadsTo] of [
      ['/recommendations/review-newer/10', 200],
      ['/recommendations/review-newer/4b', 200],
      ['/recommendations/review-newer/4B', 301, '/recommendations/review-newer/4b'],
      [`/recommendations/${asked.id}`, 301, '/recommendations/review-newer/10'],
      [`/recommendations/${asked.id.toUpperCase()}`, 301, '/recommendations/review-newer/10'],
      [`/recommendations/review-newer/${asked.id.slice(0, 8)}`, 301, '/recommendations/review-newer/10'],
      [`/recommendations/review-older/${id.slice(0, 8)}`, 301, '/recommendations/review-older/4'],
      ['/recommendations/review-newer/4', 404],
      ['/recommendations/review-gone/1', 404],
      ['/recommendations/review-newer/%00', 404],
      [`/recommendations/${withdrawn.id}`, 404],
    ] as const) {
      const answer = await page(path);
      expect([path, answer.status, answer.headers.location]).toEqual([path, status, leadsTo]);
    }
    const unnumbered = (await list('theme=abuse&type=sar'))[0]!;
    expect(unnumbered.url).toBe(`/recommendations/review-older/${unnumbered.id.slice(0, 8)}`);
    await page(unnumbered.url).expect(200);
    const one = (await get('/recommendations/review-newer/10').expect(200)).body as { id: string };
    expect(one.id).toBe(asked.id);
  });

  it('is followed to its new number, and never gives its old address to another without a word', async () => {
    const records = new Records(library.source);
    const review = await records.aReview({ label: 'Counted anew', publishedOn: '2010-01-01' });
    const first = await records.aRecommendation(review, { number: '1', text: 'the first' });
    const second = await records.aRecommendation(review, { number: '2', text: 'the second' });
    const page = (key: string): Test =>
      request(library.url).get(`/recommendations/review-counted-anew/${key}`);
    const service = new RecommendationService(library.source);
    await service.edit(second.id, { number: '3' });
    expect((await page('2').expect(301)).headers.location).toBe('/recommendations/review-counted-anew/3');
    await service.edit(first.id, { number: '2' });
    expect((await page('1').expect(301)).headers.location).toBe('/recommendations/review-counted-anew/2');
    const { text } = await page('2').expect(200);
    expect(text).toContain('the first');
    expect(text).toContain(
      'is now <a class="govuk-link" href="/recommendations/review-counted-anew/3">recommendation 3</a>',
    );
    // Two of one number: neither has the address, and each has another.
    await service.edit(second.id, { number: '2.' });
    await page('2').expect(404);
    for (const { id } of [first, second]) await page(id.slice(0, 8)).expect(200);
    // What is withdrawn says so at each of its addresses, and can be named by one of them.
    await service.edit(second.id, { number: '3' });
    await withdraw(library.source, WITHDRAWABLE_NOUNS, '/recommendations/review-counted-anew/3', 'legal');
    for (const path of ['/recommendations/review-counted-anew/3', `/recommendations/${second.id}`]) {
      const gone = await request(library.url).get(path).expect(410);
      expect(gone.text).toContain('This recommendation was withdrawn');
    }
    await restore(library.source, WITHDRAWABLE_NOUNS, '/recommendations/review-counted-anew/3');
    await page('3').expect(200);
  });

  it('does not know one of a review that is not published, nor an id that is none', async () => {
    for (const id of [
      withdrawn.id,
      '00000000-0000-4000-8000-000000000000',
      '7',
      `${asked.id}0`,
      "1' or '1'='1",
      '%00',
    ]) {
      const body: unknown = (await get(`/recommendations/${encodeURI(id)}`).expect(404)).body;
      expect(body).toMatchObject({ status: 404, detail: 'There is no recommendation with this address.' });
    }
  });
});
