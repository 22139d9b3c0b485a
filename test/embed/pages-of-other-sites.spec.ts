import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Frame, Locator, Page, Request } from 'playwright-core';
import { withdraw } from '../../src/publishing/withdraw.js';
import { WITHDRAWABLE_NOUNS } from '../../src/withdrawable.js';
import { startLibrary, type TestLibrary } from '../support/app.js';
import { axe, fits, startBrowser } from '../support/browser.js';
import { aReview } from '../support/find.js';
import { startOtherSite, type OtherSite } from './other-site.js';

const NARROW = { width: 280, height: 900 };
const WIDE = { width: 1200, height: 900 };
const THEME = 'parental-mental-health';

let library: TestLibrary;
let site: OtherSite;
let browser: Browser;
let context: BrowserContext;
let page: Page;
/** What the browser complains of, and what it asks of the library. */
let complaints: string[];
let asked: Request[];

beforeAll(async () => {
  library = await startLibrary('fixtures', null);
  await library.add([
    aReview('Fennmere Partnership', 'Child Reed', '2026-03', [
      ['Parental mental health', 'Nobody asked who else lived in the home.'],
    ]),
    aReview('Fennmere Partnership', 'Child <b>Sedge</b>', '2026-02-11', [
      ['Parental mental health', 'Appointments were <script>kept</script> by telephone alone.'],
    ]),
    ...Array.from({ length: 10 }, (_, n) =>
      aReview('Fennmere and Marshland Safeguarding Children Partnership', `Adult Rush ${n}`, '2025-11-03', [
        ['Self-neglect', 'Nobody asked who else lived in the home, or wrote it down. '.repeat(5)],
      ]),
    ),
  ]);
  site = await startOtherSite();
  browser = await startBrowser();
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
  await library?.close();
});

beforeEach(async () => {
  await context?.close();
  context = await browser.newContext({ viewport: WIDE, locale: 'en-GB' });
  await context.addInitScript('addEventListener("message", ({ data }) => (window.told ??= []).push(data))');
  page = await context.newPage();
  page.setDefaultTimeout(10_000);
  complaints = [];
  asked = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('request', (request) => request.url().startsWith(library.url) && asked.push(request));
});

const frameOf = (shown: Page): Frame => shown.frames().find((frame) => frame.url().includes('/embed/'))!;
const topBorder = async (box: Locator): Promise<string> =>
  await box.evaluate((node) => {
    const page = globalThis as unknown as { getComputedStyle: (of: unknown) => { borderTopWidth: string } };
    return page.getComputedStyle(node).borderTopWidth;
  });
const lines = async (shown: Page | Frame): Promise<string[]> =>
  await shown.locator('.pl-items .pl-line').allInnerTexts();
const takeAway = async (address: string): Promise<unknown> =>
  await withdraw(library.source, WITHDRAWABLE_NOUNS, address, 'other');

/** Of a review of its own, that a test can withdraw. */
async function added(label: string, published: string): Promise<string> {
  await library.add([
    aReview('Fennmere Partnership', label, published, [['Self-neglect', `What ${label} taught.`]]),
  ]);
  const [row] = await library.source.query<{ slug: string }[]>(`select slug from review where label = $1`, [
    label,
  ]);
  return row!.slug;
}

