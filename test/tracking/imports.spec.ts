import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Problem } from '../../src/platform/http/errors/problem.model.js';
import type { ImportView } from '../../src/tracking/imports/plan-imports.service.js';
import type { PlanPreview } from '../../src/tracking/sheets/preview.js';
import type { TrackedItemAnswer, TrackedItemList } from '../../src/tracking/tracked-item.model.js';
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

const send = async (who: Program, name: string): Promise<Told<Imported>> =>
  await who.upload<Imported>('/imports', await example(name), { partnership: fennmere.partnership.slug });
const all = async (): Promise<TrackedItemAnswer[]> =>
  (await lead.get<TrackedItemList>('/items?limit=100')).body.items;

describe('a spreadsheet', () => {
  let id: string;

  it('is looked through, row by row, before anything of it is followed', async () => {
    const { status, body } = await send(lead, '03-board-tracker.xlsx');
    expect([status, body.state, body.counts.actions]).toEqual([201, 'previewed', 7]);
    expect(body.rows).toHaveLength(8);
    expect(new Set(body.rows.map(({ state }) => state))).toEqual(new Set(['new']));
    expect(body.questions.map(({ code }) => code)).toContain('refused-without-reason');
    expect(await all()).toEqual([]);
    ({ id } = body);
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
    const known = (await lead.get<TrackedItemList>('/items?asOf=2024-06-08&view=known&limit=100')).body;
    expect(known.items.some(({ actions }) => actions.some(({ updates }) => updates.length === 2))).toBe(true);
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

  it('keeps its bytes no longer than it waits', async () => {
    const rows = await fennmere.library.source.query<{ state: string; waits: boolean }[]>(
      `select state, file is not null as waits from tracked_import order by made_at`,
    );
    expect(rows).toEqual([
      { state: 'applied', waits: false },
      { state: 'previewed', waits: true },
      { state: 'undone', waits: false },
    ]);
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
