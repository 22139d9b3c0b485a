import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Problem } from '../../src/platform/http/errors/problem.model.js';
import type { ImportView } from '../../src/tracking/imports/plan-imports.service.js';
import type { PlanPreview } from '../../src/tracking/sheets/preview.js';
import type { TrackedItemAnswer, TrackedItemList } from '../../src/tracking/tracked-item.model.js';
import { signedIn, textOf, tokenIn, type Visitor } from '../support/visitor.js';
import { workbookParts } from './sheets/write-workbook.js';
import { writeZip } from './sheets/write-zip.js';
import { startFollowing, type FollowingLibrary, type Program, type Told } from './library.js';

type Imported = Omit<ImportView, 'preview'> & PlanPreview & Problem;

const EXAMPLES = new URL('./sheets/examples/', import.meta.url);
const example = async (name: string): Promise<{ name: string; bytes: Buffer }> => ({
  ...{ name, bytes: await readFile(new URL(name, EXAMPLES)) },
});

let fennmere: FollowingLibrary;
let lead: Program;

beforeAll(async () => {
  fennmere = await startFollowing({ CLOCK_STARTS_AT: '2024-07-15T09:00:00Z' });
  ({ lead } = fennmere);
  const agencies = JSON.parse((await example('agencies.json')).bytes.toString()) as {
    name: string;
    aliases: string[];
    group?: boolean;
  }[];
  for (const { name, aliases } of agencies) await lead.post('/agencies', { name, otherNames: aliases });
});
afterAll(() => fennmere?.library.close());

const send = async (who: Program, name: string, key?: string): Promise<Told<Imported>> => {
  const headers: Record<string, string> = key === undefined ? {} : { 'idempotency-key': key };
  const fields = { partnership: fennmere.partnership.slug };
  return await who.upload<Imported>('/imports', await example(name), fields, headers);
};
const all = async (): Promise<TrackedItemAnswer[]> =>
  (await lead.get<TrackedItemList>('/items?limit=100')).body.items;

