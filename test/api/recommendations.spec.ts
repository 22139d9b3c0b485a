import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request, { type Test } from 'supertest';
import type { Recommendation } from '../../src/recommendations/recommendation.entity.js';
import { startLibrary, type TestLibrary } from '../support/app.js';
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
      id: asked.id,
      url: `/recommendations/${asked.id}`,
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
      review: {
        slug: 'review-newer',
        url: '/reviews/review-newer',
        reference: null,
        label: 'Newer',
        title: 'Newer: a review',
        publisher: 'Kent Partnership',
        type: 'lcspr',
        about: 'children',
        publishedOn: '2025-01-02',
      },
    };
    const body: unknown = (await get(`/recommendations/${asked.id}`).expect(200)).body;
    expect(body).toEqual({ ...inList, sources: [], summarised: null });
    const list = await get('/recommendations?limit=1').expect(200);
    expect((list.body as { items: unknown[] }).items).toEqual([inList]);
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
