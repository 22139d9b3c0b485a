import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import ICAL from 'ical.js';
import request from 'supertest';
import { writeCalendar } from '../../src/tracking/calendar/icalendar.js';
import { signedIn, tokenIn } from '../support/visitor.js';
import { startFollowing, type Changed, type FollowingLibrary, type Program } from './library.js';
import { type CalendarList, type CalendarMade } from '../../src/tracking/calendar/calendar.model.js';

const MARKER = 'zanzibar';

let fennmere: FollowingLibrary;
let lead: Program;
let policeLead: Program;
let agencies: { police: string; housing: string };
let item: Changed;

beforeAll(async () => {
  fennmere = await startFollowing({
    ...{ CLOCK_STARTS_AT: '2025-03-10T08:00:00Z', PUBLIC_URL: 'http://library.example' },
  });
  ({ lead } = fennmere);
  agencies = {
    police: await fennmere.agency(`Police of ${MARKER}`),
    housing: await fennmere.agency(`Homes of ${MARKER}`),
  };
  policeLead = await fennmere.program('agency-lead', agencies.police);
  const source = { origin: 'audit', title: `Audit ${MARKER}` };
  item = (
    await lead.post('/items', {
      ...{ source, text: `Words ${MARKER}.`, on: '2025-01-10', addressees: [agencies.police] },
    })
  ).body;
});
afterAll(() => fennmere?.library.close());

const PAT = { name: `Pat ${MARKER}`, email: `pat@${MARKER}.example` };
const act = async (wish: object): Promise<Changed> => {
  const given = { text: `Do it, ${MARKER}.`, agency: agencies.police, ...wish };
  const { status, body } = await lead.post(`/items/${item.id}/actions`, given);
  expect(status).toBe(201);
  return body;
};
const make = async (of: object, who = lead): Promise<CalendarMade & { url: string }> => {
  const { status, body } = await who.post<CalendarMade & { url: string }>('/calendars', of);
  expect(status).toBe(201);
  return body;
};
const at = (url: string): string => fennmere.library.url + new URL(url).pathname;

interface Shown {
  summary: string;
  uid: string;
  sequence: number;
  /** Both as the calendar writes them: days without a time. */
  days: [start: string, end: string];
  url: unknown;
  transparent: unknown;
}

// Names that begin with X are texts, as long as nothing else is said (RFC 5545, 3.8.8.2); that library leaves them as they are.
const { property } = ICAL.design.icalendar as { property: Record<string, { defaultType: string }> };
property['x-wr-calname'] = { defaultType: 'text' };

/** What another library reads in it. */
function read(text: string): { name: unknown; events: Shown[] } {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  const events = calendar.getAllSubcomponents('vevent').map((component): Shown => {
    const event = new ICAL.Event(component);
    return {
      ...{ summary: event.summary, uid: event.uid, sequence: event.sequence },
      days: [event.startDate.toString(), event.endDate.toString()],
      ...{ url: component.getFirstPropertyValue('url') },
      transparent: component.getFirstPropertyValue('transp'),
    };
  });
  return { name: calendar.getFirstPropertyValue('x-wr-calname'), events };
}

const calendarAt = async (url: string): Promise<ReturnType<typeof read>> =>
  read(await (await fetch(at(url))).text());
const statusOf = async (url: string): Promise<number> => (await fetch(at(url))).status;

