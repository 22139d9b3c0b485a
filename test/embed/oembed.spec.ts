import { readdir, readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import sax from 'sax';
import request, { type Test } from 'supertest';
import ts from 'typescript';
import { embedAddress, embedFile } from '../../src/embed/embed-files.js';
import { withdraw } from '../../src/publishing/withdraw.js';
import { WITHDRAWABLE_NOUNS } from '../../src/withdrawable.js';
import { heightFor } from '../../src/embed/frame-tag.js';
import { startLibrary, type TestLibrary } from '../support/app.js';
import { aReview } from '../support/find.js';
import { signedIn } from '../support/visitor.js';

const ORIGIN = 'https://library.example';

let library: TestLibrary;
let review: string;

beforeAll(async () => {
  library = await startLibrary('empty', null, { PUBLIC_URL: ORIGIN });
  await library.add([
    { kind: 'theme', label: 'Neglect & more' },
    { kind: 'theme', label: 'Never taught' },
    aReview('Fennmere Partnership', 'Child Reed', '2026-03', [
      ['Neglect & more', 'A long time passed. '.repeat(40)],
    ]),
    {
      ...aReview('Fennmere Partnership', 'Child Sedge', '2026', []),
      learning: [{ theme: 'Never taught' }],
    },
    { kind: 'briefing', title: 'Fennmere briefing', publisher: 'Fennmere Partnership' },
    { kind: 'resource', type: 'training', title: 'Fennmere course', startsOn: '2026-03-03T10:00' },
  ]);
  const [row] = await library.source.query<{ slug: string }[]>(
    `select slug from review where label = 'Child Reed'`,
  );
  review = row!.slug;
});
afterAll(async () => await library.close());

const get = (path: string): Test => request(library.url).get(path);
const oembed = (url: string, more: Record<string, string> = {}): Test =>
  get('/oembed').query({ url, ...more });

/** Read by a parser of XML: the elements below the root with their text. */
function readXml(text: string): Record<string, string> {
  const parser = sax.parser(true, {});
  const read: Record<string, string> = {};
  const open: string[] = [];
  parser.onopentag = ({ name }) => open.push(name);
  parser.onclosetag = () => open.pop();
  parser.ontext = (words) => {
    if (open.length === 2) read[open[1]!] = (read[open[1]!] ?? '') + words;
  };
  parser.onerror = (error) => {
    throw error;
  };
  parser.write(text).close();
  return read;
}

describe('oEmbed', () => {
  it('says of each page that it can be embedded, and how, in JSON and XML alike', async () => {
    for (const [path, title] of [
      ['/themes/neglect-more', 'Neglect & more'],
      [`/reviews/${review}`, 'Child Reed'],
      ['/briefings/fennmere-briefing', 'Fennmere briefing'],
      ['/resources/fennmere-course', 'Fennmere course'],
    ] as const) {
      const { text: page } = await get(path).expect(200);
      const link = (type: string): string =>
        new RegExp(`<link rel="alternate" type="${type}" href="([^"]+)"`)
          .exec(page)![1]!
          .replaceAll('&amp;', '&');
      const [json, xml] = [link('application/json\\+oembed'), link('text/xml\\+oembed')];
      expect(json).toMatch(`${ORIGIN}/oembed?url=${encodeURIComponent(ORIGIN + path)}`);
      const answer = await get(json.slice(ORIGIN.length))
        .expect(200)
        .expect('content-type', /^application\/json/);
      expect(answer.body).toEqual({
        ...{
          version: '1.0',
          type: 'rich',
          title,
          provider_name: 'Practice review library',
          provider_url: ORIGIN,
        },
        ...{ cache_age: 300, width: 600, height: heightFor(3, 600) },
        html: expect.stringContaining('<iframe src="'),
      });
      const inXml = await get(xml.slice(ORIGIN.length))
        .expect(200)
        .expect('content-type', /^text\/xml/);
      const body = answer.body as Record<string, string | number>;
      expect(readXml(inXml.text)).toEqual(
        Object.fromEntries(Object.entries(body).map(([name, value]) => [name, String(value)])),
      );
      const [, frame] = /src="([^"]+)"/.exec(String(body.html))!;
      await get(frame!.slice(ORIGIN.length)).expect(200).expect('content-type', /html/);
    }
  });

  it('keeps to the size that is asked for, and takes parameters that it does not know', async () => {
    const answer = await oembed(`${ORIGIN}/themes/neglect-more/`, {
      maxwidth: '320',
      maxheight: '200',
      dnt: '1',
    }).expect(200);
    expect(answer.body).toMatchObject({
      width: 320,
      height: 200,
      html: expect.stringMatching(/width="320" height="200"/),
    });
    await oembed(`${ORIGIN}/themes/neglect-more`, { maxwidth: '-1' }).expect(400);
    await get('/oembed').expect(400);
  });

  it.each([
    ['https://elsewhere.example/themes/neglect-more', 404],
    [`${ORIGIN}@elsewhere.example/themes/neglect-more`, 404],
    ['javascript:alert(1)', 404],
    ['no address', 404],
    [`${ORIGIN}/themes`, 404],
    [`${ORIGIN}/themes/none`, 404],
    [`${ORIGIN}/themes/%E0%A4%A`, 404],
    [`${ORIGIN}/themes/%00`, 404],
    [`${ORIGIN}/tracking/neglect-more`, 404],
    [`${ORIGIN.replace('https', 'http')}/themes/neglect-more`, 200],
  ])('answers for %s with %i', async (url, status) => {
    await oembed(url).expect(status);
  });

  it('gives the frame of a search by the address of its page, with its filters', async () => {
    const page = '/search?q=long+time&about=adults&page=2&limit=50&utm_source=x';
    const [, discovered] = /type="application\/json\+oembed" href="([^"]+)"/.exec((await get(page)).text)!;
    const answer = await get(discovered!.replaceAll('&amp;', '&').slice(ORIGIN.length)).expect(200);
    const { title, html } = answer.body as { title: string; html: string };
    const [, frame] = /src="([^"]+)"/.exec(html)!;
    expect(discovered).not.toMatch(/utm_source|page|limit/);
    expect([title, frame]).toEqual(['“long time”', `${ORIGIN}/embed/search?q=long+time&amp;about=adults`]);
    const { text } = await get(frame!.replaceAll('&amp;', '&').slice(ORIGIN.length)).expect(200);
    expect(text).toContain('Child Reed');
    await oembed(`${ORIGIN}/search`).expect(400);
    await oembed(`${ORIGIN}/search?q=a&about=nobody`).expect(400);
    await oembed(`${ORIGIN}/search?q=a&q=b`).expect(400);
  });

  it('answers 501 for formats that it does not have', async () => {
    const answer = await oembed(`${ORIGIN}/themes/neglect-more`, { format: 'yaml' }).expect(501);
    expect(answer.body).toMatchObject({ code: 'not-implemented', status: 501 });
  });
});

