import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { takeReport } from '../../src/outbox/bounced.js';
import { readDeliveryReport } from '../../src/outbox/delivery-report.js';
import { addDays, daysBetween } from '../../src/tracking/day.js';
import { mondayOf, newsOf, type RemindedAction, type ToldChange } from '../../src/tracking/reminders/news.js';
import { reminderDay, Reminders } from '../../src/tracking/reminders/reminders.js';
import { rm } from 'node:fs/promises';
import { BY_THE_SYSTEM } from '../../src/audit/audit-actor.js';
import { trackingAt } from '../../src/demo/tracking-at.js';
import { Clock } from '../../src/platform/clock/clock.js';
import { readConfig } from '../../src/platform/config.js';
import type { Follower } from '../../src/tracking/follower.js';
import { testMeili } from '../support/app.js';
import { freshDatabase, type TestDatabase } from '../support/database.js';
import { openFolder, RunningLibrary } from '../support/process.js';
import { eventually } from '../support/eventually.js';
import { Mailbox, readMail } from '../support/mailbox.js';
import type { ReportAnswer } from '../../src/tracking/reports/report-answer.model.js';
import { signedIn, tokenIn } from '../support/visitor.js';
import { startFollowing, type Changed, type FollowingLibrary, type Program } from './library.js';
import { type DirectoryOwners } from '../../src/tracking/reminders/directory-owner.model.js';
import { type DeskAnswer } from '../../src/tracking/desk.model.js';

describe('what is new for somebody', () => {
  const action = (on: string, id = on): RemindedAction => ({
    ...{ id, ref: '1.1', agency: null, partnership: 'Fennmere', standsInFor: null },
    due: { on, precision: 'day' },
  });
  const change = (on: string): ToldChange => ({ ...action(on), on, what: 'update recorded' });
  const none = { actions: [], changes: [], escalated: [] };
  const day = fc.integer({ min: 0, max: 800 }).map((days) => addDays('2024-01-01', days));

  it.each([
    ['14 days before', '2025-06-24', 'due'],
    ['3 days before', '2025-06-13', 'due'],
    ['on the day after', '2025-06-09', 'overdue'],
  ])('is what is due %s', (_, due, list) => {
    const news = newsOf({ ...none, actions: [action(due)] }, '2025-06-10', '2025-06-09');
    expect(news).toMatchObject({ due: [], overdue: [], [list]: [{ id: due }], digest: null });
  });

  it('is nothing on any other day, and nothing twice', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -40, max: 40 }), (today, left) => {
        const facts = { ...none, actions: [action(addDays(today, left))] };
        const news = newsOf(facts, today, addDays(today, -1));
        expect((news?.due.length ?? 0) + (news?.overdue.length ?? 0)).toBe(
          [14, 3, -1].includes(left) ? 1 : 0,
        );
        expect(newsOf(facts, today, today)).toBeNull();
      }),
    );
  });

  it('is told once, on whichever days somebody is looked at: what was missed, with the next', () => {
    const gaps = fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 30, maxLength: 30 });
    fc.assert(
      fc.property(day, gaps, (due, steps) => {
        let since = addDays(due, -40);
        const told: string[] = [];
        for (const step of steps) {
          const today = addDays(since, step);
          const news = newsOf({ ...none, actions: [action(due)] }, today, since);
          if (news?.due.length || news?.overdue.length) told.push(today);
          since = today;
        }
        const stages = [addDays(due, -14), addDays(due, -3), addDays(due, 1)];
        const looked = steps.reduce<string[]>(
          (days, step) => [...days, addDays(days.at(-1)!, step)],
          [addDays(due, -40)],
        );
        const expected = stages.map((stage) => looked.find((one) => one >= stage)).filter(Boolean);
        expect(told).toEqual([...new Set(expected)]);
      }),
    );
  });

  it('tells on Mondays what others recorded in the week before, each change once', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 6 }), (recorded, step) => {
        const facts = { ...none, changes: [change(recorded)] };
        const told: string[] = [];
        for (let since = addDays(recorded, -9); since < addDays(recorded, 20); since = addDays(since, step)) {
          const today = addDays(since, step);
          if (newsOf(facts, today, since)) told.push(today);
        }
        expect(told).toHaveLength(1);
        expect(daysBetween(recorded, told[0]!)).toBeGreaterThan(0);
        expect(mondayOf(told[0]!) > recorded).toBe(true);
      }),
    );
  });

  it('goes no further back than a week, and says how it is now', () => {
    const facts = { ...none, actions: [action('2025-06-08'), action('2025-05-31', 'old')] };
    const news = newsOf(facts, '2025-06-10', '2025-01-01');
    expect(news!.overdue.map(({ id }) => id)).toEqual(['2025-06-08']);
  });

  it.each([
    ['2025-03-30T05:59:00Z', null],
    ['2025-03-30T06:00:00Z', '2025-03-30'],
    ['2025-03-29T06:59:00Z', null],
    ['2025-03-29T23:59:59Z', '2025-03-29'],
    ['2025-10-25T06:00:00Z', '2025-10-25'],
    ['2025-10-26T06:00:00Z', null],
    ['2025-10-26T07:00:00Z', '2025-10-26'],
    ['2025-10-25T23:30:00Z', null],
  ])('is asked from seven in the morning by London: at %s for %s', (instant, expected) => {
    expect(reminderDay(new Date(instant))).toBe(expected);
  });
});

