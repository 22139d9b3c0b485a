import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { AccountService } from '../../src/accounts/account.service.js';
import { AgencyLinks } from '../../src/accounts/agency-links/agency-links.js';
import { SecondFactors } from '../../src/accounts/second-factor/second-factors.service.js';
import { FirstAdministrator } from '../../src/accounts/first-administrator.js';
import { BY_THE_SYSTEM } from '../../src/audit/audit-actor.js';
import { startLibrary, type TestLibrary } from '../support/app.js';
import { eventually } from '../support/eventually.js';
import { Mailbox, readMail } from '../support/mailbox.js';
import { Records } from '../support/records.js';
import { codeOf, offerIn } from '../support/authenticator.js';
import { signedIn, textOf, tokenIn, Visitor, type Person } from '../support/visitor.js';

const mailbox = new Mailbox();
let library: TestLibrary;
let ours: string;
let theirs: string;
let agency: string;

beforeAll(async () => {
  await mailbox.open();
  library = await startLibrary('empty', null, {
    ...{ SMTP_URL: `smtp://127.0.0.1:${mailbox.port}`, MAIL_FROM: 'library@example.org' },
    CONTACT_EMAIL: 'help@alderbrook.example',
    ...{ PUBLIC_URL: 'https://reviews.example', PARTNERSHIP: 'alderbrook' },
  });
  const records = new Records(library.source);
  ours = (await records.aPartnership({ name: 'Alderbrook Partnership', slug: 'alderbrook' })).id;
  theirs = (await records.aPartnership({ name: 'Thornfield Partnership' })).id;
  agency = (await records.anAgency('Police')).id;
});
afterAll(async () => {
  await library?.close();
  await mailbox.close();
});
// All of them ask from one network address.
beforeEach(async () => await query('delete from rate_limit').then(() => undefined));

const visitor = (): Visitor => new Visitor(library.url);
const query = async <Row extends object>(sql: string, values: unknown[] = []): Promise<Row[]> =>
  await library.source.query<Row[]>(sql, values);
const isIn = async (who: Visitor): Promise<boolean> => (await who.get('/account')).status === 200;

interface Lead extends Person {
  email: string;
}
async function aLead(partnershipId = ours): Promise<Lead> {
  const person = await signedIn(library, { role: 'agency-lead', partnershipId, agencyId: agency });
  const [row] = await query<{ email: string }>('select email from account where id = $1', [person.accountId]);
  return { ...person, ...row! };
}
const administrator = async (): Promise<Person> =>
  await signedIn(library, { role: 'administrator', partnershipId: ours });

/** A link that somebody has, as it stands in their e-mail. */
async function aLink({ accountId }: Pick<Lead, 'accountId'>): Promise<string> {
  const made = await library.app.get(AgencyLinks).make(accountId, BY_THE_SYSTEM);
  return `/sign-in/link/${made!.token}`;
}
const LINK = /https:\/\/reviews\.example(\/sign-in\/link\/[\w-]{43})/g;

/** The links of the e-mails to somebody, once there are so many e-mails. */
async function linksTo(email: string, count = 1): Promise<string[]> {
  await eventually(() => Promise.resolve(expect(mailbox.to(email)).toHaveLength(count)));
  return mailbox.to(email).map((mail) => [...readMail(mail).matchAll(LINK)][0]![1]!);
}
/** Presses the button of a link's page. */
const press = async (who: Visitor, link: string, fields: Record<string, string> = {}): Promise<Response> =>
  await who.send(link, fields, { page: link });
const send = async (who: Visitor, id: string): Promise<Response> =>
  await who.send(`/people/${id}/sign-in-link`);
const ask = async (email: string): Promise<Response> =>
  await visitor().send('/sign-in/link', { email }, { page: '/sign-in/link' });
const jobsDone = async (): Promise<void> =>
  await eventually(async () =>
    expect(await query(`select 1 from graphile_worker.jobs where task_identifier like '%send%'`)).toEqual([]),
  );
const log = async (accountId: string): Promise<unknown[]> =>
  await query(
    `select action, actor_kind as kind, "to"->>'why' as why from audit_entry
     where subject_id = $1 and action like 'session.%' order by number`,
    [accountId],
  );

