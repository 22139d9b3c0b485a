import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TrackedAction, TrackedItemList } from '../../src/tracking/tracked-item.model.js';
import { startFollowing, type FollowingLibrary, type Program } from './library.js';
import { type HistoryAnswer } from '../../src/tracking/history.model.js';

let fennmere: FollowingLibrary;
let lead: Program;

beforeAll(async () => {
  fennmere = await startFollowing({ CLOCK_STARTS_AT: '2025-01-06T09:00:00Z' });
  ({ lead } = fennmere);
});
afterAll(() => fennmere?.library.close());

describe('an item', () => {
  it('follows a recommendation from response to a closing that the rules allow', async () => {
    const followed = await lead.post('/items', {
      recommendation: fennmere.recommendations[0],
      on: '2024-01-31',
    });
    expect(followed.body).toMatchObject({
      partnership: fennmere.partnership.slug,
      recommendation: { number: '1', version: 1 },
      responses: { dueOn: '2024-04-30', asked: 2, answered: 0, awaiting: 2, late: 2 },
      ...{ delivery: 'none', judgement: 'open', impact: 'none', colour: 'red', word: 'Response late' },
    });
    expect(followed.status).toBe(201);
    const { id, responses } = followed.body;
    const [council, police] = responses.each.map(({ agency }) => agency.id);
    expect(
      (await lead.post(`/items/${id}/responses`, { agency: police, response: 'not-accepted' })).body.code,
    ).toBe('reason-required');
    const refused = { agency: police, response: 'not-accepted', reason: 'Done already.', on: '2024-02' };
    expect((await lead.post(`/items/${id}/responses`, refused)).body.responses).toMatchObject({
      answered: 1,
      notAccepted: 1,
      awaiting: 1,
    });
    await lead.post(`/items/${id}/responses`, { agency: council, response: 'accepted', on: '2024-02-10' });
    const action = await lead.post(`/items/${id}/actions`, {
      ...{
        text: 'Add prompts to the form.',
        agency: council,
        owner: { name: 'Pat Example', email: 'Pat@example.org' },
      },
      due: { on: '2024-12', precision: 'month' },
    });
    expect(action.body).toMatchObject({
      ...{ ref: '1.1', delivery: 'not-started', overdueDays: 6, word: 'Overdue by 6 days', colour: 'red' },
      ...{
        due: { on: '2024-12-31', precision: 'month' },
        moves: 0,
        owner: { name: 'Pat Example', email: 'pat@example.org' },
      },
    });
    const at = `/actions/${action.body.id}`;
    expect((await lead.post(`${at}/due`, { on: '2025-03-31' })).body.code).toBe('reason-required');
    expect(
      (await lead.post(`${at}/due`, { on: '2025-03-31', reason: 'The form is being renewed.' })).body,
    ).toMatchObject({
      ...{ moves: 1, slippedDays: 90, originalDue: { on: '2024-12-31' }, flags: ['on-track'] },
      moved: [{ reason: 'The form is being renewed.' }],
    });
    const leaving = { from: { name: 'Pat Example', email: 'pat@example.org' }, to: { name: 'New Comer' } };
    for (let time = 0; time < 2; time += 1)
      expect(
        (await lead.post('/owners/replacement', leaving, { 'idempotency-key': 'leaves-once' })).body,
      ).toEqual({ replaced: 1 });
    expect(
      (await lead.post(`/items/${id}/judgements`, { to: 'closed-acceptable', reason: 'Done.' })).body.code,
    ).toBe('actions-open');
    expect((await lead.post(`${at}/delivery`, { to: 'completed', on: '2025-01-07' })).body.code).toBe(
      'effective-in-future',
    );
    expect((await lead.post(`${at}/delivery`, { to: 'completed', on: '2025-01-03' })).body).toMatchObject({
      ...{ delivery: 'completed', completedOn: '2025-01-03', colour: 'blue' },
    });
    expect((await lead.get(`/items/${id}`)).body).toMatchObject({
      word: 'Waiting for judgement',
      delivery: 'completed',
    });
    const closing = { to: 'closed-acceptable', reason: 'The form asks for it.' };
    expect((await lead.post(`/items/${id}/judgements`, { ...closing, reason: '' })).body.code).toBe(
      'reason-required',
    );
    expect((await lead.post(`/items/${id}/judgements`, closing)).body.code).toBe('recheck-required');
    expect(
      (await lead.post(`/items/${id}/judgements`, { ...closing, recheckOn: '2025-07-01' })).body.code,
    ).toBe('impact-required');
    await lead.post(`/items/${id}/impact`, { level: 'practice', text: 'Dip sample.' });
    const closed = await lead.post(`/items/${id}/judgements`, { ...closing, recheckOn: '2025-07-01' });
    expect(closed.body).toMatchObject({
      ...{ judgement: 'closed-acceptable', word: 'Closed – acceptable', colour: 'blue', impact: 'practice' },
      ...{
        impactEvidence: { isClaimed: true },
        judged: { recheckOn: '2025-07-01', reason: 'The form asks for it.' },
      },
    });
    expect(
      (await lead.post(`/items/${id}/rechecks`, { result: 'not-sustained', reason: 'Two of ten.' })).body,
    ).toMatchObject({
      ...{ judgement: 'open', rechecks: [{ result: 'not-sustained', reason: 'Two of ten.' }] },
    });
  });

  it('is another one for another partnership, which never sees it', async () => {
    const [stowe] = await fennmere.library.source.query<{ id: string }[]>(
      `select id from partnership where name = 'Stowe Safeguarding Partnership'`,
    );
    const other = await fennmere.program('audit-lead', undefined, stowe!.id);
    const own = await lead.post('/items', { recommendation: fennmere.recommendations[1] });
    const theirs = await other.post('/items', { recommendation: fennmere.recommendations[1] });
    expect([own.status, theirs.status]).toEqual([201, 201]);
    expect((await lead.post('/items', { recommendation: fennmere.recommendations[1] })).body.code).toBe(
      'already-followed',
    );
    for (const path of [`/items/${own.body.id}`, `/items/${own.body.id}/history`])
      expect((await other.get(path)).status).toBe(404);
    expect((await other.post(`/items/${own.body.id}/reopen`, { reason: 'x' })).status).toBe(404);
    expect((await other.get<TrackedItemList>('/items')).body.items.map((one) => one.id)).toEqual([
      theirs.body.id,
    ]);
  });

  it('is put right by an entry that names the wrong one, and tells both pasts apart', async () => {
    const police = await fennmere.agency('Marsh Police');
    const { body: item } = await lead.post('/items', {
      ...{
        source: { origin: 'rapid-review', title: 'RR12' },
        text: 'Share concerns at eviction.',
        on: '2024-06-01',
      },
      addressees: [police],
    });
    const at = `/items/${item.id}`;
    const { body: wrong } = await lead.post(`${at}/responses`, {
      agency: police,
      response: 'accepted',
      on: '2024-07-01',
    });
    const correction = { reason: 'It was in part.', replacement: { response: 'accepted-in-part' } };
    const { body: right } = await lead.post(`/entries/${wrong.entry!.id}/correction`, correction);
    expect(right.responses).toMatchObject({ accepted: 0, acceptedInPart: 1 });
    expect((await lead.post(`/entries/${wrong.entry!.id}/correction`, { reason: 'Again.' })).body.code).toBe(
      'already-corrected',
    );
    const known = (await lead.get(`${at}?asOf=2024-07-02&view=known`)).body;
    expect([known.responses.acceptedInPart, known.responses.accepted]).toEqual([1, 0]);
    expect((await lead.get(`${at}?asOf=2024-06-30&view=known`)).body.responses.awaiting).toBe(1);
    expect((await lead.get(`${at}?asOf=2024-07-02&view=shown`)).status).toBe(404);
    const { items } = (await lead.get<HistoryAnswer>(`${at}/history`)).body;
    expect(items.map(({ deed }) => deed)).toEqual(['followed', 'response', 'correction', 'response']);
    expect(items[1]!.correctedBy).toBe(items[2]!.id);
    expect(items[3]!.corrects).toBe(items[1]!.id);
    const then = (await lead.get<HistoryAnswer>(`${at}/history?asOf=2024-06-30&view=known`)).body.items;
    expect(then.map(({ deed }) => deed)).toEqual(['followed']);
  });

  it('takes fifty people at once: whoever has seen what is no more so is told, and nothing said is lost', async () => {
    const police = await fennmere.agency('Race Police');
    const programs = await Promise.all([
      ...Array.from({ length: 5 }, () => fennmere.program('audit-lead')),
      ...Array.from({ length: 5 }, () => fennmere.program('agency-lead', police)),
    ]);
    const source = { origin: 'audit', title: 'A9' };
    const { body: item } = await lead.post('/items', { source, text: 'Meet weekly.', addressees: [police] });
    const { body: action } = await lead.post(`/items/${item.id}/actions`, { text: 'Meet.', agency: police });
    const seen = { 'if-match': `"${action.version}"` };
    const people = Array.from({ length: 50 }, (_, at) => ({ who: programs[at % programs.length]!, at }));
    const at = `/actions/${action.id}`;
    const answers = await Promise.all(
      people.map(({ who }) => who.post(`${at}/delivery`, { to: 'in-progress' }, seen)),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, ...people.slice(1).map(() => 412)]);
    expect(new Set(answers.map(({ body }) => body.code))).toEqual(new Set([undefined, 'overtaken']));
    const said = await Promise.all(
      people.map(({ who, at: number }) => who.post(`${at}/updates`, { text: `Week ${number}` })),
    );
    expect(new Set(said.map(({ status }) => status))).toEqual(new Set([201]));
    const { items } = (await lead.get<HistoryAnswer>(`/items/${item.id}/history`)).body;
    expect(items.filter(({ deed }) => deed === 'delivery')).toHaveLength(1);
    const { body } = await lead.get<TrackedAction>(at);
    expect(body.updates.map(({ text }) => text).toSorted()).toEqual(
      people.map(({ at: number }) => `Week ${number}`).toSorted(),
    );
  });
});
