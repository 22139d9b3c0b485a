import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EXPORT_COLUMNS, type ExportField } from '../../src/tracking/export/export-columns.js';
import type { Problem } from '../../src/platform/http/errors/problem.model.js';
import type { ImportView } from '../../src/tracking/imports/plan-imports.service.js';
import type { PlanPreview } from '../../src/tracking/sheets/preview.js';
import type { TrackedItemAnswer, TrackedItemList } from '../../src/tracking/tracked-item.model.js';
import { startFollowing, type FollowingLibrary, type Program } from './library.js';
import { partsOf } from './read-office.js';
import { escapeXml, letterOf } from './sheets/write-workbook.js';
import { writeZip } from './sheets/write-zip.js';

type Imported = Omit<ImportView, 'preview'> & PlanPreview & Problem;
type Edit = Partial<Record<ExportField, string>>;

const FORMULA = '=HYPERLINK("https://example.org","look")';
const SAME = 'Look at every referral within a day.';

let fennmere: FollowingLibrary;
let lead: Program;
let policeLead: Program;
const agency: Record<'police' | 'council', string> = { police: '', council: '' };
/** The actions in the order of the export. */
let actions: string[];

beforeAll(async () => {
  fennmere = await startFollowing({ CLOCK_STARTS_AT: '2025-03-10T09:00:00Z' });
  ({ lead } = fennmere);
  const first = await lead.post('/items', { recommendation: fennmere.recommendations[0] });
  for (const { agency: one } of first.body.responses.each)
    agency[one.name === 'Fennmere Police' ? 'police' : 'council'] = one.id;
  policeLead = await fennmere.program('agency-lead', agency.police);
  const second = await follow('Audit of 2024', SAME);
  // Another item with the same words, and one without an action.
  const third = await follow('Audit of 2025', SAME);
  await follow('RR12', '3. Tell schools of missed appointments.');
  actions = [
    await act(second, {
      ...{ text: FORMULA, agency: agency.police, supporting: [agency.council] },
      ...{ owner: { name: 'Pat Example', email: 'pat@example.org' } },
      due: { on: '2025-06-30', precision: 'quarter' },
    }),
    await act(second, {
      text: 'Train all who answer.',
      agency: agency.council,
      due: { on: '2025-05-31', precision: 'month' },
    }),
    await act(second, { text: 'Train all who answer.', agency: agency.council, due: { on: '2025-09-12' } }),
    await act(third, {
      text: '+44 is where the line is called',
      agency: agency.police,
      due: { on: '2025-12-31', precision: 'year' },
    }),
    await act(third, { text: 'Write it into the handbook.', supporting: [agency.police] }),
  ];
  await lead.post(`/actions/${actions[0]}/updates`, {
    text: '12/02/2025 – first draft; 05/03/2025: sent round',
    on: '2025-03-06',
  });
  await lead.post(`/actions/${actions[1]}/delivery`, { to: 'completed', on: '2025-02-14' });
  await lead.post(`/actions/${actions[2]}/delivery`, {
    to: 'stopped',
    reason: 'The first does it.',
    on: '2025-02-20',
  });
});
afterAll(() => fennmere?.library.close());

const follow = async (title: string, text: string): Promise<string> =>
  (
    await lead.post('/items', {
      source: { origin: 'audit', title },
      text,
      on: '2025-01-02',
      addressees: [agency.police],
    })
  ).body.id;
const act = async (item: string, wish: object): Promise<string> => {
  const { status, body } = await lead.post(`/items/${item}/actions`, { on: '2025-01-10', ...wish });
  expect(status).toBe(201);
  return body.id;
};
const all = async (): Promise<TrackedItemAnswer[]> =>
  (await lead.get<TrackedItemList>('/items?limit=100')).body.items;
const action = async (place: number): Promise<TrackedItemAnswer['actions'][number]> =>
  (await all()).flatMap((item) => item.actions).find(({ id }) => id === actions[place])!;

/** What the library writes out. */
async function written(who: Program): Promise<Record<string, string>> {
  const { status, body } = await who.file('/export.xlsx');
  expect(status).toBe(200);
  return Object.fromEntries(await partsOf(body));
}

const SHEET = 'xl/worksheets/sheet1.xml';

/** Above the rows of actions: the headings, and an item without any. */
const ABOVE = 3;

/** As somebody who types into cells; rows of actions count from 0. */
function edited(parts: Record<string, string>, edits: Record<number, Edit>, deleted: number[] = []): Buffer {
  let xml = parts[SHEET]!;
  for (const [row, edit] of Object.entries(edits))
    for (const [key, text] of Object.entries(edit)) {
      const column = letterOf(EXPORT_COLUMNS.findIndex((one) => one.key === key) + 1);
      xml = put(xml, column, Number(row) + ABOVE, text);
    }
  for (const row of deleted) xml = xml.replace(new RegExp(`<row r="${row + ABOVE}".*?</row>`, 's'), '');
  return writeZip({ ...parts, [SHEET]: xml });
}

