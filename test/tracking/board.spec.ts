import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { ReportAnswer } from '../../src/tracking/reports/report-answer.model.js';
import { signedIn, textOf, tokenIn } from '../support/visitor.js';
import { startFollowing, type FollowingLibrary, type Program } from './library.js';
import { type SnapshotAnswer } from '../../src/tracking/board/snapshot.model.js';
import { type MovementAnswer } from '../../src/tracking/board/movement.model.js';

let fennmere: FollowingLibrary;
let lead: Program;
let police: string;

beforeAll(async () => {
  fennmere = await startFollowing({ CLOCK_STARTS_AT: '2025-06-09T08:00:00Z' });
  ({ lead } = fennmere);
  police = await fennmere.agency('Marsh Police');
});
afterAll(() => fennmere?.library.close());

const wordsOf = (page: string): string => page.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
const item = async (text: string): Promise<string> =>
  (
    await lead.post('/items', {
      ...{ source: { origin: 'audit', title: 'Audit A1' }, text, on: '2025-01-10', addressees: [police] },
    })
  ).body.id;
const action = async (of: string, due: string): Promise<string> =>
  (await lead.post(`/items/${of}/actions`, { text: `Do it by ${due}.`, agency: police, due: { on: due } }))
    .body.id;
const take = async (name: string): Promise<SnapshotAnswer> =>
  (await lead.post<SnapshotAnswer>('/snapshots', { name, meetingOn: '2025-06-12' })).body;
const refs = (actions: { ref: string }[]): string[] => actions.map(({ ref }) => ref);

/** Entries that are made after a snapshot; `PROPERTY_RUNS=500` makes a thousand. */
const LATER = Number(process.env.PROPERTY_RUNS ?? 30) * 2;

