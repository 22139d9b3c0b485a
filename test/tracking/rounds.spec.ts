import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RoundItem, RoundMailing } from '../../src/tracking/rounds/round.model.js';
import type { ImportView } from '../../src/tracking/imports/plan-imports.service.js';
import { eventually } from '../support/eventually.js';
import { Mailbox, readMail } from '../support/mailbox.js';
import { signedIn, textOf, tokenIn, Visitor } from '../support/visitor.js';
import { partsOf, sheetsOf } from './read-office.js';
import { escapeXml, letterOf } from './sheets/write-workbook.js';
import { writeZip } from './sheets/write-zip.js';
import { formWith, startFollowing, type Changed, type FollowingLibrary, type Program } from './library.js';
import { type HistoryAnswer } from '../../src/tracking/history.model.js';

const HOME = 'https://reviews.example.org';

let fennmere: FollowingLibrary;
let lead: Program;
let police: string;
let item: string;
const mailbox = new Mailbox();

beforeAll(async () => {
  await mailbox.open();
  fennmere = await startFollowing({
    ...{ CLOCK_STARTS_AT: '2025-06-09T08:00:00Z', PUBLIC_URL: HOME },
    ...{ SMTP_URL: `smtp://127.0.0.1:${mailbox.port}`, MAIL_FROM: 'library@example.org' },
  });
  ({ lead } = fennmere);
  police = await fennmere.agency('Marsh Police');
  item = (
    await lead.post('/items', {
      ...{ source: { origin: 'audit', title: 'Audit of Child Q' }, text: 'Share concerns.' },
      ...{ on: '2025-01-10', addressees: [police] },
    })
  ).body.id;
});
afterAll(async () => {
  await fennmere?.library.close();
  await mailbox.close();
});

const addressOf = (name: string): string => `${name.toLowerCase().replace(' ', '.')}@marsh.example`;
const person = (name: string): { name: string; email: string } => ({ name, email: addressOf(name) });
const action = async (
  owner: string | { name: string; email?: string } | null,
  text = 'Train the teams.',
  due: string | null = '2025-07-31',
): Promise<{ id: string; ref: string }> =>
  (
    await lead.post<{ id: string; ref: string }>(`/items/${item}/actions`, {
      ...{ text, agency: police, owner: typeof owner === 'string' ? person(owner) : owner },
      ...(due && { due: { on: due } }),
    })
  ).body;
const open = async (actions: { id: string }[], name = 'Quarter 1'): Promise<string> => {
  const wish = { name, by: '2025-06-20', actions: actions.map(({ id }) => id) };
  const { status, body } = await lead.post('/rounds', wish);
  expect(status).toBe(201);
  return body.id;
};
const send = async (id: string, deed = 'send', preview = false): Promise<RoundMailing> =>
  (await lead.post<RoundMailing>(`/rounds/${id}/${deed}?preview=${preview}`)).body;
const find = async (id: string): Promise<RoundItem> => (await lead.get<RoundItem>(`/rounds/${id}`)).body;
/** Paths of the links in e-mails to somebody, the oldest first, when so many have come. */
async function linksTo(name: string, number = 1): Promise<string[]> {
  await eventually(() => Promise.resolve(expect(mailbox.to(addressOf(name))).toHaveLength(number)));
  return mailbox.to(addressOf(name)).map((mail) => /\/updates\/[\w-]{43}/.exec(readMail(mail))![0]);
}
/** A round that was sent to one person, with their link. */
async function asked(
  name: string,
  actions: { id: string }[],
): Promise<{ id: string; link: string; visitor: Visitor }> {
  const id = await open(actions);
  await send(id);
  const [link] = await linksTo(name);
  return { id, link: link!, visitor: new Visitor(fennmere.library.url) };
}
/** What is typed about actions, as the form has it. */
const typed = (
  answers: [{ id: string; ref: string }, Record<string, string>][],
  more: Record<string, string> = {},
): Record<string, string> => ({
  ...Object.fromEntries(
    answers.flatMap(([{ id, ref }, fields]): [string, string][] => [
      [`action-${id}`, ref],
      ...Object.entries(fields).map(([field, value]): [string, string] => [`${field}-${id}`, value]),
    ]),
  ),
  ...more,
});
const stateOf = async ({ id }: { id: string }): Promise<Changed> => (await lead.get(`/actions/${id}`)).body;
const wordsOf = (page: string): string => page.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
const entries = async (): Promise<number> =>
  Number(
    (
      await fennmere.library.source.query<[{ count: string }]>(
        'select count(*) from audit_entry where chain = $1',
        [fennmere.partnership.id],
      )
    )[0].count,
  );

/** Tables that have these words in any column. */
async function tablesWith(words: string): Promise<string[]> {
  const { source, owner } = fennmere.library;
  const tables = await source.query<{ name: string }[]>(
    `select quote_ident(table_schema) || '.' || quote_ident(table_name) as name from information_schema.tables
     where table_type = 'BASE TABLE' and table_schema in ('public', 'graphile_worker')`,
  );
  expect(tables.length).toBeGreaterThan(30);
  const found: string[] = [];
  for (const { name } of tables) {
    const [row] = await owner.query<[{ found: boolean }]>(
      `select exists (select 1 from ${name} t where t::text like '%' || $1 || '%') as found`,
      [words],
    );
    if (row.found) found.push(name);
  }
  return found;
}

