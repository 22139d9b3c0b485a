import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { keyOf } from '../../src/platform/http/access/describe-permissions.js';
import { isStrong, ROLE_WORDS, ROLES, type Role } from '../../src/platform/http/access/roles.js';
import { routesOf, type Route } from '../../src/platform/http/access/routes.js';
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
      const visitor = new Visitor(library.url);
      const path = somewhere(route.path);
      const response =
        route.method === 'GET' ? await visitor.get(path) : await visitor.send(path, {}, { page: '/sign-in' });
      answers.push([keyOf(route), answerOf(response)]);
    }
    expect(answers).toEqual(
      routes.map((route) => [keyOf(route), says(route, 'nobody') ? 'open' : 'signs in']),
    );
  });

  it.each(ROLES)('to a person who is %s', async (role: Role) => {
    const person = async (): Promise<Visitor> =>
      (await signedIn(library, { role, partnershipId, agencyId: role === 'agency-lead' ? agencyId : null }))
        .visitor;
    const reader = await person();
    const answers: [string, Answer][] = [];
    for (const route of routes) {
      const path = somewhere(route.path);
      // What is written may end the session: each by somebody else.
      const response = route.method === 'GET' ? await reader.get(path) : await (await person()).send(path);
      answers.push([keyOf(route), answerOf(response)]);
    }
    expect(answers).toEqual(
      routes.map((route) => [keyOf(route), says(route, ROLE_WORDS[role]) ? 'open' : 'closed']),
    );
  });

  it.each(ROLES.filter(isStrong))('to nobody who is %s and has shown a password alone', async (role) => {
    const { visitor } = await signedIn(library, { role, partnershipId, isProved: false });
    const asking = routes.filter(({ access }) => access !== 'public' && access !== 'signed-in');
    expect(asking.length).toBeGreaterThan(15);
    for (const route of asking) {
      const path = somewhere(route.path);
      const { status, headers } = route.method === 'GET' ? await visitor.get(path) : await visitor.send(path);
      const isLed = headers.get('location')?.startsWith('/account/second-step?to=') ?? false;
      const mayOtherwise = says(route, ROLE_WORDS[role]) === true;
      const isLedThere = mayOtherwise && route.method === 'GET' && !route.path.startsWith('/api/');
      expect([keyOf(route), status, isLed]).toEqual([keyOf(route), isLedThere ? 303 : 403, isLedThere]);
    }
  });
});
