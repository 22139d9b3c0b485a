import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { startLibrary, type TestLibrary } from '../support/app.js';
import { eventually } from '../support/eventually.js';
import { axe, DESKTOP, fits, PHONE, startBrowser, visitor } from '../support/browser.js';

let library: TestLibrary;
let browser: Browser;

beforeAll(async () => {
  library = await startLibrary('fixtures');
  await library.add(
    ['Northshire', 'Southshire'].map((place) => ({
      kind: 'review',
      publisher: `${place} Safeguarding Children Partnership`,
      label: 'Child Q',
      title: 'Child Q: local child safeguarding practice review',
      publishedOn: '2022-03',
    })),
  );
  browser = await startBrowser();
});
afterAll(async () => {
  await browser?.close();
  await library?.close();
});

interface Visit {
  context: BrowserContext;
  page: Page;
  box: Locator;
  list: Locator;
  options: Locator;
  /** What went wrong in the page so far; a broken rule of the content security policy is among it. */
  faults: string[];
}

async function visit(path = '/', screen = DESKTOP, javaScript = true): Promise<Visit> {
  const { context, page } = await visitor(browser, screen, javaScript);
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  await page.goto(library.url + path);
  const list = page.locator('[role="listbox"]');
  return {
    context,
    page,
    box: page.locator('main #q'),
    list,
    options: list.locator('[role="option"]'),
    faults,
  };
}

async function typeAndWait({ box, list }: Visit, words: string): Promise<void> {
  await box.pressSequentially(words);
  await list.waitFor({ state: 'visible' });
}

/** The attributes of the box that assistive technology goes by. */
async function stateOf({ box }: Visit): Promise<{ expanded: string | null; active: string | null }> {
  return {
    expanded: await box.getAttribute('aria-expanded'),
    active: await box.getAttribute('aria-activedescendant'),
  };
}