function put(xml: string, column: string, row: number, text: string): string {
  const cell = `<c r="${column}${row}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(text)}</t></is></c>`;
  const own = new RegExp(`<c r="${column}${row}"[^>]*?(?:/>|>.*?</c>)`, 's');
  if (own.test(xml)) return xml.replace(own, () => cell);
  const whole = new RegExp(`(<row r="${row}"[^>]*>)(.*?)(</row>)`, 's').exec(xml)!;
  const cells = [...whole[2]!.matchAll(/<c r="([A-Z]+)\d+".*?(?:\/>|<\/c>)/gs)];
  const after = cells.find(([, at]) => at!.padStart(3) > column.padStart(3));
  const inner = after
    ? whole[2]!.slice(0, after.index) + cell + whole[2]!.slice(after.index)
    : whole[2]! + cell;
  return xml.replace(whole[0], () => whole[1]! + inner + whole[3]!);
}

const send = async (who: Program, bytes: Buffer): Promise<Imported> => {
  const { status, body } = await who.upload<Imported>('/imports', { name: 'actions.xlsx', bytes });
  expect(status).toBe(201);
  return body;
};
const differences = ({ rows }: Imported): Record<string, (string | null)[]> =>
  Object.fromEntries(
    rows.flatMap(({ row, differences: all }) =>
      all.map(({ field, before, now }) => [`${row! - ABOVE} ${field}`, [before, now]]),
    ),
  );

