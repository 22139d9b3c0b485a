import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { presentSitemapIndex } from '../../src/site/crawlers.presenter.js';
import { startLibrary, type TestLibrary } from '../support/app.js';

const ORIGIN = 'https://library.example';
const CHILD_J = '/reviews/darlington-child-j-2025';

let plain: TestLibrary;
let known: TestLibrary;

beforeAll(async () => {
  plain = await startLibrary('fixtures', null);
  known = await startLibrary('fixtures', null, { PUBLIC_URL: ORIGIN, CONTACT_EMAIL: 'library@example.org' });
});
afterAll(async () => {
  await known?.close();
  await plain?.close();
});

const escaped = (text: string): string => text.replace(/[.?+*]/g, '\\$&');

const get = async (
  library: TestLibrary,
  path: string,
): Promise<{ status: number; type: string; text: string }> => {
  const answer = await fetch(library.url + path, { headers: { accept: 'text/html,*/*' } });
  return { status: answer.status, type: answer.headers.get('content-type') ?? '', text: await answer.text() };
};

describe('search engines', () => {
  it('get every public record, at the address that visitors use', async () => {
    const { status, type, text } = await get(known, '/sitemap.xml');
    expect([status, type]).toEqual([200, 'application/xml; charset=utf-8']);
    const addresses = [...text.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => address!);
    expect(new Set(addresses).size).toBe(addresses.length);
    for (const path of ['/', CHILD_J, '/themes/parental-mental-health', '/briefings/safe-sleeping-messages'])
      expect(addresses).toContain(ORIGIN + path);
    const changed = [...text.matchAll(/<lastmod>([^<]+)<\/lastmod>/g)].map(([, moment]) => moment!);
    expect(changed.length).toBeGreaterThan(addresses.length - 15);
    for (const moment of changed) expect(moment).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    for (const address of addresses.filter((_, n) => n % 25 === 0)) {
      const path = address.slice(ORIGIN.length);
      expect({ path, status: (await get(known, path)).status }).toEqual({ path, status: 200 });
    }
    expect((await get(known, '/sitemap.xml?page=2')).text).not.toContain('<loc>');
    expect((await get(known, '/sitemap.xml?page=x')).status).toBe(400);
    expect(presentSitemapIndex(ORIGIN, 2)).toContain(`<loc>${ORIGIN}/sitemap.xml?page=2</loc>`);
  });

  it('are told of no error in the title of a page that has none', async () => {
    const title = async (path: string): Promise<string | undefined> =>
      /<title>([^<]*)<\/title>/.exec((await get(plain, path)).text)?.[1];
    expect(await title('/problems')).toBe('Problems that the API answers – Practice review library');
    expect(await title(`/search?q=${'a'.repeat(600)}`)).toMatch(/^Error: /);
  });

  it('are told where they may go', async () => {
    const { type, text } = await get(known, '/robots.txt');
    expect(type).toBe('text/plain; charset=utf-8');
    expect(text).toMatch(/^User-agent: \*\nDisallow: \/search\n/);
    expect(text).toContain(`Sitemap: ${ORIGIN}/sitemap.xml`);
  });

  it('are told the one address of a page, and nothing of results or errors', async () => {
    const canonical = async (path: string): Promise<string | undefined> =>
      /<link rel="canonical" href="([^"]*)"/.exec((await get(known, path)).text)?.[1];
    expect(await canonical('/')).toBe(`${ORIGIN}/`);
    expect(await canonical(`${CHILD_J}?utm_source=x`)).toBe(ORIGIN + CHILD_J);
    expect(await canonical('/resources?theme=child-exploitation')).toBe(`${ORIGIN}/resources`);
    expect(await canonical('/resources?page=2')).toBe(`${ORIGIN}/resources?page=2`);
    expect(await canonical('/search?q=mum')).toBeUndefined();
    expect(await canonical('/no-such-page')).toBeUndefined();
  });

  it('get nothing that needs an address which is not known', async () => {
    expect((await get(plain, '/sitemap.xml')).status).toBe(404);
    expect((await get(plain, '/robots.txt')).text).not.toContain('Sitemap');
    const { text } = await get(plain, CHILD_J);
    expect(text).not.toMatch(/rel="canonical"|og:url|og:image/);
    expect(text).toContain('<meta property="og:title" content="Child J – Reviews">');
  });
});

