import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PasswordHash } from '../../src/accounts/passwords/password-hash.js';
import { fingerprintOf } from '../../src/accounts/second-factor/pending-step.js';
import { LibrarySecrets } from '../../src/platform/secrets/library-secrets.js';
import { seal } from '../../src/platform/secrets/sealed.js';
import { startLibrary, type TestLibrary } from '../support/app.js';
import { codeOf, offerIn, wrongCodeOf } from '../support/authenticator.js';
import { eventually } from '../support/eventually.js';
import { Records } from '../support/records.js';
import { signedIn, tokenIn, Visitor, type Person } from '../support/visitor.js';

const PASSWORD = 'four unlike words here';
let library: TestLibrary;
let ours: string;
let theirs: string;
let hash: string;

beforeAll(async () => {
  library = await startLibrary('empty', null);
  const records = new Records(library.source);
  ours = (await records.aPartnership({ name: 'Alderbrook Partnership' })).id;
  theirs = (await records.aPartnership({ name: 'Thornfield Partnership' })).id;
  hash = await new PasswordHash().make(PASSWORD);
});
afterAll(async () => await library?.close());

const visitor = (): Visitor => new Visitor(library.url);
const query = async <Row extends object>(sql: string, values: unknown[] = []): Promise<Row[]> =>
  await library.source.query<Row[]>(sql, values);
const isIn = async (who: Visitor): Promise<boolean> => (await who.get('/account')).status === 200;

interface Local extends Person {
  email: string;
  factor: { secret: string; codes: string[] };
}

/** An editor with a password and a second step whose codes have not been used since. */
async function anEditor(): Promise<Local> {
  const person = await signedIn(library, { role: 'editor', partnershipId: ours });
  const [row] = await query<{ email: string }>(
    `with a as (update account set password = $2 where id = $1 returning email) select email from a`,
    [person.accountId, hash],
  );
  await letTimePass(person);
  return { ...person, email: row!.email, factor: person.factor! };
}

/** As if the code that was used last was long ago. */
const letTimePass = async ({ accountId }: Person): Promise<object[]> =>
  await query('update second_factor set last_step = 0 where account_id = $1', [accountId]);

/** Somebody who has shown the password in this browser, and not yet the code. */
async function halfIn({ email }: Local): Promise<Visitor> {
  const who = visitor();
  const answer = await who.signIn(email, PASSWORD, { to: '/about' });
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/sign-in/code']);
  return who;
}

const enter = async (who: Visitor, code: string): Promise<Response> =>
  await who.send('/sign-in/code', { code }, { page: '/sign-in/code' });

const logOf = async (accountId: string): Promise<{ action: string; to: unknown }[]> =>
  await query('select action, "to" from audit_entry where subject_id = $1 order by number', [accountId]);

