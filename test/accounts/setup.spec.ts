import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startLibrary, type TestLibrary } from '../support/app.js';
import { firstAdministrator, locationOf, signedIn, textOf, Visitor } from '../support/visitor.js';
import { Records } from '../support/records.js';

const NAME = 'Alderbrook Safeguarding Partnership';
let library: TestLibrary;
let administrator: Visitor;

beforeAll(async () => {
  library = await startLibrary('empty', null, { PARTNERSHIP: 'elsewhere' });
  const elsewhere = await new Records(library.source).aPartnership({ name: 'Elsewhere' });
  await new Records(library.source).aContactLine(elsewhere, { phone: '0111 111111' });
  await library.source.query(`update partnership set slug = 'not-yet' where id = $1`, [elsewhere.id]);
  administrator = await firstAdministrator(library);
});
afterAll(async () => await library?.close());

const roles = async (): Promise<string[]> =>
  (
    await library.source.query<{ role: string }[]>(
      `select h.role || coalesce(' of ' || p.name, '') as role from role_holding h
       left join partnership p on p.id = h.partnership_id where h.ended_at is null order by 1`,
    )
  ).map(({ role }) => role);
const next = async (): Promise<string> => {
  const location = locationOf(await administrator.get('/setup'));
  return new URL(location!).pathname;
};
const progress = async (): Promise<string | undefined> =>
  /Setting up: (\d of \d done)/.exec(await textOf(administrator.get('/account')))?.[1];
const LINE = { 'about-1': 'child', 'audience-1': 'everyone', 'team-1': '', 'phone-1': '01234 000111' };

