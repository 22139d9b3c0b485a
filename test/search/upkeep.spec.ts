import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { enqueue, enqueueSearchUpdate } from '../../src/platform/jobs/enqueue.js';
import { SEARCH_WRITER } from '../../src/search/index/document.store.js';
import { IndexUpkeep } from '../../src/search/index/index-upkeep.js';
import { Meili } from '../../src/platform/meilisearch/meili.js';
import type { SearchAnswer } from '../../src/search/api/search-answer.model.js';
import { startLibrary, testMeili, type TestLibrary } from '../support/app.js';
import { eventually } from '../support/eventually.js';
import { Proxy } from '../support/proxy.js';

const ALPHA = {
  kind: 'review',
  publisher: 'Testshire Safeguarding Partnership',
  label: 'Alpha',
  title: 'Alpha: a made-up review',
  type: 'lcspr',
  about: 'children',
  publishedOn: '2024-05',
  summary: 'A quokka was mentioned.',
  learning: [{ theme: 'Wombat supervision', statement: 'Nobody asked about the quokka.' }],
  recommendations: [{ number: '1', text: 'Ask about the quokka.', themes: ['Wombat supervision'] }],
};

async function find(library: TestLibrary, q: string): Promise<SearchAnswer> {
  const answer = await request(library.url)
    .get(`/api/v1/search?q=${encodeURIComponent(q)}`)
    .expect(200);
  return answer.body as SearchAnswer;
}

/** What the results and the parts shown under them are. */
const kinds = ({ items }: SearchAnswer): string[] =>
  items.flatMap(({ kind, parts }) => [kind, ...parts.map((part) => part.kind)]);