describe('a round of updates', () => {
  it('says who gets what before anything is sent, and who is not asked and why', async () => {
    const [ada, bea] = [await action('Ada Ford'), await action('Ada Ford', 'Write the form.')];
    const [none, silent] = [await action(null), await action({ name: 'Sil Ent' })];
    const gone = await action('Gone Person');
    const done = await action('Ada Ford');
    const id = await open([ada, bea, none, silent, gone, done]);
    await lead.post(`/actions/${done.id}/delivery`, { to: 'completed', on: '2025-06-01' });
    const administrator = await fennmere.program('administrator');
    const { owner } = await stateOf(gone);
    await administrator.post(`/owners/${owner!.id}/redaction`, { reason: 'They asked for it.' });
    const before = await entries();
    const plan = await send(id, 'send', true);
    expect(plan).toEqual({
      preview: true,
      people: [
        {
          ...{ id: (await stateOf(ada)).owner!.id, name: 'Ada Ford', address: addressOf('Ada Ford') },
          ...{ standsInFor: null, deputy: null, actions: [ada.ref, bea.ref] },
        },
      ],
      notAsked: [
        { action: none.ref, name: null, why: 'no-owner' },
        { action: silent.ref, name: 'Sil Ent', why: 'no-address' },
        { action: gone.ref, name: 'Name removed', why: 'owner-removed' },
        { action: done.ref, name: 'Ada Ford', why: 'action-closed' },
      ],
    });
    expect(await entries()).toBe(before);
    expect(mailbox.taken).toHaveLength(0);
    expect((await find(id)).people).toEqual([]);
  });

  it('sends each owner one e-mail that names no child, no review and no words, and nobody two', async () => {
    const round = (await lead.get<{ items: RoundItem[] }>('/rounds')).body.items[0]!;
    const sent = await send(round.id);
    expect(sent.people.map(({ name }) => name)).toEqual(['Ada Ford']);
    await linksTo('Ada Ford');
    const mail = readMail(mailbox.to(addressOf('Ada Ford'))[0]!);
    expect(mail).toMatch(/Subject: Your update by 20 June 2025: 2 actions/);
    expect(mail).toContain('Fennmere Safeguarding Children Partnership asks you');
    expect(mail).not.toMatch(/Child Q|Train|Write the form|Quarter 1|Share/);
    expect((await send(round.id)).people).toEqual([]);
    // Sent under the same key, it is answered and not done again.
    const key = { 'idempotency-key': 'round-1' };
    const late = await action('Late Comer');
    const other = await open([late]);
    for (let time = 0; time < 2; time += 1)
      expect((await lead.post(`/rounds/${other}/send`, {}, key)).status).toBe(200);
    await linksTo('Late Comer');
    await lead.post(`/rounds/${other}/close`);
    expect((await lead.post<Changed>(`/rounds/${other}/send`)).body.code).toBe('closed');
    expect((await lead.post(`/rounds/${other}/close`)).body.code).toBe('decided');
    const [dead] = await linksTo('Late Comer');
    expect((await fetch(fennmere.library.url + dead!)).status).toBe(410);
  });

  it('is for audit leads, of their own partnership and of open actions alone', async () => {
    const agencyLead = await fennmere.program('agency-lead', police);
    const { id } = (await lead.get<{ items: RoundItem[] }>('/rounds')).body.items[0]!;
    for (const told of [
      await agencyLead.get('/rounds'),
      await agencyLead.post('/rounds', { name: 'Mine', by: '2025-06-20' }),
      await agencyLead.post(`/rounds/${id}/send?preview=true`),
    ])
      expect(told.status).toBe(403);
    const [stowe] = await fennmere.library.source.query<{ id: string }[]>(
      `select id from partnership where name = 'Stowe Safeguarding Partnership'`,
    );
    const other = await fennmere.program('audit-lead', undefined, stowe!.id);
    expect((await other.get(`/rounds/${id}`)).status).toBe(404);
    expect((await other.post('/rounds', { name: 'Nothing to ask', by: '2025-06-20' })).status).toBe(400);
    for (const wrong of [{ by: '2025-06-08' }, { by: '2025-06-31' }, { name: '' }, { actions: [item] }]) {
      const wish = { name: 'Quarter 1', by: '2025-06-20', ...wrong };
      expect((await lead.post('/rounds', wish)).status).toBe(400);
    }
    // The name can be taken out for good.
    const named = await open([await action('Nam Ed')], 'About Child Q');
    const administrator = await fennmere.program('administrator');
    expect((await administrator.post(`/rounds/${named}/redaction`, { reason: 'A name.' })).status).toBe(204);
    expect((await find(named)).name).toBeNull();
  });
});