describe('setting up a library that has no partnership of its own', () => {
  it('begins with the account, and is led on to the partnership', async () => {
    expect(await roles()).toEqual(['platform-administrator']);
    expect([await next(), await progress()]).toEqual(['/setup/partnership', '2 of 5 done']);
    const page = await administrator.follow(await administrator.get('/setup'));
    expect(await textOf(page)).toContain('Step 3 of 5');
  });

  it('asks for a partnership from the list or a name, not for both nor for one that is there', async () => {
    const choose = '/setup/partnership/choose';
    const [known] = await library.source.query<{ id: string }[]>('select id from partnership');
    const wrongs: Record<string, string>[] = [
      {},
      { partnership: known!.id, name: 'X' },
      { name: 'ELSEWHERE' },
      { partnership: 'x' },
    ];
    for (const wrong of wrongs) expect((await administrator.send(choose, wrong)).status).toBe(400);
    expect((await administrator.send('/setup/partnership', LINE)).status).toBe(404);
  });

  it('adds the partnership, makes its administrator, and shows no other one’s lines from then on', async () => {
    expect(await textOf(administrator.get('/'))).toContain('0111 111111');
    const chosen = await administrator.send('/setup/partnership/choose', { name: NAME });
    expect(locationOf(chosen)).toBe(`${library.url}/setup/partnership`);
    expect(await roles()).toEqual([`administrator of ${NAME}`, 'platform-administrator']);
    expect(await textOf(administrator.get('/'))).not.toContain('0111 111111');
    expect([await next(), await progress()]).toEqual(['/setup/partnership', '2 of 5 done']);
  });

  it('takes lines to call, and gives back what is wrong with one beside its field', async () => {
    const wrong = {
      ...LINE,
      'phone-2': 'ring us',
      'about-2': 'nobody',
      'team-2': 'Front door',
      'audience-2': 'public',
    };
    const again = await administrator.send('/setup/partnership', wrong);
    const againText = await textOf(again);
    expect(again.status).toBe(400);
    for (const said of ['href="#about-2"', 'href="#phone-2"', 'value="Front door"', 'value="01234 000111"'])
      expect(againText).toContain(said);
    expect(againText.indexOf('#about-2')).toBeLessThan(againText.indexOf('#phone-2'));
    expect((await administrator.send('/setup/partnership', { 'phone-1': ' ' })).status).toBe(400);
    expect(locationOf(await administrator.send('/setup/partnership', LINE))).toBe(`${library.url}/setup`);
    expect(await textOf(administrator.get('/'))).toContain('01234 000111');
    expect([await next(), await progress()]).toEqual(['/setup/sign-on', '3 of 5 done']);
  });

  it('keeps lines that a person has put when a bundle says others, which are proposed', async () => {
    const record = { kind: 'partnership', name: NAME, contacts: [{ phone: '0999 999999' }] };
    await library.add([record]);
    expect(await textOf(administrator.get('/'))).toContain('01234 000111');
    expect(
      await library.source.query(`select value from proposed_change where field = 'contacts'`),
    ).toMatchObject([{ value: { contacts: [{ phone: '0999 999999' }] } }]);
  });

  it('lets steps be left out that may be, and is done when something is there', async () => {
    expect(await textOf(administrator.get('/setup/sign-on'))).toContain('Step 4 of 5');
    expect((await administrator.send('/setup/partnership/skip', {}, { page: '/setup/sign-on' })).status).toBe(
      404,
    );
    expect((await administrator.send('/setup/sign-on/skip', {}, { page: '/setup/sign-on' })).status).toBe(
      303,
    );
    expect([await next(), await progress()]).toEqual(['/setup/people', '4 of 5 done']);
    const partnership = await library.source.query<{ id: string }[]>(
      'select id from partnership where name = $1',
      [NAME],
    );
    const bob = {
      name: 'Bob',
      email: 'bob@council.example',
      role: 'editor',
      partnership: partnership[0]!.id,
    };
    const invited = await administrator.send('/people/invite', bob);
    expect([invited.status, (await textOf(invited)).includes('Go on with setting up')]).toEqual([200, false]);
    expect([await next(), await progress()]).toEqual(['/account', undefined]);
    const log = await library.source.query<{ action: string }[]>(
      `select action from audit_entry where action ~ '^(library|partnership)' order by recorded_at`,
    );
    expect(log.map(({ action }) => action)).toEqual([
      ...[
        'partnership.added',
        'library.partnership-chosen',
        'partnership.contacts-set',
        'library.step-skipped',
      ],
    ]);
  });

  it('offers the partnership that runs the library first, says what roles are for, and what an agency lead waits for', async () => {
    const [{ id }] = await library.source.query<[{ id: string }]>(
      'select id from partnership where name = $1',
      [NAME],
    );
    const page = await textOf(administrator.get('/people/invite'));
    expect(page).toMatch(new RegExp(`<option value="${id}" selected>`));
    expect(page).toContain('Answers for one agency');
    const lead = { name: 'Lea', email: 'lea@council.example', role: 'agency-lead', partnership: id };
    const refused = await textOf(administrator.send('/people/invite', lead));
    for (const said of ['href="#agency"', 'id="agency"', 'No agency is known here yet'])
      expect(refused).toContain(said);
    const chief = {
      name: 'Chi',
      email: 'chi@council.example',
      role: 'platform-administrator',
      partnership: id,
    };
    expect((await administrator.send('/people/invite', chief)).status).toBe(200);
    await library.source.query(`delete from account where email = 'chi@council.example'`);
  });

  it('is for platform administrators alone', async () => {
    const [{ id }] = await library.source.query<[{ id: string }]>('select id from partnership limit 1');
    const { visitor } = await signedIn(library, { role: 'administrator', partnershipId: id });
    expect((await visitor.get('/setup')).status).toBe(403);
    expect(await (await visitor.get('/account')).text()).not.toContain('/setup');
  });
});

