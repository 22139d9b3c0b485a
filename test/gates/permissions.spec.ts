import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BY_THE_SYSTEM } from '../../src/audit/audit-actor.js';
import { KeyService } from '../../src/accounts/keys/key.service.js';
import { LinkService } from '../../src/accounts/link.service.js';
import { PasswordHash } from '../../src/accounts/passwords/password-hash.js';
import { keyColumn, keyOf } from '../../src/platform/http/access/describe-permissions.js';
import { isStrong, ROLE_WORDS, ROLES, type Role } from '../../src/platform/http/access/roles.js';
import { routesOf, type Route } from '../../src/platform/http/access/routes.js';
import { SCOPES, type Scope } from '../../src/platform/http/access/scopes.js';
import { startLibrary, type TestLibrary } from '../support/app.js';
import { Records } from '../support/records.js';
import { signedIn, Visitor } from '../support/visitor.js';

/** By route and column, what the documentation says: whether it is open to whoever the column is about. */
async function documented(): Promise<(route: Route, column: string) => boolean | undefined> {
  const text = await readFile('docs/permissions.md', 'utf8');
  const cells = (line: string): string[] =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
  const rows = text.split('\n').filter((line) => /^\| (route|`[A-Z]+ )/.test(line));
  const [head, ...body] = rows.map(cells);
  const open = new Set([...text.matchAll(/^- `([^`]+)`$/gm)].map(([, route]) => route));
  const table = new Map(body.map(([route, ...answers]) => [route!.replaceAll('`', ''), answers]));
  return (route, column) => {
    if (open.has(keyOf(route))) return true;
    const answer = table.get(keyOf(route))?.[head!.indexOf(column) - 1];
    return answer === undefined ? undefined : answer === 'yes';
  };
}

type Answer = 'open' | 'closed' | 'signs in';

/** Nothing is there to be found or to be changed, so that whoever is let in learns just that. */
const somewhere = (path: string): string => path.replace(/:\w+/g, 'nothing').replaceAll('{*path}', 'nothing');

/** As our own pages ask the API for a change, or send a form; with an empty one nothing can be done. */
async function asks(
  url: string,
  visitor: Visitor,
  { method, path: at }: Route,
  { page, headers = {} }: { page?: string; headers?: Record<string, string> } = {},
): Promise<Response> {
  const path = somewhere(at);
  if (method === 'GET') return await visitor.get(path, headers);
  if (!path.startsWith('/api/')) return await visitor.send(path, {}, { page, headers });
  const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const own = { cookie, 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' };
  return await fetch(url + path, { method, body: '{}', headers: { ...own, ...headers } });
}

/** Forms that may end the session of who sends them: none of those about what is followed does. */
const mayEndSession = ({ method, path }: Route): boolean =>
  method !== 'GET' && !path.startsWith('/api/') && !path.startsWith('/tracking');

function answerOf(response: Response): Answer {
  const location = response.headers.get('location') ?? '';
  if (response.status === 401 || location.startsWith('/sign-in?to=')) return 'signs in';
  if (response.status === 403) return 'closed';
  expect([response.url, response.status < 500]).toEqual([response.url, true]);
  return 'open';
}

describe('docs/permissions.md says what happens', () => {
  let library: TestLibrary;
  let routes: Route[];
  let says: Awaited<ReturnType<typeof documented>>;
  let partnershipId: string;
  let agencyId: string;

  beforeAll(async () => {
    library = await startLibrary('empty', null);
    routes = routesOf(library.app).filter(({ path }) => !path.startsWith('/health'));
    says = await documented();
    const records = new Records(library.source);
    partnershipId = (await records.aPartnership()).id;
    agencyId = (await records.anAgency('Police')).id;
  });
  afterAll(async () => await library.close());

  it('of every route there is', () => {
    expect(routes.length).toBeGreaterThan(30);
    expect(routes.filter((route) => says(route, 'nobody') === undefined).map(keyOf)).toEqual([]);
  });

  it('to whoever has not signed in', async () => {
    const answers: [string, Answer][] = [];
    for (const route of routes) {
      const response = await asks(library.url, new Visitor(library.url), route, { page: '/sign-in' });
      answers.push([keyOf(route), answerOf(response)]);
    }
    expect(answers).toEqual(
      routes.map((route) => [keyOf(route), says(route, 'nobody') ? 'open' : 'signs in']),
    );
  });

  it.each(SCOPES)('to a program whose key has the scope %s', async (scope: Scope) => {
    const wish = { name: scope, scopes: [scope], role: null, partnershipId, agencyId: null, days: 1 };
    const { key } = await library.app.get(KeyService).make(wish, BY_THE_SYSTEM);
    const headers = { authorization: `Bearer ${key}` };
    const answers: [string, Answer][] = [];
    for (const route of routes) {
      const response = await asks(library.url, new Visitor(library.url), route, {
        page: '/sign-in',
        headers,
      });
      answers.push([keyOf(route), answerOf(response)]);
    }
    const closed = (route: Route): Answer => (route.path.startsWith('/api/v1/') ? 'closed' : 'signs in');
    expect(answers).toEqual(
      routes.map((route) => [keyOf(route), says(route, keyColumn(scope)) ? 'open' : closed(route)]),
    );
  });

  it.each(ROLES)('to a person who is %s', async (role: Role) => {
    const person = async (): Promise<Visitor> =>
      (await signedIn(library, { role, partnershipId, agencyId: role === 'agency-lead' ? agencyId : null }))
        .visitor;
    const reader = await person();
    const answers: [string, Answer][] = [];
    for (const route of routes) {
      // What a form does may end the session: each by somebody else.
      const response = await asks(library.url, mayEndSession(route) ? await person() : reader, route);
      answers.push([keyOf(route), answerOf(response)]);
    }
    expect(answers).toEqual(
      routes.map((route) => [keyOf(route), says(route, ROLE_WORDS[role]) ? 'open' : 'closed']),
    );
  });

  it.each(ROLES.filter(isStrong))('to nobody who is %s and has shown a password alone', async (role) => {
    const { visitor } = await signedIn(library, { role, partnershipId, isProved: false });
    const asking = routes.filter(({ access }) => typeof access === 'object');
    expect(asking.length).toBeGreaterThan(15);
    for (const route of asking) {
      const { status, headers } = await asks(library.url, visitor, route);
      const isLed = headers.get('location')?.startsWith('/account/second-step?to=') ?? false;
      const mayOtherwise = says(route, ROLE_WORDS[role]) === true;
      const isLedThere = mayOtherwise && route.method === 'GET' && !route.path.startsWith('/api/');
      expect([keyOf(route), status, isLed]).toEqual([keyOf(route), isLedThere ? 303 : 403, isLedThere]);
    }
  });

  it('and a form that is too old is shown again with what was typed, and does nothing', async () => {
    const { visitor: root } = await signedIn(library, { role: 'platform-administrator', partnershipId });
    const { accountId } = await signedIn(library, { role: 'editor', partnershipId });
    const password = 'four unlike words here';
    const [person] = await library.source.query<{ id: string }[]>(
      `insert into account (name, email, password) values ('Kim', 'kim@council.example', $1) returning id`,
      [await new PasswordHash().make(password)],
    );
    const link = await library.source.transaction((manager) =>
      library.app.get(LinkService).make(manager, 'set-password', person!.id),
    );
    const provider = { name: 'Typed Council', issuer: 'https://login.example', clientId: 'typed-client' };
    const invited = { name: 'Typed Name', email: 'typed@council.example', partnership: partnershipId };
    const line = { 'about-1': 'adult', 'audience-1': 'public', 'team-1': 'Typed team' };
    // By route: where it is, what is typed, and whether it is done by nobody who is signed in.
    const cases: Record<string, [string, Record<string, string>, boolean?]> = {
      'POST /providers/new': ['/providers/new', { ...provider, secret: password }],
      'POST /providers/:slug': ['/providers/typed-council', { ...provider, clientId: 'typed-otherwise' }],
      'POST /providers/:slug/rules': [
        '/providers/typed-council/rules',
        { claim: 'Typed.Role', role: 'reader', partnership: partnershipId },
      ],
      'POST /people/invite': ['/people/invite', { ...invited, role: 'reader' }],
      'POST /people/:id/roles': [
        `/people/${accountId}/roles`,
        { role: 'reader', fromOn: '2026-03-31', partnership: partnershipId },
      ],
      'POST /people/:id/second-step/reset': [`/people/${accountId}/second-step/reset`, { why: 'Typed why' }],
      'POST /setup/partnership/choose': ['/setup/partnership/choose', { name: 'Typed Partnership' }],
      'POST /setup/partnership': ['/setup/partnership', { ...line, 'phone-1': '01234 1' }],
      'POST /contact-lines/:slug': ['/contact-lines/typed-partnership', { ...line, 'phone-1': '01234 2' }],
      'POST /keys/new': ['/keys/new', { name: 'Typed key', scopes: 'library:read', days: '77' }],
      'POST /webhooks/new': [
        '/webhooks/new',
        {
          ...{ name: 'Typed webhook', address: 'https://192.0.3.1/typed', email: 'typed@council.example' },
          ...{ signature: 'v1a', from: 'now' },
        },
      ],
      'POST /sign-in': ['/sign-in', { email: 'kim@council.example', password }, true],
      'POST /link/:token': [`/link/${link.token}`, { password }, true],
    };
    // Those of tracking stand in its own specs: they are about what is followed, and this library follows nothing.
    const marked = routes
      .filter(({ showsAgain, path }) => showsAgain && !path.startsWith('/tracking'))
      .map(keyOf);
    expect(marked.toSorted()).toEqual(Object.keys(cases).toSorted());
    const entries = async (): Promise<object[]> =>
      await library.source.query('select count(*) from audit_entry');
    for (const [route, [path, typed, isNobody]] of Object.entries(cases)) {
      const who = isNobody ? new Visitor(library.url) : root;
      const before = await entries();
      const fields = { _csrf: 'of another day', ...typed };
      expect([route, (await who.post(path, fields)).status]).toEqual([route, 403]);
      const answer = await who.post(path, fields, { 'sec-fetch-site': 'same-origin' });
      const html = await answer.text();
      expect([route, answer.status]).toEqual([route, 400]);
      expect(html).toContain('The page was open for too long. Check what you wrote and send it again');
      for (const [name, value] of Object.entries(typed)) {
        const isSecret = name === 'password' || name === 'secret';
        expect([route, name, html.includes(`value="${value}"`)]).toEqual([route, name, !isSecret]);
      }
      expect([route, await entries()]).toEqual([route, before]);
      // It was its age alone: what was typed is good.
      const page = isNobody ? '/sign-in' : '/account';
      expect([route, (await who.send(path, typed, { page })).status < 400]).toEqual([route, true]);
    }
  });
});
