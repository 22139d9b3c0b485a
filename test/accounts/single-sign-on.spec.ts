import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startLibrary, type TestLibrary } from '../support/app.js';
import { offerIn } from '../support/authenticator.js';
import { CLIENT, startProvider, type TestProvider } from '../support/identity-provider.js';
import { firstAdministrator, locationOf, signedIn, textOf, Visitor } from '../support/visitor.js';

const ROLE = 'Library.AuditLead';

let library: TestLibrary;
let provider: TestProvider;
let administrator: Visitor;
let partnership: string;

beforeAll(async () => {
  library = await startLibrary('fixtures', null);
  provider = await startProvider([`${library.url}/sign-in/with/council/back`]);
  administrator = await firstAdministrator(library);
  const [row] = await library.source.query<{ id: string }[]>(
    `select id from partnership order by name limit 1`,
  );
  partnership = row!.id;
});
afterAll(async () => {
  await provider?.close();
  await library?.close();
});
beforeEach(() => {
  const claims = { name: 'Ann Lead', email: 'ann@council.example', roles: [ROLE] };
  provider.people = { ann: { amr: ['pwd', 'mfa'], claims } };
  provider.who = 'ann';
});

const signIn = async (visitor: Visitor, to = '/account'): Promise<Response> =>
  await visitor.follow(await visitor.get(`/sign-in/with/council?to=${encodeURIComponent(to)}`));
const rolesOf = async (email: string): Promise<string[]> =>
  (
    await library.source.query<{ role: string }[]>(
      `select h.role from role_holding h join account a on a.id = h.account_id
       where a.email = $1 and h.ended_at is null order by 1`,
      [email],
    )
  ).map(({ role }) => role);

describe('setting up a sign-in', () => {
  it('refuses an issuer without TLS, and keeps what was typed', async () => {
    const typed = { name: 'Council', issuer: 'http://login.example.org', clientId: 'x', secret: 'y' };
    const answer = await administrator.send('/providers/new', typed);
    const answerText = await textOf(answer);
    expect([answer.status, answerText.includes('must be an address that starts with https://')]).toEqual([
      400,
      true,
    ]);
    expect(answerText).toContain('http://login.example.org');
  });

  it('keeps a provider and a rule, and shows the secret to nobody', async () => {
    const { issuer } = provider;
    const details = { name: 'Council', issuer, clientId: CLIENT.id, secret: CLIENT.secret };
    expect(locationOf(await administrator.send('/providers/new', details))).toBe(
      `${library.url}/providers/council`,
    );
    const rule = { claim: ROLE, role: 'audit-lead', partnership };
    expect(
      (await administrator.send('/providers/council/rules', rule, { page: '/providers/council' })).status,
    ).toBe(303);
    const page = await administrator.get('/providers/council');
    const pageText = await textOf(page);
    expect(pageText).toContain(`${library.url}/sign-in/with/council/back`);
    expect(pageText).not.toContain(CLIENT.secret);
    const rows = await library.source.query<{ all: string }[]>(
      `select identity_provider::text as all from identity_provider`,
    );
    expect(rows[0]!.all).not.toContain(Buffer.from(CLIENT.secret).toString('hex'));
  });

  it('shows what the provider says before anybody is let in by it', async () => {
    const tried = await administrator.follow(await administrator.get('/providers/council/try'));
    expect(tried.status).toBe(200);
    const page = await textOf(tried);
    for (const said of ['ann@council.example', ROLE, provider.issuer, 'Audit lead'])
      expect(page).toContain(said);
    expect(await rolesOf('ann@council.example')).toEqual([]);
  });
});