describe('a link from the e-mail', () => {
  it('shows the person’s own actions with what they said last, and changes nothing, however often it is opened', async () => {
    const [own, others] = [
      await action('Bo Marsh', 'Meet weekly.'),
      await action('Other Owner', 'Secret of others.'),
    ];
    await lead.post(`/actions/${own.id}/updates`, { text: 'Two of five meetings.', on: '2025-03-31' });
    const { id, link, visitor } = await asked('Bo Marsh', [own, others]);
    const before = await entries();
    for (const method of ['GET', 'HEAD', 'GET'])
      expect((await fetch(fennmere.library.url + link, { method })).status).toBe(200);
    const answer = await visitor.get(link);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      ...{ 'referrer-policy': 'no-referrer', 'cache-control': 'private, no-store' },
      'x-robots-tag': 'noindex, nofollow',
    });
    expect(answer.headers.getSetCookie()).toEqual([]);
    const page = await textOf(answer);
    expect(page).toContain('Two of five meetings.');
    expect(page).toContain('31 March 2025');
    expect(page).toContain('noindex');
    expect(page).not.toMatch(/Secret of others|Child Q|Share concerns|udgement|\/tracking/);
    // No part of the page repeats its address but the file beside it.
    expect(page.split(link.slice(9)).length - 1).toBeLessThanOrEqual(1);
    expect(await entries()).toBe(before);
    expect((await find(id)).people.find(({ name }) => name === 'Bo Marsh')!.isAnswered).toBe(false);
  });

  it('takes everything in one step, in the name of the owner, and a second time nothing', async () => {
    const told = await action('Cy Dale');
    const same = await action('Cy Dale');
    const done = await action('Cy Dale');
    const ask = await action('Cy Dale');
    const stop = await action('Cy Dale');
    await lead.post(`/actions/${same.id}/updates`, { text: 'As planned.', on: '2025-02-01' });
    const { id, link, visitor } = await asked('Cy Dale', [told, same, done, ask, stop]);
    const answers = typed(
      [
        [told, { text: 'Forty of sixty trained.', on: '31 May 2025', to: 'in-progress' }],
        [same, { text: 'As planned.', same: 'yes' }],
        [done, { to: 'completed', on: '1 June 2025' }],
        [ask, { due: 'September 2025', why: 'Staff have left.' }],
        [stop, { to: 'stopped', why: 'It was done by others.' }],
      ],
      { do: 'send' },
    );
    // As a browser sends it from a page without a referrer, and without any cookie.
    const page = await visitor.post(link, answers, { origin: 'null', 'sec-fetch-site': 'same-origin' });
    expect(page.status).toBe(200);
    expect(await textOf(page)).toContain('Thank you, Cy Dale');
    expect(await stateOf(told)).toMatchObject({
      ...{ delivery: 'in-progress', updates: [{ on: '2025-05-31', text: 'Forty of sixty trained.' }] },
    });
    expect(await stateOf(same)).toMatchObject({
      ...{ heardOn: '2025-06-09', flags: expect.not.arrayContaining(['no-update']) },
      updates: [
        { text: 'As planned.', isUnchanged: false },
        { on: '2025-06-09', text: null, isUnchanged: true },
      ],
    });
    expect(await stateOf(done)).toMatchObject({ delivery: 'completed', completedOn: '2025-06-01' });
    expect(await stateOf(ask)).toMatchObject({
      ...{ due: { on: '2025-07-31' }, moves: 0 },
      requests: [{ kind: 'move', due: { on: '2025-09-30' }, reason: 'Staff have left.', decision: null }],
    });
    expect(await stateOf(stop)).toMatchObject({
      ...{ delivery: 'not-started', requests: [{ kind: 'stop', reason: 'It was done by others.' }] },
    });
    const owner = (await stateOf(told)).owner!;
    const { body } = await lead.get<HistoryAnswer>(`/items/${item}/history`);
    expect(body.items.filter(({ way }) => way === 'email-link').map(({ by, deed }) => [by, deed])).toEqual(
      expect.arrayContaining([
        ['Cy Dale', 'update'],
        ['Cy Dale', 'delivery'],
        ['Cy Dale', 'request'],
      ]),
    );
    const round = await find(id);
    expect(round).toMatchObject({ asked: 1, answered: 1 });
    expect(round.people[0]).toMatchObject({ id: owner.id, isAnswered: true });
    expect(round.people[0]!.actions.map(({ said }) => said)).toEqual([
      ...[['update', 'delivery'], ['no-change'], ['delivery'], ['move-asked'], ['stop-asked']],
    ]);
    const before = await entries();
    expect((await visitor.post(link, answers)).status).toBe(410);
    expect((await visitor.get(link)).status).toBe(410);
    expect(await entries()).toBe(before);
  });

  it('is answered with one click where nothing has changed, and shown again with what was typed where something is wrong', async () => {
    const [one, two] = [await action('Di Eden'), await action('Di Eden')];
    const { link, visitor } = await asked('Di Eden', [one, two]);
    const before = await entries();
    const wrong: [Record<string, string>, RegExp][] = [
      [{}, /Say what has been done, or tick “No change”/],
      [{ text: 'Kept words.', same: 'yes' }, /take one of them back/],
      [{ text: 'Kept words.', on: 'soonish' }, /The day must be a date/],
      [{ text: 'Kept words.', on: '2025-06-10' }, /cannot be after today/],
      [{ due: 'May 2026', text: 'Kept words.' }, /a date is moved only with a reason/],
      [{ to: 'stopped' }, /stopped only with a reason/],
      [{ why: 'Kept words.' }, /which date you ask for/],
    ];
    for (const [fields, said] of wrong) {
      const page = await visitor.post(
        link,
        typed(
          [
            [one, fields],
            [two, { same: 'yes' }],
          ],
          { do: 'send' },
        ),
      );
      const text = await textOf(page);
      expect([page.status, text.match(said)?.length]).toEqual([400, 1]);
      if (JSON.stringify(fields).includes('Kept words')) expect(text).toContain('>Kept words.</textarea>');
    }
    expect(await entries()).toBe(before);
    expect(
      (
        await visitor.post(
          link,
          typed(
            [
              [one, {}],
              [two, {}],
            ],
            { do: 'rest' },
          ),
        )
      ).status,
    ).toBe(200);
    expect((await stateOf(two)).updates).toMatchObject([{ isUnchanged: true }]);
  });

  it('tells of an action that changed hands or closed meanwhile, and loses nothing that was typed', async () => {
    const kept = await action('Eve Ash');
    const moved = await action('Eve Ash');
    const closed = await action('Eve Ash');
    const { link, visitor } = await asked('Eve Ash', [kept, moved, closed]);
    const answers = typed([
      [kept, { text: 'Words about what I keep.' }],
      [moved, { text: 'Words about what moved.' }],
      [closed, { text: 'Words about what closed.' }],
    ]);
    await lead.post(`/actions/${moved.id}/owner`, { owner: person('New Owner') });
    await lead.post(`/actions/${closed.id}/delivery`, { to: 'completed' });
    const before = await entries();
    const again = await visitor.post(link, answers);
    expect(again.status).toBe(409);
    const page = await textOf(again);
    for (const words of ['Words about what I keep.', 'Words about what moved.', 'Words about what closed.'])
      expect(page).toContain(words);
    expect(page).not.toContain(`text-${moved.id}`);
    expect(await entries()).toBe(before);
    expect((await visitor.post(link, typed([[kept, { text: 'Words about what I keep.' }]]))).status).toBe(
      200,
    );
  });

  it('ends for whoever leaves, with what they had typed, and is unknown where it never was one', async () => {
    const [left, out] = [await action('Fay Gill'), await action('Guy Holm')];
    const { link, visitor } = await asked('Fay Gill', [left]);
    const answers = typed([[left, { text: 'My last words.' }]]);
    await lead.post('/owners/replacement', { from: person('Fay Gill'), to: person('Ina Joy') });
    expect((await visitor.get(link)).status).toBe(410);
    const ended = await visitor.post(link, answers);
    expect([ended.status, await textOf(ended)]).toEqual([410, expect.stringContaining('My last words.')]);
    const other = await asked('Guy Holm', [out]);
    const administrator = await fennmere.program('administrator');
    const { owner } = await stateOf(out);
    await administrator.post(`/owners/${owner!.id}/redaction`, { reason: 'They left.' });
    expect((await visitor.get(other.link)).status).toBe(410);
    expect((await visitor.post(other.link, typed([[out, { same: 'yes' }]]))).status).toBe(410);
    for (const unknown of [`/updates/${'A'.repeat(43)}`, '/updates/nothing']) {
      expect((await visitor.get(unknown)).status).toBe(404);
      expect((await visitor.post(unknown, answers)).status).toBe(404);
    }
  });

  it('does not bring back words that stood on the page and were redacted before it was sent', async () => {
    const own = await action('Zoe Redact');
    const said = await lead.post(`/actions/${own.id}/updates`, { text: 'Quagmire said so.' });
    const { link, visitor } = await asked('Zoe Redact', [own]);
    const page = await textOf(visitor.get(link));
    const was = new RegExp(`name="was-${own.id}" value="([^"]*)"`).exec(page)?.[1] ?? '';
    const administrator = await fennmere.program('administrator');
    await administrator.post(`/entries/${said.body.entry!.id}/redaction`, { reason: 'It names a child.' });
    const fields = { text: 'Quagmire said so.', to: 'in-progress', was };
    expect((await visitor.post(link, typed([[own, fields]]))).status).toBe(200);
    expect((await stateOf(own)).delivery).toBe('in-progress');
    expect(await tablesWith('Quagmire')).toEqual([]);
  });

  it('ends for a deputy who leaves, who is named nowhere then, and goes on for the owner', async () => {
    for (const [away, deputy, leaves] of [
      ['Una Vail', 'Wes Yarr', 'replaced'],
      ['Val Unwin', 'Yan Zell', 'redacted'],
    ] as const) {
      const own = await action(away);
      const { owner: ownerOf } = await stateOf(own);
      const { owner: standIn } = await stateOf(await action(deputy));
      const days = { from: '2025-06-01', until: '2025-06-30', deputy: standIn!.id };
      expect((await lead.put(`/owners/${ownerOf!.id}/away`, days)).status).toBe(200);
      const { id, link, visitor } = await asked(deputy, [own]);
      expect((await visitor.get(link)).status).toBe(200);
      if (leaves === 'replaced')
        await lead.post('/owners/replacement', { from: person(deputy), to: person('Some Else') });
      else {
        const administrator = await fennmere.program('administrator');
        await administrator.post(`/owners/${standIn!.id}/redaction`, { reason: 'They left.' });
        for (const traced of [deputy, addressOf(deputy)]) expect(await tablesWith(traced)).toEqual([]);
      }
      expect((await visitor.get(link)).status).toBe(410);
      expect((await visitor.post(link, typed([[own, { same: 'yes' }]]))).status).toBe(410);
      await send(id, 'chase');
      const [again] = await linksTo(away);
      expect((await visitor.get(again!)).status).toBe(200);
    }
  });

  it('is kept nowhere: neither in the database nor in the queue, when the e-mail was sent', async () => {
    const { link } = await asked('Hal Innes', [await action('Hal Innes')]);
    expect(await tablesWith(link.slice('/updates/'.length))).toEqual([]);
  });

  it('is used by one of two at once, and leaves no name when its owner is taken out of the directory', async () => {
    const own = await action('Wim Twice');
    const { id, link, visitor } = await asked('Wim Twice', [own]);
    const answers = typed([[own, { text: 'Once.' }]]);
    const both = await Promise.all([visitor.post(link, answers), visitor.post(link, answers)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 410]);
    // Whoever came second has their words back, whatever they had typed.
    expect(await textOf(both.find(({ status }) => status === 410)!)).toContain('Once.');
    const nested = new FormData();
    nested.set(`action-${own.id}[toString]`, '1');
    nested.set(`text-${own.id}`, 'Twice.');
    const odd = await fetch(fennmere.library.url + link, { method: 'POST', body: nested });
    expect([odd.status, await odd.text()]).toEqual([410, expect.stringContaining('Twice.')]);
    expect((await stateOf(own)).updates).toHaveLength(1);
    expect(await tablesWith('Wim Twice')).not.toEqual([]);
    const administrator = await fennmere.program('administrator');
    const { owner } = await stateOf(own);
    const { status } = await administrator.post(`/owners/${owner!.id}/redaction`, { reason: 'They left.' });
    expect(status).toBe(204);
    for (const traced of ['Wim Twice', addressOf('Wim Twice')]) expect(await tablesWith(traced)).toEqual([]);
    expect((await find(id)).people).toMatchObject([{ name: 'Name removed', isAnswered: true }]);
  });
});

