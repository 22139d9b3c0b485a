import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { Logger } from '@nestjs/common';
import { Meili } from '../../src/platform/meilisearch/meili.js';
import { INDEX_SETTINGS } from '../../src/search/index/meili-index.js';
import { startLibrary, type TestLibrary } from '../support/app.js';
import { find } from '../support/find.js';
import { eventually } from '../support/eventually.js';

describe('what Meilisearch refuses', () => {
  let library: TestLibrary;
  const logged: string[] = [];

  beforeAll(async () => {
    library = await startLibrary('fixtures');
    Logger.overrideLogger({
      ...{ log: () => undefined, fatal: () => undefined },
      warn: (message: string) => logged.push(message),
      error: (message: string) => logged.push(message),
    });
  });
  afterAll(async () => {
    await library.close();
    Logger.overrideLogger(['log', 'warn', 'error', 'fatal']);
  });

  const setFilters = async (filters: unknown): Promise<void> => {
    const meili = library.app.get(Meili);
    const attributes = filters as typeof INDEX_SETTINGS.filterableAttributes;
    await meili.done(await meili.index().updateFilterableAttributes(attributes ?? []));
  };
  const ready = async (): Promise<{ status: string; parts: Record<string, string>; notReady: string[] }> =>
    (await request(library.url).get('/health/ready').expect(200)).body as Awaited<ReturnType<typeof ready>>;

  it('is answered by PostgreSQL, and said: in the log once, without what was asked, and in the health', async () => {
    await setFilters([]);
    for (const q of ['confidential words', 'neglect', 'hidden men']) {
      expect((await find(library, q)).degraded).toBe(true);
      await eventually(async () => expect((await find(library, q, { limit: 3 })).degraded).toBe(true));
    }
    expect((await find(library, 'parental mental health')).items.length).toBeGreaterThan(0);
    const errors = logged.filter((line) => line.includes('refused'));
    expect(errors).toEqual([expect.stringContaining('attribute kinds')]);
    expect(logged.join('\n')).not.toMatch(/confidential|neglect|hidden/);
    expect(await ready()).toMatchObject({
      ...{ status: 'degraded', notReady: ['search'] },
      parts: { search: expect.stringContaining('attribute kinds') },
    });
  });

  it('enqueues nothing, however many search', async () => {
    const jobs = await library.source.query<{ n: string }[]>(
      `select count(*) as n from graphile_worker.jobs where task_identifier = 'search.check'`,
    );
    expect(jobs[0]!.n).toBe('0');
  });

  it('is over once Meilisearch takes it again', async () => {
    await setFilters(INDEX_SETTINGS.filterableAttributes);
    await eventually(async () => expect((await find(library, 'neglect')).degraded).toBe(false));
    expect(await ready()).toMatchObject({ status: 'ready', parts: { search: 'up' }, notReady: [] });
  });
});