describe('suggestions while somebody types', () => {
  it('are a combobox with a list of options', async () => {
    const seen = await visit();
    const { box, list, options, page, context, faults } = seen;
    expect(await box.getAttribute('role')).toBe('combobox');
    expect(await box.getAttribute('aria-autocomplete')).toBe('list');
    expect(await box.getAttribute('aria-controls')).toBe(await list.getAttribute('id'));
    expect(await box.getAttribute('aria-describedby')).toBe('q-hint');
    expect(await box.getAttribute('type')).toBe('search');
    expect(await box.getAttribute('enterkeyhint')).toBe('search');
    expect(await stateOf(seen)).toEqual({ expanded: 'false', active: null });
    expect(await page.getByRole('combobox', { name: 'What is on your mind?' }).count()).toBe(1);

    await typeAndWait(seen, 'mental');
    expect(await stateOf(seen)).toEqual({ expanded: 'true', active: null });
    expect(await page.getByRole('listbox', { name: 'Suggestions' }).count()).toBe(1);
    expect(await options.count()).toBeGreaterThan(1);
    const ids = new Set<string | null>();
    for (const option of await options.all()) {
      ids.add(await option.getAttribute('id'));
      expect(await option.getAttribute('aria-selected')).toBe('false');
      expect(await option.getAttribute('tabindex')).toBe('-1');
      expect((await option.boundingBox())!.height).toBeGreaterThanOrEqual(24);
      expect(await option.innerText()).toMatch(/\n(Theme|Review|Briefing)( ·|$)/);
    }
    expect(ids.size).toBe(await options.count());
    expect(ids).not.toContain(null);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('go round with the arrows, the focus staying in the box; Enter opens the one that is marked', async () => {
    const seen = await visit();
    const { box, options, page, context } = seen;
    await typeAndWait(seen, 'parental mental');
    const last = await options.count();
    await box.press('ArrowDown');
    expect(await stateOf(seen)).toEqual({
      expanded: 'true',
      active: await options.first().getAttribute('id'),
    });
    expect(await options.first().getAttribute('aria-selected')).toBe('true');
    await box.press('ArrowUp');
    expect((await stateOf(seen)).active).toBeNull();
    expect(await page.locator('[aria-selected="true"]').count()).toBe(0);
    await box.press('ArrowUp');
    expect((await stateOf(seen)).active).toBe(await options.nth(last - 1).getAttribute('id'));
    await box.press('ArrowDown');
    await box.press('ArrowDown');
    expect(await page.evaluate<string>('document.activeElement.id')).toBe('q');
    expect(await box.inputValue()).toBe('parental mental');
    await box.press('Enter');
    await page.waitForURL(/\/themes\/parental-mental-health$/);
    expect(await page.locator('h1').innerText()).toBe('Parental mental health');
    await context.close();
  });

  it('leave Enter without a choice to the search', async () => {
    const seen = await visit('/', PHONE);
    await typeAndWait(seen, 'neglect');
    await seen.box.press('Enter');
    await seen.page.waitForURL(/\/search\?q=neglect$/);
    await seen.context.close();
  });

  it('close with Escape, which keeps the words; Arrow down opens them again', async () => {
    const seen = await visit();
    const { box, list } = seen;
    await typeAndWait(seen, 'neglect');
    await box.press('ArrowDown');
    await box.press('Escape');
    expect(await list.isVisible()).toBe(false);
    expect(await stateOf(seen)).toEqual({ expanded: 'false', active: null });
    expect(await box.inputValue()).toBe('neglect');
    await box.press('ArrowDown');
    expect(await list.isVisible()).toBe(true);
    expect((await stateOf(seen)).active).not.toBeNull();
    await box.press('ArrowLeft');
    expect((await stateOf(seen)).active).toBeNull();
    await box.press('Alt+ArrowUp');
    expect(await list.isVisible()).toBe(false);
    await box.press('Alt+ArrowDown');
    expect(await list.isVisible()).toBe(true);
    expect((await stateOf(seen)).active).toBeNull();
    await seen.context.close();
  });

  it('close when one leaves by Tab, with a tap elsewhere, or by taking the words away', async () => {
    const seen = await visit();
    const { box, list, page } = seen;
    await typeAndWait(seen, 'neglect');
    await box.press('Tab');
    expect(await list.isVisible()).toBe(false);
    expect(await page.evaluate<string>('document.activeElement.textContent.trim()')).toBe('Search');
    await box.fill('');
    await typeAndWait(seen, 'neglect');
    await page.locator('h1').click();
    expect(await list.isVisible()).toBe(false);
    await box.fill('');
    await typeAndWait(seen, 'neglect');
    await box.fill('n');
    await list.waitFor({ state: 'hidden' });
    await seen.context.close();
  });

  it('open with a tap, and tell reviews of one label apart', async () => {
    const seen = await visit('/', PHONE);
    await typeAndWait(seen, 'child q');
    const texts = await seen.options.allInnerTexts();
    expect(texts).toContain('Child Q\nReview · Northshire Safeguarding Children Partnership, 2022');
    expect(texts).toContain('Child Q\nReview · Southshire Safeguarding Children Partnership, 2022');
    await seen.options.filter({ hasText: 'Southshire' }).click();
    await seen.page.waitForURL(/\/reviews\/southshire.*child-q/);
    await seen.context.close();
  });

  it('work above results, where they do not open by themselves', async () => {
    const seen = await visit('/search?q=neglect', PHONE);
    await seen.box.focus();
    await seen.page.waitForTimeout(400);
    expect(await seen.list.isVisible()).toBe(false);
    await seen.box.press('ArrowDown');
    await seen.list.waitFor({ state: 'visible' });
    expect((await stateOf(seen)).active).not.toBeNull();
    expect(await fits(seen.page)).toBe(true);
    await seen.context.close();
  });

  it('are announced by number', async () => {
    const seen = await visit();
    await typeAndWait(seen, 'parental mental');
    const status = seen.page.locator('.app-search-box [role="status"]');
    const count = await seen.options.count();
    await expectText(status, count === 1 ? '1 suggestion' : `${count} suggestions`);
    await seen.box.pressSequentially('zzzz');
    await expectText(status, 'No suggestions');
    expect(await seen.list.isVisible()).toBe(false);
    await seen.context.close();
  });

  it('are asked for once typing pauses, and only the newest answer counts', async () => {
    const { context, page } = await visitor(browser, DESKTOP);
    const asked: string[] = [];
    await page.route('**/api/v1/suggest?**', async (route) => {
      const q = new URL(route.request().url()).searchParams.get('q')!;
      asked.push(q);
      // The first answer is late, and must not replace the second.
      if (q === 'negl') await new Promise((done) => setTimeout(done, 1500));
      await route.continue().catch(() => undefined);
    });
    await page.goto(library.url);
    const box = page.locator('main #q');
    await box.pressSequentially('n');
    await page.waitForTimeout(300);
    expect(asked).toEqual([]);
    await box.pressSequentially('egl', { delay: 20 });
    await page.waitForTimeout(300);
    expect(asked).toEqual(['negl']);
    await box.fill('hoarding');
    const first = page.locator('[role="option"]').first();
    await first.waitFor();
    expect(asked).toEqual(['negl', 'hoarding']);
    const shown = await first.innerText();
    await page.waitForTimeout(1600);
    expect(await first.innerText()).toBe(shown);
    await context.close();
  });

  it.each([
    ['fail', (route: Route) => route.abort()],
    ['answer an error', (route: Route) => route.fulfill({ status: 503, body: 'no' })],
    ['answer nonsense', (route: Route) => route.fulfill({ status: 200, body: '{"items":7}' })],
  ])('that %s leave the form as it is', async (_what, answer) => {
    const { context, page } = await visitor(browser, DESKTOP);
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(error.message));
    await page.route('**/api/v1/suggest?**', answer);
    await page.goto(library.url);
    await page.locator('main #q').pressSequentially('neglect');
    await page.waitForTimeout(500);
    expect(await page.locator('[role="listbox"]').isVisible()).toBe(false);
    await page.locator('main #q').press('Enter');
    await page.waitForURL(/\/search\?q=neglect$/);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('show what they are given as text', async () => {
    const { context, page } = await visitor(browser, DESKTOP);
    const label = '<img src=x onerror="document.title=1"> & co';
    const items = [{ kind: 'theme', label, hint: '<b>x</b>', url: '/themes', slug: 'x' }];
    await page.route('**/api/v1/suggest?**', (route) => route.fulfill({ json: { items } }));
    await page.goto(library.url);
    await page.locator('main #q').pressSequentially('anything');
    const option = page.locator('[role="option"]');
    await option.waitFor();
    expect(await option.innerText()).toBe(`${label}\nTheme · also called “<b>x</b>”`);
    await context.close();
  });

  it('keep nothing of what was typed', async () => {
    const seen = await visit();
    await typeAndWait(seen, 'neglect');
    expect(
      await seen.page.evaluate<number>(
        'localStorage.length + sessionStorage.length + document.cookie.length',
      ),
    ).toBe(0);
    expect(seen.page.url()).toBe(`${library.url}/`);
    await seen.context.close();
  });

  it('need no JavaScript to be done without: the form is a form', async () => {
    const seen = await visit('/', PHONE, false);
    expect(await seen.list.count()).toBe(0);
    expect(await seen.box.getAttribute('role')).toBeNull();
    await seen.box.fill('neglect');
    await seen.page.getByRole('button', { name: 'Search' }).click();
    await seen.page.waitForURL(/\/search\?q=neglect$/);
    await seen.context.close();
  });
});

describe.each([
  ['telephone', PHONE],
  ['desk', DESKTOP],
])('the open list on a %s', (_name, screen) => {
  it.each(['/', '/search', '/search?q=mental'])(
    'has nothing that axe finds wrong on %s, and fits',
    async (path) => {
      const seen = await visit(path, screen);
      await seen.box.fill('');
      await typeAndWait(seen, 'parental mental');
      expect(await axe(seen.page)).toEqual([]);
      await seen.box.press('ArrowDown');
      expect(await axe(seen.page)).toEqual([]);
      expect(await fits(seen.page)).toBe(true);
      expect(seen.faults).toEqual([]);
      await seen.context.close();
    },
  );

  it('marks the chosen one in forced colours as well', async () => {
    const seen = await visit('/', screen);
    await seen.page.emulateMedia({ forcedColors: 'active' });
    await typeAndWait(seen, 'mental');
    await seen.box.press('ArrowDown');
    const outlines = await seen.page.evaluate<string[]>(
      `[...document.querySelectorAll('[role="option"]')].map((option) => getComputedStyle(option).outlineStyle)`,
    );
    expect(outlines[0]).toBe('solid');
    expect(new Set(outlines.slice(1))).toEqual(new Set(['none']));
    await seen.context.close();
  });
});

type Route = Parameters<Parameters<Page['route']>[1]>[0];

/** Waits until an element says this. */
async function expectText(element: Locator, text: string): Promise<void> {
  await eventually(async () => expect(await element.textContent()).toBe(text));
}
