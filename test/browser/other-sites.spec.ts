import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { startLibrary, type TestLibrary } from '../support/app.js';
import { DESKTOP, faultsOf, startBrowser, visitor } from '../support/browser.js';
import { Records } from '../support/records.js';

let library: TestLibrary;
let browser: Browser;
let intranet: Server;
let page: Page;

beforeAll(async () => {
  library = await startLibrary('empty', null);
  await new Records(library.source).aReview({ label: 'Child Elsewhere' });
  intranet = createServer((_, response) => {
    response
      .setHeader('Content-Type', 'text/html; charset=utf-8')
      .end('<!doctype html><title>Intranet</title>');
  });
  await new Promise<void>((listening) => intranet.listen(0, '127.0.0.1', listening));
  browser = await startBrowser();
  ({ page } = await visitor(browser, DESKTOP));
  await page.goto(`http://127.0.0.1:${(intranet.address() as AddressInfo).port}/`);
});
afterAll(async () => {
  await browser?.close();
  intranet?.close();
  await library?.close();
});

interface Read {
  status: number;
  etag: string | null;
  link: string | null;
  body: string;
}

/** What a script of the intranet's page reads; null where the browser keeps the answer from it. */
const readThere = async (path: string, headers: Record<string, string> = {}): Promise<Read | null> =>
  await page.evaluate<Read | null>(
    `(async ([url, headers]) => {
       try {
         const answer = await fetch(url, { headers });
         const { status } = answer;
         const [etag, link] = ['etag', 'link'].map((name) => answer.headers.get(name));
         return { status, etag, link, body: await answer.text() };
       } catch { return null; }
     })(${JSON.stringify([library.url + path, headers])})`,
  );

describe('a page of another site', () => {
  it('reads what is public, and asks again with the mark of what it has', async () => {
    const first = (await readThere('/api/v1/reviews'))!;
    expect(first).toMatchObject({ status: 200, etag: expect.stringMatching(/^W\/"/) as unknown });
    expect(first.link).toContain('rel="alternate"');
    expect(first.body).toContain('Child Elsewhere');
    // The browser asks first whether it may send that.
    expect(await readThere('/api/v1/reviews', { 'If-None-Match': first.etag! })).toMatchObject({
      ...{ status: 304, etag: first.etag, body: '' },
    });
  });

  it('reads what is wrong, and may show a key', async () => {
    const problem = (await readThere('/api/v1/reviews?publsher=x'))!;
    expect([problem.status, problem.body.includes('Did you mean “publisher”?')]).toEqual([400, true]);
    expect((await readThere('/api/v1/reviews/nobody'))!.status).toBe(404);
    expect((await readThere('/api/v1/reviews', { Authorization: 'Bearer nonsense' }))!.status).toBe(401);
  });

  it('reads neither pages nor what is for those who sign in, and sends nothing else', async () => {
    for (const path of ['/', '/reviews', '/account', '/api/v1/tracking/items'])
      expect([path, await readThere(path)]).toEqual([path, null]);
    expect(await readThere('/api/v1/reviews', { 'X-Something': '1' })).toBeNull();
  });
});

it.each(['/problems', '/problems/too-many-requests', '/problems/invalid-request'])(
  '%s, which answers lead to, is accessible',
  async (path) => {
    const { context, page: own } = await visitor(browser, DESKTOP);
    await own.goto(library.url + path);
    expect(await faultsOf(own)).toEqual([]);
    await context.close();
  },
);