describe('setting up a second step', () => {
  it('shows a key and a picture of it, takes the first code of the app, and ten recovery codes once', async () => {
    const { visitor: who, accountId } = await signedIn(library, {
      ...{ role: 'editor', partnershipId: ours, isProved: false },
    });
    const page = await who.get('/account/second-step?to=/about');
    const html = await page.text();
    expect(page.headers.get('cache-control')).toBe('private, no-store');
    expect(html).toContain('Editor, Alderbrook Partnership</strong>');
    expect(html).toMatch(/<svg [^>]*viewBox/);
    const { secret, offer } = offerIn(html);
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    const send = async (fields: Record<string, string>): Promise<Response> =>
      await who.send('/account/second-step', fields, { page: '/account/second-step' });
    const wrong = await send({ offer, code: wrongCodeOf(secret), to: '/about' });
    // The same key again: it is in the app already.
    expect([wrong.status, offerIn(await wrong.text()).secret]).toEqual([400, secret]);
    const before = who.cookies.get('session');
    const made = await send({ offer, code: codeOf(secret), to: '/about' });
    const shown = await made.text();
    const codes = [...shown.matchAll(/<li>([0-9A-Z]{4}(?:-[0-9A-Z]{4}){3})<\/li>/g)].map(([, code]) => code!);
    expect(new Set(codes).size).toBe(10);
    expect(shown).toContain('href="/about"');
    expect(made.headers.get('cache-control')).toBe('private, no-store');
    expect(who.cookies.get('session')).not.toBe(before);
    // The page belongs to the new session: its own form can be sent.
    expect(shown).toContain('Editor, Alderbrook Partnership</span>');
    const kept = await query<{ all: string }>(
      `select concat((select string_agg(f::text, '') from second_factor f), (select string_agg(c::text, '') from recovery_code c),
         (select string_agg(e::text, '') from audit_entry e), (select string_agg(w::text, '') from audit_words w)) as all`,
    );
    for (const said of [secret, Buffer.from(secret).toString('hex'), ...codes])
      expect(kept[0]!.all).not.toContain(said);
    expect(await logOf(accountId)).toEqual([{ action: 'account.second-step-set-up', to: null }]);
    expect(await (await who.get('/account/second-step')).text()).toContain('You have 10 recovery codes left');
  });

  it('takes no key but the one that was offered in this session', async () => {
    const [one, other] = [
      await signedIn(library, { role: 'editor', partnershipId: ours, isProved: false }),
      await signedIn(library, { role: 'editor', partnershipId: ours, isProved: false }),
    ];
    const { secret, offer } = offerIn(await (await other.visitor.get('/account/second-step')).text());
    for (const given of [offer, offer.slice(0, -4), ''])
      expect(
        (await one.visitor.send('/account/second-step', { offer: given, code: codeOf(secret) })).status,
      ).toBe(400);
    expect(await query('select 1 from second_factor where account_id = $1', [one.accountId])).toEqual([]);
  });

  it('signs out whoever was in without it', async () => {
    const person = await signedIn(library, { role: 'editor', partnershipId: ours, isProved: false });
    const [{ email } = { email: '' }] = await query<{ email: string }>(
      `with a as (update account set password = $2 where id = $1 returning email) select email from a`,
      [person.accountId, hash],
    );
    const thief = visitor();
    // Led to set it up: the role waits.
    expect((await thief.signIn(email, PASSWORD)).headers.get('location')).toMatch(/^\/account\/second-step/);
    const { secret, offer } = offerIn(await (await person.visitor.get('/account/second-step')).text());
    await person.visitor.send('/account/second-step', { offer, code: codeOf(secret) });
    expect([await isIn(person.visitor), await isIn(thief)]).toEqual([true, false]);
  });
});

