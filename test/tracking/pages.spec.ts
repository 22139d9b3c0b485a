import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { routesOf } from '../../src/platform/http/access/routes.js';
import { signedIn, tokenIn, type Visitor } from '../support/visitor.js';
import { startFollowing, type Changed, type FollowingLibrary, type Program } from './library.js';
import { type HistoryAnswer } from '../../src/tracking/history.model.js';

let fennmere: FollowingLibrary;
let lead: Program;
let auditLead: Visitor;
let police: Visitor;
let agencies: Record<'police' | 'council' | 'housing', string>;

beforeAll(async () => {
  fennmere = await startFollowing({ CLOCK_STARTS_AT: '2025-06-09T08:00:00Z' });
  ({ lead } = fennmere);
  const { library, partnership } = fennmere;
  const item = await follow(0, '2024-01-31');
  const [council, asked] = item.responses.each.map(({ agency }) => agency.id);
  agencies = { council: council!, police: asked!, housing: await fennmere.agency('Fennmere Housing') };
  const of = { partnershipId: partnership.id };
  auditLead = (await signedIn(library, { role: 'audit-lead', ...of })).visitor;
  police = (await signedIn(library, { role: 'agency-lead', ...of, agencyId: agencies.police })).visitor;
});
afterAll(() => fennmere?.library.close());

const follow = async (which: number, on?: string): Promise<Changed> =>
  (await lead.post('/items', { recommendation: fennmere.recommendations[which], on })).body;
const own = async (text: string, addressees: string[] = []): Promise<Changed> =>
  (await lead.post('/items', { source: { origin: 'audit' }, text, addressees })).body;
const act = async (item: string, wish: object): Promise<Changed> =>
  (await lead.post(`/items/${item}/actions`, wish)).body;
const read = async (who: Visitor, path: string): Promise<string> => {
  const answer = await who.get(path);
  expect([path, answer.status]).toEqual([path, 200]);
  return textOf(await answer.text());
};
/** What stands on a page, without its tags. */
const textOf = (html: string): string =>
  html
    .replace(/<head>.*?<\/head>/s, '')
    .replace(/<wbr>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
const fieldsOf = (html: string): Record<string, string> =>
  Object.fromEntries(
    [...html.matchAll(/type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, n, v]) => [n!, v!]),
  );
/** Opens the page of a form and sends it. */
const send = async (who: Visitor, path: string, fields: Record<string, string>): Promise<Response> => {
  const page = await who.get(path);
  const carried = fieldsOf(await page.text());
  return await who.post(path.split('?')[0]!, { ...carried, ...fields });
};
/** Sends a form, and comes to the page that it leads to. */
const sent = async (who: Visitor, path: string, fields: Record<string, string>): Promise<string> => {
  const answer = await send(who, path, fields);
  expect([path, answer.status]).toEqual([path, 303]);
  return await read(who, answer.headers.get('location')!.split('#')[0]!);
};

