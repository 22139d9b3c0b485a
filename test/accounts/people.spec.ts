import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FirstAdministrator } from '../../src/accounts/first-administrator.js';
import { startLibrary, type TestLibrary } from '../support/app.js';
import { Records } from '../support/records.js';
import { signedIn, tokenIn, Visitor, type Person } from '../support/visitor.js';

const PASSWORD = 'four unlike words here';
let library: TestLibrary;
let ours: string;
let theirs: string;
let agency: string;

beforeAll(async () => {
  library = await startLibrary('empty', null, { PARTNERSHIP: 'alderbrook' });
  const records = new Records(library.source);
  ours = (await records.aPartnership({ name: 'Alderbrook Partnership', slug: 'alderbrook' })).id;
  theirs = (await records.aPartnership({ name: 'Thornfield Partnership' })).id;
  agency = (await records.anAgency('Police')).id;
});
afterAll(async () => await library?.close());

const visitor = (): Visitor => new Visitor(library.url);
const query = async <Row extends object>(sql: string, values: unknown[] = []): Promise<Row[]> =>
  await library.source.query<Row[]>(sql, values);
const rolesOf = async (email: string): Promise<string[]> =>
  (
    await query<{ role: string }>(
      `select h.role || coalesce(' of ' || p.name, '') || coalesce(' until ' || h.until_on, '') as role
       from role_holding h join account a on a.id = h.account_id left join partnership p on p.id = h.partnership_id
       where a.email = $1 order by 1`,
      [email],
    )
  ).map(({ role }) => role);
const administrator = async (): Promise<Person> =>
  await signedIn(library, { role: 'administrator', partnershipId: ours });

describe('the first administrator', () => {
  it('comes by a link that works once, that the next one replaces, and that only a form uses', async () => {
    const first = library.app.get(FirstAdministrator);
    const replaced = (await first.newLink())!;
    const link = `/link/${(await first.newLink())!}`;
    expect((await visitor().get(`/link/${replaced}`)).status).toBe(410);
    const fields = { name: 'Ann', email: 'Ann@council.example', password: PASSWORD };

    // Mail scanners open links, and ask for their head.
    for (const method of ['GET', 'HEAD', 'GET'])
      expect((await fetch(library.url + link, { method })).status).toBe(200);
    const weak = await visitor().send(link, { ...fields, password: 'too short' }, { page: link });
    expect([weak.status, await weak.text()]).toEqual([400, expect.stringContaining('value="Ann"')]);

    const [one, other] = [visitor(), visitor()];
    const mass = { role: 'reader', id: ours, ended_at: '2020-01-01', partnership: theirs };
    const forms = await Promise.all(
      [one, other].map(async (who) => tokenIn(await (await who.get(link)).text())),
    );
    const answers = await Promise.all(
      [one, other].map((who, n) =>
        who.post(link, { _csrf: forms[n]!, ...fields, ...mass, email: `ann${n}@council.example` }),
      ),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 410]);
    expect((await visitor().get(link)).status).toBe(410);
    expect(await first.newLink()).toBeNull();
    const [account, ...more] = await query<{ email: string; ended_at: null; password: string }>(
      'select email, ended_at, password from account',
    );
    expect(more).toEqual([]);
    expect(account).toMatchObject({ ended_at: null, password: expect.stringMatching(/^\$argon2id\$/) });
    expect(await rolesOf(account!.email)).toEqual(['platform-administrator']);
    const log = await query<{ action: string }>(`select action from audit_entry order by recorded_at`);
    expect(log.map(({ action }) => action)).toEqual(['account.created', 'role.granted']);
    expect(JSON.stringify(await query('select * from audit_entry'))).not.toMatch(/Ann|council/);
  });
});

