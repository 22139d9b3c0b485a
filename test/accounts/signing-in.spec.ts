import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PasswordHash } from '../../src/accounts/passwords/password-hash.js';
import { startLibrary, type TestLibrary } from '../support/app.js';
import { Records } from '../support/records.js';
import { signedIn, textOf, tokenIn, Visitor, type Person } from '../support/visitor.js';

const PASSWORD = 'four unlike words here';
let library: TestLibrary;
let partnershipId: string;
let hash: string;

beforeAll(async () => {
  library = await startLibrary('empty', null);
  partnershipId = (await new Records(library.source).aPartnership({ name: 'Alderbrook Partnership' })).id;
  hash = await new PasswordHash().make(PASSWORD);
});
afterAll(async () => await library?.close());

/** An account with a password, and the role of a reader. */
async function anAccount(email: string): Promise<string> {
  const [row] = await library.source.query<{ id: string }[]>(
    `insert into account (name, email, password) values ($1, $2, $3) returning id`,
    [`Name of ${email}`, email, hash],
  );
  await library.source.query(
    `insert into role_holding (account_id, role, partnership_id, from_on) values ($1, 'reader', $2, '2020-01-01')`,
    [row!.id, partnershipId],
  );
  return row!.id;
}
const visitor = (): Visitor => new Visitor(library.url);
const reader = async (): Promise<Person> => await signedIn(library, { role: 'reader', partnershipId });
const isIn = async (who: Visitor): Promise<boolean> => (await who.get('/account')).status === 200;