describe('the desk', () => {
  it('is for whoever may read it: its place stands in the header of nobody else', async () => {
    const { library, partnership } = fennmere;
    const editor = await signedIn(library, { role: 'editor', partnershipId: partnership.id });
    const anybody = await fetch(`${library.url}/`, { headers: { accept: 'text/html' } });
    expect(await anybody.text()).not.toContain('/tracking');
    expect(anybody.headers.get('cache-control')).toBe('private, no-cache');
    expect(await (await editor.visitor.get('/')).text()).not.toContain('/tracking');
    expect((await editor.visitor.get('/tracking')).status).toBe(403);
    const page = await auditLead.get('/');
    expect(await page.text()).toContain('href="/tracking"');
    expect(page.headers.get('cache-control')).toBe('private, no-store');
    const signedOut = await fetch(`${library.url}/tracking`, {
      ...{ redirect: 'manual', headers: { accept: 'text/html' } },
    });
    expect(signedOut.headers.get('location')).toBe('/sign-in?to=%2Ftracking');
  });

  it('says what is late, waits or has no owner, with what to do about each, and lets empty groups be', async () => {
    const item = await follow(1);
    await act(item.id, {
      text: 'Write to all schools.',
      agency: agencies.council,
      due: { on: '2025-05-20' },
    });
    await act(item.id, {
      ...{ text: 'Audit twenty records.', agency: agencies.housing, due: { on: '2025-06-09' } },
      owner: { name: 'Pat Example', email: 'pat@example.org' },
    });
    const html = await (await auditLead.get('/tracking')).text();
    const text = textOf(html);
    expect(text).toContain('Overdue by 20 days');
    expect(text).toContain('Due today');
    expect(text).toMatch(/Waiting for an owner \(1\)/);
    expect(text).toMatch(/Nothing .*is due in 31 to 60 days/);
    expect(text).not.toMatch(/Re-check due \(/);
    expect(html.match(/\/say\/update">/g)!.length).toBeGreaterThan(1);
    for (const table of [
      'Open and overdue actions by agency',
      'How far the evidence of impact goes',
      'Open items over',
    ])
      expect(html).toMatch(new RegExp(`<caption[^>]*>${table}`));
    const filtered = await read(auditLead, `/tracking?agency=${agencies.housing}&due=&state=`);
    expect(filtered).toContain('Due today');
    expect(filtered).toContain('Remove the filter Agency: Fennmere Housing');
    expect((await auditLead.get('/tracking?due=sometime')).status).toBe(400);
    // Its agency was asked for nothing here.
    expect(await read(police, '/tracking')).not.toContain('Write to all schools.');
  });

  it('shows the past, says so, and offers no form there', async () => {
    const html = await (await auditLead.get('/tracking?asOf=2025-03-31&view=known')).text();
    expect(textOf(html)).toContain('You are looking at how it stood on 31 March 2025');
    expect(html).toContain('/tracking/items/');
    expect(html).not.toMatch(/\/say\/|\/decide\//);
    expect(html).toMatch(/href="\/tracking\/items\/[^"]+asOf=2025-03-31&amp;view=known/);
    expect(textOf(await (await auditLead.get('/tracking?asOf=2025-03-31')).text())).toContain(
      'Nothing was followed yet',
    );
    expect((await auditLead.get('/tracking?asOf=2025-06-10')).status).toBe(400);
  });
});

describe('an item', () => {
  it('goes from its response to a closing and a re-check, each form saying what it still needs', async () => {
    const { id } = await own('Agree who rings whom.', [agencies.police]);
    const at = `/tracking/items/${id}`;
    const unsaid = await send(police, `${at}/say/response`, { response: 'not-accepted', reason: '' });
    expect(unsaid.status).toBe(422);
    const again = await unsaid.text();
    expect(again).toContain('href="#reason"');
    expect(again).toMatch(/value="not-accepted" checked/);
    expect(
      await sent(police, `${at}/say/response`, { response: 'accepted-in-part', on: 'March 2025' }),
    ).toMatch(/1 agency asked: 1 accepted in part.* 31 March 2025/);
    const added = await sent(police, `${at}/say/action`, {
      ...{ text: 'Agree a list.\nPrint it.', due: 'Q2 2025', ownerName: 'Sam Sample' },
    });
    expect(added).toMatch(/Fennmere Police.*Sam Sample.*Due April to June 2025/);
    const { body } = await lead.get(`/items/${id}`);
    const action = body.actions[0]!;
    const acting = `/tracking/actions/${action.id}`;
    expect((await send(police, `${acting}/say/due`, { due: 'soon', reason: 'x' })).status).toBe(400);
    expect(
      await sent(police, `${acting}/say/due`, { due: '30/9/2025', reason: 'Training comes first.' }),
    ).toMatch(/sent to the audit lead.*Asks for another date, 30 September 2025: waits for a decision/);
    expect(await read(auditLead, `${acting}/decide/decision`)).toContain('“Training comes first.”');
    expect(await sent(auditLead, `${acting}/decide/decision`, { decision: 'agreed' })).toContain(
      '30 September 2025; moved once, 92 days later than first promised (April to June 2025)',
    );
    expect(
      await sent(police, `${acting}/say/milestone`, { text: 'A draft', due: 'July 2025', isDone: '' }),
    ).toContain('A draft. By July 2025.');
    const done = { text: 'A draft', due: 'July 2025', isDone: 'yes' };
    expect(await sent(police, `${acting}/say/milestone?milestone=1`, done)).toContain('A draft. Done.');
    expect(
      await sent(police, `${acting}/say/update`, {
        text: 'The list hangs in both rooms.',
        to: 'completed',
        on: '',
      }),
    ).toMatch(/Waiting for judgement.*Completed on 9 June 2025.*The list hangs in both rooms\./);
    const judging = { to: 'closed-acceptable', reason: 'It hangs there.' };
    const noDate = await send(auditLead, `${at}/decide/judgement`, judging);
    expect([noDate.status, await noDate.text()]).toEqual([422, expect.stringContaining('href="#recheckOn"')]);
    const noImpact = await send(auditLead, `${at}/decide/judgement`, {
      ...judging,
      recheckOn: '9 June 2025',
    });
    expect([noImpact.status, await noImpact.text()]).toEqual([
      422,
      expect.stringContaining('href="#noEvidence"'),
    ]);
    await sent(police, `${at}/say/impact`, { level: 'practice', text: 'Calls are made.', sample: '' });
    expect(await sent(auditLead, `${at}/decide/judgement`, { ...judging, recheckOn: '9 June 2025' })).toMatch(
      /Closed – acceptable.*Practice \(audited\) – claimed/,
    );
    expect(await read(auditLead, '/tracking')).toMatch(/Re-check due \(1\)/);
    expect((await auditLead.get(`${at}/decide/judgement`)).status).toBe(403);
    const reopened = { result: 'not-sustained', reason: 'The list is from last year.' };
    expect(await sent(auditLead, `${at}/decide/recheck`, reopened)).toMatch(
      /Open, not judged yet.*Re-checks.*Not sustained.*The list is from last year\./,
    );
  });

  it('refuses in plain words what was overtaken, and does once what is sent twice', async () => {
    const { id } = await own('Meet every quarter.');
    const at = `/tracking/items/${id}/decide/judgement`;
    const form = fieldsOf(await (await auditLead.get(at)).text());
    await lead.post(`/items/${id}/judgements`, { to: 'open-acceptable' });
    const wish = { ...form, to: 'open-unacceptable', reason: 'No <meeting> was held.' };
    const answer = await auditLead.post(at, wish);
    const html = await answer.text();
    expect(answer.status).toBe(412);
    expect(html).toContain('Somebody else changed this after you opened the form');
    expect(html).toContain('No &lt;meeting&gt; was held.</textarea>');
    const { version, once, _csrf } = fieldsOf(html);
    expect(version).not.toBe(form.version);
    const again = { ...wish, version: version!, once: once!, _csrf: _csrf! };
    const twice = [await auditLead.post(at, again), await auditLead.post(at, again)];
    expect(twice.map(({ status }) => status)).toEqual([303, 303]);
    const { body } = await lead.get<HistoryAnswer>(`/items/${id}/history`);
    expect(body.items.map(({ deed }) => deed)).toEqual(['followed', 'judgement', 'judgement']);
  });

  it('keeps its timeline: what was wrong is put right beside it, and words can be taken out', async () => {
    const { library, partnership } = fennmere;
    const { id } = await own('Read the file.', [agencies.police]);
    await lead.post(`/items/${id}/notes`, { text: 'Rumour about Quentin.', isPrivate: false });
    await send(auditLead, `/tracking/items/${id}/say/note`, { text: 'Ring the chair.', isPrivate: 'yes' });
    await lead.post(`/items/${id}/responses`, { agency: agencies.police, response: 'accepted' });
    const { body } = await lead.get<HistoryAnswer>(`/items/${id}/history`);
    const [, rumour, , response] = body.items;
    const at = `/tracking/items/${id}`;
    expect(await read(police, at)).not.toContain('Ring the chair.');
    expect(await read(auditLead, at)).toMatch(/Ring the chair\. For audit leads alone/);
    const correct = `/tracking/entries/${response!.id}/correct`;
    // What somebody else has entered for them agencies do not put right.
    expect((await send(police, correct, { how: 'nothing', reason: 'x' })).status).toBe(403);
    const wrong = await send(auditLead, correct, {
      how: 'instead',
      response: 'disputed',
      said: '',
      reason: 'Misread.',
    });
    expect(wrong.status).toBe(422);
    expect(
      await sent(auditLead, correct, { how: 'instead', response: 'accepted-in-part', reason: 'Misread.' }),
    ).toMatch(/1 agency asked: 1 accepted in part.*Entry \d+ was put right.*Put right since/);
    expect((await send(auditLead, correct, { how: 'nothing', reason: 'Twice.' })).status).toBe(409);
    const { visitor } = await signedIn(library, { role: 'administrator', partnershipId: partnership.id });
    expect(await read(visitor, at)).toContain('Take words out');
    const gone = await sent(visitor, `/tracking/entries/${rumour!.id}/redact`, {
      reason: 'It names somebody.',
    });
    expect(gone).toContain('Words were taken out for good.');
    expect(gone).not.toContain('Quentin');
  });

  it('is open to an agency lead as far as it is theirs, with the forms that are', async () => {
    const theirs = await own('Ask who lives there.', [agencies.police, agencies.council]);
    const action = await act(theirs.id, { text: 'Train call takers.', agency: agencies.council });
    const others = await own('Count the beds.', [agencies.housing]);
    const html = await (await police.get(`/tracking/items/${theirs.id}`)).text();
    expect(html).toContain(`/say/response?agency=${agencies.police}`);
    expect(html).not.toContain(`agency=${agencies.council}`);
    expect(html).not.toMatch(/\/decide\//);
    expect(html).not.toContain(`/tracking/actions/${action.id}`);
    expect((await police.get(`/tracking/items/${others.id}`)).status).toBe(404);
    expect((await police.get(`/tracking/items/${others.id}/say/note`)).status).toBe(404);
    expect((await police.get(`/tracking/actions/${action.id}/say/update`)).status).toBe(403);
    expect(
      (
        await send(police, `/tracking/items/${theirs.id}/say/response`, {
          response: 'accepted',
          agency: agencies.council,
        })
      ).status,
    ).toBe(403);
    expect((await police.get(`/tracking/items/${theirs.id}/decide/judgement`)).status).toBe(403);
    const list = await read(police, '/tracking/items?sort=urgency');
    expect(list).toContain('Ask who lives there.');
    expect(list).not.toContain('Count the beds.');
    // A person may bear the name of nobody whom the agency has to do with.
    await act(others.id, {
      text: 'Count again.',
      owner: { name: 'Hidden Person', email: 'hidden@example.org' },
    });
    expect(await read(police, `/tracking/items/${theirs.id}/say/action`)).not.toContain('Hidden Person');
  });
});

describe('the page for several actions', () => {
  it('takes each row or says what is wrong with it, and loses no words', async () => {
    const { id } = await own('Keep ten promises.', [agencies.housing]);
    const made: Changed[] = [];
    for (const n of Array.from({ length: 10 }, (_, at) => at + 1))
      made.push(await act(id, { text: `Promise ${n}.`, agency: agencies.housing }));
    const path = `/tracking/update?agency=${agencies.housing}`;
    const form = fieldsOf(await (await auditLead.get(path)).text());
    const rows = made.map((action) => action.id);
    expect(rows.every((row) => `version-${row}` in form)).toBe(true);
    const said = Object.fromEntries(
      rows.slice(0, 9).flatMap((row, n) => [
        [`text-${row}`, `Done part ${n}.`],
        [`to-${row}`, n < 3 ? 'in-progress' : ''],
      ]),
    );
    await lead.post(`/actions/${rows[1]}/owner`, { owner: { name: 'Jo Model' } });
    const wrong = { [`on-${rows[0]}`]: '31 December 2031', [`to-${rows[9]}`]: 'stopped' };
    const answer = await auditLead.post(path, { ...form, ...said, ...wrong });
    const html = await answer.text();
    expect(answer.status).toBe(400);
    const ref = made[0]!.ref.split('.')[0];
    expect(textOf(html)).toContain('7 actions are updated. 3 are not: what you typed is still below.');
    expect(textOf(html)).toContain(`Action ${ref}.1: The day when it happened cannot be after today.`);
    expect(textOf(html)).toContain(`Action ${ref}.2: Somebody else changed this`);
    expect(textOf(html)).toContain(`Action ${ref}.10: Say why: an action is stopped only with a reason.`);
    expect(html).toContain('Done part 0.</textarea>');
    expect(html).toContain('Done part 1.</textarea>');
    const once = await auditLead.post(path, {
      ...fieldsOf(html),
      [`text-${rows[1]}`]: 'Done part 1.',
      [`to-${rows[1]}`]: 'in-progress',
    });
    expect([once.status, textOf(await once.text())]).toEqual([
      200,
      expect.stringContaining('1 action is updated.'),
    ]);
    const { body } = await lead.get(`/items/${id}`);
    expect(body.actions.map(({ updates, delivery }) => [updates.length, delivery])).toEqual([
      ...[
        [0, 'not-started'],
        [1, 'in-progress'],
        [1, 'in-progress'],
      ],
      ...Array.from({ length: 6 }, () => [1, 'not-started']),
      [0, 'not-started'],
    ]);
  });
});

describe('what is kept beside items', () => {
  it('are agencies, which become others from a day, and owners, who are replaced in one step', async () => {
    const named = await sent(auditLead, '/tracking/agencies', {
      name: 'Fennmere Ambulance',
      otherNames: 'FAS; 999',
    });
    expect(named).toContain('Also called FAS and 999');
    expect((await send(auditLead, '/tracking/agencies', { name: 'fas' })).status).toBe(400);
    const { body } = await lead.get<{ items: { id: string; name: string }[] }>('/agencies');
    const ambulance = body.items.find(({ name }) => name === 'Fennmere Ambulance')!.id;
    const { id } = await own('Share the rota.', [ambulance]);
    const ofPartnership = { role: 'agency-lead', partnershipId: fennmere.partnership.id } as const;
    const { visitor: theirs } = await signedIn(fennmere.library, { ...ofPartnership, agencyId: ambulance });
    const key = await fennmere.program('agency-lead', ambulance);
    await act(id, {
      text: 'Share it.',
      agency: ambulance,
      owner: { name: 'Lee Leaver', email: 'lee@example.org' },
    });
    await lead.post('/agencies', { name: 'Blue lights', members: [ambulance] });
    const at = `/tracking/agencies/${ambulance}`;
    expect((await send(auditLead, at, { kind: 'renamed', on: '1 June 2025' })).status).toBe(400);
    expect(
      await sent(auditLead, at, { kind: 'renamed', name: 'Coast Ambulance', on: '1 June 2025' }),
    ).toMatch(/Blue lights.*Stands for Coast Ambulance.*Renamed on 1 June 2025: now Coast Ambulance/);
    const on = async (day: string): Promise<string[]> => {
      const { items } = (await lead.get<{ items: { name: string }[] }>(`/agencies?asOf=${day}`)).body;
      return items.map(({ name }) => name).filter((name) => /Ambulance/.test(name));
    };
    expect([await on('2025-05-31'), await on('2025-06-01')]).toEqual([
      ...[['Fennmere Ambulance'], ['Coast Ambulance', 'Fennmere Ambulance']],
    ]);
    const before = await read(auditLead, '/tracking/agencies?asOf=2025-05-31');
    expect(before).toMatch(/Blue lights.*Stands for Fennmere Ambulance/);
    expect(before).not.toMatch(/Coast Ambulance|Add an agency|Rename, merge or split/);
    expect(await read(theirs, `/tracking/items/${id}`)).toContain('Coast Ambulance');
    const answered = await key.post(`/items/${id}/responses`, {
      ...{ agency: (await key.get(`/items/${id}`)).body.responses.each[0]!.agency.id, response: 'accepted' },
    });
    expect(answered.body.responses.each).toMatchObject([{ agency: { name: 'Coast Ambulance' } }]);
    const people = await (await auditLead.get('/tracking/people')).text();
    const [, leaver] = /value="([\da-f-]{36})"[^>]*>Lee Leaver/.exec(people) ?? [];
    expect(textOf(people)).toMatch(/Lee Leaver lee@example\.org · 1 open action/);
    await sent(auditLead, '/tracking/people', { from: leaver!, ownerName: 'New Comer' });
    expect((await lead.get(`/items/${id}`)).body.actions[0]).toMatchObject({
      ...{ agency: { name: 'Coast Ambulance' }, owner: { name: 'New Comer' } },
    });
    const yesterday = await read(auditLead, '/tracking/people?asOf=2025-06-08&view=known');
    expect(yesterday).toContain('Nobody had an action to do on that day.');
    expect(yesterday).not.toMatch(/Lee Leaver|Somebody leaves/);
    for (const path of ['/tracking/agencies', '/tracking/people', '/tracking/settings', '/tracking/follow'])
      expect([path, (await police.get(path)).status]).toEqual([path, 403]);
  });

  it('are the days for a response, whether blue is used, and after how many days who is told', async () => {
    const path = '/tracking/settings';
    const usual = {
      responseDays: '90',
      blue: 'yes',
      reminders: 'yes',
      executiveAfterDays: '30',
      boardAfterDays: '60',
    };
    for (const wrong of [{ responseDays: '0' }, { executiveAfterDays: '0' }, { boardAfterDays: '366' }])
      expect([wrong, (await send(auditLead, path, { ...usual, ...wrong })).status]).toEqual([wrong, 400]);
    const others = {
      responseDays: '60',
      blue: 'no',
      reminders: 'no',
      executiveAfterDays: '1',
      boardAfterDays: '365',
    };
    expect(await sent(auditLead, path, others)).toContain('Saved.');
    expect((await lead.get('/settings')).body).toEqual({
      ...{ responseDays: 60, hasBlue: false, hasReminders: false },
      ...{ executiveAfterDays: 1, boardAfterDays: 365 },
    });
    expect((await own('Try it.')).responses.dueOn).toBe('2025-08-08');
    await sent(auditLead, path, usual);
  });

  it('are deputies of who is away, and executives', async () => {
    const item = await own('Stand in.', [agencies.police]);
    const owned = async (name: string): Promise<string> => {
      const owner = { name, email: `${name.toLowerCase()}@example.org` };
      return (await act(item.id, { text: 'Do it.', agency: agencies.police, owner })).owner!.id;
    };
    const [ava, ben] = [await owned('Ava'), await owned('Ben')];
    const path = `/tracking/people/${ava}`;
    const away = { from: '1 July 2025', until: '14 July 2025', deputy: ben, reminders: 'yes' };
    for (const wrong of [{ until: '1 June 2025' }, { deputy: '' }, { from: 'July 2025' }, { deputy: ava }])
      expect([wrong, (await send(auditLead, path, { ...away, ...wrong })).status]).toEqual([wrong, 400]);
    expect(textOf(await sent(auditLead, path, away))).toMatch(
      /Ava ava@example\.org · 1 open action · away 1 July 2025 to 14 July 2025: Ben has their mail/,
    );
    expect(await (await auditLead.get(path)).text()).toContain('value="1 July 2025"');
    const back = { from: '', until: '', deputy: '', reminders: 'no' };
    expect(textOf(await sent(auditLead, path, back))).toMatch(
      /Ava ava@example\.org · 1 open action · gets no/,
    );
    const executive = `/tracking/agencies/${agencies.housing}/executive`;
    expect((await send(auditLead, executive, { executive: 'Dr Who' })).status).toBe(400);
    expect(textOf(await sent(auditLead, executive, { executive: 'chief@example.org' }))).toContain(
      'Executive: chief@example.org',
    );
    for (const page of [path, executive])
      expect([page, (await police.get(page)).status]).toEqual([page, 403]);
  });
});

describe('what the public reads', () => {
  it('offers an audit lead to follow it, and is as it was for everybody else', async () => {
    const { library, recommendations } = fennmere;
    const [, , third] = recommendations;
    const page = (await auditLead.get(`/recommendations/${third}`)).headers.get('location')!;
    const html = await (await auditLead.get(page)).text();
    expect(html).toContain(`/tracking/follow?recommendation=${third}`);
    const { review } = (await lead.get(`/items/${(await follow(2)).id}`)).body;
    expect(textOf(await (await auditLead.get(page)).text())).toMatch(/You follow this: item \d+/);
    const reviewPage = await (await auditLead.get(review!.url)).text();
    expect(textOf(reviewPage)).toMatch(/You follow recommendation 3: item \d+/);
    expect(reviewPage).toContain(`/tracking/follow?review=${review!.slug}`);
    expect((await auditLead.get(`/tracking/follow?recommendation=${third}`)).status).toBe(303);
    const readers = [page, review!.url].map(async (path) => {
      const answer = await fetch(library.url + path, { headers: { accept: 'text/html' } });
      expect(answer.headers.get('cache-control')).toBe('private, no-cache');
      return await answer.text();
    });
    for (const text of await Promise.all(readers)) expect(text).not.toMatch(/tracking|You follow/);
    for (const path of [page, review!.url])
      expect(await (await police.get(path)).text()).not.toContain('Follow this');
  });

  it('is followed a whole review at once, by a finding, or from outside the library', async () => {
    const { library, partnership } = fennmere;
    await library.add([
      {
        ...{ kind: 'review', publisher: 'Fennmere Safeguarding Children Partnership', label: 'Child Q1' },
        ...{ title: 'Child Q1', type: 'lcspr', about: 'children', publishedOn: '2024-05' },
        learning: [{ theme: 'Neglect', kind: 'finding', statement: 'Nobody asked about food.' }],
        recommendations: ['1', '2'].map((number) => ({
          number,
          text: `Ask about meals ${number}.`,
          addressees: [],
        })),
      },
    ]);
    const [review] = await library.source.query<{ slug: string }[]>(
      `select slug from review where label = 'Child Q1'`,
    );
    const path = `/tracking/follow?review=${review!.slug}`;
    const html = await (await auditLead.get(path)).text();
    const ids = [...html.matchAll(/name="recommendations" type="checkbox" value="([^"]+)" checked/g)].map(
      ([, id]) => id!,
    );
    expect(ids).toHaveLength(2);
    expect((await send(auditLead, path, { recommendations: '' })).status).toBe(400);
    expect(await sent(auditLead, path, { recommendations: ids[0]! })).toContain('Ask about meals 1.');
    const [, point] = /\/tracking\/follow\?learningPoint=([\da-f-]{36})/.exec(html) ?? [];
    expect(
      await sent(auditLead, `/tracking/follow?learningPoint=${point}`, { text: 'We ask about food.' }),
    ).toMatch(/You follow this from now on\..*We ask about food\./);
    expect((await send(auditLead, '/tracking/follow', { text: 'No origin.' })).status).toBe(400);
    const rapid = {
      origin: 'rapid-review',
      title: 'RR12',
      text: 'Agree who rings.',
      addressees: agencies.police,
    };
    expect(await sent(auditLead, '/tracking/follow', rapid)).toContain('Rapid review: RR12');
    const stowe = await library.source.query<{ id: string }[]>(
      `select id from partnership where name = 'Stowe Safeguarding Partnership'`,
    );
    const other = await signedIn(library, { role: 'audit-lead', partnershipId: stowe[0]!.id });
    expect(partnership.id).not.toBe(stowe[0]!.id);
    expect(await read(other.visitor, '/tracking/items')).not.toContain('Agree who rings.');
  });
});

it('shows a form that is too old again with what was typed, and does nothing', async () => {
  const { library, partnership } = fennmere;
  const administrator = (await signedIn(library, { role: 'administrator', partnershipId: partnership.id }))
    .visitor;
  const item = await own('Wait for it.', [agencies.police]);
  const action = await act(item.id, {
    ...{ text: 'Wait.', agency: agencies.police, due: { on: '2025-12-31' } },
    owner: { name: 'Wai Ting', email: 'wai.ting@fenn.example' },
  });
  await (
    await fennmere.program('agency-lead', agencies.police)
  ).post(`/actions/${action.id}/due`, {
    ...{ on: '2026-01-31', reason: 'Snow.' },
  });
  await lead.post(`/items/${item.id}/notes`, { text: 'Words.', isPrivate: false });
  const { body } = await lead.get<HistoryAnswer>(`/items/${item.id}/history`);
  const entry = body.items.at(-1)!.id;
  const [review] = await library.source.query<{ slug: string }[]>(
    `select slug from review where label = 'Child R7'`,
  );
  const use = { kind: 'review', slug: review!.slug, on: '2025-01-02', people: 3, agency: agencies.police };
  const { id: used } = (await lead.post('/uses', use)).body;
  const cases: Record<string, [string, Record<string, string>, Visitor?]> = {
    'items/:id/say/:form': [`items/${item.id}/say/note`, { text: 'Typed note' }],
    'items/:id/decide/:form': [
      `items/${item.id}/decide/judgement`,
      { to: 'open-acceptable', reason: 'Typed why' },
    ],
    'actions/:id/say/:form': [`actions/${action.id}/say/update`, { text: 'Typed update' }],
    'actions/:id/decide/:form': [
      `actions/${action.id}/decide/decision`,
      { request: '1', decision: 'refused', reason: 'Typed no' },
    ],
    'entries/:id/correct': [`entries/${entry}/correct`, { how: 'nothing', reason: 'Typed reason' }],
    'entries/:id/redact': [`entries/${entry}/redact`, { reason: 'Typed reason' }, administrator],
    update: ['update', { [`version-${action.id}`]: '', [`text-${action.id}`]: 'Typed part' }],
    follow: ['follow', { origin: 'audit', text: 'Typed text' }],
    agencies: ['agencies', { name: 'Typed Agency' }],
    'agencies/:id': [
      `agencies/${agencies.housing}`,
      { kind: 'renamed', name: 'Typed Homes', on: '1 June 2025' },
    ],
    people: ['people', { from: '', ownerName: 'Typed Person' }],
    'agencies/:id/executive': [`agencies/${agencies.housing}/executive`, { executive: 'Typed@fenn.example' }],
    'people/:id': [
      `people/${action.owner!.id}`,
      { from: 'Typed day', until: '1 June 2025', reminders: 'yes' },
    ],
    settings: [
      'settings',
      {
        ...{ responseDays: '77', blue: 'yes', reminders: 'yes' },
        ...{ executiveAfterDays: '31', boardAfterDays: '61' },
      },
    ],
    imports: ['imports', { review: 'Typed review' }],
    rounds: ['rounds', { name: 'Typed round', by: '20 June 2025', which: 'all' }],
    board: ['board', { name: 'Typed meeting', meetingOn: '1 June 2025' }],
    reach: ['reach', { address: '/themes/x', on: '1 June 2025', people: '3', changed: 'Typed change' }],
    'reach/:id/withdrawal': [`reach/${used}/withdrawal`, { reason: 'Typed mistake' }],
    'items/:id/public-line': [`items/${item.id}/public-line`, { text: 'Typed line' }],
    'items/:id/public-line/approve': [`items/${item.id}/public-line/approve`, {}],
    'items/:id/public-line/withdrawal': [
      `items/${item.id}/public-line/withdrawal`,
      { reason: 'Typed withdrawal' },
    ],
    'public/:slug': [`public/${review!.slug}`, { title: 'Typed title', introduction: 'Typed introduction' }],
    'public/:slug/withdrawal': [`public/${review!.slug}/withdrawal`, { reason: 'Typed withdrawal' }],
    'public/:slug/protected': [`public/${review!.slug}/protected`, { term: 'Typed place' }],
  };
  const marked = routesOf(library.app).filter(
    ({ showsAgain, path }) => showsAgain && path.startsWith('/tracking'),
  );
  expect(marked.map(({ path }) => path.replace('/tracking/', '')).toSorted()).toEqual(
    Object.keys(cases).toSorted(),
  );
  const entries = async (): Promise<object[]> =>
    await library.source.query('select count(*) from audit_entry');
  const before = await entries();
  for (const [route, [path, typed, who = auditLead]] of Object.entries(cases)) {
    const fields = { _csrf: 'of another day', ...typed };
    expect([route, (await who.post(`/tracking/${path}`, fields)).status]).toEqual([route, 403]);
    const answer = await who.post(`/tracking/${path}`, fields, { 'sec-fetch-site': 'same-origin' });
    const html = await answer.text();
    expect([route, answer.status]).toEqual([route, 400]);
    expect(html).toContain('The page was open for too long. Check what you wrote and send it again');
    for (const value of Object.values(typed).filter((words) => words.startsWith('Typed')))
      expect([route, html.includes(value)]).toEqual([route, true]);
    expect(tokenIn(html)).not.toBe('');
  }
  expect(await entries()).toEqual(before);
});
