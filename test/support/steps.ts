import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';

/** Something that a visitor does, or finds on the page. */
export type Step = (page: Page) => Promise<void>;

/** Types words into the box of the home page, as most visits begin. */
export const searches =
  (words: string): Step =>
  async (page) => {
    await page.goto('/');
    await page.locator('main input[name="q"]').fill(words);
    await page.locator('main input[name="q"]').press('Enter');
    await page.waitForURL(/\/search\?/);
  };

export const opens =
  (path: string): Step =>
  async (page) => {
    expect([path, (await page.goto(path))?.status()]).toEqual([path, 200]);
  };

/** Follows the first link with this name in the page itself. */
export const follows =
  (name: string | RegExp): Step =>
  async (page) => {
    const link = page
      .getByRole('main')
      .getByRole('link', { name, exact: typeof name === 'string' })
      .first();
    const href = await link.getAttribute('href');
    await link.click();
    await page.waitForURL((url) => url.href.endsWith(href!.split('#')[0]!) || href!.includes('#'));
  };

/** Opens the filters where they are closed, and applies one value. */
export const narrows =
  (filter: string, value: string): Step =>
  async (page) => {
    await openFilters(page);
    const box = page.locator(`input[name="${filter}"][value="${value}"]`);
    if (!(await box.isVisible())) await box.locator('xpath=ancestor::details[1]/summary').click();
    await box.check();
    await page.getByRole('button', { name: 'Apply filters' }).click();
    await page.waitForURL((url) => url.searchParams.getAll(filter).includes(value));
  };

/** Looks for a value of a filter by the words of its name. */
export const looksFor =
  (parameter: string, words: string): Step =>
  async (page) => {
    await openFilters(page);
    await page.locator(`input[name="${parameter}"]`).fill(words);
    await page.locator(`input[name="${parameter}"] + button`).click();
    await page.waitForURL((url) => url.searchParams.get(parameter) === words);
  };

async function openFilters(page: Page): Promise<void> {
  const summary = page.locator('.app-filters:not([open]) > summary');
  if (await summary.isVisible()) await summary.click();
}

/** Texts that stand on the page, in any order. */
export const sees =
  (...texts: string[]): Step =>
  async (page) => {
    const words = await textOf(page);
    for (const text of texts) expect(words).toContain(text);
  };

/** Texts that stand in what is the page's own, one after the other. */
export const seesInOrder =
  (...texts: string[]): Step =>
  async (page) => {
    const words = await textOf(page, 'main');
    const places = texts.map((text) => words.indexOf(text));
    expect({ texts, places }).toEqual({ texts, places: places.toSorted((one, other) => one - other) });
    expect({ texts, isThere: !places.includes(-1) }).toEqual({ texts, isThere: true });
  };

export const seesNo =
  (...texts: string[]): Step =>
  async (page) => {
    const words = await textOf(page);
    for (const text of texts) expect(words).not.toContain(text);
  };

export const isOn =
  (heading: string): Step =>
  async (page) => {
    expect((await page.locator('h1').innerText()).trim()).toBe(heading);
  };

/** The first results are of these reviews, in whatever order. */
export const findsFirst =
  (...labels: string[]): Step =>
  async (page) => {
    const first = (await titlesOf(page)).slice(0, labels.length);
    expect(first.map((title) => labels.find((label) => title.startsWith(label)) ?? title).toSorted()).toEqual(
      labels.toSorted(),
    );
  };

/** The first result is of one of these reviews. */
export const findsFirstOneOf =
  (...labels: string[]): Step =>
  async (page) => {
    const [first = 'nothing'] = await titlesOf(page);
    expect({ first, isOneOf: labels.some((label) => first.startsWith(label)) }).toEqual({
      first,
      isOneOf: true,
    });
  };

/** All of these reviews are among the first so many results. */
export const findsWithin =
  (most: number, ...labels: string[]): Step =>
  async (page) => {
    const titles = (await titlesOf(page)).slice(0, most);
    expect(labels.filter((label) => !titles.some((title) => title.startsWith(label)))).toEqual([]);
  };

/** Every entry of the list says this in its line of facts. */
export const everyEntrySays =
  (words: string): Step =>
  async (page) => {
    const facts = await page.locator('.app-entry > .app-meta:first-of-type').allInnerTexts();
    expect(facts.length).toBeGreaterThan(0);
    expect(facts.filter((fact) => !fact.includes(words))).toEqual([]);
  };

/** A link of the page leads there: outside the library it is not followed. */
export const canGoTo =
  (address: RegExp): Step =>
  async (page) => {
    const links = await page.evaluate<string[]>(
      `[...document.querySelectorAll('main a')].map(({ href }) => href)`,
    );
    expect(links.filter((link) => address.test(decodeURIComponent(link)))).not.toEqual([]);
  };

/** Prints the page on so many sheets of A4, with these texts on them. */
export const prints =
  (sheets: number, ...texts: string[]): Step =>
  async (page) => {
    const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(sheets);
    await page.emulateMedia({ media: 'print' });
    for (const text of texts)
      expect([text, await page.getByText(text).first().isVisible()]).toEqual([text, true]);
    // Not “screen”: what is printed would then be printed as on a screen.
    await page.emulateMedia({ media: null });
  };

/** What a program gets from an address: its text, and its status must be 200. */
export const reads =
  (path: string, check: (text: string) => void): Step =>
  async (page) => {
    const answer = await page.request.get(path);
    expect([path, answer.status()]).toEqual([path, 200]);
    check(await answer.text());
  };

const textOf = async (page: Page, part = 'body'): Promise<string> =>
  (await page.locator(part).innerText()).replace(/\s+/g, ' ');

const titlesOf = async (page: Page): Promise<string[]> =>
  await page.locator('main .app-entry__title').allInnerTexts();