describe('a calendar of days on which actions are due', () => {
  it('is read by another library, whatever the partnership is called, in lines of 75 octets', () => {
    const action = {
      ...{ id: 'a', ref: '2.1', due: { on: '2024-12-31', precision: 'year' as const }, version: 7 },
      ...{ changedAt: new Date('2024-05-01T10:00:00.250Z'), url: null },
    };
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 120 }), (given) => {
        const name = given.replace(/\p{Cc}/gu, '').trim();
        const text = writeCalendar(name, [action]);
        for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
        expect(text).toContain('\r\nDTSTAMP:20240501T100000Z\r\n');
        expect(read(text)).toMatchObject({
          name,
          events: [{ summary: 'Action 2.1 due (end of 2024)', days: ['2024-12-31', '2025-01-01'] }],
        });
      }),
    );
  });

  it('says by number what is due on its last day, over both changes of the clocks, and not a word more', async () => {
    await act({ due: { on: '2025-03-29' }, owner: PAT });
    await act({ due: { on: '2025-03-30' } });
    await act({ due: { on: '2025-10-25' } });
    await act({ due: { on: '2025-10-26' } });
    await act({ due: { on: '2025-06' }, agency: agencies.housing, supporting: [agencies.police] });
    await act({ due: { on: '2025-Q3' } });
    await act({ due: { on: '2025' } });
    await act({ due: null });
    const others = await act({ due: { on: '2025-04-01' }, agency: agencies.housing });
    const { url } = await make({ agency: agencies.police });
    const answer = await fetch(at(url));
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(answer.headers.get('cache-control')).toBe('private, no-cache');
    const text = await answer.text();
    expect(text).not.toContain(MARKER);
    expect(text.replace(/\r\n /g, '')).not.toContain(others.id);
    const { name, events } = read(text);
    expect(name).toBe('Fennmere Safeguarding Children Partnership: actions due');
    expect(events.map(({ summary, days }) => [summary, ...days])).toEqual([
      ['Action 1.1 due', '2025-03-29', '2025-03-30'],
      ['Action 1.2 due', '2025-03-30', '2025-03-31'],
      ['Action 1.3 due', '2025-10-25', '2025-10-26'],
      ['Action 1.4 due', '2025-10-26', '2025-10-27'],
      ['Action 1.5 due (end of June 2025)', '2025-06-30', '2025-07-01'],
      ['Action 1.6 due (end of the quarter July to September 2025)', '2025-09-30', '2025-10-01'],
      ['Action 1.7 due (end of 2025)', '2025-12-31', '2026-01-01'],
    ]);
    for (const { url: page, transparent } of events)
      expect([page, transparent]).toEqual([
        `http://library.example/tracking/items/${item.id}`,
        'TRANSPARENT',
      ]);
    // What has not changed is not sent again.
    const again = request(fennmere.library.url).get(new URL(url).pathname);
    expect((await again.set('if-none-match', answer.headers.get('etag')!)).status).toBe(304);
  });

  it('follows an action that moves, also back, and lets go of what is done or somebody else’s', async () => {
    const moving = await act({
      due: { on: '2025-05-01' },
      owner: { name: 'Kim', email: 'kim@fenn.example' },
    });
    const { url } = await make({ owner: moving.owner!.id });
    const stages: Shown[] = [];
    const look = async (): Promise<void> => void stages.push(...(await calendarAt(url)).events);
    await look();
    const { body: moved } = await lead.post(`/actions/${moving.id}/due`, {
      on: '2025-08-01',
      reason: `Late, ${MARKER}.`,
    });
    await look();
    await lead.post(`/entries/${moved.entry!.id}/correction`, { reason: 'It was not so.' });
    await look();
    expect(stages.map(({ days }) => days[0])).toEqual(['2025-05-01', '2025-08-01', '2025-05-01']);
    expect(new Set(stages.map(({ uid }) => uid))).toEqual(new Set([`${moving.id}@practice-review-library`]));
    const sequences = stages.map(({ sequence }) => sequence);
    expect(sequences).toEqual([...new Set(sequences)].toSorted((one, other) => one - other));
    expect(sequences).toHaveLength(3);
    const again = await act({ due: { on: '2025-05-02' }, owner: moving.owner!.id });
    await lead.post(`/actions/${moving.id}/delivery`, { to: 'completed', on: '2025-03-09' });
    expect((await calendarAt(url)).events.map(({ days }) => days[0])).toEqual(['2025-05-02']);
    await lead.post(`/actions/${again.id}/owner`, { owner: PAT });
    expect((await calendarAt(url)).events).toEqual([]);
  });
});