describe('signing in with a work account', () => {
  it('makes an account the first time, in the roles that the provider says', async () => {
    const ann = new Visitor(library.url);
    expect(await textOf(ann.get('/sign-in'))).toContain('Sign in with Council');
    const page = await signIn(ann, '/account');
    const pageText = await textOf(page);
    expect([page.status, pageText.includes('Ann Lead'), pageText.includes('Audit lead')]).toEqual([
      200,
      true,
      true,
    ]);
    expect(await rolesOf('ann@council.example')).toEqual(['audit-lead']);
  });

  it('takes roles anew at each sign-in: who has none any more is not let in, and loses what they had', async () => {
    const before = new Visitor(library.url);
    await signIn(before);
    provider.people.ann!.claims.roles = ['Something.Else'];
    const again = await signIn(new Visitor(library.url));
    expect([again.status, (await textOf(again)).includes('gives you no role')]).toEqual([403, true]);
    expect(await rolesOf('ann@council.example')).toEqual([]);
    expect(locationOf(await before.get('/account'))).toContain('/sign-in');
  });

  it('lets nobody in who has no role, and makes them no account', async () => {
    provider.people.zoe = { claims: { name: 'Zoe', email: 'zoe@council.example' } };
    provider.who = 'zoe';
    expect((await signIn(new Visitor(library.url))).status).toBe(403);
    expect(await library.source.query(`select 1 from account where email = 'zoe@council.example'`)).toEqual(
      [],
    );
  });

  it('knows people by issuer and subject: the address of another account opens nothing', async () => {
    provider.people.eve = {
      claims: { name: 'Eve', email: 'Ada@Example.org', email_verified: true, roles: [ROLE] },
    };
    provider.who = 'eve';
    const answer = await signIn(new Visitor(library.url));
    expect([
      answer.status,
      (await textOf(answer)).includes('There is an account with your email address already'),
    ]).toEqual([403, true]);
    expect(await rolesOf('ada@example.org')).not.toContain('audit-lead');
  });

  it('keeps knowing somebody whose address has changed', async () => {
    await signIn(new Visitor(library.url));
    provider.people.ann!.claims.email = 'ann.new@council.example';
    expect(await textOf(signIn(new Visitor(library.url)))).toContain('Ann Lead');
  });

  it('joins it to an account whose owner is signed in', async () => {
    provider.people.ada = { claims: { name: 'Ada at work', roles: [ROLE] } };
    provider.who = 'ada';
    administrator.forget(provider.issuer);
    const joined = await administrator.follow(await administrator.get('/account/join/council'));
    expect(await textOf(joined)).toContain('is joined to this account');
    expect(await textOf(signIn(new Visitor(library.url)))).toContain('Ada Minster');
    expect(await rolesOf('ada@example.org')).toContain('audit-lead');
  });

  it('stops when the person stops it there', async () => {
    provider.who = null;
    const answer = await signIn(new Visitor(library.url));
    expect([answer.status, (await textOf(answer)).includes('did not let you in')]).toEqual([403, true]);
  });

  it('says so when the provider is away', async () => {
    const away = { name: 'Away', issuer: 'http://localhost:1', clientId: 'x', secret: 'y' };
    await administrator.send('/providers/new', away);
    expect((await new Visitor(library.url).get('/sign-in/with/away')).status).toBe(503);
  });

  it('ends with the sign-in', async () => {
    await administrator.send('/providers/away/end', {}, { page: '/providers/away' });
    expect((await new Visitor(library.url).get('/sign-in/with/away')).status).toBe(404);
  });
});