describe('signing in with a second step', () => {
  it('takes the code after the password, and leads where the person wanted to go', async () => {
    const ann = await anEditor();
    const who = await halfIn(ann);
    expect(who.cookies.has('session')).toBe(false);
    const code = codeOf(ann.factor.secret);
    const answer = await enter(who, `${code.slice(0, 3)} ${code.slice(3)}`);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/about']);
    expect(who.cookies.has('step')).toBe(false);
    expect(await (await who.get('/')).text()).toContain('Editor, Alderbrook Partnership</span>');
    expect((await logOf(ann.accountId)).at(-1)).toEqual({
      ...{ action: 'session.begun', to: { with: 'one-time-code' } },
    });
  });

  it('is no step that can be left out by going to another address', async () => {
    const who = await halfIn(await anEditor());
    for (const path of ['/account', '/people', '/account/second-step', '/account/password'])
      expect((await who.get(path)).headers.get('location')).toMatch(/^\/sign-in\?to=/);
    const { status } = await who.send('/account/second-step/off', { code: '' }, { page: '/sign-in/code' });
    expect(status).toBe(401);
  });

  it('takes a code once: not again, not the one before it, and of two at once one', async () => {
    const ann = await anEditor();
    const both = await Promise.all([halfIn(ann), halfIn(ann)]);
    const code = codeOf(ann.factor.secret);
    const answers = await Promise.all(both.map((who) => enter(who, code)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 400]);
    for (const again of [code, codeOf(ann.factor.secret, -1)])
      expect((await enter(await halfIn(ann), again)).status).toBe(400);
    await letTimePass(ann);
    expect((await enter(await halfIn(ann), codeOf(ann.factor.secret))).status).toBe(303);
  });

  it('takes a recovery code once, however it is typed, also of two at once', async () => {
    const ann = await anEditor();
    const [code] = ann.factor.codes;
    const both = await Promise.all([halfIn(ann), halfIn(ann)]);
    const answers = await Promise.all(
      both.map((who) => enter(who, ` ${code!.toLowerCase().replaceAll('-', ' ')}`)),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 400]);
    expect((await enter(await halfIn(ann), code!)).status).toBe(400);
    const bob = await anEditor();
    expect((await enter(await halfIn(bob), ann.factor.codes[1]!)).status).toBe(400);
    const { visitor: who } = { visitor: both[answers.findIndex(({ status }) => status === 303)]! };
    expect(await (await who.get('/account/second-step')).text()).toContain('You have 9 recovery codes left');
  });

  it('asks in the browser that showed the password, for five minutes, and not after the password was changed', async () => {
    const ann = await anEditor();
    const there = await halfIn(ann);
    const code = codeOf(ann.factor.secret);
    const over = [303, '/sign-in?step=over'];
    const come = async (who: Visitor): Promise<unknown[]> => {
      const page = await who.send('/sign-in/code', { code }, { page: '/sign-in' });
      return [page.status, page.headers.get('location')];
    };
    expect(await come(visitor())).toEqual(over);
    const changed = visitor();
    const kept = there.cookies.get('step')!;
    changed.cookies.set('step', (kept.startsWith('A') ? 'B' : 'A') + kept.slice(1));
    expect(await come(changed)).toEqual(over);
    const key = library.app.get(LibrarySecrets).keyFor('sign-in-step');
    const step = (minutes: number): string =>
      seal(
        JSON.stringify({
          ...{ accountId: ann.accountId, password: fingerprintOf(hash), to: '/about' },
          until: Date.now() + minutes * 60_000,
        }),
        key,
      ).toString('base64url');
    const late = visitor();
    late.cookies.set('step', step(-0.001));
    expect(await come(late)).toEqual(over);
    await query('update account set password = $2 where id = $1', [
      ann.accountId,
      await new PasswordHash().make('five more unlike words'),
    ]);
    expect(await come(there)).toEqual(over);
    expect((await visitor().get('/sign-in/code')).headers.get('location')).toBe('/sign-in?step=over');
    // That it was only this which kept them out.
    await query('update account set password = $2 where id = $1', [ann.accountId, hash]);
    const right = visitor();
    right.cookies.set('step', step(1));
    expect(await come(right)).toEqual([303, '/about']);
  });

  it('answers a wrong password as it does for an account without one', async () => {
    const ann = await anEditor();
    const answers = await Promise.all(
      [ann.email, 'nobody@council.example'].map(async (email) => {
        const response = await visitor().signIn(email, 'a wrong password');
        const page = (await response.text()).replaceAll(email, 'EMAIL').replace(/(nonce|value)="[^"]+"/g, '');
        return [response.status, response.headers.getSetCookie().length, page];
      }),
    );
    expect(answers[0]).toEqual(answers[1]);
  });

  it('counts wrong codes, which a right password in between does not make up for', async () => {
    const ann = await anEditor();
    const wrong = wrongCodeOf(ann.factor.secret);
    const answers: number[] = [];
    for (const who of [await halfIn(ann), await halfIn(ann)])
      for (let tries = 0; tries < 5; tries += 1) {
        answers.push((await enter(who, wrong)).status);
        // A right password in between.
        if (tries === 2) await halfIn(ann);
      }
    const locked = await visitor().signIn(ann.email, PASSWORD);
    expect([locked.status, Number(locked.headers.get('retry-after')) > 60]).toEqual([429, true]);
    await eventually(async () =>
      expect(await logOf(ann.accountId)).toEqual([
        { action: 'account.second-step-set-up', to: null },
        { action: 'session.refused', to: { wrong: 'code', failures: 1 } },
        { action: 'session.refused', to: { wrong: 'code', failures: 10 } },
      ]),
    );
    // As if a quarter of an hour had passed, three times: after thirty the day has no more.
    const nextWindow = async (): Promise<object[]> =>
      await query(`delete from rate_limit where key like 'account:%' or key like 'address:%'`);
    await nextWindow();
    const who = await halfIn(ann);
    let status = 400;
    for (let tries = 0; tries < 21 && status === 400; tries += 1) {
      if (tries % 9 === 0) await nextWindow();
      status = (await enter(who, wrong)).status;
    }
    expect(status).toBe(429);
    await nextWindow();
    const right = await enter(who, codeOf(ann.factor.secret));
    expect([right.status, (await right.text()).includes('hours')]).toEqual([429, true]);
    await query(`delete from rate_limit`);
  });
});

