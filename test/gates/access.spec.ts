import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, Get } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import { Test } from '@nestjs/testing';
import request from 'supertest';
import { AccessGuard } from '../../src/platform/http/access/access.guard.js';
import { Public } from '../../src/platform/http/access/public.decorator.js';
import { ErrorFilter } from '../../src/platform/http/errors/error.filter.js';
import { startLibrary, type TestLibrary } from '../support/app.js';
import { routesOf, type Route } from '../../src/platform/http/access/routes.js';

describe('every route', () => {
  let library: TestLibrary;
  let routes: Route[];

  beforeAll(async () => {
    library = await startLibrary('empty', null);
    routes = routesOf(library.app);
  });
  afterAll(async () => await library.close());

  it('says who may use it', () => {
    expect(routes.length).toBeGreaterThan(20);
    expect(routes.filter(({ access }) => access === undefined)).toEqual([]);
  });

  it('only reads: nothing in public can be written but what signs somebody in', () => {
    const writes = routes.filter(({ access, method }) => access === 'public' && method !== 'GET');
    expect(writes.map(({ path }) => path).toSorted()).toEqual([
      ...['/link/:token', '/sign-in', '/sign-in/code'],
      ...['/sign-in/link', '/sign-in/link/:token', '/sign-in/link/:token/new'],
    ]);
  });
});

@Controller()
class HalfOpen {
  @Get('silent')
  silent(): string {
    return 'leaked';
  }

  @Public()
  @Get('open')
  open(): string {
    return 'open';
  }
}

describe('a route that says nothing', () => {
  it('is closed', async () => {
    const module = await Test.createTestingModule({
      controllers: [HalfOpen],
      providers: [
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_FILTER, useClass: ErrorFilter },
      ],
    }).compile();
    const app = module.createNestApplication();
    await app.init();
    const server = app.getHttpServer() as Parameters<typeof request>[0];
    await request(server).get('/open').expect(200, 'open');
    const { text } = await request(server).get('/silent').set('accept', 'application/json').expect(403);
    expect(text).not.toContain('leaked');
    await app.close();
  });
});
