import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { startLibrary, type TestLibrary } from '../support/app.js';
import { DESKTOP, fits, PHONE, startBrowser, visitor } from '../support/browser.js';

let library: TestLibrary;
let browser: Browser;

beforeAll(async () => {
  library = await startLibrary('fixtures');
  browser = await startBrowser();
});
afterAll(async () => {
  await browser?.close();
  await library?.close();
});

const PAGES = [
  '/intranets',
  '/problems/invalid-request',
  ...['/', '/search?q=mums+depression', '/themes', '/themes/parental-mental-health', '/reviews'],
  ...[
    '/reviews/darlington-child-j-2025',
    '/recommendations',
    '/briefings',
    '/resources',
    '/about',
    '/contact',
    '/privacy',
    '/accessibility',
  ],
];

describe('a page that has been drawn', () => {
  const OBSERVE = `
    window.shifted = 0;
    new PerformanceObserver((list) => {
      for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) window.shifted += value;
    }).observe({ type: 'layout-shift', buffered: true });`;

  /** Lets scripts come late, as they do on a poor connection, and notes what moves; routed, none comes from a cache. */
  async function slowDown(page: Page): Promise<void> {
    await page.addInitScript(OBSERVE);
    await page.route('**/*.mjs', async (route) => {
      await new Promise((later) => setTimeout(later, 300));
      await route.continue();
    });
  }

  /** Opens a page and says how much of it moved. */
  async function shiftOf(page: Page, path: string): Promise<number> {
    await page.goto(library.url + path);
    return await page.evaluate<number>(
      'new Promise((done) => requestAnimationFrame(() => setTimeout(() => done(window.shifted), 100)))',
    );
  }

  it.each([
    ['telephone', PHONE],
    ['desk', DESKTOP],
  ])('does not jump when its scripts come, on a %s', async (_name, screen) => {
    const { context, page } = await visitor(browser, screen);
    await slowDown(page);
    for (const path of PAGES) {
      const shift = await shiftOf(page, path);
      expect({ path, shift, isSteady: shift < 0.05 }).toMatchObject({ path, isSteady: true });
    }
    await context.close();
  });

  it('opens the menu of a telephone on a press, and shows it by itself when the scripts never come', async () => {
    const menu = 'a.govuk-service-navigation__link[href="/reviews"]';
    const { context, page } = await visitor(browser, PHONE);
    await page.goto(library.url);
    await page.getByRole('button', { name: 'Menu' }).click();
    expect(await page.locator(menu).isVisible()).toBe(true);
    await page.route('**/*.mjs', (route) => route.abort());
    await page.reload();
    expect(await page.locator(menu).isVisible()).toBe(false);
    await page.locator(menu).waitFor({ state: 'visible', timeout: 10_000 });
    await context.close();
  });
});

/** Elements with words of their own: too tight a line, or letters that stayed small. */
const UNREADABLE = `[...document.querySelectorAll('body *')]
  .filter((element) => !element.closest('svg, .govuk-visually-hidden') && element.getClientRects().length > 0)
  .filter((element) => [...element.childNodes].some(({ nodeType, data }) => nodeType === 3 && data.trim()))
  .map((element) => ({ element, style: getComputedStyle(element) }))
  .filter(({ style }) => parseFloat(style.lineHeight) < parseFloat(style.fontSize) || parseFloat(style.fontSize) < 28)
  .map(({ element, style }) => element.className + ' ' + style.fontSize + ' / ' + style.lineHeight)`;

describe('a review on a telephone', () => {
  it('shows its documents before what it says', async () => {
    const { context, page } = await visitor(browser, PHONE);
    await page.goto(`${library.url}/reviews/darlington-child-j-2025`);
    const top = async (name: string): Promise<number> => (await page.locator(name).boundingBox())!.y;
    expect(await top('#documents-title')).toBeLessThan(await top('main .app-lede'));
    await page.setViewportSize(DESKTOP);
    expect((await page.locator('#documents-title').boundingBox())!.x).toBeGreaterThan(700);
    await context.close();
  });
});

