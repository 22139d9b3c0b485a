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

const heading = async (page: Page): Promise<string> => (await page.locator('h1').innerText()).trim();

describe.each([
  ['on a telephone', PHONE, true],
  ['on a desk', DESKTOP, true],
  ['on a telephone without JavaScript', PHONE, false],
])('a practitioner %s', (_where, screen, javaScript) => {
  it('goes from the start page over a search and a theme to a review', async () => {
    const { context, page } = await visitor(browser, screen, javaScript);
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));

    await page.goto(library.url);
    await page.locator('main input[name="q"]').fill('mums depression');
    await page.locator('main input[name="q"]').press('Enter');
    await page.waitForURL(/\/search\?.*q=mums\+depression/);
    expect(await page.locator('main').innerText()).toContain('Child J');
    expect(await page.locator('main mark').count()).toBeGreaterThan(0);
    expect(await fits(page)).toBe(true);

    await page.locator('main a[href="/themes/parental-mental-health"]').first().click();
    expect(await heading(page)).toBe('Parental mental health');
    for (const words of ['look for', 'ask', 'do']) {
      expect(
        await page
          .locator('main h2, main h3')
          .filter({ hasText: new RegExp(words, 'i') })
          .count(),
      ).toBeGreaterThan(0);
    }
    expect(await fits(page)).toBe(true);

    await page.locator('main a[href^="/reviews/darlington-child-j-2025"]').first().click();
    await page.waitForURL(/\/reviews\/darlington-child-j-2025/);
    expect(await heading(page)).toContain('Child J');
    expect(await page.locator('#parental-mental-health').count()).toBe(1);
    expect(await fits(page)).toBe(true);

    const panel = page.locator('body');
    for (const words of ['01325 406252', '01325 406222', '01325 406111', '999']) {
      expect(await panel.innerText()).toContain(words);
    }
    expect(faults).toEqual([]);
    await context.close();
  });

  it('narrows a search with the filters and takes one away again', async () => {
    const { context, page } = await visitor(browser, screen, javaScript);
    await page.goto(`${library.url}/search?q=exploitation`);
    const before = await page.locator('main').innerText();
    const box = page.locator('input[name="kind"][value="learning-point"]');
    if (!(await box.isVisible())) await page.locator('main details summary').first().click();
    await box.check();
    await page.getByRole('button', { name: /apply/i }).click();
    await page.waitForURL(/kind=learning-point/);
    expect(await page.locator('main').innerText()).not.toBe(before);
    expect(page.url()).toContain('q=exploitation');
    await page
      .locator('main a')
      .filter({ hasText: /learning point/i })
      .first()
      .click();
    await page.waitForURL((url) => !url.search.includes('kind='));
    await context.close();
  });
});
