import chromium from '@sparticuz/chromium';
import axeCore from 'axe-core';
import {
  chromium as playwright,
  type Browser,
  type BrowserContext,
  type Frame,
  type Page,
} from 'playwright-core';

export const PHONE = { width: 390, height: 844 };
export const DESKTOP = { width: 1280, height: 900 };

/** Nothing on our pages needs one; drawn without, a page takes half the time. */
const EMULATES_GPU = /gpu|swiftshader|=angle/;

/** A real Chromium, from the lock file. */
export async function startBrowser(): Promise<Browser> {
  // In one process the whole browser ends with the first context that is closed; and a browser without its security
  // would let pass what no reader's browser does.
  const unlikeReaders = ['--single-process', '--disable-web-security', '--allow-running-insecure-content'];
  const args = chromium.args.filter(
    (argument) => !unlikeReaders.includes(argument) && !EMULATES_GPU.test(argument),
  );
  const quiet = [
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
  ];
  return await playwright.launch({
    executablePath: await chromium.executablePath(),
    args: [...args, ...quiet, '--disable-sync', '--disable-gpu'],
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

const AXE = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  // Nobody reads what passed: asked for that too, axe takes twice as long.
  resultTypes: ['violations'],
};

/** What axe finds wrong on a page by WCAG 2.2 A and AA: a list of sentences, empty when nothing is. */
export async function axe(page: Page | Frame): Promise<string[]> {
  if (!(await page.evaluate<boolean>(`'axe' in window`))) await page.evaluate(axeCore.source);
  return await page.evaluate<
    string[]
  >(`axe.run(${JSON.stringify(AXE)}).then(({ violations }) => violations.map(
    ({ id, help, nodes }) => id + ': ' + help + ' (' + nodes.map(({ target }) => String(target)).join(' | ') + ')'))`);
}

/**
 * What is wrong with a page on a telephone and at a desk, by axe and because one must scroll sideways. It is loaded once, and
 * has its filters open where it would open them itself.
 */
export async function faultsOf(page: Page): Promise<string[]> {
  const faults: string[] = [];
  for (const [name, screen] of Object.entries({ telephone: PHONE, desk: DESKTOP })) {
    await page.setViewportSize(screen);
    await page.evaluate(
      `for (const filters of document.querySelectorAll('.app-filters')) filters.open = ${screen === DESKTOP};
       new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => drawn())))`,
    );
    faults.push(...(await axe(page)).map((fault) => `${name}: ${fault}`));
    if (!(await fits(page))) faults.push(`${name}: wider than the screen`);
  }
  return faults;
}

/** Does the page stay inside the screen, or must a reader scroll sideways? */
export async function fits(page: Page): Promise<boolean> {
  return await page.evaluate<boolean>(
    'document.documentElement.scrollWidth <= document.documentElement.clientWidth',
  );
}