describe('a strong role without proof', () => {
  it('opens nothing: pages lead to the second step, forms are refused, and other roles stay', async () => {
    const { visitor: who, accountId } = await signedIn(library, {
      ...{ role: 'administrator', partnershipId: ours, isProved: false },
    });
    expect((await who.get('/people?x=1')).headers.get('location')).toBe(
      '/account/second-step?to=%2Fpeople%3Fx%3D1',
    );
    const invited = { name: 'Bob', email: 'bob@council.example', role: 'reader' };
    expect((await who.send('/people/invite', invited)).status).toBe(403);
    expect(await query(`select 1 from account where email = 'bob@council.example'`)).toEqual([]);
    expect((await who.get('/log.csv')).headers.get('location')).toMatch(/^\/account\/second-step/);
    const page = await (await who.get('/account')).text();
    expect(page).toContain('Administrator, Alderbrook Partnership – needs a second step first');
    expect(page).not.toContain('href="/people"');
    const [reader] = await query<{ id: string }>(
      `insert into role_holding (account_id, role, partnership_id, from_on) values ($1, 'reader', $2, '2020-01-01') returning id`,
      [accountId, theirs],
    );
    expect((await who.send('/account/acting', { holding: reader!.id })).status).toBe(303);
    expect(await (await who.get('/account')).text()).toContain('Reader, Thornfield Partnership</dd>');
    expect((await who.get('/people')).status).toBe(403);
  });
});

describe('changing a second step', () => {
  const change = async (who: Visitor, what: 'codes' | 'off', code: string): Promise<Response> =>
    await who.send(`/account/second-step/${what}`, { code }, { page: '/account/second-step' });

  it('asks for a code, also for new recovery codes, which replace the old ones', async () => {
    const ann = await anEditor();
    for (const what of ['codes', 'off'] as const)
      expect((await change(ann.visitor, what, wrongCodeOf(ann.factor.secret))).status).toBe(400);
    const made = await change(ann.visitor, 'codes', codeOf(ann.factor.secret));
    const [, fresh] = /<li>([0-9A-Z-]{19})<\/li>/.exec(await made.text())!;
    expect((await enter(await halfIn(ann), ann.factor.codes[0]!)).status).toBe(400);
    expect((await enter(await halfIn(ann), fresh!)).status).toBe(303);
  });

  it('turns it off in this session, so that the role waits again, and ends all others', async () => {
    const ann = await anEditor();
    const other = await halfIn(ann);
    await enter(other, codeOf(ann.factor.secret));
    expect(await isIn(other)).toBe(true);
    expect((await change(ann.visitor, 'off', ann.factor.codes[0]!)).status).toBe(303);
    expect(await isIn(other)).toBe(false);
    expect(await (await ann.visitor.get('/account')).text()).toContain('needs a second step first');
    expect((await visitor().signIn(ann.email, PASSWORD)).headers.get('location')).toMatch(
      /^\/account\/second-step/,
    );
  });

  it('slows down whoever tries codes in a session that is not theirs', async () => {
    const ann = await anEditor();
    const _csrf = tokenIn(await (await ann.visitor.get('/account/second-step')).text());
    const code = wrongCodeOf(ann.factor.secret);
    const tries = await Promise.all(
      Array.from({ length: 12 }, async () => {
        const answer = await ann.visitor.post('/account/second-step/off', { _csrf, code });
        return answer.status;
      }),
    );
    expect(tries.toSorted()).toEqual([...Array<number>(10).fill(400), 429, 429]);
    expect((await change(ann.visitor, 'off', codeOf(ann.factor.secret))).status).toBe(429);
    await query(`delete from rate_limit`);
  });
});