describe('a link for an agency lead', () => {
  it('is sent by an administrator, signs in once by its button, and stands nowhere afterwards', async () => {
    const [lead, admin] = [await aLead(), await administrator()];
    const person = `/people/${lead.accountId}`;
    expect(await (await admin.visitor.get(person)).text()).toContain('Send a sign-in link');
    const sent = await send(admin.visitor, lead.accountId);
    expect([sent.status, sent.headers.get('location')]).toEqual([303, `${person}?link=sent`]);
    const [link] = (await linksTo(lead.email)) as [string];
    const mail = mailbox.to(lead.email)[0]!.raw;
    expect(mail).toMatch(/^From: Practice review library <library@example\.org>\r\n/m);
    expect(mail).toMatch(/^Content-Type: text\/plain[^]*^Content-Type: text\/html/m);
    const [{ name } = { name: '' }] = await query<{ name: string }>(
      'select name from account where id = $1',
      [admin.accountId],
    );
    const words = readMail(mailbox.to(lead.email)[0]!);
    expect(words).toContain(`${name} (Administrator, Alderbrook Partnership) sends you this link`);
    expect(words).toMatch(/works once, until \d+ \w+ \d{4} at \d\d:\d\d/);
    expect(words).toContain('Did you not ask for it');

    const who = visitor();
    const page = await who.get(link);
    expect(page.headers.get('referrer-policy')).toBe('strict-origin');
    const token = link.split('/').at(-1)!;
    const shown = await page.text();
    expect(shown).not.toContain(token);
    expect(shown).not.toContain(lead.email);
    const entered = await press(who, link);
    expect([entered.status, entered.headers.get('location')]).toEqual([303, '/account']);
    expect(entered.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/),
    ]);
    expect(await (await who.get('/account')).text()).toContain(
      'Agency lead of Police, Alderbrook Partnership',
    );

    await jobsDone();
    const tables = ['sign_in_link', 'outbox_message', 'session', 'audit_entry', 'audit_words', 'rate_limit'];
    for (const table of [...tables, 'graphile_worker._private_jobs'])
      expect([table, JSON.stringify(await query(`select * from ${table}`)).includes(token)]).toEqual([
        table,
        false,
      ]);
    expect(await log(lead.accountId)).toEqual([
      { action: 'session.link-made', kind: 'person', why: null },
      { action: 'session.begun', kind: 'person', why: null },
    ]);
  });

  it('is replaced by the next, so that of several in a mailbox one alone is worth something', async () => {
    const lead = await aLead();
    const [older, newer] = [await aLink(lead), await aLink(lead)];
    expect((await press(visitor(), older)).status).toBe(410);
    expect((await press(visitor(), newer)).status).toBe(303);
  });

  it('ends the session of whoever used the browser before', async () => {
    const [lead, other] = [await aLead(), await administrator()];
    const before = other.visitor.cookies.get('session')!;
    await press(other.visitor, await aLink(lead));
    expect(await (await other.visitor.get('/account')).text()).toContain(lead.email.slice(0, 8));
    const old = visitor();
    old.cookies.set('session', before);
    expect(await isIn(old)).toBe(false);
  });

  it('can be asked for by whoever has none, and by nobody else’s address for theirs', async () => {
    const lead = await aLead();
    const asked = await ask(lead.email.toUpperCase());
    expect(asked.status).toBe(200);
    const [link] = (await linksTo(lead.email)) as [string];
    expect(readMail(mailbox.to(lead.email)[0]!)).toContain('asked for this link on the sign-in page');
    expect((await press(visitor(), link)).status).toBe(303);
  });

  it('that does not work any more offers another, for the address on file, which it does not show', async () => {
    const lead = await aLead();
    const link = await aLink(lead);
    await press(visitor(), link);
    const who = visitor();
    const page = await who.get(link);
    const shown = await page.text();
    expect([page.status, shown]).toEqual([410, expect.stringContaining('has been used')]);
    expect(shown).not.toContain(lead.email);
    const typed = { email: 'evil@other.example', address: 'evil@other.example', to: 'evil@other.example' };
    const another = await who.send(`${link}/new`, typed, { page: link });
    expect([another.status, (await another.text()).includes(lead.email)]).toEqual([200, false]);
    const [newer] = (await linksTo(lead.email)) as [string];
    expect(mailbox.to('evil@other.example')).toEqual([]);
    expect((await press(visitor(), newer)).status).toBe(303);
    // One that is still good is not worth another: nobody is sent what they have.
    const good = await aLink(lead);
    await who.send(`${good}/new`, {}, { page: good });
    await jobsDone();
    expect(mailbox.to(lead.email)).toHaveLength(1);
    expect((await press(visitor(), good)).status).toBe(303);
  });
});

