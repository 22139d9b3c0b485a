import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BY_THE_SYSTEM } from '../../src/audit/audit-actor.js';
import { KeyService, type KeyWish } from '../../src/accounts/keys/key.service.js';
import { startLibrary, type TestLibrary } from '../support/app.js';
import { firstAdministrator, Traveller } from '../support/traveller.js';

let library: TestLibrary;
let administrator: Traveller;
let partnerships: string[];

beforeAll(async () => {
  library = await startLibrary('fixtures', null);
  administrator = await firstAdministrator(library);
  const rows = await library.source.query<{ id: string }[]>(
    `select id from partnership order by name limit 2`,
  );
  partnerships = rows.map(({ id }) => id);
});
afterAll(() => library?.close());

const READS: KeyWish = {
  name: 'Intranet',
  scopes: ['library'],
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
      scope: 'library',
      days: '90',
    });
    const [key] = /prl_[\w-]+/.exec(made.text) ?? [];
    expect([made.status, made.headers.get('cache-control')]).toEqual([201, 'private, no-store']);
    expect((await ask(key!)).status).toBe(200);
    const list = await administrator.get('/keys');
    expect([list.text.includes('Our intranet'), list.text.includes(key!)]).toEqual([true, false]);
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
    expect((await administrator.send('/keys', {}, `/keys/${id}/revoke`)).status).toBe(303);
    expect((await ask(key)).status).toBe(401);
    expect((await administrator.send('/keys', {}, `/keys/${id}/revoke`)).status).toBe(404);
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
    expect(await told({ scopes: ['tracking-write'] })).toMatchObject([{ field: 'scopes' }]);
    expect(await told({ agencyId: partnerships[0]! })).toMatchObject([{ field: 'agency' }]);
    const longer = library.source.query(
      `insert into api_key (name, key_hash, scopes, expires_at) values ('x', '\\x00', '{library}', now() + interval '400 days')`,
    );
    await expect(longer).rejects.toThrow('api_key_year');
  });

  it('comes back as it was typed where something is missing', async () => {
    const answer = await administrator.send('/keys/new', { name: 'Typed already', days: '400' });
    expect([answer.status, answer.text.includes('Typed already')]).toEqual([400, true]);
    expect(answer.text).toContain('Choose what the key may do');
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
