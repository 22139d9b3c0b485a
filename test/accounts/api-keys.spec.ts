import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GiveKeysRoles1764576000000 } from '../../migrations/1764576000000-give-keys-roles.js';
import { BY_THE_SYSTEM } from '../../src/audit/audit-actor.js';
import { MOST_WAITING } from '../../src/accounts/api-limits/turns-at-once.js';
import { KeyService, type KeyWish } from '../../src/accounts/keys/key.service.js';
import { newKey } from '../../src/accounts/keys/key-text.js';
import type { Role } from '../../src/platform/http/access/roles.js';
import { startLibrary, type TestLibrary } from '../support/app.js';
import { eventually } from '../support/eventually.js';
import { Records } from '../support/records.js';
import { firstAdministrator, textOf, Visitor } from '../support/visitor.js';

let library: TestLibrary;
let administrator: Visitor;
let partnerships: string[];
let agencyId: string;

beforeAll(async () => {
  library = await startLibrary('fixtures', null, { API_LIMIT: '60', TRUST_PROXY: '1' });
  administrator = await firstAdministrator(library);
  const rows = await library.source.query<{ id: string }[]>(
    `select id from partnership order by name limit 2`,
  );
  partnerships = rows.map(({ id }) => id);
  agencyId = (await new Records(library.source).anAgency('Fire and Rescue')).id;
});
afterAll(() => library?.close());

const READS: KeyWish = {
  name: 'Intranet',
  scopes: ['library:read'],
  role: null,
  partnershipId: null,
  agencyId: null,
  days: 30,
};
const make = async (wish: Partial<KeyWish> = {}): Promise<string> =>
  (await library.app.get(KeyService).make({ ...READS, ...wish }, BY_THE_SYSTEM)).key;
const ask = async (key: string): Promise<Response> =>
  await fetch(`${library.url}/api/v1/themes?limit=1`, { headers: { authorization: `Bearer ${key}` } });
const told = async (wish: Partial<KeyWish>): Promise<unknown> =>
  await make(wish).catch((error: unknown) => (error as { fields: unknown[] }).fields);