describe('signing in', () => {
  it('begins a session by a cookie that scripts and other sites’ forms do not get, and ends it for good', async () => {
    await anAccount('ann@council.example');
    const ann = visitor();
    const response = await ann.signIn('Ann@Council.example ', PASSWORD, { to: '/reviews?page=2' });
    expect([response.status, response.headers.get('location')]).toEqual([303, '/reviews?page=2']);
    expect(response.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/),
    ]);
    const page = await ann.get('/');
    expect(page.headers.get('cache-control')).toBe('private, no-store');
    expect(await page.text()).toMatch(/Name of ann@council\.example[^]*Reader, Alderbrook Partnership/);
    const token = ann.cookies.get('session')!;
    const kept = await library.source.query<object[]>('select * from session');
    expect(JSON.stringify(kept)).not.toContain(token);
    expect((await ann.send('/sign-out')).headers.get('location')).toBe('/');
    ann.cookies.set('session', token);
    expect(await isIn(ann)).toBe(false);
  });

  it('makes the cookie secure where a trusted proxy says that there is TLS, and believes nobody else', async () => {
    const lying = await visitor().get('/sign-in', { 'x-forwarded-proto': 'https' });
    expect(lying.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^form=[^;]*; Path=\/; HttpOnly; SameSite=Lax$/),
    ]);
    const behind = await startLibrary('empty', null, { TRUST_PROXY: '1' });
    try {
      const secure = await new Visitor(behind.url).get('/sign-in', { 'x-forwarded-proto': 'https' });
      expect(secure.headers.getSetCookie()).toEqual([
        expect.stringMatching(/^__Host-form=.*; HttpOnly; Secure; SameSite=Lax$/),
      ]);
      expect(secure.headers.get('strict-transport-security')).toMatch(/^max-age=\d{8}/);
      // The proxy's number for a request counts as well, where it is one.
      const numbered = async (number: string): Promise<string | null> =>
        (await fetch(`${behind.url}/about`, { headers: { 'x-request-id': number } })).headers.get(
          'x-request-id',
        );
      expect(await numbered('proxy-7.a_B')).toBe('proxy-7.a_B');
      for (const odd of ['a b', 'a"b', '<a>', 'x'.repeat(65)]) expect(await numbered(odd)).not.toBe(odd);
    } finally {
      await behind.close();
    }
  });

  it('costs a reader who has not signed in nothing: no cookie, and the same page to keep', async () => {
    const page = await visitor().get('/about');
    expect(page.headers.getSetCookie()).toEqual([]);
    expect(page.headers.get('cache-control')).toBe('private, no-cache');
    expect(page.headers.get('etag')).toMatch(/^W\/"/);
    expect(page.headers.get('vary')).not.toMatch(/cookie/i);
  });

  it('lasts 30 minutes after the last request and 12 hours in all', async () => {
    for (const [column, most] of [
      ['seen_at', '29 minutes'],
      ['begun_at', '11 hours 59 minutes'],
    ] as const) {
      const { accountId, visitor: who } = await reader();
      const age = async (interval: string): Promise<void> =>
        void (await library.source.query(
          `update session set ${column} = now() - $2::interval where account_id = $1`,
          [accountId, interval],
        ));
      await age(most);
      expect([column, await isIn(who)]).toEqual([column, true]);
      await age(column === 'seen_at' ? '30 minutes 1 second' : '12 hours 1 second');
      expect([column, await isIn(who)]).toEqual([column, false]);
      // Told what happened, and led back to where they were.
      const response = await who.get('/account?x=1');
      expect(response.headers.get('location')).toBe('/sign-in?to=%2Faccount%3Fx%3D1');
      expect(await (await who.get('/sign-in?to=/account')).text()).toContain('not signed in any more');
      const { status } = await who.post('/account/acting', { _csrf: 'x' });
      expect(status).toBe(401);
    }
  });

  it('gives back what was typed to whoever was signed out meanwhile, and takes it in their next session by one more press', async () => {
    const administrator = { role: 'platform-administrator', partnershipId } as const;
    const { accountId, visitor: who } = await signedIn(library, administrator);
    const over = `update session set seen_at = now() - interval '31 minutes' where account_id = $1`;
    await library.source.query(over, [accountId]);
    const typed = { name: 'Work “sign-in” <b>', issuer: 'https://id.council.example', clientId: 'abc' };
    const form = { ...typed, secret: 'nobody else’s business', asksSecondStep: ['yes', 'yes'], _csrf: 'x' };
    const fromHere = { 'sec-fetch-site': 'same-origin' };
    const refused = await who.post('/providers/new', form, fromHere);
    const page = await textOf(refused);
    expect([refused.status, refused.headers.get('cache-control')]).toEqual([401, 'private, no-store']);
    expect(page).toContain('action="/providers/new"');
    expect(page).toContain('name="name" value="Work “sign-in” &lt;b&gt;"');
    expect(page.match(/name="asksSecondStep" value="yes"/g)).toHaveLength(2);
    expect(page).not.toMatch(/name="(_csrf|secret)"|nobody else’s business/);
    // Nobody else puts words into our pages: another site, a program, a browser that does not say whence it comes.
    const strangers: Record<string, string>[] = [
      ...[{}, { 'sec-fetch-site': 'cross-site' }, { origin: 'https://other.example' }],
    ];
    for (const headers of strangers) {
      const answer = await who.post('/providers/new', form, headers);
      expect([answer.status, (await textOf(answer)).includes('Work “sign-in”')]).toEqual([401, false]);
    }
    // Signed in again, in another tab.
    const again = await signedIn(library, administrator);
    for (const [name, value] of again.visitor.cookies) who.cookies.set(name, value);
    const shown = await who.post('/providers/new', typed, fromHere);
    const form2 = await textOf(shown);
    expect([shown.status, form2.includes('open for too long'), form2.includes('value="abc"')]).toEqual([
      400,
      true,
      true,
    ]);
    const made = await library.source.query<object[]>('select 1 from identity_provider');
    expect(made).toEqual([]);
  });

  it('lets fifty people in at once, each as themselves', async () => {
    const emails = Array.from({ length: 50 }, (_, n) => `crowd${n}@council.example`);
    await Promise.all(emails.map(anAccount));
    const people = await Promise.all(
      emails.map(async (email) => {
        const who = visitor();
        const { status } = await who.signIn(email, PASSWORD);
        return { email, status, page: await (await who.get('/account')).text(), who };
      }),
    );
    for (const { email, status, page } of people) {
      expect([email, status]).toEqual([email, 303]);
      expect(page).toContain(`Name of ${email}<`);
    }
    expect(new Set(people.map(({ who }) => who.cookies.get('session'))).size).toBe(50);
  });
});