describe('resetting somebody’s second step', () => {
  const reset = async (admin: Person, accountId: string, why = 'New phone'): Promise<number> =>
    (await admin.visitor.send(`/people/${accountId}/second-step/reset`, { why })).status;

  it('is done by an administrator, with a reason, and ends all sessions', async () => {
    const admin = await signedIn(library, { role: 'administrator', partnershipId: ours });
    const ann = await anEditor();
    expect(await reset(admin, ann.accountId, ' ')).toBe(400);
    expect(await isIn(ann.visitor)).toBe(true);
    expect(await reset(admin, ann.accountId)).toBe(303);
    expect(await isIn(ann.visitor)).toBe(false);
    expect(await reset(admin, ann.accountId)).toBe(404);
    const half = await visitor().signIn(ann.email, PASSWORD);
    expect(half.headers.get('location')).toMatch(/^\/account\/second-step/);
    const [why] = await query<{ content: string }>(
      `select w.content from audit_words w join audit_entry e using (chain, number)
       where e.action = 'account.second-step-reset' and e.subject_id = $1 and w.field = 'why'`,
      [ann.accountId],
    );
    expect(why!.content).toBe('"New phone"');
  });

  it('is none of another partnership’s business, and nobody’s own', async () => {
    const stranger = await signedIn(library, { role: 'administrator', partnershipId: theirs });
    const admin = await signedIn(library, { role: 'administrator', partnershipId: ours });
    const ann = await anEditor();
    expect(await reset(stranger, ann.accountId)).toBe(404);
    expect(await reset(admin, admin.accountId)).toBe(403);
    await query(
      `insert into role_holding (account_id, role, partnership_id, from_on) values ($1, 'reader', $2, '2020-01-01')`,
      [ann.accountId, theirs],
    );
    expect(await reset(stranger, ann.accountId)).toBe(403);
    const kept = await query('select 1 from second_factor where account_id = any($1)', [
      [ann.accountId, admin.accountId],
    ]);
    expect(kept).toHaveLength(2);
  });
});

describe('failed sign-ins', () => {
  it('stand in the log once for a window and once for its limit; of unknown people nothing is kept', async () => {
    const ann = await anEditor();
    await Promise.all(Array.from({ length: 12 }, () => visitor().signIn(ann.email, 'a wrong password')));
    await Promise.all(Array.from({ length: 3 }, () => visitor().signIn('typo@council.example', PASSWORD)));
    await eventually(async () =>
      expect((await logOf(ann.accountId)).slice(1)).toEqual([
        { action: 'session.refused', to: { wrong: 'password', failures: 1 } },
        { action: 'session.refused', to: { wrong: 'password', failures: 10 } },
      ]),
    );
    const [log] = await query<{ all: string }>(
      `select concat((select string_agg(e::text, '') from audit_entry e), (select string_agg(w::text, '') from audit_words w)) as all`,
    );
    expect(log!.all).not.toContain('typo@');
    await query(`delete from rate_limit`);
  });
});