describe('a spreadsheet', () => {
  let id: string;

  it('is looked through, row by row, before anything of it is followed', async () => {
    const { status, body } = await send(lead, '03-board-tracker.xlsx', 'sent-once');
    expect([status, body.state, body.counts.actions]).toEqual([201, 'previewed', 7]);
    expect(body.rows).toHaveLength(8);
    expect(new Set(body.rows.map(({ state }) => state))).toEqual(new Set(['new']));
    expect(body.questions.map(({ code }) => code)).toContain('refused-without-reason');
    expect(await all()).toEqual([]);
    ({ id } = body);
    // The same request again: nothing more is kept, as the last of these tests counts.
    const again = await send(lead, '03-board-tracker.xlsx', 'sent-once');
    expect([again.status, again.body.id]).toEqual([201, id]);
    expect((await send(lead, '02-dhr-action-plan.xlsx', 'sent-once')).body.code).toBe('key-used');
  });

  it('is brought in with its past, as it says it was', async () => {
    await lead.put(`/imports/${id}/answers`, {
      answers: [
        { sheet: 'Tracker', cell: 'J8', code: 'date-not-read', answer: '2024-04-30' },
        { sheet: 'Tracker', cell: 'L7', code: 'completed-without-date', answer: '2024-06-30' },
      ],
    });
    const { status, body } = await lead.post<Imported>(`/imports/${id}/apply`);
    expect([status, body.state]).toEqual([200, 'applied']);
    const items = await all();
    expect(items).toHaveLength(7);
    const [first] = items;
    expect(first).toMatchObject({
      ...{ text: 'Referrals should say who lives in the home.', impact: 'practice', delivery: 'in-progress' },
      recommendation: { number: '2', text: 'Referrals say who lives in the home.' },
      impactEvidence: { sample: expect.stringContaining('17 of 20'), isClaimed: false },
    });
    expect(first!.actions[0]).toMatchObject({
      ...{
        due: { on: '2024-06-30' },
        originalDue: { on: '2024-04-30' },
        moves: 1,
        slippedDays: 61,
        overdueDays: 15,
      },
      ...{
        owner: { name: 'Head of MASH' },
        updates: [{ on: '2024-05-03' }, { on: '2024-06-07' }, { evidence: 'https://example.org/dip-sample' }],
      },
    });
    expect(first!.notes.map(({ text }) => text)).toContain('Number in the spreadsheet: FSCP/24/001');
    expect(items.at(-1)!.source).toMatchObject({
      number: 'FSCP/24/007',
      title: 'Section 11 audit',
      origin: 'audit',
    });
    const completed = items
      .flatMap(({ actions }) => actions)
      .filter(({ delivery }) => delivery === 'completed');
    expect(completed.map(({ completedOn }) => completedOn)).toEqual(['2024-06-28', '2024-06-30']);
    const known = (await lead.get<TrackedItemList>('/items?asOf=2024-06-01&view=known&limit=100')).body;
    const heard = known.items.map(({ actions }) =>
      actions.flatMap(({ updates }) => updates.map(({ on }) => on)),
    );
    expect(heard).toEqual([['2024-05-03'], ['2024-05-30']]);
    const refused = items.find(({ responses }) => responses.notAccepted > 0)!;
    expect(refused.responses.each[0]!.reason).toBe('The spreadsheet gives no reason');
    expect((await lead.post<Imported>(`/imports/${id}/apply`)).body.code).toBe('decided');
  });

  it('that comes again brings in nothing but what it says otherwise', async () => {
    const { body } = await send(lead, '03-board-tracker.csv');
    const states = body.rows.map(({ state }) => state);
    expect(states.filter((state) => state === 'new')).toEqual([]);
    expect(
      body.rows
        .filter(({ state }) => state === 'changed')
        .map(({ differences }) => differences.map(({ field }) => field)),
    ).toEqual(expect.not.arrayContaining([['agency'], ['owner'], ['text'], ['update']]));
    expect(await all()).toHaveLength(7);
  });

  it('is taken back whole, and not where people have worked on it since', async () => {
    const other = await fennmere.program('approver');
    expect((await other.post(`/imports/${id}/undo`)).status).toBe(403);
    const [item] = await all();
    const update = await lead.post(`/actions/${item!.actions[0]!.id}/updates`, { text: 'Three more teams.' });
    expect(update.status).toBe(201);
    const refused = await lead.post<Imported & { items: string[] }>(`/imports/${id}/undo`);
    expect([refused.status, refused.body.code, refused.body.items]).toEqual([409, 'worked-on', [item!.ref]]);
    const { body: second } = await send(lead, '01-lcspr-action-plan.xlsx');
    await lead.post(`/imports/${second.id}/apply`);
    const before = await all();
    expect(before.length).toBeGreaterThan(7);
    expect(
      (await lead.post<Imported>(`/imports/${second.id}/undo`, { reason: 'Wrong plan.' })).body.state,
    ).toBe('undone');
    expect(await all()).toHaveLength(7);
  });

  it('is taken back once', async () => {
    const { body } = await send(lead, '02-dhr-action-plan.xlsx');
    const [one, other] = await Promise.all([
      lead.post<Imported>(`/imports/${body.id}/apply`),
      lead.post<Imported>(`/imports/${body.id}/apply`),
    ]);
    const [won, lost] = one.status === 200 ? [one, other] : [other, one];
    expect([won.status, lost.status, lost.body.code]).toEqual([200, 409, 'decided']);
    expect(won.body.made).toMatchObject({ items: 5, actions: 6 });
    const items = await all();
    expect(items).toHaveLength(12);
    expect(items.flatMap(({ actions }) => actions.flatMap(({ milestones }) => milestones))).toHaveLength(5);
    // Who was entered with it stays in the lists.
    expect((await lead.post<Imported>(`/imports/${body.id}/undo`)).status).toBe(200);
    expect((await lead.post<Imported>(`/imports/${body.id}/undo`)).body.code).toBe('decided');
    expect(await all()).toHaveLength(7);
  });

  it('keeps its bytes no longer than it waits', async () => {
    const rows = await fennmere.library.source.query<{ state: string; waits: boolean }[]>(
      `select state, file is not null as waits from tracked_import order by made_at`,
    );
    expect(rows).toEqual([
      { state: 'applied', waits: false },
      { state: 'previewed', waits: true },
      { state: 'undone', waits: false },
      { state: 'undone', waits: false },
    ]);
  });

  it('that would keep the library busy is refused, while others go on', async () => {
    const rows = Array.from({ length: 1_048_576 }, (_, at) => `<row r="${at + 1}"/>`).join('');
    const parts = workbookParts([{ rows: [] }]);
    parts['xl/worksheets/sheet1.xml'] = `<worksheet><sheetData>${rows}</sheetData></worksheet>`;
    let isRefused = false;
    const refused = lead.upload('/imports', { name: 'plan.xlsx', bytes: writeZip(parts) }).finally(() => {
      isRefused = true;
    });
    const others: number[] = [];
    while (!isRefused) others.push((await lead.get('/items')).status);
    expect([413, 422]).toContain((await refused).status);
    expect(others.length).toBeGreaterThan(1);
    expect(new Set(others)).toEqual(new Set([200]));
  });

  it('that is none is refused, and nobody else’s is found', async () => {
    const pdf = { name: 'plan.xlsx', bytes: Buffer.from('%PDF-1.7 plan') };
    expect((await lead.upload('/imports', pdf)).status).toBe(415);
    const [stowe] = await fennmere.library.source.query<{ id: string }[]>(
      `select id from partnership where name = 'Stowe Safeguarding Partnership'`,
    );
    const other = await fennmere.program('audit-lead', undefined, stowe!.id);
    expect((await other.get(`/imports/${id}`)).status).toBe(404);
  });
});