describe('an address of a calendar', () => {
  it('is the right to it: kept nowhere, shown once, good until it is revoked or another is made', async () => {
    const first = await make({ agency: agencies.police });
    const before = await fennmere.library.source.query<object[]>('select * from audit_head order by 1');
    expect((await fetch(at(first.url), { method: 'HEAD' })).status).toBe(200);
    expect(await statusOf(first.url)).toBe(200);
    expect(await fennmere.library.source.query('select * from audit_head order by 1')).toEqual(before);
    const key = { 'idempotency-key': 'calendar-once' };
    const wish = { agency: agencies.police };
    const second = (await lead.post<CalendarMade>('/calendars', wish, key)).body;
    expect((await lead.post<CalendarMade>('/calendars', wish, key)).body).toEqual({
      id: second.id,
      url: null,
    });
    expect([await statusOf(first.url), await statusOf(second.url!)]).toEqual([404, 200]);
    const { body } = await lead.get<CalendarList>('/calendars');
    expect(body.items.filter(({ agency }) => agency === agencies.police).map(({ id }) => id)).toEqual([
      second.id,
    ]);
    const token = /calendar\/(.+)\.ics$/.exec(second.url!)![1]!;
    const kept = await fennmere.library.owner.query<{ found: boolean }[]>(
      `select exists (select from audit_entry t where t::text like $1)
         or exists (select from audit_words t where t::text like $1)
         or exists (select from tracking_calendar t where t::text like $1)
         or exists (select from answered_request t where t::text like $1) as found`,
      [`%${token}%`],
    );
    expect([JSON.stringify(body).includes(token), kept[0]!.found]).toEqual([false, false]);
    expect((await lead.post(`/calendars/${second.id}/revocation`)).status).toBe(204);
    expect((await lead.post(`/calendars/${second.id}/revocation`)).status).toBe(404);
    expect(await statusOf(second.url!)).toBe(404);
    expect(await statusOf('http://x/api/v1/tracking/calendar/unknown.ics')).toBe(404);
    const done = await fennmere.library.source.query<{ action: string }[]>(
      `select action from audit_entry where subject_id = $1 order by number`,
      [second.id],
    );
    expect(done.map(({ action }) => action)).toEqual(['tracking.calendar-made', 'tracking.calendar-revoked']);
  });

  it('is kept by audit leads for everybody of the partnership, and by agency leads for their agency', async () => {
    const pat = (await act({ due: { on: '2025-07-01' }, owner: PAT })).owner!.id;
    const [ofPat, ofPolice] = [
      await make({ owner: pat }),
      await make({ agency: agencies.police }, policeLead),
    ];
    const housing = await make({ agency: agencies.housing });
    const listed = async (who: Program): Promise<string[]> =>
      (await who.get<CalendarList>('/calendars')).body.items.map(({ id }) => id);
    expect(await listed(policeLead)).toEqual([ofPolice.id]);
    expect(await listed(lead)).toEqual(expect.arrayContaining([ofPat.id, ofPolice.id, housing.id]));
    for (const of of [{ owner: pat }, { agency: agencies.housing }])
      expect((await policeLead.post('/calendars', of)).status).toBe(403);
    for (const of of [{}, { owner: pat, agency: agencies.police }, { owner: item.id }, { agency: item.id }])
      expect((await lead.post('/calendars', of)).status).toBe(400);
    expect((await policeLead.post(`/calendars/${housing.id}/revocation`)).status).toBe(404);
    const [stowe] = await fennmere.library.source.query<{ id: string }[]>(
      `select id from partnership where name = 'Stowe Safeguarding Partnership'`,
    );
    const other = await fennmere.program('audit-lead', undefined, stowe!.id);
    expect(await listed(other)).toEqual([]);
    expect((await other.post(`/calendars/${ofPat.id}/revocation`)).status).toBe(404);
    for (const of of [{ owner: pat }, { agency: agencies.police }])
      expect((await other.post('/calendars', of)).status).toBe(400);
    const approver = await fennmere.program('approver');
    expect((await approver.post('/calendars', { owner: pat })).status).toBe(403);
    expect([await statusOf(ofPat.url), await statusOf(housing.url)]).toEqual([200, 200]);
  });

  it('stops for whoever is replaced or taken out of the directory, and passes on with an agency', async () => {
    const ownedBy = async (name: string): Promise<string> =>
      (await act({ due: { on: '2025-07-02' }, owner: { name, email: `${name}@fenn.example` } })).owner!.id;
    const [leaver, nameless] = [await ownedBy('lee'), await ownedBy('noor')];
    const [ofLeaver, ofNameless] = [await make({ owner: leaver }), await make({ owner: nameless })];
    await lead.post('/owners/replacement', { from: leaver, to: PAT });
    const administrator = await fennmere.program('administrator');
    await administrator.post(`/owners/${nameless}/redaction`, { reason: 'They asked for it.' });
    expect([await statusOf(ofLeaver.url), await statusOf(ofNameless.url)]).toEqual([404, 404]);
    const depot = await fennmere.agency('Fenn Depot');
    await act({ due: { on: '2025-07-03' }, agency: depot });
    const ofDepot = await make({ agency: depot });
    const became = { kind: 'renamed', into: 'Fenn Works', on: '2025-03-10' };
    const { body: ended } = await lead.post<{ successors: string[] }>(
      `/agencies/${depot}/succession`,
      became,
    );
    const works = await act({ due: { on: '2025-07-04' }, agency: ended.successors[0] });
    expect((await calendarAt(ofDepot.url)).events.map(({ days }) => days[0])).toEqual([
      ...['2025-07-03', '2025-07-04'],
    ]);
    expect(works.agency!.name).toBe('Fenn Works');
    expect((await lead.post('/calendars', { agency: depot })).status).toBe(400);
  });

  it('is made and revoked on pages, by the audit lead and by an agency lead', async () => {
    const { library, partnership } = fennmere;
    const of = { partnershipId: partnership.id };
    const auditLead = (await signedIn(library, { role: 'audit-lead', ...of })).visitor;
    const agencyLead = (await signedIn(library, { role: 'agency-lead', ...of, agencyId: agencies.housing }))
      .visitor;
    const people = await (await auditLead.get('/tracking/people')).text();
    const [, ofOwner] = /href="(\/tracking\/calendar\?owner=[\da-f-]+)"/.exec(people)!;
    const agency = `/tracking/calendar?agency=${agencies.housing}`;
    expect(await (await auditLead.get(`/tracking/agencies/${agencies.housing}`)).text()).toContain(agency);
    const urls: string[] = [];
    for (const [visitor, page] of [
      [auditLead, ofOwner!],
      [auditLead, agency],
      [agencyLead, '/tracking/calendar'],
    ] as const) {
      const html = await (await visitor.get(page)).text();
      const [, field, id] = /type="hidden" name="(owner|agency)" value="([^"]+)"/.exec(html)!;
      const made = await visitor.post('/tracking/calendar', { _csrf: tokenIn(html), [field!]: id! });
      expect([made.status, made.headers.get('cache-control')]).toEqual([200, 'private, no-store']);
      urls.push(/data-copy="address">([^<]+)</.exec(await made.text())![1]!);
    }
    expect(await Promise.all(urls.map(statusOf))).toEqual([200, 404, 200]);
    const own = await (await agencyLead.get('/tracking/calendar')).text();
    const [, revoke] = /action="(\/tracking\/calendar\/[\da-f-]+\/revoke)"/.exec(own)!;
    expect((await agencyLead.post(revoke!, { _csrf: tokenIn(own) })).status).toBe(303);
    expect(await Promise.all(urls.map(statusOf))).toEqual([200, 404, 404]);
    expect(
      (await auditLead.get('/tracking/calendar?owner=00000000-0000-4000-8000-000000000000')).status,
    ).toBe(404);
  });
});