interface Entry {
  title: string;
  url: string;
  line: string | null;
  facts: string;
}

describe('what is embedded', () => {
  const embed = async (path: string): Promise<Record<string, unknown>> =>
    (await get(`/api/v1/embed/${path}`).expect(200)).body as Record<string, unknown>;

  it('is one line of each thing, cut where a word ends', async () => {
    const { entries } = (await embed('themes/neglect-more')) as { entries: { line: string }[] };
    expect(entries[0]!.line.length).toBeLessThanOrEqual(241);
    expect(entries[0]!.line).toMatch(/passed…$|passed\.…$|time…$/);
  });

  it('says that a theme is only named, and shows by whom', async () => {
    expect(await embed('themes/never-taught')).toMatchObject({
      entries: [{ line: null, title: 'Child Sedge', facts: 'Fennmere Partnership · 2026' }],
      note: 'These reviews name the theme. The library does not say yet what they teach on it.',
    });
  });

  it('can be a search: each thing found with what it comes from, and where there is more', async () => {
    const found = await embed('search?q=fennmere&limit=2');
    expect(found).toMatchObject({
      ...{
        kind: 'search',
        kindWords: 'Found in the practice review library',
        title: '“fennmere”',
        note: null,
      },
      ...{ url: '/search?q=fennmere' },
      more: { text: 'All 4 results', url: '/search?q=fennmere' },
    });
    const { entries } = (await embed('search?q=fennmere&limit=10')) as { entries: Entry[] };
    expect(entries.map(({ title, facts }) => `${title} – ${facts}`).toSorted()).toEqual([
      'Child Reed – Fennmere Partnership · March 2026',
      'Child Sedge – Fennmere Partnership · 2026',
      'Fennmere briefing – Briefing · Fennmere Partnership',
      'Fennmere course – Training',
    ]);
    const { entries: taught } = (await embed('search?q=a+long+time&about=adults')) as { entries: Entry[] };
    expect(taught[0]).toMatchObject({
      ...{ title: 'Child Reed', url: `/reviews/${review}#neglect-more` },
      line: expect.stringMatching(/^A long time passed/),
    });
    expect(await embed('search?q=xylophone')).toMatchObject({
      ...{ entries: [], more: null, note: 'The library has nothing that says this yet.' },
    });
  });

  it.each([
    ...['', '?q=', '?q=%20', '?q=a&q=b', '?q=a%00', '?q=a&limit=0', '?q=a&limit=11', '?q=a&kind=draft'],
    `?q=${'x'.repeat(513)}`,
  ])('is no search for “%s”', async (question) => {
    await get(`/api/v1/embed/search${question}`).expect(400);
    const { text } = await get(`/embed/search${question}`).expect(400);
    expect(text).toContain('The address is not right');
  });

  it('can be the reviews of a publisher, a briefing or a resource', async () => {
    expect(await embed('publishers/fennmere-partnership?limit=1')).toMatchObject({
      ...{ title: 'Fennmere Partnership', more: { text: 'All 2 reviews' } },
    });
    expect(await embed('briefings/fennmere-briefing')).toMatchObject({
      title: 'Fennmere briefing',
      entries: [],
    });
    expect(await embed('resources/fennmere-course')).toMatchObject({
      facts: expect.stringContaining('3 March 2026'),
    });
    await get('/api/v1/embed/themes/neglect-more?limit=11').expect(400);
  });

  it('is framed by whoever likes, and nothing else of the library is', async () => {
    for (const path of [
      '/embed/themes/neglect-more',
      '/embed/themes/none',
      '/embed/briefings/fennmere-briefing',
      '/embed/search?q=neglect',
      '/embed/search',
    ]) {
      const { headers } = await get(path);
      expect(headers['content-security-policy']).toMatch(/frame-ancestors \*;/);
      expect(headers['content-security-policy']).not.toMatch(/unsafe|nonce/);
      expect(headers).not.toHaveProperty('x-frame-options');
      expect(headers).not.toHaveProperty('set-cookie');
      expect(headers).toMatchObject({
        'cross-origin-resource-policy': 'cross-origin',
        'cache-control': 'no-cache',
      });
    }
    for (const path of [
      '/',
      '/themes/neglect-more',
      '/embed',
      '/embed/themesx/a',
      '/embed/other/a',
      '/intranets',
      '/sign-in',
    ]) {
      const { headers } = await get(path);
      expect(headers['content-security-policy']).toMatch(/frame-ancestors 'none'/);
      expect(headers['x-frame-options']).toBe('DENY');
    }
  });

  it('is the same for somebody who is signed in', async () => {
    const [fennmere] = await library.source.query<{ id: string }[]>(
      `select id from partnership where name = 'Fennmere Partnership'`,
    );
    const { visitor } = await signedIn(library, { role: 'reader', partnershipId: fennmere!.id });
    const of = async (path: string): Promise<[string, string]> => [
      (await get(path).expect(200)).text,
      await (await visitor.get(path)).text(),
    ];
    const [page, own] = await of('/');
    expect(own).not.toBe(page);
    const [frame, ownFrame] = await of('/embed/themes/neglect-more');
    expect(ownFrame).toBe(frame);
  });

  it('is withdrawn with a few words and who to call, on every way in', async () => {
    const searches = ['/embed/search?q=long+time', '/api/v1/embed/search?q=long+time'];
    for (const path of searches) expect((await get(path).expect(200)).text).toContain('Child Reed');
    const paths = [`/embed/reviews/${review}`, `/api/v1/embed/reviews/${review}`];
    for (const path of paths) await get(path).expect(200);
    await withdraw(library.source, WITHDRAWABLE_NOUNS, `/reviews/${review}`, 'other');
    const frame = await get(paths[0]!).expect(410);
    expect(frame.text).toContain('This item has been withdrawn');
    expect(frame.text).not.toContain('Reed');
    const answer = await get(paths[1]!)
      .expect(410)
      .expect('content-type', /problem\+json/);
    expect(answer.body).toMatchObject({ code: 'gone', contact: null });
    await oembed(`${ORIGIN}/reviews/${review}`).expect(410);
    for (const path of searches) expect((await get(path).expect(200)).text).not.toContain('Child Reed');
    expect((await get('/embed/themes/neglect-more').expect(200)).text).not.toContain('Reed');
  });
});