describe('a second step that the provider asks for', () => {
  const rule = { claim: 'Library.Admin', role: 'administrator' };
  const settings = (): Record<string, string> => ({
    ...{ name: 'Council', issuer: provider.issuer, clientId: CLIENT.id },
  });
  const enter = async (amr: string[] | undefined): Promise<Visitor> => {
    provider.people.max = {
      ...{ amr, claims: { name: 'Max Chief', email: 'max@council.example', roles: [rule.claim] } },
    };
    provider.who = 'max';
    const max = new Visitor(library.url);
    await signIn(max, '/people');
    return max;
  };

  it('counts where it says so (amr): without, strong roles are not acted in, and the page says what to do', async () => {
    await administrator.send(
      '/providers/council/rules',
      { ...rule, partnership },
      { page: '/providers/council' },
    );
    for (const amr of [['pwd', 'mfa'], ['otp'], ['fpt', 'hwk']])
      expect([amr, (await (await enter(amr)).get('/people')).status]).toEqual([amr, 200]);
    for (const amr of [['pwd'], ['pwd', 'kba', 'pin'], ['wia', 'geo', 'MFA']]) {
      const max = await enter(amr);
      const led = await max.get('/people');
      expect([amr, locationOf(led)]).toEqual([amr, `${library.url}/account/second-step?to=%2Fpeople`]);
      const text = await textOf(max.get('/account/second-step'));
      expect(text).toContain('Council signed you in, but did not say that it asked you for one');
      // A code of our own does not stand for it: whoever has their password at work alone would set one up.
      expect(offerIn(text).offer).toBe('');
      expect((await max.send('/account/second-step', { offer: 'x', code: '123456' })).status).toBe(403);
      expect((await max.send('/keys/new', {})).status).toBe(403);
    }
  });

  it('counts where an administrator says that it always asks for one', async () => {
    const change = async (more: object): Promise<number> =>
      (await administrator.send('/providers/council', { ...settings(), ...more })).status;
    expect(await change({ asksSecondStep: 'yes' })).toBe(303);
    expect(await textOf(administrator.get('/providers/council'))).toMatch(/value="yes" checked/);
    expect((await (await enter(['pwd'])).get('/people')).status).toBe(200);
    // Somebody else sat there before.
    administrator.forget(provider.issuer);
    const tried = await administrator.follow(await administrator.get('/providers/council/try'));
    expect(await textOf(tried)).toContain('The settings here say that it always does');
    expect(await change({})).toBe(303);
    expect((await (await enter(['pwd'])).get('/people')).status).toBe(303);
  });

  it('is not got round by joining another person of a provider to an account without one', async () => {
    const max = await enter(['pwd']);
    provider.people.imp = { amr: ['mfa'], claims: { name: 'Imp', roles: [ROLE] } };
    provider.who = 'imp';
    max.forget(provider.issuer);
    const answer = await max.follow(await max.get('/account/join/council'));
    expect([answer.status, (await textOf(answer)).includes('needs a second step')]).toEqual([403, true]);
    const joined = await library.source.query<object[]>(
      `select 1 from account_identity where subject = 'imp'`,
    );
    expect(joined).toEqual([]);
  });
});

describe('a role that the provider and a person give', () => {
  it('is given by the provider until the day before the person’s word, which stands', async () => {
    const holdings = async (): Promise<object[]> =>
      await library.source.query(
        `select h.from_on - (now() at time zone 'Europe/London')::date as first,
           h.until_on - (now() at time zone 'Europe/London')::date as last, h.provider_id is not null as "byProvider"
         from role_holding h join account a on a.id = h.account_id
         where a.email = 'kim@council.example' and h.role = 'audit-lead' and h.ended_at is null order by h.from_on`,
      );
    const roles = ['Library.Admin'];
    const claims = { name: 'Kim', email: 'kim@council.example', roles };
    provider.people.kim = { amr: ['mfa'], claims };
    provider.who = 'kim';
    await signIn(new Visitor(library.url));
    await library.source.query(
      `insert into role_holding (account_id, role, partnership_id, from_on)
       select id, 'audit-lead', $1, (now() at time zone 'Europe/London')::date + 10 from account where email = 'kim@council.example'`,
      [partnership],
    );
    claims.roles = [...roles, ROLE];
    for (const _again of ['first', 'second']) {
      const page = await signIn(new Visitor(library.url));
      expect([page.status, (await textOf(page)).includes('Kim')]).toEqual([200, true]);
      expect(await holdings()).toEqual([
        { first: 0, last: 9, byProvider: true },
        { first: 10, last: null, byProvider: false },
      ]);
    }
    claims.roles = roles;
    expect((await signIn(new Visitor(library.url))).status).toBe(200);
    expect(await holdings()).toEqual([{ first: 10, last: null, byProvider: false }]);
  });
});