describe('an administrator of a partnership', () => {
  it('invites somebody, who chooses a password by a link that works once, and signs in', async () => {
    const { visitor: admin } = await administrator();
    const fields = { name: 'Bob Smith', email: 'bob@council.example', role: 'agency-lead', agency };
    const dated = { ...fields, fromOn: '2020-01-01', untilOn: '2199-12-31' };
    expect((await admin.send('/people/invite', { ...fields, agency: '' })).status).toBe(400);
    const page = await admin.send('/people/invite', dated);
    const [link] = /\/link\/[\w-]{43}/.exec(await page.text()) ?? [];
    expect(page.headers.get('cache-control')).toBe('private, no-store');
    expect(await rolesOf('bob@council.example')).toEqual([
      'agency-lead of Alderbrook Partnership until 2199-12-31',
    ]);
    const bob = visitor();
    expect((await bob.signIn('bob@council.example', PASSWORD)).status).toBe(400);
    const chosen = await bob.send(link!, { password: PASSWORD }, { page: link });
    expect(chosen.headers.get('location')).toBe('/sign-in?password=chosen');
    const again = await visitor().send(link!, { password: 'another good password' }, { page: '/sign-in' });
    expect(again.status).toBe(410);
    expect((await bob.signIn('bob@council.example', PASSWORD)).status).toBe(303);
    expect(await (await bob.get('/account')).text()).toContain(
      'Agency lead of Police, Alderbrook Partnership',
    );
  });

  it('is told where the library sends no e-mail, in place of a button that could not work', async () => {
    const { visitor: admin } = await administrator();
    const lead = await signedIn(library, { role: 'agency-lead', partnershipId: ours, agencyId: agency });
    const page = await (await admin.get(`/people/${lead.accountId}`)).text();
    expect(page).toContain('cannot send email yet: whoever runs it has to set SMTP_URL and PUBLIC_URL');
    expect(page).not.toContain('sign-in-link');
    expect((await admin.send(`/people/${lead.accountId}/sign-in-link`)).status).toBe(503);
    for (const path of ['/sign-in', '/sign-in/link'])
      expect(await (await visitor().get(path)).text()).toContain('cannot send email yet');
    const asked = { email: 'anybody@council.example' };
    expect((await visitor().send('/sign-in/link', asked, { page: '/sign-in' })).status).toBe(400);
    expect(await query(`select 1 from outbox_message`)).toEqual([]);
  });

  it('gives a role from a day until a day, once, and ends it at once', async () => {
    const { visitor: admin, holdingId, accountId } = await administrator();
    const person = await signedIn(library, { role: 'administrator', partnershipId: ours });
    const roles = `/people/${person.accountId}/roles`;
    const page = `/people/${person.accountId}`;
    expect((await admin.send(roles, { role: 'editor', fromOn: '2026-02-31' }, { page })).status).toBe(400);
    const backwards = { role: 'editor', fromOn: '2020-02-02', untilOn: '2020-02-01' };
    expect((await admin.send(roles, backwards, { page })).status).toBe(400);
    expect((await admin.send(roles, { role: 'editor' }, { page })).status).toBe(303);
    expect((await admin.send(roles, { role: 'editor', untilOn: '2199-01-01' }, { page })).status).toBe(400);
    expect((await person.visitor.get('/people')).status).toBe(200);
    expect((await admin.send(`${roles}/${person.holdingId}/end`, {}, { page })).status).toBe(303);
    expect((await person.visitor.get('/people')).status).toBe(403);
    const own = await admin.send(`/people/${accountId}/roles/${holdingId}/end`, {}, { page });
    expect(own.status).toBe(403);
  });

  it('gains nothing by naming what no form asks for', async () => {
    const { visitor: admin } = await administrator();
    const given = { name: 'Cy', email: 'cy@council.example', role: 'reader' };
    const more = {
      id: theirs,
      password: '$argon2id$',
      partnershipId: theirs,
      grantedBy: theirs,
      endedAt: 'x',
    };
    expect((await admin.send('/people/invite', { ...given, ...more })).status).toBe(200);
    const [cy] = await query<object>(
      `select password, ended_at from account where email = 'cy@council.example'`,
    );
    expect(cy).toEqual({ password: null, ended_at: null });
    expect(await rolesOf('cy@council.example')).toEqual(['reader of Alderbrook Partnership']);
    const above = { ...given, email: 'above@council.example', role: 'platform-administrator' };
    expect((await admin.send('/people/invite', above)).status).toBe(400);
    expect(await rolesOf('above@council.example')).toEqual([]);
  });

  it('signs somebody out everywhere, who may do no more than the partnership can give', async () => {
    const [admin, editor, elsewhere] = [
      await administrator(),
      await signedIn(library, { role: 'editor', partnershipId: ours }),
      await signedIn(library, { role: 'editor', partnershipId: ours }),
    ];
    await query(
      `insert into role_holding (account_id, role, partnership_id, from_on) values ($1, 'reader', $2, '2020-01-01')`,
      [elsewhere.accountId, theirs],
    );
    const status = async (id: string): Promise<number> =>
      (await admin.visitor.send(`/people/${id}/sign-out`)).status;
    expect(await status(editor.accountId)).toBe(303);
    expect((await editor.visitor.get('/account')).status).toBe(303);
    expect([await status(elsewhere.accountId), await status(admin.accountId)]).toEqual([403, 403]);
    expect((await elsewhere.visitor.get('/account')).status).toBe(200);
    const log = `select 1 from audit_entry where action = 'account.signed-out' and subject_id = $1 and actor_id = $2`;
    expect(await query(log, [editor.accountId, admin.accountId])).toHaveLength(1);
  });

  it('does not take over the account of somebody who has one, by inviting them', async () => {
    const { visitor: admin } = await administrator();
    const stranger = await signedIn(library, { role: 'editor', partnershipId: theirs });
    const [before] = await query<{ email: string; name: string }>(
      'select name, email, password from account where id = $1',
      [stranger.accountId],
    );
    const invited = { name: 'Renamed', email: before!.email, role: 'reader' };
    const page = await (await admin.send('/people/invite', invited)).text();
    expect(page).not.toContain('/link/');
    expect(
      await query('select name, email, password from account where id = $1', [stranger.accountId]),
    ).toEqual([before]);
    // Known here now, but more than a reader elsewhere: their password is none of this partnership's business.
    expect((await admin.send(`/people/${stranger.accountId}/link`)).status).toBe(403);
    expect(await (await admin.get(`/people/${stranger.accountId}`)).text()).not.toContain('Thornfield');
    const foreign = `/people/${stranger.accountId}/roles/${stranger.holdingId}/end`;
    expect((await admin.send(foreign)).status).toBe(404);
    expect((await stranger.visitor.get('/account')).status).toBe(200);
  });

  it('reaches nobody and nothing of another partnership, by any address or field', async () => {
    const { visitor: admin, accountId } = await administrator();
    const stranger = await signedIn(library, { role: 'administrator', partnershipId: theirs });
    const count = async (): Promise<object[]> =>
      await query(
        'select (select count(*) from role_holding) as roles, (select count(*) from sign_in_link) as links',
      );
    const before = await count();
    const answers = [
      await admin.get(`/people/${stranger.accountId}`),
      await admin.send(`/people/${stranger.accountId}/roles`, { role: 'reader' }),
      await admin.send(`/people/${stranger.accountId}/roles/${stranger.holdingId}/end`),
      await admin.send(`/people/${accountId}/roles/${stranger.holdingId}/end`),
      await admin.send(`/people/${stranger.accountId}/link`),
      await admin.send(`/people/${accountId}/roles`, { role: 'reader', partnership: theirs }),
      await admin.send('/people/invite', {
        ...{ name: 'Di', email: 'di@council.example', role: 'reader', partnership: theirs },
      }),
    ];
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 404));
    expect(await count()).toEqual(before);
    expect(await (await admin.get('/people')).text()).not.toContain(stranger.accountId);
    expect((await stranger.visitor.get('/people')).status).toBe(200);
  });
});