describe('a frame', () => {
  const frame = (path: string, attributes = ''): string =>
    `<iframe src="${library.url}${path}" title="Learning" width="100%" height="800" ${attributes}></iframe>`;

  it.each([
    ['plain', '', true],
    ['in a sandbox that lets nothing through', 'sandbox=""', false],
  ])('%s shows the newest learning with its sources and who to call', async (name, attributes, runs) => {
    await page.goto(site.page(`frame-${runs}`, frame(`/embed/themes/${THEME}?limit=2`, attributes)));
    const shown = frameOf(page);
    await shown.locator('.pl-items').waitFor();
    expect(await shown.locator('h1').innerText()).toBe('Parental mental health');
    expect(await lines(shown)).toEqual([
      'Nobody asked who else lived in the home.',
      'Appointments were <script>kept</script> by telephone alone.',
    ]);
    expect(await shown.locator('.pl-items .pl-facts').allInnerTexts()).toEqual([
      'Child Reed · Fennmere Partnership · March 2026',
      'Child <b>Sedge</b> · Fennmere Partnership · 11 February 2026',
    ]);
    expect(await shown.locator('.pl-contact').innerText()).toMatch(/call 999.*Darlington.*01325 406252/s);
    for (const link of await shown.locator('a[href^="/"]').all())
      expect([await link.getAttribute('target'), await link.getAttribute('rel')]).toEqual([
        '_top',
        'noopener',
      ]);
    // The style sheet came through.
    expect(await topBorder(shown.locator('.pl'))).toBe('4px');
    expect(complaints.filter((each) => !/sandboxed.*allow-scripts/.test(each))).toEqual([]);
    if (runs) expect(await axe(shown)).toEqual([]);
    expect(await axe(page)).toEqual([]);
  });

  it.each([NARROW, WIDE])('fits $width pixels, with text twice as large too', async (viewport) => {
    await page.setViewportSize(viewport);
    for (const path of [
      `/embed/themes/${THEME}`,
      '/embed/reviews/darlington-child-j-2025',
      '/embed/search?q=who+else+lived+in+the+home&limit=5',
      '/embed/themes/none',
    ]) {
      await page.goto(library.url + path);
      expect(await fits(page)).toBe(true);
      expect(await axe(page)).toEqual([]);
      await page.evaluate(`document.documentElement.style.fontSize = '200%'`);
      expect(await fits(page)).toBe(true);
    }
  });

  it('says how high it is, in the words and with the secret of WordPress, and again when asked', async () => {
    const address = `/embed/themes/${THEME}?limit=1#?secret=a1B2c3D4e5`;
    await page.goto(site.page('wordpress', frame(address, 'sandbox="allow-scripts"')));
    const heights = async (): Promise<{ message: string; value: number; secret: string }[]> =>
      await page.evaluate(`(window.told ?? []).filter(({ message }) => message === 'height')`);
    await page.waitForFunction('window.told?.length > 0');
    const [first] = await heights();
    expect(first).toEqual({ message: 'height', value: expect.any(Number), secret: 'a1B2c3D4e5' });
    expect(first!.value).toBeGreaterThan(200);
    expect(
      await frameOf(page).evaluate<number>('Math.round(document.body.getBoundingClientRect().height)'),
    ).toBeLessThanOrEqual((await heights()).at(-1)!.value);
    await page.evaluate(`window.told = []; frames[0].postMessage({ message: 'ready', secret: 'another' }, '*');
      frames[0].postMessage({ message: 'ready', secret: 'a1B2c3D4e5' }, '*')`);
    await page.waitForFunction('window.told.length > 0');
    expect(await heights()).toEqual([first]);
    await frameOf(page).locator('.pl-title a').click();
    await page.waitForFunction(`window.told.some(({ message }) => message === 'link')`);
    expect(await page.evaluate(`window.told.at(-1)`)).toEqual({
      ...{ message: 'link', value: `${library.url}/themes/${THEME}`, secret: 'a1B2c3D4e5' },
    });
  });

  it.each([1, 3, 10])(
    'with %s of the longest lines is read without scrolling in it, as high as its code says, from 280 to 1,200 pixels',
    async (number) => {
      const asking = await browser.newPage();
      await asking.goto(`${library.url}/intranets?theme=self-neglect&number=${number}`);
      const [fixed, fitting] = (await Promise.all(
        ['code of the frame', 'frame'].map(
          async (what) => await asking.locator(`[data-copy="${what}"]`).innerText(),
        ),
      )) as [string, string];
      await asking.close();
      for (const code of [fixed, fitting]) {
        await page.goto(site.page('height', `<style>body { margin: 0 }</style>${code}`));
        // It is loaded when the page has been.
        await page.frameLocator('iframe').locator('body').waitFor();
        const heights: number[] = [];
        for (const width of [280, 330, 400, 480, 600, 720, 740, 800, 1000, 1200]) {
          await page.setViewportSize({ width, height: 900 });
          const box = (await page.locator('iframe').boundingBox())!;
          expect(box.width).toBeGreaterThanOrEqual(width - 16);
          const shown = frameOf(page);
          await shown.waitForFunction(
            `innerWidth === ${box.width} && innerHeight === ${Math.round(box.height)}`,
          );
          const needed = await shown.evaluate<number>('document.body.getBoundingClientRect().height');
          expect({ code, width, over: Math.max(0, needed - box.height) }).toEqual({ code, width, over: 0 });
          heights.push(box.height);
        }
        // One of them takes less where there is more room beside.
        if (code === fitting) expect(heights.at(-1)!).toBeLessThan(heights[0]! / 1.5);
        else expect(new Set(heights).size).toBe(1);
      }
    },
  );

  it('loses what was withdrawn in the next answer, and says so where that is all it showed', async () => {
    const slug = await added('Adult Alder', '2026-05-01');
    await page.goto(site.page('list', frame('/embed/themes/self-neglect?limit=1')));
    expect(await lines(frameOf(page))).toEqual(['What Adult Alder taught.']);
    await takeAway(`/reviews/${slug}`);
    await page.reload();
    expect(await lines(frameOf(page))).not.toContain('What Adult Alder taught.');
    const answers: number[] = [];
    page.on(
      'response',
      (answer) => answer.url().includes('/embed/reviews/') && answers.push(answer.status()),
    );
    await page.goto(site.page('single', frame(`/embed/reviews/${slug}`)));
    expect(answers).toEqual([410]);
    const text = await frameOf(page).locator('body').innerText();
    expect(text).toMatch(/This item has been withdrawn.*01325 406252/s);
    expect(text).not.toContain('Alder');
  });

  it('neither sets nor gets a cookie', async () => {
    await context.addCookies([{ name: 'session', value: 'x', url: library.url, sameSite: 'Lax' }]);
    await page.goto(site.page('cookies', frame(`/embed/themes/${THEME}`)));
    await frameOf(page).locator('.pl-items').waitFor();
    const sent = await Promise.all(asked.map(async (request) => await request.allHeaders()));
    expect(sent.length).toBeGreaterThanOrEqual(3);
    expect(sent.filter((headers) => 'cookie' in headers)).toEqual([]);
    const got = await Promise.all(
      asked.map(async (request) => await (await request.response())!.allHeaders()),
    );
    expect(got.filter((headers) => 'set-cookie' in headers)).toEqual([]);
  });
});

