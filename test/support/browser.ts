import { AxeBuilder } from '@axe-core/playwright';
import chromium from '@sparticuz/chromium';
import { chromium as playwright, type Browser, type BrowserContext, type Page } from 'playwright-core';

export const PHONE = { width: 390, height: 844 };
export const DESKTOP = { width: 1280, height: 900 };

/** A real Chromium, from the lock file. */
export async function startBrowser(): Promise<Browser> {
  // In one process the whole browser ends with the first context that is closed; and a browser without its security
  // would let pass what no reader's browser does.
  const unlikeReaders = ['--single-process', '--disable-web-security', '--allow-running-insecure-content'];
  const args = chromium.args.filter((argument) => !unlikeReaders.includes(argument));
  const quiet = [
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
  ];
  return await playwright.launch({
    executablePath: await chromium.executablePath(),
    args: [...args, ...quiet, '--disable-sync'],
    headless: true,
  });
}

/** A visitor with a screen of this size, with or without JavaScript. */
export async function visitor(
  browser: Browser,
  viewport: { width: number; height: number },
  javaScriptEnabled = true,
): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({ viewport, javaScriptEnabled, locale: 'en-GB' });
  return { context, page: await context.newPage() };
}

/** What axe finds wrong on a page by WCAG 2.2 A and AA: a list of sentences, empty when nothing is. */
export async function axe(page: Page): Promise<string[]> {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  // Our pages have no frames, and nobody reads what passed: asked for that too, axe takes twice as long.
  const builder = new AxeBuilder({ page }).withTags(tags).options({ resultTypes: ['violations'] });
  const { violations } = await builder.setLegacyMode(true).analyze();
  return violations.map(
    ({ id, help, nodes }) => `${id}: ${help} (${nodes.map(({ target }) => String(target)).join(' | ')})`,
  );
}

/** Does the page stay inside the screen, or must a reader scroll sideways? */
export async function fits(page: Page): Promise<boolean> {
  return await page.evaluate<boolean>(
    'document.documentElement.scrollWidth <= document.documentElement.clientWidth',
  );
}