describe('a plan as it comes', () => {
  const HEAD = 'No,Recommendation,Action,Lead agency,Due date,Status,Folder\n';
  const sheet = async (rows: string, who = lead, head = HEAD): Promise<Imported> => {
    const file = { name: 'plan.csv', bytes: Buffer.from(head + rows) };
    return (await who.upload<Imported>('/imports', file)).body;
  };
  const apply = (id: string): Promise<Told<Imported>> => lead.post<Imported>(`/imports/${id}/apply`);

  it('asks once which agency is meant and what a column holds, and remembers both for the layout', async () => {
    const first = await sheet(
      '1,Hear the child.,Ask each child.,The Constabulary,31/10/2024,Open,Weekly calls\n',
    );
    expect(first.questions.map(({ code }) => code)).toContain('agency-not-known');
    expect(first.sheets[0]).toMatchObject({ columns: { G: 'note' }, samples: { G: ['Weekly calls'] } });
    const known = await lead.get<{ items: { name: string }[] }>('/agencies');
    const { name } = known.body.items[0]!;
    const { body } = await lead.put<Imported>(`/imports/${first.id}/answers`, {
      ...{ words: { 'The Constabulary': name, Open: 'in-progress' }, columns: { G: 'progress' } },
    });
    const says = { agencies: [name], delivery: 'in-progress', updates: [{ text: 'Weekly calls' }] };
    for (const read of [
      body,
      await sheet('1,Hear the child.,Ask each child.,The Constabulary,,Open,Weekly calls\n'),
    ]) {
      expect(read.recommendations[0]!.actions[0]).toMatchObject(says);
      expect(read.questions.map(({ code }) => code)).not.toContain('agency-not-known');
    }
    expect((await apply(first.id)).body.made).toMatchObject({ items: 1, actions: 1 });
  });

  it('may be empty, name a number twice, and say the same thing twice', async () => {
    const empty = await sheet('');
    expect([empty.counts.actions, (await apply(empty.id)).status]).toEqual([0, 200]);
    const rows =
      '7,Meet fathers.,Invite them.,,,,\n7,Meet fathers.,Invite them.,,,,\n7,Share what is known.,,,,,\n';
    const twice = await sheet(rows);
    expect(twice.questions.map(({ code }) => code)).toContain('number-used-twice');
    expect((await apply(twice.id)).body.made).toMatchObject({ items: 2, actions: 2 });
    const again = await sheet(rows);
    expect(again.rows.map(({ state }) => state)).toEqual(['same', 'same', 'same']);
    // Words that are but alike take the place of none that are the same.
    const more = await sheet(`7,Meet fathers.,Invite them all.,,,,\n${rows}`);
    expect(more.rows.map(({ state }) => state)).toEqual(['new', 'same', 'same', 'same']);
  });
});

