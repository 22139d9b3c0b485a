import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request, { type Test } from 'supertest';
import { localTime } from '../../src/platform/dates/local-time.js';
import { startLibrary, type TestLibrary } from '../support/app.js';
import { shownRecord } from '../support/library-record.js';
import { Records } from '../support/records.js';

const HOUR = 3_600_000;

describe('/api/v1/briefings and /api/v1/resources', () => {
  let library: TestLibrary;

  const get = (path: string): Test => request(library.url).get(`/api/v1${path}`);
  const titles = async (path: string): Promise<string[]> => {
    const body: unknown = (await get(path).expect(200)).body;
    return (body as { items: { title: string }[] }).items.map(({ title }) => title);
  };

  beforeAll(async () => {
    library = await startLibrary('empty', null);
    const records = new Records(library.source);
    const broad = await records.aTheme('Online harm');
    const narrow = await records.aTheme('Grooming', { broader: broad });
    const publisher = await records.aPartnership({ name: 'NSPCC' });
    const review = await records.aReview({ label: 'Seen', publishedOn: '2024-01-02' });
    const draft = await records.aReview({ label: 'Unseen', state: 'draft' });
    await records.aBriefing({
      title: 'Online abuse',
      type: 'thematic',
      publisher,
      publishedOn: '2019-06-01',
      publishedPrecision: 'month',
      url: 'https://n.example/briefing',
      themes: [narrow, broad],
      reviews: [review, draft],
      sections: [{ heading: 'What', body: 'A <b>word</b>' }, { body: 'No heading' }],
      sources: [{ url: 'https://n.example/' }],
    });
    await records.aBriefing({ title: 'Safe sleeping', type: 'safety-message', themes: [broad] });
    await records.aBriefing({ title: 'after dark', publishedOn: '2024-05-06' });
    await records.aBriefing({ title: 'Not yet', state: 'in-review', themes: [broad] });

    const now = Date.now();
    await records.aResource({
      title: 'Course soon',
      publisher,
      themes: [narrow],
      startsOn: localTime(new Date(now + HOUR)),
      endsOn: localTime(new Date(now + 2 * HOUR)),
      description: 'A course.',
      url: 'https://c.example/',
      relayedOn: '2026-01-01',
      relayedPrecision: 'month',
    });
    await records.aResource({ title: 'Course begun', startsOn: localTime(new Date(now - HOUR)) });
    await records.aResource({ title: 'all day today', startsOn: localTime(new Date()).slice(0, 10) });
    await records.aResource({ title: 'Long ago', startsOn: '2001-01-01', type: 'event' });
    await records.aResource({
      title: 'A form',
      type: 'form',
      themes: [broad],
      publishedOn: '2020-01-01',
      publishedPrecision: 'year',
    });
    await records.aResource({ title: 'Not yet', state: 'draft', themes: [broad] });
  });
  afterAll(async () => await library.close());

  it.each([
    ['/briefings', ['after dark', 'Online abuse', 'Safe sleeping']],
    ['/briefings?sort=publishedOn', ['Online abuse', 'after dark', 'Safe sleeping']],
    ['/briefings?sort=title', ['after dark', 'Online abuse', 'Safe sleeping']],
    ['/briefings?theme=online-harm', ['Online abuse', 'Safe sleeping']],
    ['/briefings?theme=grooming', ['Online abuse']],
    ['/briefings?type=thematic&type=safety-message', ['Online abuse', 'Safe sleeping']],
    ['/briefings?publisher=nspcc', ['Online abuse']],
    ['/briefings?year=2024', ['after dark']],
    ['/briefings?limit=1&page=2', ['Online abuse']],
    ['/briefings?page=9', []],
    ['/briefings?sort=publisher&limit=1', ['Online abuse']],
    ['/resources', ['all day today', 'Course soon', 'A form', 'Course begun', 'Long ago']],
    ['/resources?sort=title', ['A form', 'all day today', 'Course begun', 'Course soon', 'Long ago']],
    ['/resources?sort=publisher&limit=1', ['Course soon']],
    ['/resources?year=2020', ['A form']],
    ['/resources?sort=startsOn&limit=1', ['Long ago']],
    ['/resources?sort=-startsOn&limit=1', ['Course soon']],
    ['/resources?sort=-publishedOn&limit=1', ['A form']],
    ['/resources?sort=publishedOn&limit=1', ['A form']],
    ['/resources?theme=online-harm', ['Course soon', 'A form']],
    ['/resources?type=form&type=event', ['A form', 'Long ago']],
    ['/resources?publisher=NSPCC', ['Course soon']],
    ['/resources?when=upcoming', ['all day today', 'Course soon']],
    ['/resources?when=past', ['Course begun', 'Long ago']],
    ['/resources?when=past&type=event', ['Long ago']],
    ['/resources?page=9', []],
  ])('orders, filters and pages: %s', async (path, expected) => {
    expect(await titles(path)).toEqual(expected);
  });

  it('shows one briefing, with the published reviews it is about', async () => {
    const body: unknown = (await get('/briefings/online-abuse').expect(200)).body;
    expect(body).toEqual({
      ...shownRecord(library.url, 'briefing', [
        ...(['online-abuse', '/briefings/online-abuse', '/briefings/online-abuse'] as const),
      ]),
      title: 'Online abuse',
      type: 'thematic',
      publisher: 'NSPCC',
      publisherSlug: 'nspcc',
      publisherLink: null,
      publisherWebsite: null,
      publishedOn: '2019-06',
      relayedOn: null,
      themes: [
        { slug: 'grooming', label: 'Grooming' },
        { slug: 'online-harm', label: 'Online harm' },
      ],
      link: 'https://n.example/briefing',
      summaryByLibrary: false,
      sections: [
        { heading: 'What', body: 'A <b>word</b>' },
        { heading: null, body: 'No heading' },
      ],
      reviews: [expect.objectContaining({ slug: 'review-seen', label: 'Seen', publishedOn: '2024-01-02' })],
      sources: [{ title: null, link: 'https://n.example/' }],
      summarised: null,
    });
  });

  it('shows a briefing of which only the title is known', async () => {
    const body: unknown = (await get('/briefings/safe-sleeping').expect(200)).body;
    expect(body).toMatchObject({ publisher: null, publishedOn: null, link: null, sections: [], reviews: [] });
  });

  it('shows one resource', async () => {
    const body: unknown = (await get('/resources/course-soon').expect(200)).body;
    expect(body).toEqual({
      ...shownRecord(library.url, 'resource', [
        ...(['course-soon', '/resources/course-soon', '/resources/course-soon'] as const),
      ]),
      title: 'Course soon',
      type: 'training',
      publisher: 'NSPCC',
      publisherSlug: 'nspcc',
      publisherLink: null,
      publisherWebsite: null,
      description: 'A course.',
      startsOn: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/),
      endsOn: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/),
      past: false,
      publishedOn: null,
      relayedOn: '2026-01',
      themes: [{ slug: 'grooming', label: 'Grooming' }],
      link: 'https://c.example/',
      summaryByLibrary: false,
      sources: [],
      summarised: null,
    });
  });

  it('does not know what is not published', async () => {
    await get('/briefings/not-yet').expect(404);
    await get('/resources/not-yet').expect(404);
  });
});