describe('a session by a link', () => {
  /** An agency lead who is administrator as well, of the partnership and of the platform. */
  async function both(): Promise<{ who: Visitor; lead: Lead; holding: string }> {
    const lead = await aLead();
    const [held] = await query<{ id: string }>(
      `insert into role_holding (account_id, role, partnership_id, from_on)
       values ($1, 'platform-administrator', null, '2020-01-01'), ($1, 'administrator', $2, '2020-01-01') returning id`,
      [lead.accountId, ours],
    );
    // The role in which they acted last is not the one in which the link lets them act.
    await query(`update session set holding_id = $2 where account_id = $1`, [lead.accountId, held!.id]);
    const who = visitor();
    expect((await press(who, await aLink(lead))).status).toBe(303);
    return { who, lead, holding: held!.id };
  }

  it('has the rights of an agency lead and none above, whatever else the person is', async () => {
    const { who, lead, holding } = await both();
    const account = await (await who.get('/account')).text();
    expect(account).toContain('Agency lead of Police');
    expect(account).not.toMatch(/administrator(?! of)|Administrator/);
    for (const page of ['/people', '/keys', '/log', '/providers'])
      expect([page, (await who.get(page)).status]).toEqual([page, 403]);
    expect((await who.send('/account/acting', { holding })).status).toBe(404);
    expect((await who.send(`/people/${lead.accountId}/roles`, { role: 'administrator' })).status).toBe(403);
    // However it came to be written, another role does not count.
    await query(`update session set holding_id = $2 where account_id = $1 and only_role is not null`, [
      ...[lead.accountId, holding],
    ]);
    expect((await who.get('/people')).status).toBe(403);
    // Signed in with more than an e-mail they are what they are, and asked for the second step of an administrator.
    const asked = await lead.visitor.get('/people');
    expect([asked.status, asked.headers.get('location')]).toEqual([303, '/account/second-step?to=%2Fpeople']);
  });

  it('changes nothing of how the person signs in', async () => {
    const { who } = await both();
    const passwords = { current: 'x', password: 'four unlike words here' };
    const answers = [
      await who.get('/account/password'),
      await who.send('/account/password', passwords),
      await who.get('/account/join/anything'),
    ];
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403]);
    expect(await answers[0]!.text()).toContain('signed in with a link from an email');
    expect(await (await who.get('/account')).text()).not.toContain('Change your password');
  });

  it('has no role from the day on which that of agency lead is over', async () => {
    const { who, lead } = await both();
    await query(`update role_holding set until_on = '2020-01-02' where id = $1`, [lead.holdingId]);
    const page = await who.get('/account');
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('hold no role')]);
  });
});

describe('somebody whose way to sign in has changed', () => {
  it('is told by e-mail what was done and whom to ask, with nothing to press', async () => {
    const { accountId, factor } = await administrator();
    const [{ email }] = (await query<{ email: string }>('select email from account where id = $1', [
      accountId,
    ])) as [{ email: string }];
    const told = async (): Promise<string[]> => {
      await jobsDone();
      return mailbox.to(email).map(readMail);
    };
    expect(await told()).toEqual([expect.stringContaining('a second step was set up on')]);
    await library.app.get(SecondFactors).reset(accountId, { actor: BY_THE_SYSTEM });
    const token = await library.app.get(AccountService).resetLink(accountId, BY_THE_SYSTEM);
    await library.app.get(AccountService).setPassword(token, 'four unlike words here');
    const mails = await told();
    expect(mails).toHaveLength(4);
    expect(mails[1]).toContain('the second step was taken off by an administrator');
    expect(mails[2]).toContain('an administrator made a link with which to choose a new password');
    expect(mails[3]).toContain('a password was set with a link');
    // What they do themselves is told as well.
    const who = new Visitor(library.url);
    await who.signIn(email, 'four unlike words here');
    const { secret, offer } = offerIn(await textOf(who.get('/account/second-step')));
    const made = await textOf(who.send('/account/second-step', { offer, code: codeOf(secret) }));
    const codes = [...made.matchAll(/(?:[0-9A-Z]{4}-){3}[0-9A-Z]{4}/g)].map(([code]) => code);
    await who.send('/account/password', {
      current: 'four unlike words here',
      password: 'other unlike words',
    });
    const renewed = await textOf(who.send('/account/second-step/codes', { code: codes[0]! }));
    const [again = ''] = /(?:[0-9A-Z]{4}-){3}[0-9A-Z]{4}/.exec(renewed) ?? [];
    await who.send('/account/second-step/off', { code: again });
    const more = (await told()).slice(4);
    expect(more).toEqual([
      expect.stringContaining('a second step was set up on'),
      expect.stringContaining('the password was changed on'),
      expect.stringContaining('new recovery codes were made'),
      expect.stringContaining('the second step was turned off on'),
    ]);
    for (const mail of [...mails, ...more]) {
      expect(mail).toContain('administrator of your partnership today, or write to help@alderbrook.example');
      for (const secret of ['://', token, factor!.secret, ...factor!.codes])
        expect(mail).not.toContain(secret);
    }
  });
});