describe('keeping the search in step with the library', () => {
  let library: TestLibrary;

  beforeAll(async () => {
    library = await startLibrary('empty');
    await library.add([ALPHA]);
  });
  afterAll(async () => await library.close());

  it('finds a review, its learning and its recommendation', async () => {
    const answer = await find(library, 'quokka');
    expect(kinds(answer)).toEqual(['learning-point', 'recommendation']);
    expect(answer.total).toBe(1);
  });

  it('finds a proposed theme by its name', async () => {
    expect((await find(library, 'wombat supervision')).themes.map(({ label }) => label)).toEqual([
      'Wombat supervision',
    ]);
  });

  it('shows a changed text, not the old one', async () => {
    await library.add([{ ...ALPHA, summary: 'A numbat was mentioned.' }]);
    expect(kinds(await find(library, 'numbat'))).toEqual(['review']);
    expect(kinds(await find(library, 'quokka'))).toEqual(['learning-point', 'recommendation']);
    await library.add([ALPHA]);
  });

  it('does not show what is withdrawn, even while the index lags', async () => {
    // No job is enqueued: the index still holds it.
    await library.source.query(`update review set state = 'withdrawn' where label = 'Alpha'`);
    const lagging = await find(library, 'quokka');
    expect(lagging).toMatchObject({ items: [], total: 0, degraded: false });
    // The theme was proposed by that review alone: its name says something of what it holds.
    const named = await find(library, 'wombat supervision');
    const { query: _query, ...told } = named;
    expect(JSON.stringify(told).toLowerCase()).not.toContain('wombat');
    // Nor do the counts beside the filters know of it.
    expect(lagging.facets).toMatchObject({ kind: {}, publisher: {}, year: {} });
    await library.source.query(`update review set state = 'published' where label = 'Alpha'`);
  });

  it('counts nothing that is withdrawn, however far down it stands, and all that is published again', async () => {
    const many = Array.from({ length: 120 }, (_, at) => ({
      ...{ kind: 'review', publisher: 'Testshire Safeguarding Partnership', label: `Quagga ${at}` },
      ...{
        title: `Quagga ${at}`,
        publishedOn: at === 0 ? '1999' : '2001',
        summary: 'A quagga was mentioned.',
      },
    }));
    await library.add(many);
    const set = async (state: string): Promise<unknown> =>
      await library.source.query(`update review set state = $1 where label = 'Quagga 0'`, [state]);
    const counted = async (): Promise<unknown[]> => {
      const { total, facets } = await find(library, 'quagga');
      return [total, facets.kind.review, facets.year['1999']];
    };
    expect(await counted()).toEqual([120, 120, 1]);
    await set('withdrawn');
    expect(await counted()).toEqual([119, 119, undefined]);
    await set('published');
    expect(await counted()).toEqual([120, 120, 1]);
  });

  it('does not show an old wording while the index lags', async () => {
    await library.source.query(
      `update learning_point set statement = 'Reworded.' where statement like '%quokka%'`,
    );
    const answer = await find(library, 'quokka');
    expect(JSON.stringify(answer.items.filter(({ kind }) => kind === 'learning-point'))).not.toContain(
      'Nobody asked',
    );
    await library.source.query(
      `update learning_point set statement = 'Nobody asked about the quokka.' where statement = 'Reworded.'`,
    );
  });

  it('removes the documents of what was withdrawn or deleted', async () => {
    const [review] = await library.source.query<{ id: string }[]>(
      `select id from review where label = 'Alpha'`,
    );
    await library.source.transaction(async (manager) => {
      await manager.query(`update review set state = 'withdrawn' where id = $1`, [review!.id]);
      await enqueueSearchUpdate(manager, 'review', [review!.id]);
    });
    await library.settled();
    const held = await library.source.query<unknown[]>(`select 1 from search_document where id = $1`, [
      review!.id,
    ]);
    expect(held).toEqual([]);
    await library.source.transaction(async (manager) => {
      await manager.query(`update review set state = 'published' where id = $1`, [review!.id]);
      await enqueueSearchUpdate(manager, 'review', [review!.id]);
    });
    await library.settled();
    expect((await find(library, 'quokka')).total).toBe(1);
  });

  it('enqueues nothing when the change is rolled back', async () => {
    const jobs = async (): Promise<unknown> =>
      await library.source.query('select count(*) from graphile_worker.jobs');
    const before = await jobs();
    await expect(
      library.source.transaction(async (manager) => {
        await enqueueSearchUpdate(manager, 'review', ['00000000-0000-0000-0000-000000000001']);
        throw new Error('changed my mind');
      }),
    ).rejects.toThrow('changed my mind');
    expect(await jobs()).toEqual(before);
  });

  it('answers every search while the index is rebuilt, and has what changed meanwhile', async () => {
    const totals = new Set<number>();
    let done = false;
    const asking = (async () => {
      while (!done) {
        const answer = await find(library, 'quokka');
        if (!answer.degraded) totals.add(answer.total);
      }
    })();
    await enqueue(library.source.manager, 'search.rebuild', {}, { queueName: SEARCH_WRITER });
    await library.add([
      { ...ALPHA, label: 'Beta', title: 'Beta', summary: 'A bilby.', learning: [], recommendations: [] },
    ]);
    await library.settled();
    done = true;
    await asking;
    expect([...totals]).toEqual([1]);
    expect((await find(library, 'bilby')).total).toBe(1);
  });

  it('takes out of the index what the library does not hold, and puts in again what it does', async () => {
    const meili = library.app.get(Meili);
    const held = async (): Promise<number> => (await meili.index().getStats()).numberOfDocuments;
    const before = await held();
    const strange = [{ id: '00000000-0000-0000-0000-000000000001', kinds: ['review'], words: 'quokka' }];
    await meili.done(await meili.index().addDocuments(strange));
    expect(await held()).toBe(before + 1);
    await library.app.get(IndexUpkeep).enqueueCheck();
    await library.settled();
    expect(await held()).toBe(before);
  });

  it('makes documents anew that other code has made', async () => {
    const made = async (): Promise<unknown[]> =>
      await library.source.query(
        `select id, body->>'date' as date, terms, weights, carried from search_document order by id`,
      );
    const before = await made();
    await library.source.query(
      `update search_document set body = body || '{"projection": 0, "date": 1}', terms = '{}', weights = '{}', carried = '{}'`,
    );
    await library.app.get(IndexUpkeep).enqueueCheck();
    await library.settled();
    expect(await made()).toEqual(before);
  });

  it('knows a new name at once though the clock was set back', async () => {
    await library.source.query(
      `update theme set label = 'Numbat supervision', updated_at = '2001-01-01' where label = 'Wombat supervision'`,
    );
    await library.source.query(
      `update theme_label set text = 'Numbat supervision', normalised = 'numbat supervision'
        where normalised = 'wombat supervision'`,
    );
    await eventually(async () =>
      expect((await find(library, 'numbat supervision')).themes.map(({ label }) => label)).toEqual([
        'Numbat supervision',
      ]),
    );
  });

  it('notices that Meilisearch lost the index, and makes it again', async () => {
    const meili = library.app.get(Meili);
    await meili.done(await meili.client.deleteIndex(meili.indexName));
    expect(await find(library, 'quokka')).toMatchObject({ total: 1, degraded: true });
    await eventually(async () =>
      expect(await find(library, 'quokka')).toMatchObject({ total: 1, degraded: false }),
    );
  });
});