const MARKER = 'zanzibar';

describe('reminders by e-mail', () => {
  const mailbox = new Mailbox();
  let fennmere: FollowingLibrary;
  let lead: Program;
  let police: string;
  let item: Changed;

  beforeAll(async () => {
    await mailbox.open();
    fennmere = await startFollowing({
      ...{ CLOCK_STARTS_AT: '2025-03-24T05:00:00Z', PUBLIC_URL: 'http://library.example' },
      ...{ SMTP_URL: `smtp://127.0.0.1:${mailbox.port}`, MAIL_FROM: 'library@example.org' },
    });
    ({ lead } = fennmere);
    police = await fennmere.agency('Marsh Police');
    const source = { origin: 'audit', title: `Audit ${MARKER}` };
    const wish = { source, text: `Words ${MARKER}.`, on: '2025-01-10', addressees: [police] };
    item = (await lead.post('/items', wish)).body;
  });
  afterAll(async () => {
    await fennmere?.library.close();
    await mailbox.close();
  });

  const act = async (who: string, due: string, as = lead): Promise<Changed> => {
    const owner = { name: `${who} Marsh`, email: `${who}@fenn.example`.toLowerCase() };
    const wish = { text: `Do it, ${MARKER}.`, agency: police, due: { on: due }, owner };
    const { status, body } = await as.post(`/items/${item.id}/actions`, wish);
    expect(status).toBe(201);
    return body;
  };
  /** What was sent for a day, by whom it went to. */
  const remind = async (day: string): Promise<Map<string, string>> => {
    const before = mailbox.taken.length;
    await fennmere.library.app.get(Reminders).remind(day);
    await eventually(async () =>
      expect(
        await fennmere.library.source.query(`select 1 from outbox_message where state = 'waiting'`),
      ).toEqual([]),
    );
    const sent = mailbox.taken.slice(before);
    const byAddress = new Map(sent.map((mail) => [mail.to.join(), readMail(mail)]));
    expect(byAddress.size).toBe(sent.length);
    return byAddress;
  };
  const subjectOf = (mail: string | undefined): string => /^Subject: (.*)/m.exec(mail ?? '')?.[1] ?? '';

  it('go out by number and day, across the change of the clocks, once a day, and to nobody for whom nothing is new', async () => {
    await act('Ann', '2025-04-12');
    await act('Ann', '2025-03-29');
    await act('Bob', '2025-04-01');
    await act('Cem', '2025-04-13');
    const saturday = await remind('2025-03-29');
    expect([...saturday.keys()].toSorted()).toEqual(['ann@fenn.example', 'bob@fenn.example']);
    const toAnn = saturday.get('ann@fenn.example')!;
    expect(subjectOf(toAnn)).toBe('1 action due by 12 April 2025');
    expect(toAnn).toContain('- Action 1.1, due 12 April 2025: in 14 days (Marsh Police)');
    expect(toAnn).toContain('Fennmere Safeguarding Children Partnership');
    expect(toAnn).toContain('http://library.example/tracking/items?owner=');
    expect(toAnn).toContain('>Action 1.1, due 12 April 2025: in 14 days (Marsh Police)</li>');
    expect(toAnn).toContain('To stop them, or if an action is not yours, tell the audit lead of Fennmere');
    expect(toAnn).not.toContain(MARKER);
    expect(toAnn).not.toContain('R7');
    expect([...(await remind('2025-03-29')).keys()]).toEqual([]);
    // The clocks have gone forward.
    const sunday = await remind('2025-03-30');
    expect([...sunday.keys()].toSorted()).toEqual(['ann@fenn.example', 'cem@fenn.example']);
    expect(subjectOf(sunday.get('ann@fenn.example'))).toBe('1 action overdue');
  });

  it('tell in the week after what others recorded, and nobody of what they did themselves', async () => {
    const { library, partnership } = fennmere;
    const of = { role: 'agency-lead' as const, partnershipId: partnership.id, agencyId: police };
    const { visitor: dee, accountId } = await signedIn(library, of);
    const [{ email }] = await library.source.query<[{ email: string }]>(
      'select email from account where id = $1',
      [accountId],
    );
    const given = await act('Eve', '2026-06-01');
    const owner = { name: 'Dee', email };
    await lead.post(`/actions/${given.id}/owner`, { owner });
    const path = `/tracking/actions/${given.id}/say/update`;
    const page = await (await dee.get(path)).text();
    const own = { _csrf: tokenIn(page), text: `Done, ${MARKER}.`, to: 'in-progress' };
    expect((await dee.post(path, own)).status).toBe(303);
    const monday = await remind('2025-03-31');
    const toDee = monday.get(email)!;
    expect(toDee).toContain('- Action 1.5: given to you, due date set: 1 June 2026 (Marsh Police)');
    expect(toDee).not.toMatch(/update recorded|in progress/);
    expect(subjectOf(toDee)).toBe('1 action changed by others');
    expect(monday.get('eve@fenn.example')).toContain('- Action 1.5: given to somebody else');
    expect(monday.get('ann@fenn.example')).toContain('- Action 1.2, due 29 March 2025: overdue by 2 days');
    for (const mail of monday.values()) expect(mail).not.toContain(MARKER);
  });

  it('are caught up in one where days were missed', async () => {
    await act('Fay', '2025-04-19');
    await act('Fay', '2025-04-09');
    const { body } = await lead.get<DeskAnswer>('/desk');
    expect(body.undelivered).toEqual([]);
    const late = await remind('2025-04-06');
    expect(late.get('fay@fenn.example')).toMatch(
      /Action 1\.7, due 9 April 2025: in 3 days.*Action 1\.6, due 19 April 2025: in 13 days/s,
    );
  });

  it('go to a deputy, who is told for whom, and back to the person where nobody is there', async () => {
    const ownerOf = async (name: string): Promise<string> => (await act(name, '2025-04-28')).owner!.id;
    const [gus, hal, ida] = [await ownerOf('Gus'), await ownerOf('Hal'), await ownerOf('Ida')];
    const away = async (id: string, deputy: string, until = '2025-04-20'): Promise<number> =>
      (await lead.put(`/owners/${id}/away`, { from: '2025-04-10', until, deputy })).status;
    expect([await away(gus, gus), await away(gus, hal, '2025-03-01'), await away(gus, hal)]).toEqual([
      ...[400, 400, 200],
    ]);
    await away(hal, ida);
    await lead.put(`/owners/${ida}/reminders`, { wanted: false });
    expect([...(await remind('2025-04-13')).keys()]).not.toContain('ida@fenn.example');
    await lead.put(`/owners/${ida}/reminders`, { wanted: true });
    const policeLead = await fennmere.program('agency-lead', police);
    expect(
      (await policeLead.put(`/owners/${ida}/away`, { from: '2025-04-10', until: '2025-04-20', deputy: gus }))
        .status,
    ).toBe(403);
    const [stowe] = await fennmere.library.source.query<{ id: string }[]>(
      `select id from partnership where name = 'Stowe Safeguarding Partnership'`,
    );
    const other = await fennmere.program('audit-lead', undefined, stowe!.id);
    expect((await other.put(`/owners/${ida}/reminders`, { wanted: false })).status).toBe(404);
    const sent = await remind('2025-04-14');
    expect([...sent.keys()]).toEqual(expect.arrayContaining(['ida@fenn.example']));
    expect([...sent.keys()].join()).not.toMatch(/gus|hal/);
    expect(sent.get('ida@fenn.example')).toMatch(/for Gus Marsh.*for Hal Marsh/s);
    // Whom all stand in for in a circle has their own.
    await away(ida, gus);
    const soon = await ownerOf('Jo');
    await away(soon, gus);
    await act('Jo', '2025-04-29');
    expect([...(await remind('2025-04-15')).keys()]).toContain('jo@fenn.example');
    await lead.post('/owners/replacement', { from: gus, to: { name: 'Kit', email: 'kit@fenn.example' } });
    const { body } = await lead.get<DirectoryOwners>('/owners');
    const standing = body.items.flatMap(({ name, away: one }) => (one ? [[name, one.deputy]] : []));
    expect(standing).toEqual([['Hal Marsh', ida]]);
  });

  it('tell an executive once of each date that was missed for 30 days, and ask the board after 60', async () => {
    const fire = await fennmere.agency('Fenn Fire');
    const [late] = await Promise.all([
      lead.post(`/items/${item.id}/actions`, { text: 'Late.', agency: fire, due: { on: '2025-03-20' } }),
    ]);
    await fennmere.library.owner.query(
      `update tracked_agency set executive = 'Chief Ash' where agency_id = $1`,
      [fire],
    );
    const { body: desk } = await lead.get<DeskAnswer>('/desk');
    expect(desk.executiveWithoutAddress).toEqual([{ id: fire, name: 'Fenn Fire' }]);
    expect((await lead.put(`/agencies/${fire}/executive`, { executive: 'Chief Ash' })).status).toBe(400);
    expect([...(await remind('2025-04-19')).keys()]).not.toContain('chief@fire.example');
    await lead.put(`/agencies/${fire}/executive`, { executive: 'chief@fire.example' });
    expect((await lead.get<DeskAnswer>('/desk')).body.executiveWithoutAddress).toEqual([]);
    const told = (await remind('2025-04-20')).get('chief@fire.example')!;
    expect(told).toContain(`Action ${late.body.ref}, due 20 March 2025: overdue by 31 days (Fenn Fire)`);
    expect(subjectOf(told)).toBe('1 action long overdue');
    expect([...(await remind('2025-04-21')).keys()]).not.toContain('chief@fire.example');
    await lead.post(`/actions/${late.body.id}/due`, { on: '2025-03-21', reason: 'One day more.' });
    // Both in the one message of the day.
    await act('Lou', '2025-05-06');
    await lead.put(`/agencies/${fire}/executive`, { executive: 'lou@fenn.example' });
    const joined = (await remind('2025-04-22')).get('lou@fenn.example')!;
    expect(subjectOf(joined)).toBe('1 action long overdue and 1 action due by 6 May 2025');
    await lead.put('/settings', { boardAfterDays: 3 });
    const asked = async (): Promise<string> =>
      JSON.stringify((await lead.get<ReportAnswer>('/reports/board.json')).body.sections.at(-1));
    expect(await asked()).toContain('Long overdue, by 3 days: what is to become of it?');
    await lead.put('/settings', { boardAfterDays: 60 });
    expect(await asked()).not.toContain('Long overdue');
    await lead.put('/settings', { hasReminders: false });
    await act('Lou', '2025-05-07');
    expect([...(await remind('2025-04-23')).keys()]).toEqual([]);
    await lead.put('/settings', { hasReminders: true });
  });

  it('put on the desk whose mail the server refuses, until it goes to another address', async () => {
    const undelivered = async (): Promise<string[]> =>
      (await lead.get<DeskAnswer>('/desk')).body.undelivered.map(({ ref }) => ref);
    expect(await undelivered()).toEqual([]);
    const lost = await act('Nobody', '2025-05-15');
    await remind('2025-05-01');
    expect(await undelivered()).toEqual([lost.ref]);
    const listed = await lead.get<{ total: number }>('/items?state=undelivered');
    expect(listed.body.total).toBe(1);
    await lead.post(`/actions/${lost.id}/owner`, { owner: { name: 'Mo', email: 'mo@fenn.example' } });
    expect(await undelivered()).toEqual([]);
    expect((await lead.get<{ total: number }>('/items?state=undelivered')).body.total).toBe(0);
  });

  it('put there whose mail comes back later, by a report that names message and address, until one arrives', async () => {
    const { library } = fennmere;
    const pat = await act('Pat', '2025-05-16');
    const before = mailbox.taken.length;
    await remind('2025-05-02');
    const mail = mailbox.taken.slice(before).find(({ to }) => to.includes('pat@fenn.example'))!;
    const [, id] = /<([\da-f-]{36})@outbox/.exec(mail.raw)!;
    const undelivered = async (): Promise<string[]> =>
      (await lead.get<DeskAnswer>('/desk')).body.undelivered.map(({ ref }) => ref);
    const take = async (raw: string): Promise<string> => {
      const report = await readDeliveryReport(Buffer.from(raw));
      return report ? await takeReport(library.source.manager, report) : 'none';
    };
    const of = { message: mail.raw, recipient: 'pat@fenn.example', action: 'failed', status: '5.1.1' };
    for (const [given, answer] of [
      [{ ...of, action: 'delayed', status: '4.4.1' }, 'not-final'],
      [{ ...of, action: 'delivered', status: '2.0.0' }, 'not-final'],
      [{ ...of, recipient: 'ann@fenn.example' }, 'unknown'],
      [{ ...of, message: mail.raw.replace(id!, '00000000-0000-4000-8000-000000000000') }, 'unknown'],
      [{ ...of, message: mail.raw.replace('@outbox.practice-review-library', '@elsewhere') }, 'none'],
    ] as const)
      expect([given.action, await take(reportOf(given))]).toEqual([given.action, answer]);
    expect(await take(mail.raw)).toBe('none');
    expect(await take('')).toBe('none');
    expect(await undelivered()).toEqual([]);
    const none = RunningLibrary.start({}, 'dist/src/outbox/bounced.command.js');
    expect([await none.ended(), none.output]).toEqual([
      65,
      'This is no report on the delivery of a message of the library: nothing was changed.\n',
    ]);
    expect([await take(reportOf(of)), await take(reportOf(of))]).toEqual(['marked', 'marked-before']);
    expect(await undelivered()).toEqual([pat.ref]);
    const [row] = await library.source.query<object[]>(
      'select state, last_error as error, text from outbox_message where id = $1',
      [id],
    );
    expect(row).toEqual({ state: 'refused', error: 'DSN 5.1.1', text: null });
    await remind('2025-05-13');
    expect(await undelivered()).toEqual([]);
  });
});