describe('reminding', () => {
  it('reaches those alone who have not answered, once a day, and says who before', async () => {
    const [quiet, quick, byLead] = [
      await action('Jo Quiet'),
      await action('Kit Quick'),
      await action('Liv Lead'),
    ];
    const id = await open([quiet, quick, byLead]);
    await send(id);
    const [link] = await linksTo('Kit Quick');
    const visitor = new Visitor(fennmere.library.url);
    expect((await visitor.post(link!, typed([[quick, { same: 'yes' }]]))).status).toBe(200);
    // What the audit lead enters for somebody is an answer too.
    await linksTo('Liv Lead');
    await lead.post(`/actions/${byLead.id}/updates`, { text: 'Told on the telephone.' });
    const before = await entries();
    const plan = await send(id, 'chase', true);
    expect(plan.people.map(({ name, actions }) => [name, actions])).toEqual([['Jo Quiet', [quiet.ref]]]);
    expect(plan.notAsked.map(({ why }) => why)).toEqual(['answered', 'answered']);
    expect(await entries()).toBe(before);
    expect((await send(id, 'chase')).people).toHaveLength(1);
    expect((await send(id, 'chase')).people).toHaveLength(0);
    const [first, second] = await linksTo('Jo Quiet', 2);
    expect(readMail(mailbox.to(addressOf('Jo Quiet'))[1]!)).toMatch(/Subject: Reminder: your update by/);
    expect(
      (await find(id)).people.map(({ name, isAnswered, remindedOn }) => [name, isAnswered, remindedOn]),
    ).toEqual([
      ['Jo Quiet', false, '2025-06-09'],
      ['Kit Quick', true, null],
      ['Liv Lead', true, null],
    ]);
    // Either of the two links leads to the same page, until one is used.
    for (const link of [first!, second!]) expect((await visitor.get(link)).status).toBe(200);
    expect((await visitor.post(first!, typed([[quiet, { text: 'Here it is.' }]]))).status).toBe(200);
    expect((await visitor.get(second!)).status).toBe(410);
    expect(mailbox.to(addressOf('Kit Quick'))).toHaveLength(1);
  });

  it('marks whose e-mail was refused', async () => {
    const id = await open([await action({ name: 'No Body', email: 'nobody@marsh.example' })]);
    await send(id);
    await eventually(async () => expect((await find(id)).people[0]!.mail).toBe('refused'));
    const { visitor } = await signedIn(fennmere.library, {
      ...{ role: 'audit-lead', partnershipId: fennmere.partnership.id, agencyId: null },
    });
    expect(wordsOf(await textOf(visitor.get('/tracking')))).toMatch(/0 of 1 answered · 1 email was refused/);
    expect(await textOf(visitor.get(`/tracking/rounds/${id}`))).toContain('The email was refused.');
  });
});