describe('while Meilisearch is away', () => {
  let library: TestLibrary;
  let proxy: Proxy;

  beforeAll(async () => {
    const meili = testMeili();
    if (!meili) throw new Error('These tests need a Meilisearch: set TEST_MEILI_URL');
    proxy = await Proxy.to(meili.url);
    library = await startLibrary('fixtures', { ...meili, url: proxy.url });
  });
  afterAll(async () => {
    await proxy.mend();
    await library.close();
    await proxy.cut();
  });

  it('PostgreSQL answers, says so, and what changed is indexed when it is back, without anyone asking', async () => {
    expect((await find(library, 'parental mental health')).degraded).toBe(false);
    await proxy.cut();

    const away = await find(library, 'mums depression');
    expect(away.degraded).toBe(true);
    expect(away.themes.map(({ slug }) => slug)).toContain('parental-mental-health');
    expect(away.items.some(({ review }) => review?.label === 'Child J')).toBe(true);
    expect(away.facets.kind['learning-point']).toBeGreaterThan(0);
    expect((await find(library, 'criminaly exploited children')).items.length).toBeGreaterThan(0);
    for (const q of [':*&|!()', '"open', "x' or '1'='1", '\\', 'neglect '.repeat(60)]) {
      expect((await find(library, q)).degraded).toBe(!/^[^\w]+$/.test(q));
    }

    const health = await request(library.url).get('/health/ready').expect(200);
    expect(health.body).toMatchObject({ status: 'degraded', notReady: ['search'] });
    const page = await request(library.url).get('/search?q=neglect').expect(200);
    expect(page.text).toContain('simpler');

    const { importBundles } = await import('../../src/imports/import.service.js');
    const { bundleFile } = await import('../support/bundles.js');
    await importBundles(library.source, [await bundleFile([ALPHA])]);
    await eventually(async () => expect((await find(library, 'quokka')).total).toBe(1));

    await proxy.mend();
    await eventually(async () =>
      expect(await find(library, 'quokka')).toMatchObject({ total: 1, degraded: false }),
    );
    await request(library.url)
      .get('/health/ready')
      .expect(200, /"ready"/);
  });
});

describe('without any Meilisearch', () => {
  it('the library runs, and PostgreSQL answers', async () => {
    const library = await startLibrary('fixtures', null);
    const answer = await find(library, 'hidden men');
    expect(answer).toMatchObject({ degraded: true });
    expect(answer.items.some(({ review }) => review?.label === 'Child J')).toBe(true);
    expect((await find(library, 'Thoe')).degraded).toBe(true);
    await library.close();
  });
});