describe('breaking in by a link', () => {
  it('as a mail scanner: what is no button’s press changes nothing', async () => {
    const lead = await aLead();
    const link = await aLink(lead);
    const state = async (): Promise<object[]> =>
      await query(
        `select l.used_at, l.expires_at, (select count(*) from session) as sessions, (select count(*) from audit_entry) as entries
         from sign_in_link l where account_id = $1`,
        [lead.accountId],
      );
    const before = await state();
    const asks: [string, Record<string, string>][] = [
      ['GET', {}],
      ['HEAD', {}],
      ['GET', { 'sec-purpose': 'prefetch;prerender', purpose: 'prefetch' }],
      ['OPTIONS', {}],
      // Without the page's token and cookie even a POST does nothing.
      ['POST', { 'content-type': 'application/x-www-form-urlencoded' }],
    ];
    const statuses: number[] = [];
    for (const [method, headers] of asks) {
      const answer = await fetch(library.url + link, { method, headers, redirect: 'manual' });
      expect(answer.headers.getSetCookie().some((cookie) => cookie.includes('session='))).toBe(false);
      statuses.push(answer.status);
    }
    expect([statuses[0], statuses[1], statuses[2], statuses[4]]).toEqual([200, 200, 200, 403]);
    expect(await state()).toEqual(before);
    expect((await press(visitor(), link)).status).toBe(303);
  });

  it('that was used: afterwards, and twice at the same moment', async () => {
    const lead = await aLead();
    const link = await aLink(lead);
    const crowd = Array.from({ length: 6 }, visitor);
    const forms = await Promise.all(crowd.map(async (who) => tokenIn(await (await who.get(link)).text())));
    const late = visitor();
    const form = tokenIn(await (await late.get(link)).text());
    const answers = await Promise.all(crowd.map((who, n) => who.post(link, { _csrf: forms[n]! })));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 410, 410, 410, 410, 410]);
    expect((await late.post(link, { _csrf: form })).status).toBe(410);
    expect(await Promise.all([...crowd, late].map(isIn))).toEqual(
      [...crowd, late].map((_, n) => answers[n]?.status === 303),
    );
    expect(await log(lead.accountId)).toEqual(
      expect.arrayContaining([{ action: 'session.link-refused', kind: 'system', why: 'used' }]),
    );
  });

  it.each<[string, string, string | null]>([
    ['has run out', `update sign_in_link set expires_at = now() where account_id = $1`, 'expired'],
    [
      'is of a role that was ended',
      `update role_holding set ended_at = now() where account_id = $1`,
      'no-role',
    ],
    [
      'is of a role that is over',
      `update role_holding set until_on = '2020-01-02' where account_id = $1`,
      'no-role',
    ],
    [
      'is of a role to come',
      `update role_holding set from_on = '2199-01-01' where account_id = $1`,
      'no-role',
    ],
    [
      'is of another role now',
      `update role_holding set role = 'reader', agency_id = null where account_id = $1`,
      'no-role',
    ],
    ['is of an account that was closed', `update account set ended_at = now() where id = $1`, 'no-role'],
  ])('that %s', async (_how, change, why) => {
    const lead = await aLead();
    const link = await aLink(lead);
    const who = visitor();
    const form = tokenIn(await (await who.get(link)).text());
    await query(change, [lead.accountId]);
    const answer = await who.post(link, { _csrf: form });
    expect([answer.status, await isIn(who)]).toEqual([410, false]);
    expect(await log(lead.accountId)).toContainEqual({ action: 'session.link-refused', kind: 'system', why });
    // Nor is another sent to whoever may not have one.
    const offer = await answer.text();
    expect(offer.includes('Send me a new link')).toBe(why === 'expired');
    await who.post(`${link}/new`, { _csrf: form });
    await jobsDone();
    expect(mailbox.to(lead.email)).toHaveLength(why === 'expired' ? 1 : 0);
  });

  it('that was made for something else, either way', async () => {
    const first = await library.app.get(FirstAdministrator).newLink();
    // Where nobody administers the library there is such a link.
    await query(`update role_holding set ended_at = now() where role like '%administrator'`);
    const token = first ?? (await library.app.get(FirstAdministrator).newLink())!;
    const lead = await aLead();
    const own = await aLink(lead);
    const who = visitor();
    expect((await who.get(`/sign-in/link/${token}`)).status).toBe(410);
    for (const path of [`/sign-in/link/${token}`, `/sign-in/link/${token}/new`])
      expect((await who.send(path, {}, { page: '/sign-in' })).status).toBe(410);
    const toChoose = await library.app.get(AccountService).resetLink(lead.accountId, BY_THE_SYSTEM);
    expect((await who.get(`/sign-in/link/${toChoose}`)).status).toBe(410);
    expect((await who.send(`/sign-in/link/${toChoose}`, {}, { page: '/sign-in' })).status).toBe(410);
    const elsewhere = own.replace('/sign-in', '');
    expect((await who.get(elsewhere)).status).toBe(410);
    const made = { name: 'Eve', email: 'eve@other.example', password: 'four unlike words here' };
    expect((await who.send(elsewhere, made, { page: '/sign-in' })).status).toBe(410);
    expect(
      await query(
        `select 1 from account where email = 'eve@other.example' or id = $1 and password is not null`,
        [lead.accountId],
      ),
    ).toEqual([]);
    // Both are as good as before.
    expect((await who.get(`/link/${token}`)).status).toBe(200);
    expect((await press(who, own)).status).toBe(303);
    for (const nothing of ['A'.repeat(43), 'short', '..%2f'])
      expect([nothing, (await visitor().get(`/sign-in/link/${nothing}`)).status]).toEqual([nothing, 410]);
  });

  it('by finding out who has one: whoever is asked for, the answer is the same, and agency leads alone get an e-mail', async () => {
    const lead = await aLead();
    const closed = await aLead();
    await query('update account set ended_at = now() where id = $1', [closed.accountId]);
    const admin = await signedIn(library, { role: 'administrator', partnershipId: ours, isProved: false });
    const [{ email } = { email: '' }] = await query<{ email: string }>(
      'select email from account where id = $1',
      [admin.accountId],
    );
    const addresses = [lead.email, closed.email, email, 'nobody@council.example'];
    const answers: unknown[][] = [];
    for (const address of addresses) {
      const answer = await ask(address);
      answers.push([answer.status, (await answer.text()).replace(/(nonce|value)="[^"]+"/g, '')]);
    }
    expect(answers).toEqual(answers.map(() => answers[0]));
    expect(answers[0]![0]).toBe(200);
    // Nor by what is done before the answer: each is a job, by an id that says nothing.
    await linksTo(lead.email);
    await jobsDone();
    expect(addresses.map((address) => mailbox.to(address).length)).toEqual([1, 0, 0, 0]);
    const written = await query<{ recipient_address: string }>(
      'select recipient_address from outbox_message',
    );
    expect(written.filter(({ recipient_address: to }) => addresses.slice(1).includes(to))).toEqual([]);
  });

  it.each(['known', 'unknown'])('by asking again and again, for an address that is %s', async (which) => {
    const lead = await aLead();
    const email = which === 'known' ? lead.email : `un${lead.email}`;
    const tries = await Promise.all(Array.from({ length: 8 }, async () => (await ask(email)).status));
    expect(tries.toSorted()).toEqual([...Array<number>(5).fill(200), ...Array<number>(3).fill(429)]);
    const refused = await ask(email);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(60);
    // An old link is no way round it.
    const link = await aLink(lead);
    await press(visitor(), link);
    const round = await visitor().send(`${link}/new`, {}, { page: link });
    expect(round.status).toBe(which === 'known' ? 429 : 200);
    expect(JSON.stringify(await query('select * from rate_limit'))).not.toMatch(/@|127\.0\.0/);
  });

  it('by asking for many people from one place', async () => {
    const tries: number[] = [];
    for (let n = 0; n < 31; n += 1) tries.push((await ask(`many${n}@council.example`)).status);
    expect(tries).toEqual([...Array<number>(30).fill(200), 429]);
  });

  it.each(['https://other.example/', '//other.example', '/\\other.example'])(
    'to be led to %s',
    async (to) => {
      const lead = await aLead();
      const link = await aLink(lead);
      const who = visitor();
      const answer = await who.send(`${link}?to=${encodeURIComponent(to)}`, { to }, { page: link });
      expect([answer.status, answer.headers.get('location')]).toEqual([303, '/account']);
    },
  );

  it('by a Host that is not ours, which an e-mail would have led to', async () => {
    const [lead, admin] = [await aLead(), await administrator()];
    const cookie = [...admin.visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const { hostname, port } = new URL(library.url);
    const { request } = await import('node:http');
    const page = await (await admin.visitor.get('/account')).text();
    const cookies = [cookie, ...[...admin.visitor.cookies].map(([name, value]) => `${name}=${value}`)].join(
      '; ',
    );
    const status = await new Promise<number | undefined>((done, fail) => {
      const asked = request(
        {
          ...{ hostname, port, method: 'POST', path: `/people/${lead.accountId}/sign-in-link` },
          headers: {
            host: 'evil.example',
            cookie: cookies,
            'content-type': 'application/x-www-form-urlencoded',
          },
        },
        ({ statusCode }) => done(statusCode),
      ).on('error', fail);
      asked.end(new URLSearchParams({ _csrf: tokenIn(page) }).toString());
    });
    expect(status).toBe(303);
    await linksTo(lead.email);
    expect(mailbox.to(lead.email)[0]!.raw).not.toContain('evil.example');
  });

  it('by what stands in the head of a message: nothing is sent to a name or an address with a line break', async () => {
    for (const [column, value] of [
      ['name', 'Bob\r\nBcc: evil@other.example'],
      ['email', 'bob@council.example\r\nbcc: evil@other.example'],
      ['email', 'bob@council.example, evil@other.example'],
    ] as const) {
      const lead = await aLead();
      await query(`update account set ${column} = $2 where id = $1`, [lead.accountId, value]);
      const sending = library.app.get(AgencyLinks).send(lead.accountId, 'Asked.', BY_THE_SYSTEM);
      await expect(sending).rejects.toThrow(/control character|no address/);
      expect(await query('select 1 from sign_in_link where account_id = $1', [lead.accountId])).toEqual([]);
    }
    expect(mailbox.to('evil@other.example')).toEqual([]);
    expect((await ask('bob@council.example\r\nBcc: evil@other.example')).status).toBe(400);
  });

  it('for somebody of another partnership, or who is no agency lead', async () => {
    const { visitor: admin } = await administrator();
    const [lead, elsewhere] = [await aLead(), await aLead(theirs)];
    const reader = await signedIn(library, { role: 'reader', partnershipId: ours });
    await query(
      `insert into role_holding (account_id, role, partnership_id, from_on) values ($1, 'reader', $2, '2020-01-01')`,
      [elsewhere.accountId, ours],
    );
    const stranger = await aLead(theirs);
    const statuses: number[] = [];
    for (const { accountId } of [stranger, elsewhere, reader])
      statuses.push((await send(admin, accountId)).status);
    // A lead elsewhere who is a reader here is a reader, as far as this partnership may know.
    expect(statuses).toEqual([404, 403, 403]);
    expect((await send(lead.visitor, lead.accountId)).status).toBe(403);
    await jobsDone();
    expect(mailbox.to(stranger.email).concat(mailbox.to(elsewhere.email))).toEqual([]);
    expect(await query('select 1 from sign_in_link where account_id = $1', [stranger.accountId])).toEqual([]);
  });
});