describe('what others could try', () => {
  const back = (): string => `${library.url}/sign-in/with/council/back`;

  it('an answer ends only in the browser that asked, once', async () => {
    const ann = new Visitor(library.url);
    const answer = await ann.followTo(back(), await ann.get('/sign-in/with/council'));
    const other = new Visitor(library.url);
    expect((await other.get(answer)).status).toBe(403);
    await other.get('/sign-in/with/council');
    expect((await other.get(answer)).status).toBe(403);
    expect(other.cookies.get('session')).toBeUndefined();
    expect((await ann.get(answer)).status).toBe(303);
    expect((await ann.get(answer)).status).toBe(403);
  });

  it('a state, a code or an issuer of one’s own is refused', async () => {
    for (const [name, value] of [
      ['state', 'mine'],
      ['code', 'mine'],
      ['iss', 'https://other.example'],
    ]) {
      const ann = new Visitor(library.url);
      const answer = new URL(await ann.followTo(back(), await ann.get('/sign-in/with/council')));
      answer.searchParams.set(name!, value!);
      expect([name, (await ann.get(answer.href)).status]).toEqual([name, 403]);
      expect(ann.cookies.get('session')).toBeUndefined();
    }
  });

  it('what the browser keeps cannot be changed', async () => {
    const ann = new Visitor(library.url);
    const answer = await ann.followTo(back(), await ann.get('/sign-in/with/council'));
    const kept = ann.cookies.get('attempt')!;
    ann.cookies.set('attempt', kept.slice(0, -2) + (kept.endsWith('AA') ? 'BB' : 'AA'));
    expect((await ann.get(answer)).status).toBe(403);
  });

  it('nobody is led to another site afterwards', async () => {
    const page = await new Visitor(library.url).get('/sign-in/with/council?to=//evil.example');
    expect(page.status).toBe(303);
    const ann = new Visitor(library.url);
    const answer = await ann.followTo(
      back(),
      await ann.get('/sign-in/with/council?to=https://evil.example/'),
    );
    expect(locationOf(await ann.get(answer))).toBe(`${library.url}/account`);
  });

  it('no other site sends somebody to join', async () => {
    const away = { 'sec-fetch-site': 'cross-site' };
    expect((await administrator.get('/account/join/council', away)).status).toBe(403);
  });

  it('providers are no business of anybody but platform administrators', async () => {
    const ann = new Visitor(library.url);
    await signIn(ann);
    expect((await ann.get('/providers')).status).toBe(403);
    const mine = { name: 'Mine', issuer: provider.issuer, clientId: 'x', secret: 'y' };
    expect((await ann.send('/providers/new', mine)).status).toBe(403);
  });
});