describe('the pages of rounds', () => {
  it('lead from the desk to a round that is sent, and show who has answered', async () => {
    const owner = 'Mo Page';
    const { id } = await action(owner, 'Look at the page.');
    const { visitor } = await signedIn(fennmere.library, {
      ...{ role: 'audit-lead', partnershipId: fennmere.partnership.id, agencyId: null },
    });
    const list = await textOf(visitor.get('/tracking/rounds'));
    const fields = { _csrf: tokenIn(list), name: 'Page round', by: '20 June 2025' };
    const wrongs: Record<string, string>[] = [
      { by: 'June 2025' },
      { by: '1 June 2025' },
      { which: 'ticked' },
      { which: 'agency' },
      { which: 'review' },
      { name: '' },
    ];
    for (const wrong of wrongs) {
      const again = await visitor.post('/tracking/rounds', { ...fields, ...wrong });
      expect([wrong, again.status]).toEqual([wrong, 400]);
    }
    const opens = async (more: Record<string, string | string[]>): Promise<string> => {
      const opened = await visitor.post('/tracking/rounds', { ...fields, ...more });
      return new URL(opened.headers.get('location')!, HOME).pathname;
    };
    // Of one review, and of one agency.
    const council = await fennmere.agency('Marsh Council');
    const { body } = await lead.post('/items', { recommendation: fennmere.recommendations[0] });
    for (const [agency, name] of [
      [police, 'Rev One'],
      [council, 'Rev Two'],
    ] as const)
      await lead.post(`/items/${body.id}/actions`, { text: 'Do.', agency, owner: person(name) });
    const who = async (at: string): Promise<string[]> =>
      (await send(at.split('/').at(-1)!, 'send', true)).people.map(({ name }) => name);
    expect(await who(await opens({ which: 'review', review: body.review!.slug }))).toEqual([
      'Rev One',
      'Rev Two',
    ]);
    expect(await who(await opens({ which: 'agency', agency: council }))).toEqual(['Rev Two']);
    const path = await opens({ which: 'ticked', actions: [id] });
    const before = await textOf(visitor.get(path));
    expect(wordsOf(before)).toMatch(
      /1 person gets an email about 1 action\. Nothing has been sent yet\. Mo Page/,
    );
    expect(mailbox.to(addressOf(owner))).toHaveLength(0);
    expect((await visitor.post(`${path}/send`, { _csrf: tokenIn(before) })).status).toBe(303);
    await linksTo(owner);
    const desk = wordsOf(await textOf(visitor.get('/tracking')));
    expect(desk).toMatch(/Page round Answers by 20 June 2025 · 0 of 1 answered Not yet: Mo Page/);
    const remind = await textOf(visitor.get(`${path}/remind`));
    expect(wordsOf(remind)).toMatch(/Who is reminded 1 person gets an email/);
    expect(mailbox.to(addressOf(owner))).toHaveLength(1);
    await visitor.post(`${path}/remind`, { _csrf: tokenIn(remind) });
    await linksTo(owner, 2);
    const running = await textOf(visitor.get(path));
    expect(wordsOf(running)).toMatch(/Mo Page \d\.\d+ (?:The email waits|Reminded on 9 June 2025)/);
    expect((await visitor.post(`${path}/close`, { _csrf: tokenIn(running) })).status).toBe(303);
    const everybody = new Visitor(fennmere.library.url);
    const [review] = await fennmere.library.source.query<[{ slug: string }]>(
      `select slug from review where label = 'Child R7'`,
    );
    const open = ['/', '/search?q=page+round', '/recommendations', '/reviews', `/reviews/${review.slug}`];
    for (const address of [...open, '/sitemap.xml', '/robots.txt', '/api/v1/recommendations?limit=100']) {
      const text = await (await everybody.get(address)).text();
      expect([address, /Mo Page|Page round|mo\.page|Nothing was sent/.test(text)]).toEqual([address, false]);
    }
    for (const address of ['/tracking/rounds', path]) {
      const answer = await everybody.get(address);
      expect([answer.status, (await answer.text()).includes(owner)]).toEqual([303, false]);
    }
  });
});

