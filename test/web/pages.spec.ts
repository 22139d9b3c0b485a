import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EveryPageQueries } from '../../src/site/every-page.queries.js';
import { startLibrary, type TestLibrary } from '../support/app.js';

const HOSTILE = '<script>alert("x")</script>';
const PUBLISHER = `Testshire ${HOSTILE} Partnership`;

let library: TestLibrary;
let recommendation: string;

beforeAll(async () => {
  library = await startLibrary('fixtures');
  await library.add([
    {
      kind: 'review',
      publisher: PUBLISHER,
      label: `Child Z ${HOSTILE}`,
      title: `Child Z ${HOSTILE}`,
      type: 'sar',
      about: 'adults',
      publishedOn: '2026-01',
      relayedOn: '2026-03-28',
      summary: `Summary ${HOSTILE}`,
      learning: [
        { theme: 'Self-neglect', statement: `Hoarding ${HOSTILE}`, pages: [3, 4] },
        { theme: 'Mental capacity' },
      ],
      recommendations: Array.from({ length: 21 }, (_, n) => ({
        number: String(n + 1),
        text: `Ask about thing ${n + 1} ${HOSTILE}`,
        themes: ['Self-neglect'],
      })),
      keywords: [HOSTILE],
      documents: [{ kind: 'full-report', title: `Report ${HOSTILE}` }],
      sources: [{ title: `Newsletter ${HOSTILE}` }],
    },
  ]);
  const rows = await library.source.query<{ path: string }[]>(
    `select path from public_recommendation where number = '1'`,
  );
  recommendation = rows[0]!.path;
});
afterAll(async () => await library?.close());

interface Answer {
  status: number;
  type: string | null;
  html: string;
  text: string;
}

async function get(path: string): Promise<Answer> {
  const response = await fetch(library.url + path, { headers: { accept: 'text/html' } });
  const html = await response.text();
  const text = html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
  return { status: response.status, type: response.headers.get('content-type'), html, text };
}

const titleOf = ({ html }: Answer): string => /<title>([^<]*)<\/title>/.exec(html)?.[1] ?? '';

async function hostileReview(): Promise<string> {
  const rows = await library.source.query<{ slug: string }[]>(
    `select slug from review where label like 'Child Z%'`,
  );
  return `/reviews/${rows[0]!.slug}`;
}

describe('every public address', () => {
  it.each([
    ['/', 'Practice review library'],
    ['/search', 'Search – Practice review library'],
    ['/search?q=mum', '“mum” – Search – Practice review library'],
    ['/themes', 'Themes – Practice review library'],
    ['/themes/parental-mental-health', 'Parental mental health – Themes – Practice review library'],
    ['/reviews', 'Reviews – Practice review library'],
    ['/reviews/darlington-child-j-2025', 'Child J – Reviews – Practice review library'],
    ['/recommendations', 'Recommendations – Practice review library'],
    ['/briefings', 'Briefings – Practice review library'],
    ['/briefings/safe-sleeping-messages', 'Safe Sleeping Messages – Briefings – Practice review library'],
    ['/resources', 'Resources – Practice review library'],
    ['/about', 'About – Practice review library'],
    ['/accessibility', 'Accessibility – Practice review library'],
    ['/contact', 'Contact – Practice review library'],
    ['/privacy', 'Privacy – Practice review library'],
    ['/api/docs', 'API for intranets and developers – Practice review library'],
  ])('%s is a page of its own with the parts that every page has', async (path, title) => {
    const answer = await get(path);
    expect(answer.status).toBe(200);
    expect(answer.type).toBe('text/html; charset=utf-8');
    expect(titleOf(answer)).toBe(title);
    expect(answer.html).toContain('<html lang="en-GB"');
    expect(answer.html.match(/<h1[ >]/g)).toHaveLength(1);
    expect(answer.html).toContain('href="#main-content"');
    expect(answer.html.match(/<main /g)).toHaveLength(1);
    for (const words of ['Concerned about a child or adult?', '01325 406252', 'tel:999']) {
      expect(answer.html).toContain(words);
    }
    expect(answer.text).not.toMatch(/GOV\.UK(?! Frontend)|Crown copyright/);
  });
});

describe('what bundles say', () => {
  it.each([
    ['a review', hostileReview],
    ['the reviews', () => '/reviews'],
    ['a recommendation', () => recommendation],
    ['the recommendations', () => '/recommendations'],
    ['a search', () => '/search?q=hoarding'],
    ['a search with a hostile filter', () => `/search?publisher=${encodeURIComponent(PUBLISHER)}`],
    ['a search for hostile words', () => `/search?q=${encodeURIComponent(HOSTILE)}`],
    ['a theme', () => '/themes/self-neglect'],
    ['the start page', () => '/'],
  ])('is text, never markup: %s', async (_name, path) => {
    const { html } = await get(await path());
    expect(html.includes('alert("x")')).toBe(false);
    expect(html.includes('alert(&quot;x&quot;)')).toBe(true);
  });

  it('is shown with what is known, and what is not known is said', async () => {
    const { text } = await get(await hostileReview());
    expect(text).toContain('Published January 2026');
    expect(text).toContain('In a newsletter 28 March 2026');
    expect(text).toContain('Full report, pages 3 and 4');
    expect(text).toMatch(/Theme the review names Our sources say no more about it\. .+ Mental capacity/);
    expect(text).toContain('(no link in our source)');
    const childJ = await get('/reviews/darlington-child-j-2025');
    // When it was announced is not when it was published.
    expect(childJ.text).toContain('In a newsletter February 2025');
    expect(childJ.text).not.toContain('Published February');
    expect(childJ.text).toContain('Darlington Safeguarding Partnership (no date)');
    expect(childJ.text).toContain(
      'Our sources do not list any recommendations of this review. The full report may',
    );
    expect(childJ.html).toContain('rel="noopener noreferrer external"');
    expect(childJ.html).toContain('id="parental-mental-health"');
  });
});