describe('a sign-in at work that is joined to an account', () => {
  const takeOffIn = async (page: Response | Promise<Response>): Promise<string> =>
    /action="([^"]+\/sign-ins\/[^"]+\/take-off)"/.exec(await textOf(page))?.[1] ?? '';
  const accountOf = async (email: string): Promise<string> =>
    (await library.source.query<[{ id: string }]>('select id from account where email = $1', [email]))[0].id;
  /** Somebody whom the provider knows, with the role that it gives. */
  const comesIn = async (name: string): Promise<Visitor> => {
    provider.people[name] = {
      amr: ['mfa'],
      claims: { name, email: `${name}@council.example`, roles: [ROLE] },
    };
    provider.who = name;
    const visitor = new Visitor(library.url);
    expect((await signIn(visitor)).status).toBe(200);
    return visitor;
  };

  it('is taken off by its owner, with the roles that it gave, and opens nothing any more', async () => {
    provider.people.ada = { amr: ['mfa'], claims: { name: 'Ada at work', roles: [ROLE] } };
    provider.who = 'ada';
    const byIt = new Visitor(library.url);
    expect(await textOf(signIn(byIt))).toContain('Ada Minster');
    const page = await textOf(administrator.get('/account'));
    expect([page.includes('opens this account'), page.includes('Change your password')]).toEqual([
      true,
      true,
    ]);
    const left = await administrator.send(await takeOffIn(administrator.get('/account')));
    expect(left.status).toBe(303);
    // Its session is over, that of the owner goes on, and it is another’s from now on, who has no account.
    expect([(await byIt.get('/account')).status, (await administrator.get('/account')).status]).toEqual([
      303, 200,
    ]);
    expect(await rolesOf('ada@example.org')).not.toContain('audit-lead');
    expect((await signIn(new Visitor(library.url))).status).toBe(403);
    const log = await library.source.query<{ action: string }[]>(
      `select action from audit_entry where action = 'account.parted'`,
    );
    expect(log).toHaveLength(1);
  });

  it('stays where it is the only way in, and nobody takes off that of somebody else', async () => {
    const [kim, lee] = [await comesIn('kim2'), await comesIn('lee2')];
    expect(await textOf(kim.get('/account'))).toContain('You have no password here');
    const joined = async (email: string): Promise<string> =>
      (
        await library.source.query<[{ id: string }]>(
          'select id from account_identity where account_id = $1',
          [await accountOf(email)],
        )
      )[0].id;
    const own = await kim.send(`/account/sign-ins/${await joined('kim2@council.example')}/take-off`);
    expect([own.status, (await textOf(own)).includes('the only way into your account')]).toEqual([403, true]);
    const others = `/account/sign-ins/${await joined('lee2@council.example')}/take-off`;
    expect((await kim.send(others)).status).toBe(404);
    expect((await kim.send('/account/sign-ins/nothing/take-off')).status).toBe(404);
    expect((await lee.get('/account')).status).toBe(200);
    expect((await signIn(new Visitor(library.url))).status).toBe(200);
  });

  it('is taken off by an administrator of all that the person may do, and of no less', async () => {
    const kim = await comesIn('kim3');
    const id = await accountOf('kim3@council.example');
    const path = await takeOffIn(administrator.get(`/people/${id}`));
    const { visitor: own } = await signedIn(library, { role: 'administrator', partnershipId: partnership });
    expect(await takeOffIn(own.get(`/people/${id}`))).toBe(path);
    const grant = `insert into role_holding (account_id, role, partnership_id, from_on)
      select $1, 'reader', id, '2020-01-01' from partnership where id <> $2 limit 1 returning id`;
    await library.source.query(grant, [id, partnership]);
    expect([await takeOffIn(own.get(`/people/${id}`)), (await own.send(path)).status]).toEqual(['', 403]);
    expect((await kim.get('/account')).status).toBe(200);
    expect((await administrator.send(path)).status).toBe(303);
    expect((await kim.get('/account')).status).toBe(303);
    expect(await rolesOf('kim3@council.example')).toEqual(['reader']);
    expect((await signIn(new Visitor(library.url))).status).toBe(403);
  });
});

describe('a sign-in that is closed', () => {
  it('is not closed by whoever is there by it', async () => {
    const rule = { claim: 'Library.Platform', role: 'platform-administrator' };
    await administrator.send('/providers/council/rules', rule, { page: '/providers/council' });
    provider.people.pat = {
      ...{ amr: ['mfa'], claims: { name: 'Pat', email: 'pat@council.example', roles: [rule.claim] } },
    };
    provider.who = 'pat';
    const pat = new Visitor(library.url);
    await signIn(pat);
    expect((await pat.send('/providers/council/end')).status).toBe(403);
    expect((await signIn(new Visitor(library.url))).status).toBe(200);
  });

  it('signs out whoever came by it, and ends the roles that it gave', async () => {
    const ann = new Visitor(library.url);
    await signIn(ann);
    expect((await ann.get('/account')).status).toBe(200);
    expect((await administrator.send('/providers/council/end')).status).toBe(303);
    expect((await ann.get('/account')).status).toBe(303);
    expect(await rolesOf('ann@council.example')).toEqual([]);
    expect((await administrator.get('/account')).status).toBe(200);
  });
});
