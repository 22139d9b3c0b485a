import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request, { type Response } from 'supertest';
import { withdraw } from '../../src/publishing/withdraw.js';
import { WITHDRAWABLE_NOUNS } from '../../src/withdrawable.js';
import { startLibrary, type TestLibrary } from '../support/app.js';
import { forgeriesOf } from '../support/forged.js';
import { eventually } from '../support/eventually.js';
import { whatLibraryShows } from '../support/what-library-shows.js';

const LIBRARY = 'https://library.example';

interface Item {
  id: string;
  kind: string;
  slug: string | null;
  event: string;
  apiUrl: string | null;
  record: { title?: string; webUrl: string } | null;
}
interface Changes {
  items: Item[];
  cursor: string;
  more: boolean;
  unknown: string[];
}
interface Part {
  items: { id: string }[];
  cursor: string | null;
  total: number;
}

describe('what other systems take as a whole', () => {
  let library: TestLibrary;
  const get = async (path: string): Promise<Response> => await request(library.url).get(`/api/v1${path}`);
  async function all(query: string, cursor = ''): Promise<{ items: Item[]; cursor: string }> {
    const items: Item[] = [];
    let [next, more] = [cursor, true];
    while (more) {
      const { body } = (await get(`/changes?limit=400${query}${next && `&cursor=${next}`}`)) as {
        body: Changes;
      };
      items.push(...body.items);
      [next, more] = [body.cursor, body.more];
    }
    return { items, cursor: next };
  }
  const lines = async (kind: string): Promise<object[]> => {
    const { text } = await get(`/export/${kind}.jsonl`);
    return text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as object);
  };

  beforeAll(async () => {
    library = await startLibrary('fixtures', null, { API_LIMIT: '0', PUBLIC_URL: LIBRARY });
  });
  afterAll(async () => await library.close());

  it('tells of everything from the beginning, with the records of the lists, and of nothing more', async () => {
    const { items, cursor } = await all('');
    const records = Object.fromEntries(items.map(({ kind, id, record }) => [`${kind} ${id}`, record]));
    expect(records).toEqual(await whatLibraryShows(library.url));
    expect(new Set(items.map(({ event }) => event))).toEqual(new Set(['published']));
    expect(items.every(({ record }) => record!.webUrl.startsWith(`${LIBRARY}/`))).toBe(true);
    const answer = await get(`/changes?cursor=${cursor}`);
    expect(answer.body).toEqual({ items: [], cursor, more: false, unknown: [] });
  });

  it('is narrowed by kind, theme and publisher, by slug or by name', async () => {
    const kinds = await all('&kind=review&kind=briefing');
    expect(new Set(kinds.items.map(({ kind }) => kind))).toEqual(new Set(['review', 'briefing']));
    const bySlug = await all('&theme=parental-mental-health&kind=review');
    const byName = await all('&theme=PARENTAL+mental+health&kind=review');
    const { body: list } = (await get('/reviews?theme=parental-mental-health&limit=100')) as { body: Part };
    expect(bySlug.items.map(({ id }) => id).toSorted()).toEqual(list.items.map(({ id }) => id).toSorted());
    expect(byName.cursor).toBe(bySlug.cursor);
    const { body } = (await get('/changes?publisher=Nobody+at+all')) as { body: Changes };
    expect(body).toMatchObject({ items: [], unknown: ['publisher=Nobody at all'] });
  });

  it('answers 410 for the cursor of other filters, and 400 for what is none', async () => {
    const { cursor } = await all('&kind=review');
    const other = await get(`/changes?cursor=${cursor}`);
    expect([other.status, (other.body as { code: string }).code]).toEqual([410, 'cursor-expired']);
    expect((await get('/changes?cursor=nonsense')).status).toBe(400);
    expect((await get('/changes?limit=0')).status).toBe(400);
    expect((await get('/changes?kind=draft')).status).toBe(400);
  });

  it('takes no cursor that somebody made up for a fault of its own', async () => {
    const lists = ['reviews', 'learning', 'themes', 'partnerships'];
    for (const path of ['/changes?limit=1', ...lists.map((list) => `/${list}?limit=1&cursor=`)]) {
      const { body } = (await get(path)) as { body: Part };
      for (const forged of forgeriesOf(body.cursor!)) {
        const { status } = await get(`${path.replace('&cursor=', '')}&cursor=${forged}`);
        expect([path, forged, [200, 400, 410].includes(status)]).toEqual([path, forged, true]);
      }
    }
  });

  it('tells whoever follows a theme what comes under it, and what leaves it, with another one that is moved', async () => {
    const moved = { kind: 'theme', label: 'Moved harm' };
    await library.add([
      { kind: 'theme', label: 'Wide harm' },
      { kind: 'theme', label: 'Wider harm' },
      moved,
      { kind: 'theme', label: 'Deep harm', broader: 'Moved harm' },
      { kind: 'briefing', title: 'On deep harm', themes: ['Deep harm'] },
    ]);
    let { cursor } = await all('&theme=wide-harm');
    const since = async (): Promise<string[]> => {
      const news = await all('&theme=wide-harm', cursor);
      ({ cursor } = news);
      return news.items.map(({ event, slug }) => `${event} ${slug}`).toSorted();
    };
    const told = (events: Record<string, string>): string[] =>
      Object.entries(events)
        .flatMap(([slug, event]) => `${event} ${slug}`)
        .toSorted();
    const below = (event: string): Record<string, string> =>
      Object.fromEntries(['deep-harm', 'moved-harm', 'on-deep-harm'].map((slug) => [slug, event]));
    await library.add([{ ...moved, broader: 'Wide harm' }]);
    expect(await since()).toEqual(told({ ...below('updated'), 'wide-harm': 'updated' }));
    // From further up, the same.
    await library.add([{ kind: 'theme', label: 'Wide harm', broader: 'Wider harm' }]);
    expect(await since()).toEqual(told({ ...below('updated'), 'wide-harm': 'updated' }));
    const wider = await all('&theme=wider-harm');
    expect(wider.items.map(({ slug }) => slug)).toEqual(
      expect.arrayContaining(['wide-harm', 'on-deep-harm', 'wider-harm']),
    );
    await library.add([{ ...moved, broader: 'Wider harm' }]);
    expect(await since()).toEqual(told({ ...below('withdrawn'), 'wide-harm': 'updated' }));
    expect((await all('&theme=wider-harm', wider.cursor)).items.map(({ event }) => event)).not.toContain(
      'withdrawn',
    );
    await library.add([{ ...moved, broader: 'Wide harm' }]);
    expect(await since()).toEqual(told({ ...below('updated'), 'wide-harm': 'updated' }));
  });

  it.each(['review', 'learning-point', 'recommendation', 'theme', 'agency', 'partnership'])(
    'exports every %s, and goes on from there',
    async (kind) => {
      const before = await lines(kind);
      const { cursor } = before.pop() as { cursor: string };
      const shown = Object.values(await whatLibraryShows(library.url)) as { kind: string; id: string }[];
      const byId = (one: object, other: object): number =>
        (one as { id: string }).id < (other as { id: string }).id ? -1 : 1;
      expect(before.toSorted(byId)).toEqual(shown.filter((one) => one.kind === kind).toSorted(byId));
      const { body } = (await get(`/changes?kind=${kind}&cursor=${cursor}`)) as { body: Changes };
      expect(body).toMatchObject({ items: [], more: false });
    },
  );

  it('exports a table that opens in a spreadsheet, without a formula in it', async () => {
    await library.add([
      {
        kind: 'resource',
        title: '=HYPERLINK("https://evil.example")',
        type: 'guidance',
        description: '@two\n=lines',
      },
      { kind: 'resource', title: '+44 and – dashes', type: 'guidance' },
    ]);
    const answer = await get('/export/resource.csv');
    expect(answer.headers).toMatchObject({
      'content-type': expect.stringMatching(/^text\/csv; charset=utf-8/),
      'content-disposition': 'attachment; filename="resource.csv"',
    });
    expect(answer.text.startsWith('\uFEFF')).toBe(true);
    const rows = parse<Record<string, string>>(answer.text, {
      ...{ bom: true, columns: true },
      // As spreadsheets read; else this parser goes by the end of the first row alone.
      record_delimiter: ['\r\n', '\n', '\r'],
    });
    const last = rows.pop()!;
    expect(last.kind).toBe('cursor');
    expect(answer.headers.link).toContain(last.id);
    const titles = rows.map(({ title }) => title);
    expect(titles).toEqual(
      expect.arrayContaining([`'=HYPERLINK("https://evil.example")`, `'+44 and – dashes`]),
    );
    expect(rows.some(({ description }) => description === `'@two\n=lines`)).toBe(true);
    for (const cell of rows.flatMap((row) => Object.values(row))) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
  });

  it('has no export of anything else, and only a head where only that is asked for', async () => {
    for (const file of ['account.csv', 'review.xml', 'review', '..%2Freview.csv', 'review.csv.jsonl'])
      expect((await get(`/export/${file}`)).status).toBe(404);
    const head = await request(library.url).head('/api/v1/export/review.jsonl');
    expect([head.status, head.headers['content-type']]).toEqual([200, 'application/jsonl; charset=utf-8']);
  });

  it('is not held up by those who stop reading an export', async () => {
    for (let round = 0; round < 3; round += 1) {
      const controllers = [new AbortController(), new AbortController()];
      await Promise.all(
        controllers.map(async (one) => {
          await eventually(async () => {
            const { status } = await fetch(`${library.url}/api/v1/export/learning-point.jsonl`, one);
            expect(status).toBe(200);
          });
          one.abort();
        }),
      );
    }
    await eventually(async () => expect((await get('/export/review.jsonl')).status).toBe(200));
  });

  it('reads lists by cursor: nothing twice, nothing passed over while more is published', async () => {
    const { body: first } = (await get('/reviews?cursor=&limit=1')) as { body: Part };
    const before = ((await get('/reviews?limit=100')) as { body: Part }).body.items.map(({ id }) => id);
    await library.add(
      Array.from({ length: 5 }, (_, n) => ({
        ...{
          kind: 'review',
          publisher: 'Meanwhile Board',
          label: `Adult ${n}`,
          title: `Adult ${n}`,
          type: 'sar',
        },
      })),
    );
    const seen = first.items.map(({ id }) => id);
    for (let { cursor } = first; cursor !== null;) {
      const { body } = (await get(`/reviews?limit=1&cursor=${cursor}`)) as { body: Part };
      seen.push(...body.items.map(({ id }) => id));
      ({ cursor } = body);
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toEqual(expect.arrayContaining(before));
    for (const list of [
      'recommendations',
      'learning',
      'themes',
      'briefings',
      'resources',
      'partnerships',
      'agencies',
    ]) {
      const { body } = (await get(`/${list}?cursor=&limit=100`)) as { body: Part };
      expect(body.items.length).toBe(Math.min(100, body.total));
    }
    expect((await get(`/briefings?cursor=${first.cursor}`)).status).toBe(410);
    expect((await get(`/reviews?type=sar&cursor=${first.cursor}`)).status).toBe(410);
    expect((await get('/reviews?cursor=&page=2')).status).toBe(400);
  });

  it('answers 410 where it tells that something is gone, by whichever way it went, and 404 where nothing ever was', async () => {
    const review = {
      ...{ kind: 'review', publisher: 'Parting Board', label: 'Adult P', type: 'sar', publishedOn: '2024' },
      learning: [{ theme: 'Self-neglect', statement: 'Nobody looked.' }],
      recommendations: [{ number: '1', text: 'Look.', addressees: ['Parting Police'] }],
    };
    await library.add([review]);
    const { cursor } = await all('');
    // Nobody withdraws its parts: they are not in their source any more.
    await library.add([{ ...review, learning: [], recommendations: [] }]);
    const { items } = await all('', cursor);
    const gone = items.filter(({ event }) => event === 'withdrawn');
    expect(gone.map(({ kind }) => kind).toSorted()).toEqual(['agency', 'learning-point', 'recommendation']);
    for (const { kind, apiUrl } of gone) {
      const answer = await request(library.url).get(new URL(apiUrl!).pathname);
      const { status, body } = answer as { status: number; body: object };
      expect([kind, status, body]).toEqual([kind, 410, expect.objectContaining({ code: 'gone' })]);
      expect(JSON.stringify(body)).not.toMatch(/Adult P|Look|Parting Police/);
    }
    expect((await request(library.url).get('/recommendations/parting-adult-p-2024/1')).status).toBe(410);
    const never = ['agencies/never', 'recommendations/parting-adult-p-2024/2', 'recommendations/never'];
    for (const path of [...never, `learning/${items[0]!.id.replace(/./g, '0')}`, 'reviews/never'])
      expect([path, (await get(`/${path}`)).status]).toEqual([path, 404]);
  });

  it('tells of what is withdrawn in the next answer, and exports it no more', async () => {
    const { cursor } = await all('');
    const { body } = (await get('/reviews?limit=1')) as { body: { items: { id: string; slug: string }[] } };
    const { id, slug } = body.items[0]!;
    await withdraw(library.source, WITHDRAWABLE_NOUNS, `/reviews/${slug}`, 'legal');
    // What another database of the same server has begun before must end first.
    await eventually(async () => {
      const told = (await all('', cursor)).items.find((one) => one.id === id);
      expect(told).toMatchObject({ event: 'withdrawn', slug, record: null });
    });
    expect((await lines('review')).some((line) => (line as { id?: string }).id === id)).toBe(false);
    expect((await get(`/reviews/${slug}`)).status).toBe(410);
  });
});
