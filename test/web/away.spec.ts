import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { rm } from 'node:fs/promises';
import { testMeili } from '../support/app.js';
import { freshDatabase, type TestDatabase } from '../support/database.js';
import { openFolder, RunningLibrary } from '../support/process.js';
import { Proxy } from '../support/proxy.js';

/** A process of its own: inside a test the errors of the network are of another realm than ours. */
describe('pages while the database is away', () => {
  let folder: string;
  let database: TestDatabase;
  let proxy: Proxy;
  let library: RunningLibrary;
  let address: string;

  beforeAll(async () => {
    folder = await openFolder();
    database = await freshDatabase();
    proxy = await Proxy.to(database.url);
    const url = new URL(database.url);
    url.port = new URL(proxy.url).port;
    library = RunningLibrary.start({
      DATA_DIR: folder,
      ...database.environment,
      DATABASE_URL: url.toString(),
      ...(testMeili() && { MEILI_URL: testMeili()!.url, MEILI_MASTER_KEY: testMeili()!.key }),
      SEARCH_INDEX: 'test-away',
    });
    address = await library.address();
    await get('/about');
    await proxy.cut();
  });
  afterAll(async () => {
    await proxy.mend();
    await library.stop();
    await proxy.cut();
    await database.close();
    await rm(folder, { recursive: true, force: true });
  });

  const get = async (path: string): Promise<{ status: number; html: string; text: string }> => {
    const answer = await fetch(address + path, { headers: { accept: 'text/html' } });
    const html = await answer.text();
    const text = html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
    return { status: answer.status, html, text };
  };

  it.each(['/', '/themes', '/reviews/darlington-child-j-2025', '/search?q=mum'])(
    '%s says it once, and offers only what can be opened',
    async (path) => {
      const { status, html, text } = await get(path);
      expect(status).toBe(503);
      expect(text.match(/try again/gi)).toHaveLength(1);
      expect(text.match(/just now\./g)).toHaveLength(1);
      const links = [...html.matchAll(/<a [^>]*?href="([^"]*)"/g)].map(([, href]) => href!);
      for (const href of new Set(links.filter((each) => /^\/./.test(each))))
        expect({ href, status: (await get(href)).status }).toEqual({ href, status: 200 });
      // An address of its own again, with all that it asked for.
      expect(links).toContain('');
      expect(html).not.toContain('role="search"');
      // A picture that is shown as its source.
      expect(html).not.toContain('&lt;');
    },
  );

  it('still say whom to call', async () => {
    expect((await get('/reviews')).text).toContain('01325 406252');
  });
});