describe('whom to call', () => {
  const slugOf = async (name: string): Promise<string> =>
    (
      await library.source.query<[{ slug: string }]>('select slug from partnership where name = $1', [name])
    )[0].slug;
  const linesOf = async (name: string): Promise<string[]> =>
    (
      await library.source.query<{ phone: string }[]>(
        `select c.phone from contact_line c join partnership p on p.id = c.partnership_id where p.name = $1
         order by c.position`,
        [name],
      )
    ).map(({ phone }) => phone);

  it('is changed by the administrator of a partnership, on every page at once, and stays in the log', async () => {
    const [{ id, slug }] = await library.source.query<[{ id: string; slug: string }]>(
      'select id, slug from partnership where name = $1',
      [NAME],
    );
    const { visitor, accountId } = await signedIn(library, { role: 'administrator', partnershipId: id });
    expect(await textOf(visitor.get('/account'))).toContain('href="/contact-lines"');
    expect(locationOf(await visitor.get('/contact-lines'))).toBe(`${library.url}/contact-lines/${slug}`);
    const page = await textOf(visitor.get(`/contact-lines/${slug}`));
    expect([page.includes('value="01234 000111"'), page.includes('finds it by its name')]).toEqual([
      true,
      true,
    ]);
    const none = await visitor.send(`/contact-lines/${slug}`, { 'phone-1': ' ' });
    expect([none.status, await linesOf(NAME)]).toEqual([400, ['01234 000111']]);
    const two = {
      ...LINE,
      'phone-1': '01234 000222',
      'about-2': 'adult',
      'audience-2': 'public',
      'phone-2': '01234 3',
    };
    const saved = await visitor.follow(await visitor.send(`/contact-lines/${slug}`, two));
    expect(await textOf(saved)).toContain('Saved. Every page shows these lines now.');
    expect(await linesOf(NAME)).toEqual(['01234 000222', '01234 3']);
    expect(await textOf(new Visitor(library.url).get('/'))).toContain('01234 000222');
    const log = `select 1 from audit_entry where action = 'partnership.contacts-set' and actor_id = $1 and chain = $2`;
    expect(await library.source.query(log, [accountId, id])).toHaveLength(1);
  });

  it('is nobody else’s to change: another partnership’s is not there, and roles without the right are refused', async () => {
    const [{ id }] = await library.source.query<[{ id: string }]>(
      'select id from partnership where name = $1',
      [NAME],
    );
    const other = `/contact-lines/${await slugOf('Elsewhere')}`;
    const { visitor } = await signedIn(library, { role: 'administrator', partnershipId: id });
    expect((await visitor.get(other)).status).toBe(404);
    expect((await visitor.send(other, LINE)).status).toBe(404);
    expect(await linesOf('Elsewhere')).toEqual(['0111 111111']);
    const { visitor: lead } = await signedIn(library, { role: 'audit-lead', partnershipId: id });
    expect((await lead.send(`/contact-lines/${await slugOf(NAME)}`, LINE)).status).toBe(403);
  });

  it('is changed by platform administrators in every partnership', async () => {
    expect(await textOf(administrator.get('/contact-lines'))).toContain(
      `href="/contact-lines/${await slugOf('Elsewhere')}"`,
    );
    const path = `/contact-lines/${await slugOf('Elsewhere')}`;
    const saved = await administrator.follow(
      await administrator.send(path, { ...LINE, 'phone-1': '0111 222' }),
    );
    expect(await textOf(saved)).toContain('Programs that ask for this partnership');
    expect(await linesOf('Elsewhere')).toEqual(['0111 222']);
  });
});

describe('setting up a library that has one by its settings', () => {
  it('makes nobody its administrator who has not chosen it', async () => {
    await library.source.query(`delete from own_partnership`);
    await library.source.query(`update partnership set slug = 'elsewhere' where name = 'Elsewhere'`);
    await library.source.query(`delete from account`);
    const anew = await firstAdministrator(library);
    expect(await roles()).toEqual(['platform-administrator']);
    expect(await textOf(anew.get('/'))).toContain('0111 222');
    const [{ id }] = await library.source.query<[{ id: string }]>(
      'select id from partnership where name = $1',
      [NAME],
    );
    await anew.send('/setup/partnership/choose', { partnership: id });
    expect(await roles()).toEqual([`administrator of ${NAME}`, 'platform-administrator']);
    expect(await textOf(anew.get('/setup/partnership'))).toContain('01234 000222');
  });
});
