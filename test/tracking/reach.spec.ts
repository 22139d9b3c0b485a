import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { londonDay } from '../../src/platform/dates/london-day.js';
import type { Problem } from '../../src/platform/http/errors/problem.model.js';
import { reachOf } from '../../src/tracking/reach/reach.js';
import type { ReachAnswer, UseItem, UseList } from '../../src/tracking/reach/reach.model.js';
import type { ReportAnswer } from '../../src/tracking/reports/report-answer.model.js';
import { signedIn, textOf, tokenIn, type Visitor } from '../support/visitor.js';
import { startFollowing, type FollowingLibrary, type Program } from './library.js';
import { type SnapshotAnswer } from '../../src/tracking/board/snapshot.model.js';

/** Words that only the partnership may read. */
const MARKER = 'We ask who else lives there, quillwort.';

let fennmere: FollowingLibrary;
let lead: Program;
let policeLead: Program;
let police: string;
let council: string;
const slugs: Record<string, string> = {};

beforeAll(async () => {
  // By Greenwich it is still June; in London the first of July has begun.
  fennmere = await startFollowing({ CLOCK_STARTS_AT: '2025-06-30T23:05:00Z' });
  ({ lead } = fennmere);
  police = await fennmere.agency('Marsh Police');
  council = await fennmere.agency('Marsh Council');
  policeLead = await fennmere.program('agency-lead', police);
  const { source } = fennmere.library;
  for (const [kind, sql] of [
    ['review', `select slug from public_review where label = 'Child R7'`],
    ['theme', 'select slug from public_accepted_theme order by slug limit 1'],
    ['briefing', 'select slug from public_briefing order by slug limit 1'],
  ] as const)
    slugs[kind] = (await source.query<{ slug: string }[]>(sql))[0]!.slug;
});
afterAll(() => fennmere?.library.close());

type Answered = UseItem & Problem;
const use = (kind: string, more: object = {}): Record<string, unknown> => ({
  ...{ kind, slug: slugs[kind], on: '2025-06-10', people: 12, agency: police },
  ...more,
});
const figures = async (who: Program, period = ''): Promise<ReachAnswer> =>
  (await who.get<ReachAnswer>(`/uses/figures${period}`)).body;
const list = async (who: Program): Promise<UseItem[]> => (await who.get<UseList>('/uses')).body.items;
const paper = async (of = ''): Promise<ReportAnswer['sections'][number] | undefined> => {
  const { body } = await lead.get<ReportAnswer>(`/reports/board.json${of}`);
  return body.sections.find(({ key }) => key === 'reach');
};
const person = async (role: 'audit-lead' | 'agency-lead' | 'approver', agencyId?: string): Promise<Visitor> =>
  (await signedIn(fennmere.library, { role, partnershipId: fennmere.partnership.id, agencyId })).visitor;
const wordsOf = (page: string): string => page.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
const addressOf = (kind: string): string => `/${kind}s/${encodeURIComponent(slugs[kind]!)}`;