describe('what was written out and comes in again', () => {
  it('says nothing where nobody has changed anything', async () => {
    const body = await send(lead, edited(await written(lead), {}));
    expect([differences(body), body.conflicts, body.notTaken, body.notOwn]).toEqual([{}, [], [], []]);
    expect(body.rows.map(({ state }) => state)).toEqual(Array(7).fill('same'));
    expect(body.questions).toEqual([]);
    const before = (await all()).map(({ version }) => version);
    const { status, body: applied } = await lead.post<Imported>(`/imports/${body.id}/apply`);
    expect([status, applied.state, applied.made]).toMatchObject([
      200,
      'applied',
      { items: 0, actions: 0, entries: 0 },
    ]);
    expect((await all()).map(({ version }) => version)).toEqual(before);
    expect((await lead.post<Imported>(`/imports/${body.id}/undo`)).body.state).toBe('undone');
    expect((await lead.post<Imported>(`/imports/${body.id}/undo`)).body.code).toBe('decided');
  });

  it('brings in just what was changed; a missing row changes nothing, and text stays text', async () => {
    const parts = await written(lead);
    const sheet = edited(
      parts,
      {
        0: {
          due: '30 September 2025',
          owner: 'Sam Sample',
          email: '',
          update: '=SUM(1)+1 teams',
          responses: 'None',
        },
        1: { update: 'Asked ten of twelve.', updatedOn: '07/03/2025' },
        3: {
          delivery: 'In progress',
          action: '+44 is where all lines are called',
          supporting: 'Fennmere Council',
        },
      },
      [2],
    );
    const body = await send(lead, sheet);
    expect(differences(body)).toEqual({
      '0 due': ['2025-Q2', '2025-09-30'],
      '0 owner': ['Pat Example (pat@example.org)', 'Sam Sample'],
      '0 update': [null, '=SUM(1)+1 teams'],
      '1 update': [null, '2025-03-07: Asked ten of twelve.'],
      '3 delivery': ['not-started', 'in-progress'],
      '3 text': ['+44 is where the line is called', '+44 is where all lines are called'],
      '3 supporting': [null, 'Fennmere Council'],
    });
    expect(body.notTaken).toMatchObject([
      { row: ABOVE, what: ['Addressees and responses'], why: 'not-from-sheets' },
    ]);
    await lead.post<Imported>(`/imports/${body.id}/apply`);
    expect(await action(0)).toMatchObject({
      ...{ text: FORMULA, due: { on: '2025-09-30' }, owner: { name: 'Sam Sample', email: null } },
      updates: [{ on: '2025-03-06' }, { on: '2025-03-10', text: '=SUM(1)+1 teams' }],
    });
    expect(await action(2)).toMatchObject({ delivery: 'stopped', text: 'Train all who answer.' });
    expect((await action(3)).supporting).toMatchObject([{ name: 'Fennmere Council' }]);
    const again = await send(lead, edited(await written(lead), {}));
    expect(differences(again)).toEqual({});
  });

  it.each(['library', 'sheet'] as const)(
    'is asked about where both have changed a field, and the %s may win',
    async (take) => {
      const parts = await written(lead);
      const reason = 'The school asked for it.';
      const [theirs, ours] = take === 'library' ? ['2025-07-31', '2025-08-31'] : ['2025-10-31', '2025-11-30'];
      await lead.post(`/actions/${actions[3]}/due`, { on: ours, reason });
      await lead.post(`/actions/${actions[0]}/updates`, { text: `Meanwhile (${take})` });
      const body = await send(lead, edited(parts, { 3: { due: theirs, owner: `Owner ${take}` } }));
      // The owner, and what was said meanwhile of another action, are nobody’s conflict.
      expect(body.conflicts).toMatchObject([
        { field: 'due', library: ours, inSheet: theirs, take: 'library' },
      ]);
      expect(Object.keys(differences(body))).toEqual(['3 owner']);
      const { sheet, row, field } = body.conflicts[0]!;
      await lead.put(`/imports/${body.id}/answers`, { conflicts: [{ sheet, row, field, take }] });
      await lead.post(`/imports/${body.id}/apply`);
      expect(await action(3)).toMatchObject({
        ...{ due: { on: take === 'sheet' ? theirs : ours }, owner: { name: `Owner ${take}` } },
      });
    },
  );

  it('takes from an agency lead what is their own, and asks for what they may not decide', async () => {
    const own = await written(policeLead);
    const unchanged = await send(policeLead, edited(own, {}));
    expect([differences(unchanged), unchanged.notOwn]).toEqual([{}, []]);
    // The rows of everybody, as somebody might pass them on.
    const parts = await written(lead);
    const body = await send(
      policeLead,
      edited(parts, {
        0: { due: '31 October 2025', update: 'Nearly done.' },
        1: { update: 'Not theirs to say.', delivery: 'In progress' },
        4: { agency: 'Fennmere Police' },
      }),
    );
    expect(Object.keys(differences(body))).toEqual(['0 due', '0 update']);
    expect(body.notOwn.map(({ row }) => row)).toEqual([ABOVE + 1, ABOVE + 2]);
    expect(body.notTaken).toMatchObject([{ row: ABOVE + 4, what: ['agency'], why: 'audit-lead-only' }]);
    const before = await action(0);
    await policeLead.post(`/imports/${body.id}/apply`);
    const now = await action(0);
    expect(now.due).toEqual(before.due);
    expect(now.requests).toMatchObject([{ kind: 'move', due: { on: '2025-10-31' }, decision: null }]);
    expect(now.updates.at(-1)!.text).toBe('Nearly done.');
    expect((await action(1)).delivery).toBe('completed');
    expect((await action(4)).agency).toBeNull();
  });

  it('asks which response counts where it was given in the library meanwhile', async () => {
    const parts = await written(lead);
    const item = (await all())[1]!;
    await lead.post(`/items/${item.id}/responses`, { agency: agency.police, response: 'accepted' });
    const sent = await send(lead, edited(parts, { 0: { responses: 'Accepted in part – next year' } }));
    const columns = {
      [letterOf(EXPORT_COLUMNS.findIndex(({ key }) => key === 'responses') + 1)]: 'response',
    };
    const { body } = await lead.put<Imported>(`/imports/${sent.id}/answers`, { columns });
    expect([differences(body), body.conflicts]).toMatchObject([
      {},
      [{ field: 'response', library: 'accepted', inSheet: 'accepted-in-part', take: 'library' }],
    ]);
    const { sheet, row, field } = body.conflicts[0]!;
    const taken = await lead.put<Imported>(`/imports/${sent.id}/answers`, {
      conflicts: [{ sheet, row, field, take: 'sheet' }],
    });
    expect(differences(taken.body)).toEqual({ '0 response': ['accepted', 'accepted-in-part'] });
    expect((await lead.post<Imported>(`/imports/${sent.id}/apply`)).body.made?.entries).toBe(1);
    expect((await all())[1]!.responses).toMatchObject({ acceptedInPart: 1, accepted: 0 });
  });

  it('leaves what is closed as it is, and takes what is said of it', async () => {
    const parts = await written(lead);
    const item = (await all())[1]!;
    const closing = { to: 'closed-acceptable', reason: 'Done.', noRecheckReason: 'A law.', noEvidence: true };
    const closed = await lead.post(`/items/${item.id}/judgements`, { ...closing, stopActions: true });
    expect(closed.status).toBe(201);
    const body = await send(
      lead,
      edited(parts, { 1: { delivery: 'In progress' }, 2: { update: 'Looked at once more.' } }),
    );
    expect(body.notTaken).toMatchObject([{ row: ABOVE + 1, what: ['delivery'], why: 'closed' }]);
    expect(body.rows.map(({ state }) => state)).toEqual([
      ...['same', 'same', 'left-out', 'changed', 'same', 'same', 'same'],
    ]);
    expect((await lead.post<Imported>(`/imports/${body.id}/apply`)).status).toBe(200);
    expect([(await action(1)).delivery, (await action(2)).updates.length]).toEqual(['completed', 1]);
  });
});
