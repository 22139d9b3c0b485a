import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request, { type Test } from 'supertest';
import { PUBLICATION_STATES, type PublicationState } from '../../src/publishing/publication.js';
import { ReviewQueries } from '../../src/reviews/review.queries.js';
import { Theme } from '../../src/themes/theme.entity.js';
import { ThemePageQueries } from '../../src/overviews/theme/theme-page.queries.js';
import { ThemeQueries } from '../../src/themes/theme.queries.js';
import { startLibrary, type TestLibrary } from '../support/app.js';
import { Records } from '../support/records.js';

const UNPUBLISHED = PUBLICATION_STATES.filter((state) => state !== 'published');

/** What only unpublished records have. */
const LEAK = /leaked|2099|susr|"both"/i;

/** Every address of the API that could show the marked records, whatever their state. */
const ADDRESSES = [
  '/themes?limit=100',
  '/themes?limit=100&status=proposed',
  '/themes/shared',
  '/themes/shared/learning?limit=100',
  '/themes/shared/statistics?limit=100',
  '/themes/below-draft',
  '/themes?limit=100&broader=leaked-theme-draft',
  '/reviews?limit=100',
  '/reviews?limit=100&theme=shared',
  '/reviews/review-open',
  '/recommendations?limit=100',
  '/recommendations?limit=100&theme=shared&agency=police',
  '/briefings?limit=100',
  '/briefings?limit=100&theme=shared',
  '/briefings/open-briefing',
  '/resources?limit=100',
  '/resources?limit=100&theme=shared',
];

describe('what is not published', () => {
  let library: TestLibrary;
  let records: Records;
  const own: string[] = [];

  const get = (path: string): Test => request(library.url).get(`/api/v1${path}`);

  /** Everything that can be said of a record, marked with `leaked`, linked to what is published. */
  async function marked(state: PublicationState, shared: Theme, open: { id: string }): Promise<void> {
    const proposed = await records.aTheme(`leaked theme ${state}`, {
      status: 'proposed',
      broader: shared,
      related: [shared],
    });
    shared.related = [...(shared.related ?? []), proposed];
    await library.source.getRepository(Theme).save(shared);
    await records.aTheme(`Below ${state}`, { broader: proposed });
    const review = await records.aReview({
      label: `leaked ${state}`,
      slug: `leaked-${state}`,
      state,
      publisher: await records.aPartnership({ name: `leaked publisher ${state}` }),
      type: 'susr',
      about: 'both',
      publishedOn: '2099-01-01',
      learning: [
        { theme: shared, statement: `leaked statement ${state}` },
        { theme: proposed, statement: `leaked statement ${state}` },
      ],
    });
    await records.aDocument(review, { title: `leaked document ${state}` });
    const agency = await records.anAgency(`leaked agency ${state}`);
    const recommendation = await records.aRecommendation(review, {
      text: `leaked recommendation ${state}`,
      themes: [shared, proposed],
      addressees: [agency],
    });
    const named = { title: `leaked briefing ${state}`, slug: `leaked-${state}` };
    await records.aBriefing({ ...named, state, themes: [shared, proposed], reviews: [review, open] });
    await records.aResource({
      title: `leaked resource ${state}`,
      slug: `leaked-${state}`,
      state,
      themes: [shared, proposed],
    });
    own.push(
      `/reviews/leaked-${state}`,
      `/briefings/leaked-${state}`,
      `/resources/leaked-${state}`,
      `/recommendations/${recommendation.id}`,
      `/themes/leaked-theme-${state}`,
      `/themes/leaked-theme-${state}/learning`,
      `/themes/leaked-theme-${state}/statistics`,
    );
  }

  beforeAll(async () => {
    library = await startLibrary('empty', null);
    records = new Records(library.source);
    const shared = await records.aTheme('Shared');
    const open = await records.aReview({ label: 'Open', publishedOn: '2024-01-01', learning: [shared] });
    const police = await records.anAgency('Police');
    await records.aRecommendation(open, { themes: [shared], addressees: [police] });
    const unpublished = await records.aReview({ label: 'leaked by a briefing', state: 'draft' });
    await records.aBriefing({ title: 'Open briefing', themes: [shared], reviews: [open, unpublished] });
    await records.aResource({ title: 'Open resource', themes: [shared] });
    for (const state of UNPUBLISHED) await marked(state, shared, open);
  });
  afterAll(async () => await library.close());

  it.each(ADDRESSES)('is nowhere in %s', async (path) => {
    const { text } = await get(path).expect(200);
    expect(text).not.toMatch(LEAK);
    expect(text.length).toBeGreaterThan(40);
  });

  it('has no address of its own', async () => {
    expect(own).toHaveLength(7 * UNPUBLISHED.length);
    for (const path of own) await get(path).expect(404);
  });

  it('is found by no filter', async () => {
    for (const state of UNPUBLISHED) {
      for (const path of [
        `/reviews?theme=leaked-theme-${state}`,
        `/recommendations?theme=leaked-theme-${state}`,
        `/recommendations?agency=leaked-agency-${state}`,
        '/reviews?year=2099',
        '/recommendations?year=2099',
      ]) {
        expect((await get(path).expect(200)).body).toMatchObject({ total: 0, items: [] });
      }
    }
  });

  it('counts nowhere', async () => {
    const counts = { reviews: 1, learningPoints: 1, recommendations: 1, briefings: 1, resources: 1 };
    expect((await get('/themes/shared')).body).toMatchObject({ counts });
    expect((await get('/themes')).body).toMatchObject({
      items: [{}, {}, {}, {}, { slug: 'shared', counts }],
    });
    const themes = library.app.get(ThemeQueries);
    const page = await library.app.get(ThemePageQueries).page('shared');
    expect([
      page.learning.total,
      page.recommendations.total,
      page.briefings.total,
      page.resources.total,
    ]).toEqual([1, 1, 1, 1]);
    const everything = [
      page,
      await themes.tree(),
      await themes.proposed(),
      await library.app.get(ReviewQueries).filters(),
    ];
    expect(JSON.stringify(everything)).not.toMatch(LEAK);
  });

  it('disappears from every answer, counts included, the moment it is withdrawn', async () => {
    const theme = await records.aTheme('Brief glory', { status: 'proposed' });
    await records.aReview({ label: 'Glory', learning: [theme], publishedOn: '2023-01-01' });
    const counted = async (): Promise<unknown[]> => {
      const { year } = await library.app.get(ReviewQueries).filters();
      const listed = (await get('/themes?status=proposed')).body as { total: number };
      const reviews = (await get('/reviews')).body as { total: number };
      return [
        (await get('/themes/brief-glory')).status,
        listed.total,
        reviews.total,
        year.map(({ value }) => value),
      ];
    };
    expect(await counted()).toEqual([200, 1, 2, ['2024', '2023']]);
    await library.source.query(`update review set state = 'withdrawn' where label = 'Glory'`);
    expect(await counted()).toEqual([404, 0, 1, ['2024']]);
    await library.source.query(`update review set state = 'published' where label = 'Glory'`);
    expect(await counted()).toEqual([200, 1, 2, ['2024', '2023']]);
  });
});
