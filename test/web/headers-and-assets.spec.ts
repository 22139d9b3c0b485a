import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startLibrary, type TestLibrary } from '../support/app.js';

let library: TestLibrary;

beforeAll(async () => {
  library = await startLibrary('empty', null);
});
afterAll(async () => await library?.close());

const policyOf = (response: Response): Record<string, string> =>
  Object.fromEntries(
    (response.headers.get('content-security-policy') ?? '').split(';').map((directive) => {
      const [name = '', ...sources] = directive.trim().split(' ');
      return [name, sources.join(' ')];
    }),
  );

describe('the number of a request', () => {
  const NUMBER = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

  it('is with every answer, never twice the same, and never what somebody asks it to be', async () => {
    const numbers = new Set<string>();
    for (const path of ['/about', '/api/v1/themes', '/no-such-page', '/health/live', '/assets/x', '/%']) {
      const { headers } = await fetch(library.url + path, { headers: { 'x-request-id': 'mine' } });
      expect([path, headers.get('x-request-id')]).toEqual([path, expect.stringMatching(NUMBER)]);
      numbers.add(headers.get('x-request-id')!);
    }
    expect(numbers.size).toBe(6);
  });

  it('is said where something went wrong, to people and to machines', async () => {
    const page = await fetch(`${library.url}/no-such-page`, { headers: { accept: 'text/html' } });
    const said = (await page.text()).replaceAll('<wbr>', '');
    expect(said).toContain(
      `Say this number when you tell us: <code>${page.headers.get('x-request-id')}</code>`,
    );
    const problem = await fetch(`${library.url}/api/v1/reviews/nothing`);
    expect(await problem.json()).toMatchObject({ requestId: problem.headers.get('x-request-id') });
  });
});

describe('the security headers', () => {
  it('let a page run only our scripts, and its one line with a nonce of its own', async () => {
    const nonces = new Set<string>();
    for (const path of ['/about', '/no-such-page']) {
      const response = await fetch(library.url + path);
      const policy = policyOf(response);
      const nonce = /^'self' 'nonce-([^']+)'$/.exec(policy['script-src'] ?? '')?.[1] ?? '';
      const inline = [...(await response.text()).matchAll(/<script(?![^>]*src=)([^>]*)>/g)].map(
        ([, given]) => given,
      );
      expect(inline).toEqual([` nonce="${nonce}"`]);
      expect(policy).toMatchObject({
        'default-src': "'self'",
        'style-src': "'self'",
        'object-src': "'none'",
        'frame-ancestors': "'none'",
        'form-action': "'self'",
        'base-uri': "'none'",
      });
      expect(policy).not.toHaveProperty('upgrade-insecure-requests');
      expect(response.headers.get('referrer-policy')).toBe('same-origin');
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
      expect(response.headers.get('x-powered-by')).toBeNull();
      expect(response.headers.get('cache-control')).toBe('private, no-cache');
      nonces.add(nonce);
    }
    expect(nonces.size).toBe(2);
  });

  it('do not ask for https on the word of whoever asks', async () => {
    const plain = await fetch(`${library.url}/about`, { headers: { 'x-forwarded-proto': 'https' } });
    expect(plain.headers.get('strict-transport-security')).toBeNull();
  });
});

describe('the assets', () => {
  const addresses = async (): Promise<string[]> =>
    [...(await (await fetch(library.url)).text()).matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(
      ([, path]) => path!,
    );

  it('of a page are all there, and may be kept for ever', async () => {
    const paths = await addresses();
    expect(paths.length).toBeGreaterThanOrEqual(3);
    for (const path of paths) {
      const response = await fetch(library.url + path);
      expect(response.status).toBe(200);
      expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    }
  });

  it('at an older version’s address are there and not kept; what is missing is not kept either', async () => {
    const old = await fetch(`${library.url}/assets/000000000000/library.css`);
    expect(old.status).toBe(200);
    expect(old.headers.get('cache-control')).toBe('no-cache');
    const [path] = await addresses();
    const missing = await fetch(library.url + path!.replace(/[^/]+$/, 'missing.css'));
    expect(missing.status).toBe(404);
    expect(missing.headers.get('cache-control')).not.toContain('immutable');
  });

  it('never lead out of their folder', async () => {
    for (const path of [
      '/assets/x/..%2f..%2fpackage.json',
      '/assets/x/%2e%2e/%2e%2e/package.json',
      '/assets/x/',
    ]) {
      expect((await fetch(library.url + path)).status).toBeGreaterThanOrEqual(400);
    }
  });

  it('carry our own brand: no crown, no GDS Transport', async () => {
    const css = await (
      await fetch(library.url + (await addresses()).find((path) => path.endsWith('.css'))!)
    ).text();
    expect(css).toContain('.govuk-button');
    expect(css).not.toMatch(/GDS Transport|crest|crown/i);
  });

  it('answer by name for browsers that ask without reading the page', async () => {
    for (const [name, type] of [
      ['favicon.ico', 'image/x-icon'],
      ['apple-touch-icon.png', 'image/png'],
    ]) {
      const response = await fetch(`${library.url}/${name}`);
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toContain(type!.replace('x-icon', ''));
    }
  });
});

describe('an empty library', () => {
  it.each([
    '/',
    '/search',
    '/search?q=anything',
    '/themes',
    '/reviews',
    '/recommendations',
    '/briefings',
    '/resources',
  ])('has a page at %s', async (path) => {
    const response = await fetch(library.url + path);
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('call the council where the child or adult lives');
  });
});