describe('the spreadsheet', () => {
  const SHEET = 'xl/worksheets/sheet1.xml';
  const HEADINGS = [
    ...['Action reference', 'Action', 'Lead agency', 'Supporting agencies', 'Original due date', 'Due date'],
    ...['Delivery status', 'Completed on', 'Latest update', 'Latest update on', 'No change'],
    ...['Reason for another date, or to stop', 'Item ID', 'Item version', 'Action ID', 'Action version'],
  ];
  /** As somebody who types into cells; rows of actions count from 0. */
  const edited = async (file: Buffer, edits: Record<string, string>[]): Promise<Buffer> => {
    const parts = Object.fromEntries(await partsOf(file));
    let xml = parts[SHEET]!;
    edits.forEach((edit, row) => {
      for (const [heading, words] of Object.entries(edit)) {
        const at = `${letterOf(HEADINGS.indexOf(heading) + 1)}${row + 2}`;
        const cell = `<c r="${at}" t="inlineStr"><is><t>${escapeXml(words)}</t></is></c>`;
        const known = new RegExp(`<c r="${at}"(?:[^>]*/>|.*?</c>)`, 's');
        xml = known.test(xml) ? xml.replace(known, cell) : inserted(xml, row + 2, cell);
      }
    });
    return writeZip({ ...parts, [SHEET]: xml });
  };
  /** Cells of a row stand in the order of columns. */
  const inserted = (xml: string, row: number, cell: string): string =>
    xml.replace(
      new RegExp(`(<row r="${row}"[^>]*>)(.*?)(</row>)`, 's'),
      (_, start: string, all: string, end: string) => {
        const cells = [...(all.match(/<c r="[A-Z]+\d+"(?:[^>]*\/>|.*?<\/c>)/gs) ?? []), cell];
        const columnOf = (one: string): string => /r="([A-Z]+)/.exec(one)![1]!.padStart(3);
        return (
          start + cells.toSorted((one, other) => (columnOf(one) < columnOf(other) ? -1 : 1)).join('') + end
        );
      },
    );
  /** What came with an e-mail. */
  const attached = (name: string): Buffer => {
    const { raw } = mailbox.to(addressOf(name))[0]!;
    const [, base64] = /filename=actions\.xlsx[\s\S]*?\r\n\r\n([\s\S]*?)\r\n--/.exec(raw)!;
    return Buffer.from(base64!, 'base64');
  };
  const EDITS: Record<string, string>[] = [
    { 'Latest update': 'Fifty of sixty trained.', 'Latest update on': '31/05/2025' },
    { 'No change': 'yes' },
    { 'Delivery status': 'Completed', 'Completed on': '01/06/2025', Action: 'Other words' },
    { 'Due date': '30/09/2025', 'Reason for another date, or to stop': 'Staff have left.' },
  ];

  it('comes with the e-mail, is filled in, chosen on the page, and sent from there', async () => {
    const own = [];
    for (const words of ['One.', 'Two.', 'Three.', 'Four.']) own.push(await action('Ned Office', words));
    await lead.post(`/actions/${own[1]!.id}/updates`, { text: 'As planned.', on: '2025-02-01' });
    const { link, visitor } = await asked('Ned Office', own);
    const file = attached('Ned Office');
    const sheets = await sheetsOf(file);
    expect([...sheets.keys()]).toEqual(['Actions', 'About']);
    expect(sheets.get('Actions')!.xml).not.toMatch(/Child Q|Share concerns/);
    expect(sheets.get('Actions')!.rows).toMatchObject([
      { 'Action reference': { value: own[0]!.ref }, Action: { value: 'One.' } },
      { 'Latest update': { value: 'As planned.' } },
      ...[{}, {}],
    ]);
    // Changed in the library after it was made, and not in the sheet: it stays.
    await lead.post(`/actions/${own[0]!.id}/delivery`, { to: 'in-progress' });
    const before = await entries();
    const upload = async (bytes: Buffer, fields: Record<string, string> = {}): Promise<[number, string]> => {
      const answer = await visitor.upload(link, formWith({ name: 'actions.xlsx', bytes }, fields));
      return [answer.status, await textOf(answer)];
    };
    const typedAlready = typed([[own[1]!, { text: 'Typed before.' }]], { do: 'read' });
    const [status, page] = await upload(await edited(file, EDITS), typedAlready);
    expect([status, page.match(/Nothing has been sent yet/g)?.length]).toEqual([200, 1]);
    for (const said of [
      'Fifty of sixty trained.</textarea>',
      'Typed before.</textarea>',
      'value="30 September 2025"',
      'Staff have left.</textarea>',
      '<option value="completed" selected>',
      'something new about 4 actions',
      `Action ${own[2]!.ref}: the wording cannot be changed here`,
    ])
      expect(page).toContain(said);
    expect(await entries()).toBe(before);
    // Of somebody else, no export, no spreadsheet, too much.
    const other = await asked('Olga Other', [await action('Olga Other')]);
    const since = await entries();
    expect((await upload(attached('Olga Other')))[1]).toMatch(/Row 2 is none of the actions/);
    expect((await upload(Buffer.from('Action,Owner,Due date\nDo,Me,2025')))[1]).toMatch(
      /not the spreadsheet that came/,
    );
    expect(await upload(Buffer.from('%PDF-1.7'))).toEqual([400, expect.stringContaining('This is a PDF')]);
    expect((await upload(Buffer.alloc(3 * 1024 * 1024 + 1)))[0]).toBe(413);
    expect(await entries()).toBe(since);
    expect((await visitor.get(other.link)).status).toBe(200);
    // As the form then has it.
    const named = (pattern: RegExp, value = ''): [string, string][] =>
      [...page.matchAll(pattern)].map(([, name, said]) => [name!, said ?? value]);
    const sent = Object.fromEntries([
      ...named(/<textarea[^>]* name="([^"]+)"[^>]*>([^<]*)<\/textarea>/g),
      ...named(/<input[^>]* name="((?:action|on|due)-[^"]+)"[^>]* value="([^"]*)"/g),
      ...named(/name="(same-[^"]+)"[^>]* checked/g, 'yes'),
      ...named(/<select[^>]* name="(to-[^"]+)"[^>]*>(?:(?!<\/select>).)*?value="([^"]*)" selected/gs),
      [`text-${own[1]!.id}`, 'As planned.'] as const,
    ]);
    expect((await visitor.post(link, sent)).status).toBe(200);
    expect(await stateOf(own[0]!)).toMatchObject({
      ...{ delivery: 'in-progress', updates: [{ on: '2025-05-31', text: 'Fifty of sixty trained.' }] },
    });
    expect((await stateOf(own[1]!)).updates.at(-1)).toMatchObject({ isUnchanged: true });
    expect(await stateOf(own[2]!)).toMatchObject({ text: 'Three.', completedOn: '2025-06-01' });
    expect((await stateOf(own[3]!)).requests).toMatchObject([{ kind: 'move', reason: 'Staff have left.' }]);
  });

  it('can be brought in by the audit lead as any other export', async () => {
    const own = [];
    for (const words of ['Five.', 'Six.', 'Seven.', 'Eight.']) own.push(await action('Pia Import', words));
    const { link, visitor } = await asked('Pia Import', own);
    const taken = await visitor.get(`${link}/actions.xlsx`);
    expect(taken.headers.get('referrer-policy')).toBe('no-referrer');
    const bytes = await edited(Buffer.from(await taken.arrayBuffer()), EDITS);
    const { status, body } = await lead.upload<ImportView>('/imports', { name: 'actions.xlsx', bytes });
    expect(status).toBe(201);
    expect(body.rows.map(({ state, differences }) => [state, differences.map(({ field }) => field)])).toEqual(
      [
        ['changed', ['update']],
        ['same', []],
        ['changed', ['text', 'delivery']],
        ['changed', ['due']],
      ],
    );
    expect([body.notTaken, body.conflicts]).toEqual([[], []]);
    expect((await lead.post(`/imports/${body.id}/apply`)).status).toBe(200);
    expect(await stateOf(own[2]!)).toMatchObject({ text: 'Other words', delivery: 'completed' });
    expect(await stateOf(own[0]!)).toMatchObject({ owner: { name: 'Pia Import' }, agency: { id: police } });
  });

  it('has no words that were redacted before it was sent', async () => {
    await mailbox.close();
    const own = await action('Quin Late', 'Words that must go.');
    const id = await open([own]);
    await send(id);
    // Nor does anybody get the link of a round that was closed meanwhile.
    const closed = await open([await action('Rex Closed')]);
    await send(closed);
    expect(await tablesWith(addressOf('Rex Closed'))).toContain('public.outbox_message');
    // One that is being tried just now is not taken away.
    await eventually(async () => {
      const rows = await fennmere.library.source.query<{ tries: number }[]>(
        'select tries from outbox_message where recipient_address = $1',
        [addressOf('Rex Closed')],
      );
      expect(rows[0]!.tries).toBeGreaterThan(0);
    });
    expect((await lead.post(`/rounds/${closed}/close`)).status).toBe(200);
    expect(await tablesWith(addressOf('Rex Closed'))).not.toContain('public.outbox_message');
    const { body } = await lead.get<HistoryAnswer>(`/items/${item}/history`);
    const entry = body.items.find(
      ({ deed, to }) => deed === 'action' && (to as { action: string }).action === own.id,
    )!;
    const administrator = await fennmere.program('administrator');
    expect((await administrator.post(`/entries/${entry.id}/redaction`, { reason: 'A name.' })).status).toBe(
      201,
    );
    await mailbox.open();
    await linksTo('Quin Late');
    const rows = (await sheetsOf(attached('Quin Late'))).get('Actions')!.rows;
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain('must go');
  });
});

it('slows down whoever tries links that are none', async () => {
  const visitor = new Visitor(fennmere.library.url);
  const statuses = new Set<number>();
  // Some were tried before.
  for (let time = 0; time < 101; time += 1)
    statuses.add((await visitor.get(`/updates/${String(time).padStart(43, 'a')}`)).status);
  expect([...statuses]).toEqual([404, 429]);
});