describe('what a team has used', () => {
  it('leaves the desk and the board’s paper as they are while nothing is recorded', async () => {
    const desk = await textOf((await person('audit-lead')).get('/tracking'));
    expect(desk).not.toContain('Reach in the last twelve months');
    expect(await paper()).toBeUndefined();
    expect(await figures(lead)).toMatchObject({ from: '2024-07-02', until: '2025-07-01', agencies: [] });
  });

  it('is recorded once for one request, with its words in the log alone', async () => {
    const wish = use('review', { changed: MARKER, evidence: 'Ten of twelve files.' });
    const key = { 'idempotency-key': 'one' };
    const first = await lead.post<Answered>('/uses', wish, key);
    expect(first).toMatchObject({
      status: 201,
      body: {
        ...{ kind: 'review', on: '2025-06-10', people: 12, agency: { id: police, name: 'Marsh Police' } },
        ...{ changed: MARKER, evidence: 'Ten of twelve files.', withdrawn: null, mayWithdraw: true },
      },
    });
    expect(first.body.record!.name).toContain('Child R7');
    expect((await lead.post<Answered>('/uses', wish, key)).body.id).toBe(first.body.id);
    expect((await lead.post<Answered>('/uses', use('theme'), key)).body.code).toBe('key-used');
    expect(await list(lead)).toHaveLength(1);
    const rows = await fennmere.library.source.query<object[]>('select * from team_use');
    expect(JSON.stringify(rows)).not.toContain('quillwort');
    const entries = await fennmere.library.source.query<{ action: string; number: string }[]>(
      `select action, number from audit_entry where subject_id = $1`,
      [first.body.id],
    );
    expect(entries).toEqual([{ action: 'tracking.use-recorded', number: String(first.body.entry) }]);
  });

  it.each<[string, string, object, number, string]>([
    ['a day to come in London', 'review', { on: '2025-07-02' }, 422, 'effective-in-future'],
    ['no day', 'review', { on: '2025-02-30' }, 400, 'invalid-request'],
    ['a month', 'review', { on: '2025-02' }, 400, 'invalid-request'],
    ['nobody', 'review', { people: 0 }, 400, 'invalid-request'],
    ['too many people', 'review', { people: 10_001 }, 400, 'invalid-request'],
    ['something else', 'review', { kind: 'resource' }, 400, 'invalid-request'],
    ['what is not in the library', 'theme', { slug: 'no-such-theme' }, 400, 'invalid-request'],
    ['no agency', 'review', { agency: undefined }, 400, 'invalid-request'],
    [
      'an agency of nobody',
      'review',
      { agency: '3f2504e0-4f89-41d3-9a0c-0305e82c3301' },
      400,
      'invalid-request',
    ],
  ])('is not recorded of %s', async (_, kind, more, status, code) => {
    const answer = await lead.post<Answered>('/uses', use(kind, more));
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  it('is recorded by agency leads for their own agency, of which they see what was used', async () => {
    const { agency: _, ...own } = use('briefing', { on: '2025-07-01', people: 5 });
    expect((await policeLead.post<Answered>('/uses', own)).body.agency.id).toBe(police);
    const refused = await policeLead.post<Answered>('/uses', use('theme', { agency: council }));
    expect([refused.status, refused.body.code]).toEqual([403, 'forbidden']);
    await lead.post('/uses', use('theme', { agency: council, on: '2025-03-31', people: 40 }));
    expect((await list(policeLead)).map(({ kind, mayWithdraw }) => [kind, mayWithdraw])).toEqual([
      ['briefing', true],
      ['review', false],
    ]);
    expect((await figures(policeLead)).total).toEqual({ discussions: 2, people: 17 });
    const approver = await fennmere.program('approver');
    expect((await list(approver)).map(({ mayWithdraw }) => mayWithdraw)).toEqual([false, false, false]);
    expect((await approver.post('/uses', use('review'))).status).toBe(403);
  });

  it('is counted by agency, and by quarter of the calendar year', async () => {
    const { total, agencies } = await figures(lead, '?from=2025-01-01&until=2025-07-01');
    expect(total).toEqual({ discussions: 3, people: 57 });
    expect(
      agencies.map(({ agency, people, quarters }) => [
        ...[agency.name, people],
        quarters.map(({ quarter, discussions, people: of }) => `${quarter} ${discussions} ${of}`),
      ]),
    ).toEqual([
      ['Marsh Council', 40, ['2025-Q1 1 40', '2025-Q2 0 0', '2025-Q3 0 0']],
      ['Marsh Police', 17, ['2025-Q1 0 0', '2025-Q2 1 12', '2025-Q3 1 5']],
    ]);
    expect((await figures(lead, '?from=2025-04-01&until=2025-06-30')).total.people).toBe(12);
    expect((await lead.get('/uses/figures?from=2025-04-01&until=2025-03-31')).status).toBe(400);
    expect((await lead.get('/uses/figures?from=1950-01-01')).status).toBe(400);
  });

  it('belongs to the quarter in which the day ends in London', () => {
    const [before, after] = ['2025-06-30T22:59:59.999Z', '2025-06-30T23:00:00.000Z'].map((instant) => ({
      ...{ on: londonDay(new Date(instant)), people: 1, agency: 'police' },
    }));
    const winter = ['2024-12-31T23:59:59.999Z', '2025-01-01T00:00:00.000Z'].map((instant) => ({
      ...{ on: londonDay(new Date(instant)), people: 10, agency: 'police' },
    }));
    const { agencies } = reachOf([before!, after!, ...winter], { from: '2024-10-01', until: '2025-09-30' });
    expect(agencies[0]!.quarters.map(({ quarter, people }) => [quarter, people])).toEqual([
      ...[
        ['2024-Q4', 10],
        ['2025-Q1', 10],
        ['2025-Q2', 1],
      ],
      ['2025-Q3', 1],
    ]);
  });

  it('stands on the desk and in the board’s paper, of which a snapshot never changes', async () => {
    const desk = wordsOf(await textOf((await person('audit-lead')).get('/tracking')));
    expect(desk).toMatch(
      /Reach in the last twelve months.*Marsh Council: 40 people, 1 discussion.*Marsh Council 40 people/,
    );
    const narrowed = await textOf((await person('audit-lead')).get(`/tracking?agency=${police}`));
    expect(narrowed).not.toContain('Reach in the last twelve months');
    expect(await paper()).toMatchObject({
      paragraphs: [
        'From 2 April 2025 to 1 July 2025: 2 discussions of reviews, themes and briefings, with 17 people. Whoever took part in two discussions is counted twice.',
      ],
    });
    const snapshot = (
      await lead.post<SnapshotAnswer>('/snapshots', { name: 'Board of July', meetingOn: '2025-07-03' })
    ).body.id;
    const taken = await paper(`?snapshot=${snapshot}`);
    expect(JSON.stringify(taken)).toContain('Marsh Police');
    expect(await paper()).toBeUndefined();
    // A discussion of long ago that is recorded late is told of as well, at the next board.
    const late = await lead.post<Answered>('/uses', use('theme', { on: '2023-02-01', people: 3 }));
    const [briefing] = await list(policeLead);
    await policeLead.post(`/uses/${briefing!.id}/withdrawal`, { reason: 'It was another briefing.' });
    expect((await paper())!.paragraphs[0]).toMatch(
      /^Recorded since Board of July \(the meeting on 3 July 2025\): 1 discussion .* with 3 people\./,
    );
    expect(await paper(`?snapshot=${snapshot}`)).toEqual(taken);
    await lead.post(`/uses/${late.body.id}/withdrawal`, { reason: 'It was in another place.' });
    expect(await paper()).toBeUndefined();
  });

  it('is taken back with a reason by whoever recorded it, or an audit lead, and does not count any more', async () => {
    const recorded = (await policeLead.post<Answered>('/uses', use('theme', { people: 70 }))).body.id;
    const of = `/uses/${recorded}/withdrawal`;
    expect((await lead.post(of, {})).body.code).toBe('reason-required');
    const colleague = await fennmere.program('agency-lead', police);
    expect((await colleague.post(of, { reason: 'Mine.' })).status).toBe(403);
    const others = await fennmere.program('agency-lead', council);
    expect((await others.post(of, { reason: 'Mine.' })).status).toBe(404);
    const before = (await figures(lead)).total.people;
    const gone = await lead.post<Answered>(of, { reason: 'Counted twice.' });
    expect(gone).toMatchObject({
      status: 200,
      body: { people: 70, mayWithdraw: false, withdrawn: { reason: 'Counted twice.' } },
    });
    expect((await figures(lead)).total.people).toBe(before - 70);
    expect((await list(lead)).some(({ id, withdrawn }) => id === recorded && withdrawn !== null)).toBe(true);
    expect((await lead.post(of, { reason: 'Again.' })).body.code).toBe('decided');
  });

  it('loses its words for good where an administrator takes them out, and still counts', async () => {
    const wish = use('review', { people: 2, changed: 'We helped Tansy.', evidence: 'Her file.' });
    const { id } = (await lead.post<Answered>('/uses', wish)).body;
    const of = `/uses/${id}/redaction`;
    expect((await lead.post(of, { reason: 'A name.' })).status).toBe(403);
    const administrator = await fennmere.program('administrator');
    expect((await administrator.post(of)).body.code).toBe('reason-required');
    expect(await administrator.post<Answered>(of, { reason: 'A name.' })).toMatchObject({
      status: 200,
      body: { people: 2, changed: null, evidence: null, withdrawn: null },
    });
    expect(JSON.stringify(await list(lead))).not.toContain('Tansy');
  });

  it('is recorded on pages without JavaScript, from the page of what was used', async () => {
    const visitor = await person('agency-lead', council);
    for (const kind of ['review', 'theme', 'briefing']) {
      const page = await textOf(visitor.get(addressOf(kind)));
      const [, link] = /href="(\/tracking\/reach[^"]+)">We used this/.exec(page)!;
      const form = await textOf(visitor.get(link!.replaceAll('&amp;', '&').replace('#record', '')));
      expect([kind, form]).toEqual([kind, expect.stringContaining(`value="${addressOf(kind)}"`)]);
      expect(form).toContain(`href="${addressOf(kind)}"`);
      expect(page).not.toContain('>Follow this');
    }
    const form = await textOf(visitor.get('/tracking/reach'));
    const fields = { _csrf: tokenIn(form), on: '30 June 2025', people: '8', changed: 'Rosters say who.' };
    const wrong = [
      ...['/resources/x', '/themes/no-such-theme', '/reviews/%00', '/reviews/%zz'].map((x) => ['address', x]),
      ...[
        ['on', 'June 2025'],
        ['people', 'many'],
        ['people', '10001'],
      ],
    ] as [string, string][];
    for (const [field, value] of wrong) {
      const typed = { ...fields, address: addressOf('review'), [field]: value };
      const again = await visitor.post('/tracking/reach', typed);
      expect([field, again.status]).toEqual([field, 400]);
      const html = await again.text();
      expect(html).toContain(`href="#${field}"`);
      expect(html).toContain('Rosters say who.');
    }
    const tomorrow = { ...fields, address: addressOf('review'), on: '2 July 2025' };
    expect(await textOf(visitor.post('/tracking/reach', tomorrow))).toContain('That day is still to come');
    const address = `${fennmere.library.url}${addressOf('review')}?from=here#top`;
    expect((await visitor.post('/tracking/reach', { ...fields, address })).status).toBe(303);
    const done = await textOf(visitor.get('/tracking/reach?done=saved'));
    expect(wordsOf(done)).toMatch(
      /Saved\..*April to June 2025 8 1 .*Review: Child R7.* 30 June 2025 · Marsh Council · 8 people .*What it changed: Rosters say who\./,
    );
    const [, takeBack] = /href="(\/tracking\/reach\/[\da-f-]+\/withdrawal)"/.exec(done)!;
    const _csrf = tokenIn(await textOf(visitor.get(takeBack!)));
    expect((await visitor.post(takeBack!, { _csrf, reason: '' })).status).toBe(400);
    expect((await visitor.post(takeBack!, { _csrf, reason: 'It was in May.' })).status).toBe(303);
    expect(wordsOf(await textOf(visitor.get('/tracking/reach')))).toContain('Why: It was in May.');
    expect((await visitor.get(takeBack!)).status).toBe(409);
    const auditLead = await person('audit-lead');
    const reach = await textOf(auditLead.get('/tracking/reach?until=2023-05-01'));
    expect(reach).toContain('Nothing was discussed in this year.');
    expect(reach).toContain('The year after');
  });

  it('is nothing to anybody else: no other partnership, and no page or answer that is public', async () => {
    const [stowe] = await fennmere.library.source.query<{ id: string }[]>(
      `select id from partnership where name = 'Stowe Safeguarding Partnership'`,
    );
    const other = await fennmere.program('audit-lead', undefined, stowe!.id);
    expect(await list(other)).toEqual([]);
    expect((await figures(other)).agencies).toEqual([]);
    const [one] = await list(lead);
    expect((await other.post(`/uses/${one!.id}/withdrawal`, { reason: 'Mine.' })).status).toBe(404);
    const { url } = fennmere.library;
    const paths = ['', ...['review', 'theme', 'briefing'].map(addressOf)];
    const approver = await person('approver');
    for (const path of paths) {
      expect([path, await (await fetch(`${url}${path}`)).text()]).toEqual([
        path,
        expect.not.stringMatching(/quillwort|We used this|Marsh Police/),
      ]);
      expect(await textOf(approver.get(path || '/'))).not.toContain('We used this');
      const { status, text } = await fetch(`${url}/api/v1${path}`).then(async (answer) => ({
        ...{ status: answer.status, text: await answer.text() },
      }));
      if (path) expect([path, status]).toEqual([path, 200]);
      expect(text).not.toMatch(/quillwort|Marsh Police/);
    }
    expect((await fetch(`${url}/api/v1/tracking/uses`)).status).toBe(401);
  });

  it('stays recorded of what is not public any more, without saying what it was', async () => {
    const { owner } = fennmere.library;
    await owner.query('update theme set withdrawn_at = now() where slug = $1', [slugs.theme]);
    const found = (await list(lead)).filter(({ kind }) => kind === 'theme');
    expect(found.map(({ record }) => record)).toEqual(found.map(() => null));
    expect(found.length).toBeGreaterThan(0);
    expect((await lead.post('/uses', use('theme'))).status).toBe(400);
    const page = await textOf((await person('audit-lead')).get('/tracking/reach'));
    expect(page).toContain('A theme that is not public any more');
  });
});