describe('the script', () => {
  it('is small, and stays at the address that names its content', async () => {
    const { bytes, integrity } = embedFile('embed.js');
    expect(gzipSync(bytes).length).toBeLessThanOrEqual(12 * 1024);
    const answer = await get(embedAddress('embed.js'))
      .expect(200)
      .expect('content-type', /javascript/);
    expect(answer.headers).toMatchObject({
      ...{ 'cache-control': 'public, max-age=31536000, immutable', 'access-control-allow-origin': '*' },
      'cross-origin-resource-policy': 'cross-origin',
    });
    await get('/embed.js').expect(200).expect('cache-control', 'no-cache');
    await get('/embed.0123456789abcdef.js').expect(404);
    expect((await get('/intranets').expect(200)).text).toContain(`integrity=&quot;${integrity}&quot;`);
  });

  it('is among those that are kept for ever, and in the web part: else run npm run release:embed', async () => {
    const root = new URL('../../', import.meta.url);
    const { bytes } = embedFile('embed.js');
    const released = await readdir(new URL('src/embed/browser/released/', root));
    expect(released).toContain(embedAddress('embed.js').slice(1));
    for (const file of released)
      await get(`/${file}`)
        .expect(200)
        .expect('cache-control', /immutable/);
    const packaged = await readFile(new URL('clients/spfx/src/webparts/practiceLearning/embed.js', root));
    expect(packaged.equals(bytes)).toBe(true);
  });
});