describe('many people', () => {
  it('stand on pages of fifty, and are found by a part of their name', async () => {
    const { visitor: admin } = await administrator();
    expect(await (await admin.get('/people')).text()).not.toContain('Find a name');
    await query(
      `insert into account (name, email) select 'Many ' || n, 'many' || n || '@council.example' from generate_series(101, 160) n`,
    );
    await query(
      `insert into role_holding (account_id, role, partnership_id, from_on)
       select id, 'reader', $1, '2020-01-01' from account where name like 'Many %'`,
      [ours],
    );
    const shown = async (address: string): Promise<string[]> =>
      [...(await (await admin.get(address)).text()).matchAll(/>(Many \d+)</g)].map(([, name]) => name!);
    const first = await (await admin.get('/people')).text();
    expect([first.includes('Find a name'), first.includes('/people?page=2')]).toEqual([true, true]);
    const both = [...(await shown('/people')), ...(await shown('/people?page=2'))];
    expect([both.length, new Set(both).size]).toEqual([60, 60]);
    expect(await shown('/people?name=mANY+13')).toHaveLength(10);
    expect(await shown('/people?name=%25')).toEqual([]);
    await query(`delete from account where name like 'Many %'`);
  });
});

describe('a platform administrator', () => {
  it('gives roles in every partnership, and must say in which', async () => {
    const { visitor: root } = await signedIn(library, {
      role: 'platform-administrator',
      partnershipId: ours,
    });
    const given = { name: 'Ed', email: 'ed@council.example', role: 'approver' };
    expect((await root.send('/people/invite', given)).status).toBe(400);
    expect((await root.send('/people/invite', { ...given, partnership: theirs })).status).toBe(200);
    expect(await rolesOf('ed@council.example')).toEqual(['approver of Thornfield Partnership']);
    const [school] = await query<{ id: string }>(
      `insert into agency (slug, name, partnership_id) values ('school', 'School', $1) returning id`,
      [theirs],
    );
    expect(await (await root.get('/people/invite')).text()).toContain(
      'School (in Thornfield Partnership only)',
    );
    const lead = { ...given, role: 'agency-lead', agency: school!.id };
    expect((await root.send('/people/invite', { ...lead, partnership: ours })).status).toBe(400);
    expect((await root.send('/people/invite', { ...lead, partnership: theirs })).status).toBe(200);
  });
});