describe('a response in a plan', () => {
  const plan = async (visit: string, ring: string, who = lead): Promise<Imported> => {
    const rows = `31,Ring the school back.,,${police},${ring}\n32,Visit at home.,Plan visits.,${police},${visit}\n`;
    const file = {
      name: 'plan.csv',
      bytes: Buffer.from(`No,Recommendation,Action,Lead agency,Response\n${rows}`),
    };
    return (await who.upload<Imported>('/imports', file)).body;
  };
  const changes = ({ rows }: Imported): unknown[] =>
    rows.map(({ state, differences }) => [state, ...differences.map(({ before, now }) => [before, now])]);
  const responses = async (): Promise<unknown[]> =>
    (await all())
      .filter(({ source }) => ['31', '32'].includes(source?.number ?? ''))
      .map(({ responses: { each } }) => each.map(({ response, reason }) => [response, reason]));
  let police: string;
  let policeId: string;

  beforeAll(async () => {
    const { items } = (await lead.get<{ items: { id: string; name: string }[] }>('/agencies')).body;
    ({ name: police, id: policeId } = items.find(({ name }) => /police/i.test(name))!);
    const { id } = await plan('Accepted', 'Awaiting');
    expect((await lead.post<Imported>(`/imports/${id}/apply`)).status).toBe(200);
  });

  it('that says something else is a change, and one for the audit lead alone', async () => {
    expect(await responses()).toEqual([[['awaiting', null]], [['accepted', null]]]);
    expect(changes(await plan('Accepted', 'Awaiting'))).toEqual([['same'], ['same']]);
    const body = await plan('Accepted in part – in the north', 'No');
    expect(changes(body)).toEqual([
      ['changed', ['awaiting', 'not-accepted']],
      ['changed', ['accepted', 'accepted-in-part']],
    ]);
    const theirs = await plan('Partly', 'No', await fennmere.program('agency-lead', policeId));
    expect(theirs.notTaken.filter(({ what }) => what.includes('response'))).toMatchObject([
      { row: 2, why: 'audit-lead-only' },
      { row: 3, why: 'audit-lead-only' },
    ]);
    // The reason for a refusal, also where the row has no action.
    const asked = body.questions.find(({ code }) => code === 'refused-without-reason')!;
    const answers = [{ sheet: asked.sheet, cell: asked.cell, code: asked.code, answer: 'They ring us.' }];
    const answered = await lead.put<Imported>(`/imports/${body.id}/answers`, { answers });
    expect(changes(answered.body)[0]).toEqual(['changed', ['awaiting', 'not-accepted: They ring us.']]);
    expect((await lead.post<Imported>(`/imports/${body.id}/apply`)).body.made?.entries).toBe(2);
    expect(await responses()).toEqual([[['not-accepted', 'They ring us.']], [['accepted-in-part', null]]]);
    expect(changes(await plan('Accepted in part – in the north', 'No'))).toEqual([['same'], ['same']]);
  });
});