describe('what is passed on', () => {
  it('has a preview', async () => {
    const { text } = await get(known, CHILD_J);
    expect(text).toContain(`<meta property="og:url" content="${ORIGIN}${CHILD_J}">`);
    expect(text).toMatch(/<meta property="og:description" content="[^"]{20,}">/);
    expect((await get(known, '/apple-touch-icon.png')).type).toBe('image/png');
  });

  it.each([CHILD_J, '/briefings/safe-sleeping-messages', '/themes/parental-mental-health'])(
    '%s goes by email with its address',
    async (path) => {
      const { text } = await get(known, path);
      const [, subject, body] = /href="mailto:\?subject=([^"&]+)&amp;body=([^"]+)"/.exec(text)!;
      expect(decodeURIComponent(subject!)).toMatch(/[^\s–,]$/);
      expect(decodeURIComponent(body!)).toMatch(new RegExp(`[^\\s–,]\\n\\n${ORIGIN}${path}$`));
    },
  );

  it('is quoted with the report’s own address, where that is known', async () => {
    expect((await get(known, CHILD_J)).text).toMatch(
      /practice review, https:\/\/\S+\.pdf – Practice review library, /,
    );
  });
});

describe('feeds', () => {
  it.each([
    ['/', '/feeds/all.rss'],
    ['/themes/parental-mental-health', '/feeds/themes/parental-mental-health.rss'],
    ['/reviews', '/feeds/kinds/review.rss'],
    [
      '/reviews?publisher=darlington-safeguarding-partnership',
      '/feeds/publishers/darlington-safeguarding-partnership.rss',
    ],
    [
      '/reviews?publisher=Darlington+Safeguarding+Partnership&year=2025&page=1',
      '/feeds/search.rss?kind=review&year=2025&publisher=darlington-safeguarding-partnership',
    ],
    ['/briefings', '/feeds/kinds/briefing.rss'],
    ['/resources', '/feeds/kinds/resource.rss'],
    ['/recommendations', '/feeds/kinds/recommendation.rss'],
    [
      '/search?q=%22mum%22+%26+dad&kind=review&kind=theme',
      '/feeds/search.rss?q=%22mum%22+%26+dad&kind=review',
    ],
  ])('of %s are found from it, by programs and by people', async (page, address) => {
    const { text } = await get(known, page);
    for (const ending of ['rss', 'atom', 'json']) {
      const feed = address.replace('.rss', `.${ending}`);
      const shown = feed.replaceAll('&', '&amp;');
      expect(text).toMatch(
        new RegExp(`<link rel="alternate" type="[^"]+" title="[^"]+" href="${escaped(shown)}">`),
      );
      expect(text).toContain(`<a class="govuk-link" href="${shown}"`);
      expect({ feed, status: (await get(known, feed)).status }).toEqual({ feed, status: 200 });
    }
  });

  it('are offered of nothing that they do not have', async () => {
    for (const page of ['/search', '/search?q=mum&kind=learning-point', '/about', '/no-such-page'])
      expect((await get(known, page)).text).not.toMatch(
        /rel="alternate" type="application\/(?:rss|atom|feed)/,
      );
  });
});

describe('feedback', () => {
  it('goes to the address that is set, with the page that it is about', async () => {
    const { text } = await get(known, '/themes');
    expect(text).toContain(
      'href="mailto:library@example.org?subject=About%20the%20page%20Themes&amp;body=https%3A%2F%2F',
    );
    expect((await get(known, '/contact')).text).toContain('href="mailto:library@example.org"');
  });

  it('leads to the partnership where no address is set', async () => {
    expect((await get(plain, '/themes')).text).toContain('href="/contact#feedback"');
    expect((await get(plain, '/contact')).text).toMatch(
      /id="feedback"[\s\S]+Darlington Safeguarding Partnership/,
    );
  });
});

describe('the accessibility statement', () => {
  it('has the parts that public bodies must publish', async () => {
    const { text } = await get(plain, '/accessibility');
    for (const part of [
      'How accessible this website is',
      'Feedback and contact information',
      'Enforcement procedure',
      'Compliance status',
      'partially compliant',
      'Non-accessible content',
      'Disproportionate burden',
      'Preparation of this accessibility statement',
    ])
      expect(text).toContain(part);
  });
});