describe('a snapshot for a meeting of the board', () => {
  let first: SnapshotAnswer;
  let shown: { item: string; response: string };

  it('is named, and compared with the one before it', async () => {
    const id = await item('Share concerns.');
    const [late, done, moved] = [
      ...[await action(id, '2025-05-01'), await action(id, '2025-05-02'), await action(id, '2025-07-31')],
    ];
    const answered = await lead.post(`/items/${id}/responses`, { agency: police, response: 'accepted' });
    shown = { item: id, response: answered.body.entry!.id };
    first = await take('Board of June');
    expect(first).toMatchObject({
      ...{
        name: 'Board of June',
        meetingOn: '2025-06-12',
        asOf: '2025-06-09',
        isWhole: true,
        signedOff: null,
      },
      counts: { items: 1, actions: 3, overdue: 2, completed: 0 },
    });
    await lead.post(`/actions/${late}/due`, { on: '2025-08-01', reason: 'Staff have left.' });
    await lead.post(`/actions/${done}/delivery`, { to: 'completed', on: '2025-06-01' });
    await lead.post(`/actions/${moved}/due`, { on: '2025-06-30', reason: 'It is ready sooner.' });
    await action(id, '2025-06-08');
    const second = await take('Board of July');
    const { body } = await lead.get<MovementAnswer>(`/snapshots/${second.id}/movement`);
    expect(body.since!.id).toBe(first.id);
    expect(refs(body.completed)).toEqual(['1.2']);
    expect(
      body.moved.map(({ ref, movesSince }) => [ref, movesSince.map(({ days, reason }) => [days, reason])]),
    ).toEqual([
      ['1.1', [[92, 'Staff have left.']]],
      ['1.3', [[-31, 'It is ready sooner.']]],
    ]);
    expect(refs(body.newlyOverdue)).toEqual(['1.4']);
    expect(refs(body.noLongerOverdue)).toEqual(['1.1', '1.2']);
    // The day of the completion was before the board, which did not know of it.
    expect(body.lateEntries.map(({ deed, actionRef }) => [deed, actionRef])).toContainEqual([
      'delivery',
      '1.2',
    ]);
    const toItself = `/snapshots/${second.id}/movement?since=${second.id}`;
    expect((await lead.get<MovementAnswer>(toItself)).body).toMatchObject({
      completed: [],
      moved: [],
      lateEntries: [],
    });
    expect((await lead.get<MovementAnswer>(`/snapshots/${first.id}/movement`)).body.since).toBeNull();
  });

  it('is the paper of the board: where we are, what has moved, what is late and why, what is to be decided', async () => {
    const agencyLead = await fennmere.program('agency-lead', police);
    const id = await item('Meet the family.');
    const asked = await action(id, '2025-05-20');
    await agencyLead.post(`/actions/${asked}/due`, { on: '2025-09-30', reason: 'A form is late.' });
    const { id: snapshot } = await take('Board of autumn');
    const { body } = await lead.get<ReportAnswer>(`/reports/board.json?snapshot=${snapshot}`);
    expect(body).toMatchObject({ title: 'Board of autumn', asOf: '2025-06-09' });
    expect(body.sections.map(({ key }) => key)).toEqual([
      ...['position', 'movement', 'newly-overdue', 'late-entries'],
      ...['late', 'decisions'],
    ]);
    const paper = JSON.stringify(body);
    for (const said of ['May it be due 30 September 2025?', 'A form is late.', 'Staff have left.', 'Not yet'])
      expect(paper).toContain(said);
    for (const format of ['docx', 'xlsx', 'html', 'csv']) {
      const file = await lead.file(`/reports/board.${format}?snapshot=${snapshot}`);
      expect([format, file.status, file.body.length > 300]).toEqual([format, 200, true]);
    }
    expect((await lead.get('/reports/board.json')).status).toBe(200);
  });

  it('never changes, whatever is entered, corrected or redacted later', async () => {
    const before = [
      (await lead.get<SnapshotAnswer>(`/snapshots/${first.id}`)).body,
      (await lead.get<ReportAnswer>(`/reports/board.json?snapshot=${first.id}`)).body.sections,
    ];
    const administrator = await fennmere.program('administrator');
    // What the snapshot shows is worked on and put right as well as what came later.
    const entries = [shown.response];
    const ids = [shown.item, await item('One more.')];
    const deeds = fc.array(
      fc.record({ which: fc.nat(99), deed: fc.nat(4), day: fc.integer({ min: 1, max: 9 }) }),
      { minLength: LATER, maxLength: LATER },
    );
    for (const { which, deed, day } of fc.sample(deeds, { numRuns: 1, seed: 7 })[0]!) {
      const on = `2025-06-0${day}`;
      const of = ids[which % ids.length]!;
      const done =
        deed === 0
          ? await lead.post(`/items/${of}/actions`, { text: 'More.', agency: police, due: { on }, on })
          : deed === 1
            ? await lead.post(`/items/${of}/responses`, { agency: police, response: 'accepted', on })
            : deed === 2 && entries.length > 0
              ? await lead.post(`/entries/${entries.pop()!}/correction`, { reason: 'It was not so.' })
              : deed === 3 && entries.at(-1) !== shown.response && entries.length > 0
                ? await administrator.post(`/entries/${entries.at(-1)!}/redaction`, { reason: 'A name.' })
                : await lead.post(`/items/${of}/impact`, { level: 'activity', text: 'Seen.', on });
      expect(done.status).toBeLessThan(300);
      if (done.body.entry && (deed === 1 || deed === 4)) entries.push(done.body.entry.id);
    }
    expect([
      (await lead.get<SnapshotAnswer>(`/snapshots/${first.id}`)).body,
      (await lead.get<ReportAnswer>(`/reports/board.json?snapshot=${first.id}`)).body.sections,
    ]).toEqual(before);
  });

  it('says when the log is not any more what it was', async () => {
    const owner = fennmere.library.owner;
    const set = (hash: string): string =>
      `update audit_entry set hash = ${hash} where chain = $1 and number = $2`;
    const at = [fennmere.partnership.id, first.lastEntry + 1];
    await owner.query(set(`sha256('other')`), at);
    expect((await lead.get<SnapshotAnswer>(`/snapshots/${first.id}`)).body.isWhole).toBe(false);
    await owner.query(set(`decode('${first.hash}', 'hex')`), at);
    expect((await lead.get<SnapshotAnswer>(`/snapshots/${first.id}`)).body.isWhole).toBe(true);
  });

  it('is taken and signed off by the audit lead, on pages as well, in three clicks to its paper', async () => {
    const { visitor } = await signedIn(fennmere.library, {
      ...{ role: 'audit-lead', partnershipId: fennmere.partnership.id, agencyId: null },
    });
    const page = await (await visitor.get('/tracking/board')).text();
    const fields = { _csrf: tokenIn(page), name: 'Board of winter', meetingOn: '12 December 2025' };
    expect((await visitor.post('/tracking/board', { ...fields, meetingOn: 'December 2025' })).status).toBe(
      400,
    );
    for (const meetingOn of ['2025-02-31', '31 February 2025', ''])
      expect((await visitor.post('/tracking/board', { ...fields, meetingOn })).status).toBe(400);
    expect((await lead.post('/snapshots', { name: 'Never', meetingOn: '2025-02-31' })).status).toBe(400);
    expect((await visitor.post('/tracking/board', fields)).status).toBe(303);
    const taken = await (await visitor.get('/tracking/board')).text();
    expect(wordsOf(taken)).toMatch(/Board of winter Meeting on 12 December 2025.*Not signed off yet/);
    const [, signOff] = /action="(\/tracking\/board\/[\da-f-]+\/sign-off)"/.exec(taken)!;
    await visitor.post(signOff!, { _csrf: tokenIn(taken) });
    const [, paper] = /href="(\/tracking\/reports\/board\?snapshot=[\da-f-]+)"/.exec(taken)!;
    expect(wordsOf(await textOf(visitor.get(paper!)))).toMatch(/Board of winter.*Signed off By /);
    const { body } = await lead.get<{ items: SnapshotAnswer[] }>('/snapshots');
    expect((await lead.post(`/snapshots/${body.items[0]!.id}/sign-off`)).body.code).toBe('decided');
    const agencyLead = await fennmere.program('agency-lead', police);
    expect((await agencyLead.post('/snapshots', { name: 'Mine', meetingOn: '2025-06-12' })).status).toBe(403);
    const other = await fennmere.program('audit-lead', undefined, (await stowe()).id);
    expect((await other.get(`/snapshots/${first.id}`)).status).toBe(404);
  });
});

async function stowe(): Promise<{ id: string }> {
  const [found] = await fennmere.library.source.query<{ id: string }[]>(
    `select id from partnership where name = 'Stowe Safeguarding Partnership'`,
  );
  return found!;
}