/** A process of its own, that dies in the middle: while it writes messages, and while it sends them. */
describe('reminders of a library that is killed while the mail server is away', () => {
  const PEOPLE = 60;
  const mailbox = new Mailbox();
  let database: TestDatabase;
  let folder: string;
  let library: RunningLibrary | undefined;

  beforeAll(async () => {
    // It has a port, and is away.
    await mailbox.open();
    await mailbox.close();
    [database, folder] = [await freshDatabase('fixtures'), await openFolder()];
  });
  afterAll(async () => {
    await library?.stop();
    await mailbox.close().catch(() => undefined);
    await database.close();
    await rm(folder, { recursive: true, force: true });
  });

  const start = async (settings: Record<string, string>): Promise<string> => {
    library = RunningLibrary.start({
      ...{ DATA_DIR: folder, ...database.environment, SEARCH_INDEX: 'test-reminders' },
      ...(testMeili() && { MEILI_URL: testMeili()!.url, MEILI_MASTER_KEY: testMeili()!.key }),
      ...settings,
    });
    return await library.address();
  };
  const mailing = (clock: string): Record<string, string> => ({
    ...{ CLOCK_STARTS_AT: clock, PUBLIC_URL: 'http://library.example' },
    ...{ SMTP_URL: `smtp://127.0.0.1:${mailbox.port}`, MAIL_FROM: 'library@example.org' },
  });
  const killAt = async (isThere: () => Promise<boolean>): Promise<void> => {
    while (!(await isThere())) await new Promise((done) => setTimeout(done, 5));
    await library!.stop('SIGKILL');
  };
  const counted = async (where: string): Promise<number> => {
    const [row] = await database.dataSource.query<{ count: number }[]>(
      `select count(*)::int as count from outbox_message where ${where}`,
    );
    return row!.count;
  };

  it('arrive all the same: each once, or twice under the same Message-ID, and none for whom nothing is new', async () => {
    const [partnership] = await database.dataSource.query<Follower['partnership'][]>(
      'select id, slug, name from partnership',
    );
    const who: Follower = {
      ...{ by: BY_THE_SYSTEM, role: 'audit-lead', partnership: partnership!, agency: null, way: 'api' },
    };
    const clock = new Clock(new Date('2025-05-20T08:00:00Z'));
    const { items, actions } = trackingAt(clock, database.dataSource, readConfig({}), {});
    const source = { origin: 'audit' as const, title: 'Audit A1' };
    const { subject: item } = await items.follow(who, { source, text: 'Words.', addressees: [] });
    for (let number = 0; number < PEOPLE + 5; number += 1) {
      const owner = { name: `P${number}`, email: `p${number}@fenn.example` };
      const due = { on: number < PEOPLE ? '2025-06-10' : '2026-06-10' };
      await actions.add(who, item, { text: 'Do it.', owner, due });
    }
    const tuesday = mailing('2025-05-27T08:00:00Z');
    await start(tuesday);
    await killAt(async () => (await counted('true')) >= 5);
    await mailbox.open();
    await start(tuesday);
    await killAt(() => Promise.resolve(mailbox.taken.length >= 10));
    // A day later: what was written yesterday is sent, what was not is caught up, and nothing is told again.
    await start(mailing('2025-05-28T08:00:00Z'));
    await eventually(async () =>
      expect([await counted(`state = 'sent'`), await counted('true')]).toEqual([PEOPLE, PEOPLE]),
    );
    const arrived = Map.groupBy(mailbox.taken, ({ to }) => to.join());
    const expected = Array.from({ length: PEOPLE }, (_, number) => `p${number}@fenn.example`);
    expect([...arrived.keys()].toSorted()).toEqual(expected.toSorted());
    for (const messages of arrived.values()) {
      expect(messages.length).toBeLessThanOrEqual(2);
      expect(new Set(messages.map(({ raw }) => /<[\da-f-]+@outbox[^>]*>/.exec(raw)![0])).size).toBe(1);
    }
    // Two at most were on their way when it was killed.
    expect(mailbox.taken.length).toBeLessThanOrEqual(PEOPLE + 2);
  });
});

/** A report as mail servers write it (RFC 3464). */
function reportOf(of: { message: string; recipient: string; action: string; status: string }): string {
  const head = of.message.slice(0, of.message.indexOf('\r\n\r\n') + 2);
  return [
    ...[
      'From: MAILER-DAEMON@mail.example',
      'To: library@example.org',
      'Subject: Undelivered Mail Returned to Sender',
    ],
    ...['MIME-Version: 1.0', 'Content-Type: multipart/report; report-type=delivery-status; boundary="b"', ''],
    ...['--b', 'Content-Type: text/plain', '', 'It could not be delivered.', ''],
    ...['--b', 'Content-Type: message/delivery-status', '', 'Reporting-MTA: dns; mail.example', ''],
    ...[
      `Original-Recipient: rfc822;${of.recipient}`,
      `Final-Recipient: rfc822; ${of.recipient.toUpperCase()}`,
    ],
    ...[
      `Action: ${of.action}`,
      `Status: ${of.status}`,
      'Diagnostic-Code: smtp; 550 no such',
      '  mailbox',
      '',
    ],
    ...['--b', 'Content-Type: text/rfc822-headers', '', head, '--b--', ''],
  ].join('\r\n');
}
