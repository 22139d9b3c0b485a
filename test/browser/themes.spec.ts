import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { startLibrary, type TestLibrary } from '../support/app.js';
import { axe, DESKTOP, fits, PHONE, startBrowser, visitor } from '../support/browser.js';

let library: TestLibrary;
let browser: Browser;

beforeAll(async () => {
  library = await startLibrary('fixtures', null);
  const themes = [
    'Neglect of children',
    'Hostility and intimidation towards practitioners',
    'Was not brought',
  ];
  await library.add(
    Array.from({ length: 280 }, (_, n) => ({
      kind: 'review',
      publisher: 'Testshire Safeguarding Partnership',
      label: `Child ${n}`,
      title: `Child ${n}: a made-up review`,
      publishedOn: `${2000 + (n % 23)}-0${1 + (n % 9)}`,
      learning: ['Self-neglect', ...themes.filter((_theme, place) => n % (place + 2) === 0)].map((theme) => ({
        theme,
      })),
      recommendations: [{ number: '1', text: 'Ask about it.', themes: n % 7 ? [] : ['Self-neglect'] }],
    })),
  );
  browser = await startBrowser();
});
afterAll(async () => {
  await browser?.close();
  await library?.close();
});

/** Texts of the charts that are shown and run into another one or out of the screen. */
const crowded = async (page: Page): Promise<string[]> =>
  await page.evaluate<string[]>(`[...document.querySelectorAll('.app-chart svg')].flatMap((svg) => {
    const shown = [...svg.querySelectorAll('text')]
      .map((text) => ({ text: text.textContent, box: text.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0);
    const meet = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom - 2 && b.top < a.bottom - 2;
    return shown
      .filter(({ box }, index) => box.left < 0 || box.right > document.documentElement.clientWidth
        || shown.some((other, place) => place !== index && meet(box, other.box)))
      .map(({ text }) => text);
  })`);

const smallestText = async (page: Page): Promise<number> =>
  await page.evaluate<number>(
    `Math.min(...[...document.querySelectorAll('.app-chart text')].map((text) => parseFloat(getComputedStyle(text).fontSize)))`,
  );

describe.each([
  ['telephone', PHONE],
  ['desk', DESKTOP],
])('the themes on a %s', (_name, screen) => {
  it('are drawn so that every number can be read, with tables that axe finds nothing wrong with', async () => {
    const { context, page } = await visitor(browser, screen);
    const faults: string[] = [];
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
    await page.goto(`${library.url}/themes/self-neglect`);
    expect(await page.locator('.app-chart svg[role="img"]').count()).toBe(2);
    expect(await crowded(page)).toEqual([]);
    expect(await smallestText(page)).toBeGreaterThanOrEqual(14);
    expect(
      await page
        .locator('.app-chart--years text:visible')
        .filter({ hasText: /^20\d\d$/ })
        .count(),
    ).toBeGreaterThan(3);
    for (const summary of await page.getByText('Show as a table').all()) await summary.click();
    expect(await page.locator('table:visible').count()).toBe(2);
    expect(await fits(page)).toBe(true);
    expect(await axe(page)).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('keep their drawings in a reader’s own colours', async () => {
    const { context, page } = await visitor(browser, screen);
    await page.emulateMedia({ forcedColors: 'active' });
    await page.goto(`${library.url}/themes/self-neglect`);
    const [bar, words] = await page.evaluate<[string, string]>(
      `['.app-chart__bar', 'body'].map((name) => { const style = getComputedStyle(document.querySelector(name)); return name === 'body' ? style.color : style.fill; })`,
    );
    expect(bar).toBe(words);
    await context.close();
  });

  it.each(['/themes/self-neglect/seen-again', '/themes?open=all'])(
    'are without fault at %s',
    async (path) => {
      const { context, page } = await visitor(browser, screen);
      await page.goto(library.url + path);
      expect(await axe(page)).toEqual([]);
      expect(await fits(page)).toBe(true);
      await context.close();
    },
  );

  it('open and close by group without JavaScript', async () => {
    const { context, page } = await visitor(browser, screen, false);
    await page.goto(`${library.url}/themes`);
    const theme = page.locator('main a[href="/themes/self-neglect"]');
    expect(await theme.isVisible()).toBe(false);
    await page.locator('summary', { hasText: 'Adult at risk factors' }).click();
    expect(await theme.isVisible()).toBe(true);
    await theme.click();
    expect((await page.locator('h1').innerText()).trim()).toBe('Self-neglect');
    await context.close();
  });
});
