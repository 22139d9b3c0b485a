import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import request from 'supertest';
import { createApp } from '../../src/app.js';
import { readConfig } from '../../src/platform/config.js';
import type { Described } from '../../src/describing/openapi-types.js';
import { AsDescribed } from '../support/as-described.js';
import { freshDatabase, type TestDatabase } from '../support/database.js';
import { Proxy } from '../support/proxy.js';

describe('/health/ready', () => {
  let database: TestDatabase;
  let proxy: Proxy;
  let app: NestExpressApplication;

  beforeAll(async () => {
    database = await freshDatabase();
    proxy = await Proxy.to(database.url);
    const url = new URL(database.url);
    url.port = new URL(proxy.url).port;
    app = await createApp(readConfig({ PORT: '0' }), { databaseUrl: url.toString(), meili: null });
    await app.listen(0, '127.0.0.1');
  });
  afterAll(async () => {
    await proxy.cut();
    await app.close();
    await database.close();
  });

  it('does not say that migrations are missing when the database is only slow', async () => {
    const well = await request(await app.getUrl())
      .get('/health/ready')
      .expect(200);
    expect(well.body).toMatchObject({
      status: 'degraded',
      notReady: ['search'],
      parts: { migrations: 'up' },
    });
    proxy.hold();
    const slow = await request(await app.getUrl())
      .get('/health/ready')
      .expect(503);
    expect(slow.body).toMatchObject({
      status: 'not-ready',
      parts: { database: 'does not answer', migrations: expect.stringContaining('not known') },
    });
    expect(JSON.stringify(slow.body)).not.toContain('not all');
    const described = new AsDescribed(JSON.parse(await readFile('openapi.json', 'utf8')) as Described);
    const headers = new Headers(slow.headers);
    expect(described.faults('get', '/health/ready', { status: 503, headers, text: slow.text })).toEqual([]);
    await request(await app.getUrl())
      .get('/health/live')
      .expect(200);
  });
});