describe('the page that gives the code', () => {
  it('shows all that people will see, as high as it is', async () => {
    await page.goto(`${library.url}/intranets?theme=${THEME}&number=2`);
    const shown = page.locator('.app-intranets__frame');
    await shown.scrollIntoViewIfNeeded();
    await page.waitForFunction(
      `frames[0] && document.querySelector('.app-intranets__frame').style.height !== ''`,
    );
    const inner = await frameOf(page).evaluate<number>('document.body.getBoundingClientRect().height');
    expect((await shown.boundingBox())!.height).toBeGreaterThanOrEqual(inner);
    expect(complaints).toEqual([]);
  });
});

describe('the script', () => {
  /** As the page “Put this on your intranet” gives it. */
  async function snippet(theme: string, number: number): Promise<string> {
    const asking = await browser.newPage();
    await asking.goto(`${library.url}/intranets?theme=${theme}&number=${number}`);
    const text = await asking.locator('[data-copy="script"]').innerText();
    await asking.close();
    return text;
  }
  const strict = (): string =>
    `default-src 'none'; script-src ${library.url}; connect-src ${library.url}; style-src 'self'; img-src 'self'`;
  const element = (): Locator => page.locator('practice-learning .pl');
  const shownAgain = async (): Promise<void> => {
    await page.evaluate(`new Promise((shown) => {
      document.querySelector('practice-learning').addEventListener('practice-learning-shown', shown, { once: true });
      document.dispatchEvent(new Event('visibilitychange'));
    })`);
  };

  it.each([NARROW, WIDE])('works under a strict policy at $width pixels', async (viewport) => {
    await page.setViewportSize(viewport);
    await page.goto(site.page('script', await snippet(THEME, 2), strict()));
    await element().waitFor();
    expect(await lines(page)).toEqual([
      'Nobody asked who else lived in the home.',
      'Appointments were <script>kept</script> by telephone alone.',
    ]);
    expect(await page.locator('.pl-items .pl-facts').first().innerText()).toBe(
      'Child Reed · Fennmere Partnership · March 2026',
    );
    expect(await page.locator('.pl-contact').innerText()).toMatch(/call 999.*Darlington.*01325 406252/s);
    expect(await page.locator('.pl-title a').getAttribute('href')).toBe(`${library.url}/themes/${THEME}`);
    expect(await topBorder(element())).toBe('4px');
    expect(await fits(page)).toBe(true);
    expect(await axe(page)).toEqual([]);
    expect(complaints).toEqual([]);
    const sent = await Promise.all(asked.map(async (request) => await request.allHeaders()));
    expect(sent.filter((headers) => 'cookie' in headers)).toEqual([]);
  });

  it('asks again when it is shown again, with the ETag, and loses what was withdrawn', async () => {
    const slug = await added('Adult Birch', '2026-06-01');
    await page.goto(site.page('again', await snippet('self-neglect', 1), strict()));
    await element().waitFor();
    expect(await lines(page)).toEqual(['What Adult Birch taught.']);
    asked.length = 0;
    await shownAgain();
    expect(await lines(page)).toEqual(['What Adult Birch taught.']);
    expect((await asked[0]!.allHeaders())['if-none-match']).toMatch(/^(W\/)?"/);
    await takeAway(`/reviews/${slug}`);
    await shownAgain();
    expect(await lines(page)).not.toContain('What Adult Birch taught.');
  });

  it('shows what a search finds, and loses what was withdrawn', async () => {
    const slug = await added('Adult Hazel', '2026-04-01');
    const code = (await snippet('self-neglect', 2)).replace(
      'theme="self-neglect"',
      'search="what Hazel taught"',
    );
    await page.goto(site.page('search', code, strict()));
    await element().waitFor();
    expect(await page.locator('.pl-title a').getAttribute('href')).toBe(
      `${library.url}/search?q=what+Hazel+taught`,
    );
    expect(await page.locator('.pl-items').innerText()).toContain('Adult Hazel · Fennmere Partnership');
    expect(await axe(page)).toEqual([]);
    await takeAway(`/reviews/${slug}`);
    await shownAgain();
    expect(await element().innerText()).not.toContain('Adult Hazel');
    expect(complaints).toEqual([]);
  });

  it('says that an item was withdrawn, with who to call', async () => {
    const slug = await added('Adult Cedar', '2026-07-01');
    const code = (await snippet('self-neglect', 1)).replace('theme="self-neglect"', `review="${slug}"`);
    await page.goto(site.page('item', code, strict()));
    await element().waitFor();
    expect(await page.locator('.pl-title').innerText()).toContain('Adult Cedar');
    await takeAway(`/reviews/${slug}`);
    await shownAgain();
    expect(await element().innerText()).toMatch(/^This item has been withdrawn.*01325 406252/s);
    expect(await element().innerText()).not.toContain('Cedar');
  });

  it('shows nothing old where the library does not answer, but where to find it and who to call', async () => {
    await page.goto(site.page('offline', await snippet(THEME, 1), strict()));
    await element().waitFor();
    await context.setOffline(true);
    await page.getByText('This cannot be shown just now.').waitFor();
    expect(await lines(page)).toEqual([]);
    expect(await page.locator('.pl-note a').getAttribute('href')).toBe(`${library.url}/themes/${THEME}`);
    expect(await page.locator('.pl-contact').innerText()).toContain('01325 406252');
    await context.setOffline(false);
    await page.getByText('Nobody asked who else lived in the home.').waitFor();
  });

  it.each([
    ...[
      'library="library.example"',
      'library="https://"',
      'library="javascript:alert(1)"',
      'library="data:,x"',
    ],
    ...['theme=".."', 'theme="%E0%A4%A"', 'theme=""', 'limit="many"', 'limit="-1"', 'heading="7" limit="11"'],
  ])('says that nothing can be shown, and who to call, where somebody wrote %s', async (attribute) => {
    const code = await snippet(THEME, 1);
    const name = attribute.split('=')[0]!;
    const others = code.replace(new RegExp(`(<practice-learning[^>]*?) ${name}="[^"]*"`), '$1');
    const faults: string[] = [];
    page.on('pageerror', ({ message }) => faults.push(message));
    await page.goto(
      site.page('odd', others.replace('<practice-learning', `<practice-learning ${attribute}`)),
    );
    await page.getByText('This cannot be shown just now.').waitFor();
    expect(await page.locator('.pl-contact').innerText()).toMatch(/call 999/);
    expect(await page.locator('.pl-main a, .pl-by a').count()).toBe(name === 'library' ? 0 : 2);
    // What stands between the tags leads to the library all the same.
    expect(await page.locator('practice-learning > a').isVisible()).toBe(name === 'library');
    expect(faults).toEqual([]);
  });

  it('leaves the link between its tags where it is not run', async () => {
    const code = (await snippet(THEME, 1)).replace(/integrity="sha384-..../, 'integrity="sha384-AAAA');
    await page.goto(site.page('refused', code, strict()));
    expect(await page.locator('practice-learning').innerText()).toBe(
      'Parental mental health: what practice reviews teach',
    );
    expect(complaints.join()).toMatch(/integrity/);
  });
});