describe('the pages of spreadsheets', () => {
  let auditLead: Visitor;

  const upload = async (
    who: Visitor,
    name: string,
    fields: Record<string, string> = {},
  ): Promise<Response> => {
    const token = tokenIn(await (await who.get('/tracking/imports')).text());
    const form = new FormData();
    for (const [field, value] of Object.entries({ _csrf: token, ...fields })) form.set(field, value);
    if (name) form.set('file', new Blob([new Uint8Array((await example(name)).bytes)]), name);
    const cookie = [...who.cookies].map(([key, value]) => `${key}=${value}`).join('; ');
    const path = `${fennmere.library.url}/tracking/imports`;
    return await fetch(path, { method: 'POST', body: form, redirect: 'manual', headers: { cookie } });
  };
  /** All that a browser would send of the form, with its choices as they stand. */
  const fieldsOf = (html: string): Record<string, string> => {
    const [form] = /<form action="\/tracking\/imports\/[^"/]+" method="post".*?<\/form>/s.exec(html)!;
    const plain = (text: string): string =>
      text.replace(/&(amp|quot|#39);/g, (_, name: string) => ({ amp: '&', quot: '"', '#39': "'" })[name]!);
    const fields: Record<string, string> = {};
    for (const [, name, value] of form.matchAll(/<input[^>]*? name="([^"]+)" type="text" value="([^"]*)"/g))
      fields[plain(name!)] = plain(value!);
    for (const [, name, value] of form.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g))
      fields[plain(name!)] = plain(value!);
    for (const [, name, text] of form.matchAll(/<textarea[^>]*? name="([^"]+)"[^>]*>(.*?)<\/textarea>/gs))
      fields[plain(name!)] = plain(text!);
    for (const [, name, options] of form.matchAll(/<select[^>]*? name="([^"]+)"[^>]*>(.*?)<\/select>/gs))
      fields[plain(name!)] = plain(/value="([^"]*)" selected/.exec(options!)?.[1] ?? '');
    return fields;
  };

  beforeAll(async () => {
    const of = { partnershipId: fennmere.partnership.id };
    auditLead = (await signedIn(fennmere.library, { role: 'audit-lead', ...of })).visitor;
  });

  it('say what is wrong with what was sent', async () => {
    const none = await upload(auditLead, '');
    expect([none.status, await none.text()]).toEqual([400, expect.stringContaining('Choose a spreadsheet')]);
    const wrong = await upload(auditLead, 'agencies.json', { asOf: 'soon' });
    expect([wrong.status, await wrong.text()]).toEqual([400, expect.stringContaining('must be a real date')]);
  });

  it('take a plan with what is filled in: looked through, answered, brought in and taken back', async () => {
    const sent = await upload(auditLead, '02-dhr-action-plan.xlsx');
    expect(sent.status).toBe(303);
    const path = sent.headers.get('location')!;
    const page = await textOf(auditLead.get(path));
    for (const words of [
      '5</strong> questions',
      'When was it completed?',
      'Which agency is it?',
      'Bring it in',
    ])
      expect(page).toContain(words);
    const fields = fieldsOf(page);
    const [unknown] = Object.keys(fields).filter((name) => name.startsWith('agency:'));
    const [day] = Object.keys(fields).filter((name) => name.startsWith('day:date-not-read'));
    const bad = await auditLead.post(path, { ...fields, [day!]: 'soon', do: 'apply' });
    expect([bad.status, await bad.text()]).toEqual([400, expect.stringContaining('This is no date')]);
    const done = await auditLead.post(path, {
      ...fields,
      [day!]: '1 May 2024',
      [unknown!]: '+',
      do: 'apply',
    });
    expect([done.status, done.headers.get('location')]).toEqual([303, path]);
    expect(await textOf(auditLead.get(path))).toContain('Brought in: 5 items, 6 actions');
    const items = await all();
    const dues = items.flatMap(({ actions }) => actions.map(({ due }) => due?.on));
    expect(dues).toContain('2024-05-01');
    const names = (await lead.get<{ items: { name: string }[] }>('/agencies')).body.items.map(
      ({ name }) => name,
    );
    expect(names).toContain(unknown!.slice('agency:'.length));
    const made = items.find(({ actions }) => actions.some(({ due }) => due?.on === '2024-05-01'))!;
    const note = await lead.post(`/items/${made.id}/notes`, { text: 'Seen.' });
    const refused = await auditLead.send(`${path}/take-back`, { reason: 'Wrong plan.' }, { page: path });
    expect([refused.status, await refused.text()]).toEqual([
      409,
      expect.stringContaining(`items ${made.ref} since`),
    ]);
    expect(note.status).toBe(201);
    expect(await textOf(auditLead.get('/tracking/imports'))).toContain('Brought in');
    const other = await upload(auditLead, '01-lcspr-action-plan.xlsx');
    const second = other.headers.get('location')!;
    const shown = await textOf(auditLead.get(second));
    for (const words of ['A total', 'It explains the colours', 'Struck through'])
      expect(shown).toContain(words);
    const gone = await auditLead.send(`${second}/give-up`, {}, { page: second });
    expect(gone.headers.get('location')).toBe('/tracking/imports');
    expect(await textOf(auditLead.get(second))).toContain('The file is kept no longer');
  });
});