describe('breaking in', () => {
  it('by fixation: a session from before signing in is not the one afterwards', async () => {
    await anAccount('fixed@council.example');
    const attacker = await reader();
    const planted = attacker.visitor.cookies.get('session')!;
    const victim = visitor();
    victim.cookies.set('session', planted);
    // They come to the sign-in page by a form of their own, for the planted session is signed in already.
    const form = tokenIn(await (await victim.get('/account')).text());
    await victim.post('/sign-in', { _csrf: form, email: 'fixed@council.example', password: PASSWORD });
    expect(victim.cookies.get('session')).not.toBe(planted);
    expect(await (await victim.get('/account')).text()).toContain('fixed@council.example');
    expect(await isIn(attacker.visitor)).toBe(false);

    const made = 'A'.repeat(43);
    const other = visitor();
    other.cookies.set('session', made);
    await other.signIn('fixed@council.example', PASSWORD);
    expect(other.cookies.get('session')).not.toBe(made);
  });

  it.each([
    ['without a token', {}, {}],
    ['with an empty token', { _csrf: '' }, {}],
    ['from another site', null, { 'sec-fetch-site': 'cross-site' }],
    ['from a sister site', null, { 'sec-fetch-site': 'same-site' }],
    ['from another origin', null, { origin: 'https://other.example' }],
    ['from an origin that is hidden', null, { origin: 'null' }],
  ])('by a forged request %s', async (_how, fields, headers) => {
    const { visitor: who, accountId } = await reader();
    const response = fields
      ? await who.post('/account/sessions/others/end', fields, headers)
      : await who.send('/account/sessions/others/end', {}, { headers });
    expect(response.status).toBe(403);
    const [kept] = await library.source.query<object[]>('select 1 from audit_entry where actor_id = $1', [
      accountId,
    ]);
    expect(kept).toBeUndefined();
  });

  it('by a forged request with the token of somebody else’s session, or of nobody’s', async () => {
    const [one, other] = [await reader(), await reader()];
    await other.visitor.get('/account');
    const nobody = visitor();
    await nobody.get('/sign-in');
    for (const thief of [other.visitor, nobody]) {
      const cookie = thief.cookies.get('form')!;
      one.visitor.cookies.set('form', cookie);
      expect((await one.visitor.post('/account/sessions/others/end', { _csrf: cookie })).status).toBe(403);
    }
  });

  it('by a body that is no form, or too long a one', async () => {
    const { visitor: who } = await reader();
    const json = await fetch(`${library.url}/account/acting`, {
      ...{ method: 'POST', body: '{"_csrf":"x"}', redirect: 'manual' },
      headers: { 'content-type': 'application/json', cookie: `session=${who.cookies.get('session')!}` },
    });
    expect(json.status).toBe(415);
    expect((await who.send('/account/acting', { holding: 'x'.repeat(140_000) })).status).toBe(413);
  });

  it.each(['https://other.example/', '//other.example', '/\\other.example', '/%0d%0aSet-Cookie:%20a=b'])(
    'by an address to be led to: %s',
    async (to) => {
      const email = `led${encodeURIComponent(to).replace(/\W/g, '').toLowerCase()}@council.example`;
      await anAccount(email);
      const response = await visitor().signIn(email, PASSWORD, { to });
      const location = new URL(response.headers.get('location')!, library.url);
      expect([response.status, location.origin]).toEqual([303, library.url]);
      expect(response.headers.getSetCookie()).toHaveLength(1);
    },
  );

  it('by the session of an account that was closed, and by its password', async () => {
    const accountId = await anAccount('closed@council.example');
    const who = visitor();
    await who.signIn('closed@council.example', PASSWORD);
    expect(await isIn(who)).toBe(true);
    await library.source.query('update account set ended_at = now() where id = $1', [accountId]);
    expect(await isIn(who)).toBe(false);
    expect((await visitor().signIn('closed@council.example', PASSWORD)).status).toBe(400);
  });

  it('by somebody else’s session, to end it', async () => {
    const [one, other] = [await reader(), await reader()];
    const [{ id } = { id: '' }] = await library.source.query<{ id: string }[]>(
      'select id from session where account_id = $1',
      [other.accountId],
    );
    expect((await one.visitor.send(`/account/sessions/${id}/end`)).status).toBe(404);
    expect(await isIn(other.visitor)).toBe(true);
  });

  it('by somebody else’s role, to act in it, and by one of one’s own that is over', async () => {
    const [one, other] = [await reader(), await reader()];
    const act = async (holding: string): Promise<number> =>
      (await one.visitor.send('/account/acting', { holding })).status;
    expect(await act(other.holdingId)).toBe(404);
    expect(await act('nothing')).toBe(400);
    const before = one.visitor.cookies.get('session')!;
    expect(await act(one.holdingId)).toBe(303);
    // A new token at a change of role: the old one is worth nothing.
    const old = visitor();
    old.cookies.set('session', before);
    expect(await isIn(old)).toBe(false);
    await library.source.query(`update role_holding set until_on = '2020-01-02' where id = $1`, [
      one.holdingId,
    ]);
    expect(await act(one.holdingId)).toBe(404);
  });

  it('by finding out who has an account: known, unknown, closed and without a password answer alike', async () => {
    await anAccount('known@council.example');
    await library.source.query(`insert into account (name, email) values ('New', 'new@council.example')`);
    const answers: unknown[][] = [];
    for (const email of ['known', 'nobody', 'closed', 'new']) {
      const response = await visitor().signIn(`${email}@council.example`, 'a wrong password');
      const page = (await response.text()).replaceAll(`${email}@council.example`, 'EMAIL');
      answers.push([response.status, page.replace(/(nonce|value)="[^"]+"/g, '')]);
    }
    expect(answers.every((answer) => JSON.stringify(answer) === JSON.stringify(answers[0]))).toBe(true);
    expect(answers[0]![0]).toBe(400);
  });

  it.each(['guessed', 'unknown'])('by guessing: the password of an account that is %s', async (name) => {
    const email = `${name}@council.example`;
    if (name === 'guessed') await anAccount(email);
    // All at once: none may slip through because the others have not failed yet.
    const tries = await Promise.all(
      Array.from({ length: 14 }, async () => (await visitor().signIn(email, 'a wrong password')).status),
    );
    expect(tries.toSorted()).toEqual([...Array<number>(10).fill(400), ...Array<number>(4).fill(429)]);
    const right = await visitor().signIn(email, PASSWORD);
    expect(right.status).toBe(429);
    expect(Number(right.headers.get('retry-after'))).toBeGreaterThan(60);
    const kept = JSON.stringify(await library.source.query('select * from rate_limit'));
    expect(kept).not.toMatch(/@|127\.0\.0/);
  });

  it('by what stands in the head of a message: no line breaks in names or addresses', async () => {
    const { visitor: who } = await signedIn(library, { role: 'administrator', partnershipId });
    for (const fields of [
      { name: 'Bob\r\nBcc: evil@other.example', email: 'bob1@council.example' },
      { name: 'Bob', email: 'bob2@council.example\r\nBcc: evil@other.example' },
    ])
      expect((await who.send('/people/invite', { role: 'reader', ...fields })).status).toBe(400);
    const rows = await library.source.query<object[]>(`select 1 from account where email like 'bob%'`);
    expect(rows).toEqual([]);
  });
});