describe('the web part for SharePoint', () => {
  const folder = new URL('../../clients/spfx/', import.meta.url);
  const read = async (path: string): Promise<string> => await readFile(new URL(path, folder), 'utf8');

  it('can be read as TypeScript, and its manifests name what is there', async () => {
    const source = 'src/webparts/practiceLearning/PracticeLearningWebPart';
    const { diagnostics } = ts.transpileModule(await read(`${source}.ts`), { reportDiagnostics: true });
    expect(diagnostics).toEqual([]);
    const { bundles } = JSON.parse(await read('config/config.json')) as {
      bundles: Record<string, { components: { entrypoint: string; manifest: string }[] }>;
    };
    const [component] = bundles['practice-learning-web-part']!.components;
    expect(component).toEqual({
      entrypoint: `./${source.replace('src/', 'lib/')}.js`,
      manifest: `./${source}.manifest.json`,
    });
    const manifest = JSON.parse(await read(`${source}.manifest.json`)) as { preconfiguredEntries: object[] };
    expect(manifest.preconfiguredEntries).toEqual([
      expect.objectContaining({
        properties: { library: '', theme: 'parental-mental-health', search: '', limit: 3 },
      }),
    ]);
  });
});

describe('the page for intranets', () => {
  it('gives the code for a theme and a number', async () => {
    const { text } = await get('/intranets?theme=neglect-more&number=7').expect(200);
    for (const part of [
      `${ORIGIN}/embed/themes/neglect-more?limit=7`,
      'practice-learning theme=&quot;neglect-more&quot; limit=&quot;7&quot;',
      `${ORIGIN}/oembed`,
      `${ORIGIN}/feeds/themes/neglect-more.rss`,
      `${ORIGIN}/api/v1/swagger.json`,
      `${ORIGIN}/mcp`,
      'value="neglect-more" selected',
    ])
      expect(text).toContain(part);
  });

  it('gives the code for a search, whatever its words', async () => {
    const { text } = await get('/intranets').query({ q: `mum's "new" boyfriend <b>`, number: 2 }).expect(200);
    const words = 'q=mum%27s+%22new%22+boyfriend+%3Cb%3E';
    for (const part of [
      `${ORIGIN}/embed/search?${words}&amp;limit=2`,
      'practice-learning search=&quot;mum&amp;#39;s &amp;quot;new&amp;quot; boyfriend &amp;lt;b&amp;gt;&quot; limit=',
      `${ORIGIN}/search?${words}`,
      `${ORIGIN}/feeds/search.rss?${words}`,
      `${ORIGIN}/api/v1/search?${words}`,
      'value="mum&#39;s &quot;new&quot; boyfriend &lt;b&gt;"',
    ])
      expect(text).toContain(part);
    await get(`/intranets?q=${'x'.repeat(513)}`).expect(400);
  });

  it('takes no theme that is not there, and no number that cannot be', async () => {
    await get('/intranets?theme=none').expect(404);
    await get('/intranets?number=11').expect(400);
    await get('/intranets?number=x').expect(400);
  });
});