describe('an API key', () => {
  it('is made on a page, shown once, and kept nowhere', async () => {
    const made = await administrator.send('/keys/new', {
      name: 'Our intranet',
      scopes: 'library:read',
      days: '90',
    });
    const [key] = /prl_[\w-]+/.exec(await textOf(made)) ?? [];
    expect([made.status, made.headers.get('cache-control')]).toEqual([201, 'private, no-store']);
    expect((await ask(key!)).status).toBe(200);
    const list = await administrator.get('/keys');
    const listText = await textOf(list);
    expect([listText.includes('Our intranet'), listText.includes(key!)]).toEqual([true, false]);
    const [kept] = await library.source.query<{ all: string }[]>(
      `select string_agg(k::text, '') as all from api_key k`,
    );
    expect(kept!.all).not.toContain(key);
    const logged = await library.source.query<{ all: string }[]>(
      `select coalesce(string_agg(w::text, ''), '') || (select string_agg(e::text, '') from audit_entry e) as all from audit_words w`,
    );
    expect([logged[0]!.all.includes('key.made'), logged[0]!.all.includes(key!)]).toEqual([true, false]);
  });

  it('says how much of its minute is left, and when it was used', async () => {
    const answer = await ask(await make({ name: 'Counted' }));
    expect(answer.headers.get('ratelimit-policy')).toBe('"key";q=1200;w=60');
    expect(answer.headers.get('ratelimit')).toMatch(/^"key";r=1199;t=\d+$/);
    const used = (await library.app.get(KeyService).list(null)).find(({ name }) => name === 'Counted');
    expect(used?.usedAt).toBeInstanceOf(Date);
  });

  it('is refused beyond its minute', async () => {
    const key = await make({ name: 'Busy' });
    const [{ id }] = await library.source.query<[{ id: string }]>(
      `select id from api_key where name = 'Busy'`,
    );
    await ask(key);
    await library.source.query(`update rate_limit set points = 1200 where key = 'key:' || $1`, [id]);
    const answer = await ask(key);
    expect([answer.status, Number(answer.headers.get('retry-after')) > 0]).toEqual([429, true]);
  });

  it('is worth nothing once it is revoked, has expired, or was never one', async () => {
    const key = await make({ name: 'Revoked' });
    expect((await ask(key)).status).toBe(200);
    const [{ id }] = await library.source.query<[{ id: string }]>(
      `select id from api_key where name = 'Revoked'`,
    );
    expect((await administrator.send(`/keys/${id}/revoke`, {}, { page: '/keys' })).status).toBe(303);
    expect((await ask(key)).status).toBe(401);
    expect((await administrator.send(`/keys/${id}/revoke`, {}, { page: '/keys' })).status).toBe(404);
    const old = await make({ name: 'Old' });
    await library.source.query(
      `update api_key set made_at = now() - interval '40 days', expires_at = now() - interval '1 second' where name = 'Old'`,
    );
    expect((await ask(old)).status).toBe(401);
    for (const none of ['prl_x', `${key}x`, 'x'.repeat(5000)]) expect((await ask(none)).status).toBe(401);
  });

  it('opens no page, and nothing that it has no scope for', async () => {
    const key = await make({ name: 'Nosy', scopes: ['import'], partnershipId: partnerships[0]! });
    const headers = { authorization: `Bearer ${key}` };
    for (const page of ['/keys', '/people', '/account'])
      expect((await fetch(library.url + page, { headers, redirect: 'manual' })).status).toBe(303);
  });

  it('is for a year at most, for the public library alone reads, and names no agency without its partnership', async () => {
    expect(await told({ days: 366 })).toMatchObject([{ field: 'days' }]);
    expect(await told({ days: 0 })).toMatchObject([{ field: 'days' }]);
    expect(await told({ name: 'x'.repeat(101) })).toMatchObject([{ field: 'name' }]);
    expect(await told({ scopes: ['tracking:write'] })).toMatchObject([{ field: 'scopes' }]);
    expect(await told({ agencyId: partnerships[0]! })).toMatchObject([{ field: 'agency' }]);
    const longer = library.source.query(
      `insert into api_key (name, key_hash, scopes, expires_at) values ('x', '\\x00', '{library:read}', now() + interval '400 days')`,
    );
    await expect(longer).rejects.toThrow('api_key_year');
  });

  it.each<[Partial<KeyWish>, boolean, Role | null]>([
    [{}, false, null],
    [{ scopes: ['library:read', 'tracking:read'] }, false, 'audit-lead'],
    [{ scopes: ['import'] }, false, 'audit-lead'],
    [{ scopes: ['tracking:write'] }, true, 'agency-lead'],
    [{ role: 'reader' }, true, 'reader'],
    [{ scopes: ['tracking:write'], role: 'administrator' }, false, 'administrator'],
  ])('acts in a role: %j, of an agency: %j, as %j', async (wish, isOfAgency, role) => {
    const [partnershipId] = partnerships as [string];
    const key = await make({ ...wish, partnershipId, agencyId: isOfAgency ? agencyId : null });
    expect(await library.app.get(KeyService).find(key)).toMatchObject({
      ...{ role, partnership: { id: partnershipId, slug: expect.any(String), name: expect.any(String) } },
      agency: isOfAgency ? { id: agencyId, name: 'Fire and Rescue' } : null,
    });
  });

  it('acts in no role that does not fit its place, whatever writes it', async () => {
    const [partnershipId] = partnerships as [string];
    expect(await told({ role: 'reader' })).toMatchObject([{ field: 'role' }]);
    expect(await told({ role: 'platform-administrator', partnershipId })).toMatchObject([{ field: 'role' }]);
    expect(await told({ role: 'agency-lead', partnershipId })).toMatchObject([{ field: 'agency' }]);
    expect(await told({ role: 'audit-lead', partnershipId, agencyId })).toMatchObject([{ field: 'role' }]);
    const write = async (
      role: string | null,
      place: string | null,
      agency: string | null,
    ): Promise<unknown> =>
      await library.source.query(
        `insert into api_key (name, key_hash, scopes, role, partnership_id, agency_id, expires_at)
         values ('x', '\\x00', '{library:read}', $1, $2, $3, now())`,
        [role, place, agency],
      );
    await expect(write('platform-administrator', partnershipId, null)).rejects.toThrow('api_key_role');
    await expect(write('reader', null, null)).rejects.toThrow('api_key_acts');
    await expect(write('agency-lead', partnershipId, null)).rejects.toThrow('api_key_lead');
    await expect(write('audit-lead', partnershipId, agencyId)).rejects.toThrow('api_key_for_agency');
    await expect(write(null, partnershipId, agencyId)).rejects.toThrow('api_key_for_agency');
  });

  it('gets the role that is chosen on its page, which its list says', async () => {
    const page = await textOf(await administrator.get('/keys/new'));
    expect(page).toMatch(/name="role" type="radio" value="" checked/);
    const [partnership] = partnerships as [string];
    const asked = { name: 'Of the board', scopes: ['tracking:read', 'import'], days: '9', partnership };
    const refused = await administrator.send('/keys/new', { ...asked, role: 'agency-lead' });
    expect(refused.status).toBe(400);
    const again = await textOf(refused);
    expect(again).toContain('Choose the agency for which the key acts');
    expect(again.match(/type="checkbox" value="[^"]+" checked/g)).toHaveLength(2);
    expect((await administrator.send('/keys/new', { ...asked, role: 'approver' })).status).toBe(201);
    const list = await textOf(await administrator.get('/keys'));
    expect(list).toMatch(
      /Read how recommendations are followed, Bring in bundles and spreadsheets; Approver, [A-Z]/,
    );
  });

  it('for the public library alone is refused on its page whatever it may not do, beside its boxes', async () => {
    const asked = { name: 'Too much', scopes: ['library:read', 'tracking:write'], days: '9' };
    const refused = await administrator.send('/keys/new', asked);
    const page = await textOf(refused);
    expect([refused.status, page.includes('href="#scopes"'), page.includes('id="scopes-error"')]).toEqual([
      ...[400, true, true],
    ]);
    const unknown = await administrator.send('/keys/new', { ...asked, scopes: ['library:read', 'all'] });
    expect([unknown.status, await textOf(unknown)]).toEqual([400, expect.stringContaining('from the list')]);
  });

  it('of before it had a role keeps what it may do, there and back', async () => {
    const migration = new GiveKeysRoles1764576000000();
    const runner = library.owner.createQueryRunner();
    await runner.startTransaction();
    try {
      await runner.query(`delete from api_key`);
      await migration.down(runner);
      await runner.query(
        `insert into api_key (name, key_hash, scopes, partnership_id, agency_id, expires_at)
         select name, sha256(name::bytea), scopes::text[], case when name <> '1' then $1::uuid end,
           case when name = '3' then $2::uuid end, now()
         from (values ('1', '{library}'), ('2', '{library,tracking-read}'), ('3', '{tracking-write}'), ('4', '{library}'))
           as old (name, scopes)`,
        [partnerships[0], agencyId],
      );
      await migration.up(runner);
      const rows: unknown = await runner.query(`select scopes, role from api_key order by name`);
      expect(rows).toEqual([
        { scopes: ['library:read'], role: null },
        { scopes: ['library:read', 'tracking:read'], role: 'audit-lead' },
        { scopes: ['tracking:write'], role: 'agency-lead' },
        { scopes: ['library:read'], role: null },
      ]);
    } finally {
      await runner.rollbackTransaction();
      await runner.release();
    }
  });

  it('comes back as it was typed where something is missing', async () => {
    const answer = await administrator.send('/keys/new', { name: 'Typed already', days: '400' });
    const answerText = await textOf(answer);
    expect([answer.status, answerText.includes('Typed already')]).toEqual([400, true]);
    expect(answerText).toContain('Choose what the key may do');
  });

  it('is seen and revoked by its own partnership alone', async () => {
    await make({ name: 'Of the other', partnershipId: partnerships[1]! });
    const keys = library.app.get(KeyService);
    const names = (await keys.list(partnerships[0]!)).map(({ name }) => name);
    expect(names).not.toContain('Of the other');
    const [{ id }] = await library.source.query<[{ id: string }]>(
      `select id from api_key where name = 'Of the other'`,
    );
    expect(await keys.revoke(id, partnerships[0]!, BY_THE_SYSTEM)).toBe(false);
    expect(await keys.revoke(id, partnerships[1]!, BY_THE_SYSTEM)).toBe(true);
  });
});

/** Asks from an address: the library trusts one proxy, which is us. */
const askFrom = async (from: string, path = '/api/v1/partnerships', agent = 'curl/8'): Promise<Response> =>
  await fetch(library.url + path, { headers: { 'x-forwarded-for': from, 'user-agent': agent } });
const policyOf = ({ headers }: { headers: Headers }): string | null => headers.get('ratelimit-policy');
const leftOf = ({ headers }: Response): number => Number(/r=(\d+)/.exec(headers.get('ratelimit') ?? '')?.[1]);

describe('whoever asks the API without a key', () => {
  it('has four answers at once while others wait, not too many, and four again when it has hung up', async () => {
    const held = library.owner.createQueryRunner();
    await held.startTransaction();
    await held.query('lock table resource in access exclusive mode');
    const who = 'mailto=web-team@council.example';
    const next = async (status: number, said: string): Promise<void> =>
      await eventually(async () => {
        const answer = await askFrom('192.0.2.5', `/api/v1/nothing?${who}`);
        expect([answer.status, await answer.text()]).toEqual([status, expect.stringContaining(said)]);
      });
    const head = (path: string): string =>
      `GET ${path} HTTP/1.1\r\nHost: library.example\r\nX-Forwarded-For: 192.0.2.5\r\n\r\n`;
    // In line behind a page, so that no answer has the connection when it ends.
    const asked = head('/resources') + head(`/api/v1/resources?${who}`).repeat(4 + MOST_WAITING);
    try {
      for (let round = 0; round < 2; round += 1) {
        const line = connect(Number(new URL(library.url).port), '127.0.0.1');
        line.write(asked);
        await next(429, '4 answers at once');
        line.destroy();
        await next(404, 'not-found');
      }
    } finally {
      await held.rollbackTransaction();
      await held.release();
    }
  });

  it('may do so sixty times a minute from one address, whatever it says of others', async () => {
    const path = '/api/v1/themes/none';
    const first = await askFrom('192.0.2.1', path);
    expect([first.status, policyOf(first), leftOf(first)]).toEqual([404, '"address";q=60;w=60', 59]);
    for (let left = 58; left >= 0; left -= 1)
      expect(leftOf(await askFrom(`203.0.113.${left}, 192.0.2.1`, path))).toBe(left);
    const refused = await askFrom('192.0.2.1');
    expect([refused.status, refused.headers.get('content-type')]).toEqual([
      429,
      'application/problem+json; charset=utf-8',
    ]);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await refused.json()).toMatchObject({
      ...{ type: `${library.url}/problems/too-many-requests`, status: 429 },
    });
    expect((await askFrom('192.0.2.1', '/API/V1/themes')).status).toBe(429);
    const forged = { authorization: `Bearer ${newKey()}`, 'x-forwarded-for': '192.0.2.1' };
    expect((await fetch(`${library.url}/api/v1/themes`, { headers: forged })).status).toBe(429);
    expect((await askFrom('192.0.2.2')).status).toBe(200);
    expect((await fetch(`${library.url}/`, { headers: { 'x-forwarded-for': '192.0.2.1' } })).status).toBe(
      200,
    );
  });

  it('is one with its neighbours of one network of IPv6', async () => {
    await askFrom('2001:db8:0:7::1');
    expect(leftOf(await askFrom('2001:db8::7:0:0:0:2'))).toBe(58);
    expect(leftOf(await askFrom('2001:db8:0:8::1'))).toBe(59);
  });

  it('may ask five times as often where it says who it is, in one way or the other', async () => {
    const named = '"named";q=300;w=60';
    const agent = 'intranet/2 (+mailto:web-team@council.example)';
    expect(policyOf(await askFrom('192.0.2.3', '/api/v1/themes', agent))).toBe(named);
    for (const path of ['partnerships', 'themes', 'search', 'themes/none/statistics', 'themes/none']) {
      const answer = await askFrom('192.0.2.3', `/api/v1/${path}?mailto=web-team@council.example`);
      expect([path, answer.status, policyOf(answer)]).toEqual([
        path,
        path.includes('none') ? 404 : 200,
        named,
      ]);
    }
    for (const none of ['mailto=', 'mailto=me', 'mailto=a@council.example&mailto=b@council.example']) {
      const refused = await askFrom('192.0.2.3', `/api/v1/themes/none?${none}`);
      expect([none, refused.status, await refused.json()]).toMatchObject([
        none,
        400,
        { errors: [{ field: 'mailto' }] },
      ]);
    }
  });

  it('may type into the search box for a whole office, and be signed in without a key', async () => {
    expect(policyOf(await askFrom('192.0.2.4', '/api/v1/suggest?q=neg'))).toBe('"typing";q=1200;w=60');
    expect(policyOf(await administrator.get('/api/v1/suggest?q=neg'))).toBe('"account";q=1200;w=60');
  });
});

describe('where nobody has said how often one may ask', () => {
  let other: TestLibrary;
  beforeAll(async () => (other = await startLibrary('empty', null, { TRUST_PROXY: '1' })));
  afterAll(async () => await other?.close());

  it('others are limited, and the machine itself is not', async () => {
    const ask = async (from: string): Promise<Response> =>
      await fetch(`${other.url}/api/v1/themes`, { headers: { 'x-forwarded-for': from } });
    for (const [from, policy] of [
      ['192.0.2.1', '"address";q=60;w=60'],
      ['127.0.0.1', null],
      ['::1', null],
      ['::ffff:127.0.0.1', null],
      ['2001:db8::1', '"address";q=60;w=60'],
    ] as const) {
      const answer = await ask(from);
      expect([from, answer.status, policyOf(answer)]).toEqual([from, 200, policy]);
    }
  });
});