describe('changing a password', () => {
  it('asks for the present one, ends all other sessions and makes a new token for this one', async () => {
    const person = await signedIn(library, { role: 'reader', partnershipId: ours });
    const { visitor: admin } = await administrator();
    const made = await (await admin.send(`/people/${person.accountId}/link`)).text();
    const link = /\/link\/[\w-]{43}/.exec(made)![0];
    await visitor().send(link, { password: PASSWORD }, { page: link });
    // A new password by a link ends the session of whoever had the old one.
    expect((await person.visitor.get('/account')).status).toBe(303);
    const [{ email } = { email: '' }] = await query<{ email: string }>(
      'select email from account where id = $1',
      [person.accountId],
    );
    const [one, other] = [visitor(), visitor()];
    for (const who of [one, other]) await who.signIn(email, PASSWORD);
    const before = one.cookies.get('session');
    const change = async (current: string, password: string): Promise<number> =>
      (await one.send('/account/password', { current, password }, { page: '/account/password' })).status;
    expect(await change('not this one', 'five more unlike words')).toBe(400);
    expect(await change(PASSWORD, '1qaz2wsx3edc')).toBe(400);
    expect(await change(PASSWORD, 'five more unlike words')).toBe(303);
    expect(one.cookies.get('session')).not.toBe(before);
    expect((await one.get('/account')).status).toBe(200);
    expect((await other.get('/account')).status).toBe(303);
    expect((await visitor().signIn(email, PASSWORD)).status).toBe(400);
  });

  it('lets nobody guess the present one more often than they may fail to sign in', async () => {
    const { accountId, visitor: who } = await signedIn(library, { role: 'reader', partnershipId: ours });
    const guess = { current: 'not this one', password: 'five more unlike words' };
    const answers: Response[] = [];
    for (let tried = 0; tried < 11; tried += 1)
      answers.push(await who.send('/account/password', guess, { page: '/account/password' }));
    expect(answers.map(({ status }) => status)).toEqual([...Array<number>(10).fill(400), 429]);
    expect(Number(answers[10]!.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await answers[10]!.text()).toContain('Wait 15 minutes and try again');
    const [{ email } = { email: '' }] = await query<{ email: string }>(
      'select email from account where id = $1',
      [accountId],
    );
    expect((await visitor().signIn(email, PASSWORD)).status).toBe(429);
  });
});