describe('the search page', () => {
  it.each([
    [`/search?q=${'a'.repeat(600)}`, 'Shorten your search', 'a'.repeat(512)],
    ['/search?q=neglect&page=x', 'There is no such page of results', 'neglect'],
    ['/search?q=neglect&page=900', 'There is no such page of results', 'neglect'],
    ['/search?q=neglect&type=nonsense', 'One of the filters', 'neglect'],
  ])('gives back %s with 400, the words and what is wrong', async (path, problem, kept) => {
    const answer = await get(path);
    expect(answer.status).toBe(400);
    expect(titleOf(answer)).toMatch(/^Error: /);
    expect(answer.html).toContain('govuk-error-summary');
    expect(answer.html).toMatch(new RegExp(`<a href="#q">${problem}`));
    expect(answer.html).toContain(`value="${kept}"`);
  });

  it('keeps words and filters from page to page', async () => {
    const { html } = await get('/search?q=child&kind=resource&theme=abuse-and-harm&limit=2');
    expect(html).toContain(
      'href="/search?q=child&amp;limit=2&amp;kind=resource&amp;theme=abuse-and-harm&amp;page=2"',
    );
    expect(html).toContain('href="/search?q=child&amp;limit=2&amp;theme=abuse-and-harm"');
    expect(html).toMatch(/value="resource" checked/);
  });

  it('lists by filters alone, and starts without any', async () => {
    expect((await get('/search?type=sar')).text).toContain('Mental capacity');
    expect((await get('/search?q=+')).text).toContain('Or start from a theme');
  });

  it('is no dead end where nothing is found', async () => {
    const { status, text, html } = await get('/search?q=zzzzqqqq');
    expect(status).toBe(200);
    expect(text).toContain('Nothing in this library says “zzzzqqqq”');
    expect(html).toContain('href="/themes"');
    expect(html).not.toContain('Apply filters');
  });

  it('is listed by no search engine when it holds somebody’s words', async () => {
    expect((await get('/search?q=mum')).html).toContain('<meta name="robots" content="noindex">');
    expect((await get('/search')).html).not.toContain('noindex');
  });
});

describe('pages of a list', () => {
  it('keep the filter and say where one is', async () => {
    const { text, html } = await get('/recommendations?theme=self-neglect');
    expect(text).toContain('Showing 1 to 20 of 21 recommendations');
    expect(html).toContain('href="/recommendations?theme=self-neglect&amp;page=2"');
    expect((await get('/recommendations?theme=self-neglect&page=2')).text).toContain(
      'Showing 21 to 21 of 21',
    );
  });

  it('offer orders that keep the filters, and filters that keep the order', async () => {
    const { html } = await get('/recommendations?theme=self-neglect&sort=agency&page=2');
    expect(html).toContain('<strong aria-current="true">Agency</strong>');
    expect(html).toContain('href="/recommendations?theme=self-neglect">Newest review first</a>');
    expect(html).toContain('<input type="hidden" name="sort" value="agency">');
    expect(html).toContain('href="/recommendations?sort=agency"><span');
    expect((await get('/recommendations?sort=newest')).status).toBe(400);
  });

  it('beyond the end lead back', async () => {
    const { status, html } = await get('/reviews?page=99');
    expect(status).toBe(200);
    expect(html).toContain('Go to the first page');
  });
});

describe('an error', () => {
  it.each([
    ['/no-such-page', 404],
    ['/reviews/nowhere', 404],
    ['/recommendations/nowhere', 404],
    ['/themes/%E0%A4%A', 400],
    ['/reviews?page=0', 400],
  ])('at %s is a page that says whom to call', async (path, status) => {
    const answer = await get(path);
    expect(answer.status).toBe(status);
    expect(answer.type).toBe('text/html; charset=utf-8');
    expect(answer.html).toContain('tel:999');
    expect(answer.html.match(/<h1[ >]/g)).toHaveLength(1);
  });
});

describe('the contact panel', () => {
  it('says what to do anywhere when its lines cannot be read', async () => {
    const everyPage = library.app.get(EveryPageQueries, { strict: false });
    const original = everyPage.read.bind(everyPage);
    everyPage.read = () => Promise.reject(new Error('the database is down'));
    try {
      const { status, html } = await get('/about');
      expect(status).toBe(200);
      expect(html).toContain('tel:999');
      expect(html).toContain('call the council where the child or adult lives');
      expect(html).not.toContain('01325 406252');
    } finally {
      everyPage.read = original;
    }
  });
});

describe('a review that is withdrawn', () => {
  it('is gone from every page at once', async () => {
    const path = await hostileReview();
    await library.source.query(`update review set state = 'withdrawn' where label like 'Child Z%'`);
    try {
      expect((await get(path)).status).toBe(410);
      for (const page of [
        '/',
        '/reviews',
        '/recommendations',
        '/search?q=hoarding',
        '/themes/self-neglect',
        recommendation,
      ]) {
        expect((await get(page)).html).not.toContain('Child Z');
      }
    } finally {
      await library.source.query(`update review set state = 'published' where label like 'Child Z%'`);
    }
  });
});