it.each(['/search?q=mums+depression', '/reviews'])(
  '%s keeps the offer to subscribe off the rule that ends its list',
  async (path) => {
    const { context, page } = await visitor(browser, PHONE);
    await page.goto(library.url + path);
    const [list, offer] = await Promise.all(
      ['.app-entries:has(+ .app-subscribe)', '.app-subscribe'].map((name) =>
        page.locator(name).boundingBox(),
      ),
    );
    expect(offer!.y - (list!.y + list!.height)).toBeGreaterThanOrEqual(10);
    await context.close();
  },
);

/** As long as people write words together, and longer. */
const LONG = 'Pneumonoultramicroscopicsilicovolcanoconiosisaftercare';

/** Elements beyond the edge of the screen, or with words beyond their own; a button takes presses beside it. */
const BROKEN_OUT = `[...document.querySelectorAll('body *')]
  .filter((element) => !element.closest('svg, .govuk-visually-hidden') && !element.querySelector('.govuk-button') && element.getClientRects().length > 0)
  .filter((element) => element.getBoundingClientRect().right > innerWidth + 1 || (element.scrollWidth > element.clientWidth + 1
    && getComputedStyle(element).display !== 'inline' && /^(H[1-6]|P|LI|DT|DD|TD|TH|LEGEND|LABEL)$/.test(element.tagName)))
  .map(({ tagName, className, textContent }) => tagName + '.' + className + ' ' + textContent.trim().slice(0, 60))`;

describe('text of twice the size', () => {
  it('does not overlap itself, grows everywhere and fits a telephone', async () => {
    const { context, page } = await visitor(browser, PHONE);
    for (const path of PAGES) {
      await page.goto(library.url + path);
      await page.evaluate(`document.documentElement.style.fontSize = '200%'`);
      const unreadable = await page.evaluate<string[]>(UNREADABLE);
      expect({ path, unreadable, fits: await fits(page) }).toEqual({ path, unreadable: [], fits: true });
    }
    await context.close();
  });

  it('breaks words that are longer than a telephone is wide, in every heading and elsewhere', async () => {
    const publisher = `The ${LONG} Partnership`;
    await library.add([
      { kind: 'partnership', name: publisher, type: 'joint-partnership' },
      { kind: 'theme', label: LONG, altLabels: [`Other${LONG}`], definition: LONG, ask: [LONG] },
      { kind: 'theme', label: `Narrower${LONG}`, broader: LONG },
      {
        ...{ kind: 'review', publisher, label: LONG, title: `${LONG}: a review`, type: 'sar' },
        ...{ publishedOn: '2024', summary: LONG, keywords: [LONG] },
        learning: [{ theme: LONG, kind: 'finding', statement: `Look: ${LONG}.` }],
        recommendations: [{ number: '1', text: `Ask ${LONG}.`, addressees: [LONG], themes: [LONG] }],
        documents: [{ kind: 'full-report', title: LONG, url: 'https://long.example/' }],
      },
      { kind: 'briefing', publisher, title: LONG, themes: [LONG], sections: [{ heading: LONG, body: LONG }] },
      { kind: 'resource', publisher, title: LONG, type: 'form', themes: [LONG], description: LONG },
    ]);
    const [found] = await library.source.query<[{ paths: string[] }]>(
      `select array_agg(path order by path) as paths from published_record where path ilike '%' || $1 || '%' and path not like '%#%'`,
      [LONG],
    );
    const { context, page } = await visitor(browser, PHONE);
    for (const path of [...found.paths, '/', '/themes', '/reviews', '/resources', `/search?q=${LONG}`]) {
      await page.goto(library.url + path);
      await page.evaluate(`document.documentElement.style.fontSize = '200%'`);
      const broken = await page.evaluate<string[]>(BROKEN_OUT);
      expect({ path, broken, fits: await fits(page) }).toEqual({ path, broken: [], fits: true });
    }
    await context.close();
  });
});
