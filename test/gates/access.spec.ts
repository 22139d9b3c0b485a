import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, Get, type INestApplication } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import { Test } from '@nestjs/testing';
import type { NextFunction, Request, Response } from 'express';
import request from 'supertest';
import { CONFIG } from '../../src/platform/config.js';
import { AccessGuard } from '../../src/platform/http/access/access.guard.js';
import type { KeyHolder } from '../../src/platform/http/access/actor.js';
import { Public } from '../../src/platform/http/access/public.decorator.js';
import { Requires } from '../../src/platform/http/access/requires.decorator.js';
import type { Role } from '../../src/platform/http/access/roles.js';
import type { Scope } from '../../src/platform/http/access/scopes.js';
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

  it('only reads: nothing in public can be written but what signs somebody in, or is written by a link of their own; and what a protocol asks by body', () => {
    const writes = routes.filter(({ access, method }) => access === 'public' && method !== 'GET');
    expect(writes.map(({ path }) => path).toSorted()).toEqual([
      ...['/link/:token', '/mcp', '/oai', '/sign-in', '/sign-in/code'],
      ...['/sign-in/link', '/sign-in/link/:token', '/sign-in/link/:token/new'],
      '/updates/:token',
    ]);
  });
});

@Controller()
class HalfOpen {
  @Get('silent')
  silent(): string {
    return 'leaked';
  }

  @Requires('tracking.lead')
  @Get('led')
  led(): string {
    return 'led';
  }

  @Public()
  @Get('open')
  open(): string {
    return 'open';
  }
}

describe('a route', () => {
  let app: INestApplication;
  let server: Parameters<typeof request>[0];
  let key: KeyHolder | undefined;

  beforeAll(async () => {
    const module = await Test.createTestingModule({
      controllers: [HalfOpen],
      providers: [
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_FILTER, useClass: ErrorFilter },
        { provide: CONFIG, useValue: {} },
      ],
    }).compile();
    app = module.createNestApplication();
    app.use((asked: Request, _: Response, next: NextFunction) => {
      asked.key = key;
      next();
    });
    await app.init();
    server = app.getHttpServer() as typeof server;
  });
  afterAll(async () => await app.close());

  it('that says nothing is closed', async () => {
    await request(server).get('/open').expect(200, 'open');
    const { text } = await request(server).get('/silent').set('accept', 'application/json').expect(403);
    expect(text).not.toContain('leaked');
  });

  it.each<[number, Scope[], Role | null]>([
    [200, ['tracking:read', 'tracking:write'], 'audit-lead'],
    [403, ['tracking:read', 'import'], 'audit-lead'],
    [403, ['tracking:write'], 'agency-lead'],
    [403, ['tracking:write'], 'administrator'],
    [403, ['tracking:write'], null],
  ])(
    'that asks for a permission answers %i to a key for %j that acts as %j',
    async (status, scopes, role) => {
      key = { id: 'k', name: 'Key', scopes, role, partnership: null, agency: null };
      await request(server).get('/led').set('accept', 'application/json').expect(status);
    },
  );
});
