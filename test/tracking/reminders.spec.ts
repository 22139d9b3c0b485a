import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, daysBetween } from '../../src/tracking/day.js';
import { mondayOf, newsOf, type RemindedAction, type ToldChange } from '../../src/tracking/reminders/news.js';
import { reminderDay, Reminders } from '../../src/tracking/reminders/reminders.js';
import { eventually } from '../support/eventually.js';
import { Mailbox, readMail } from '../support/mailbox.js';
import { startFollowing, type Changed, type FollowingLibrary, type Program } from './library.js';

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
    expect(toAnn).toContain('http://library.example/tracking/items?owner=3D'.replace('=3D', '='));
    expect(toAnn).not.toContain(MARKER);
    expect(toAnn).not.toContain('R7');
    expect([...(await remind('2025-03-29')).keys()]).toEqual([]);
    // The clocks have gone forward.
    const sunday = await remind('2025-03-30');
    expect([...sunday.keys()].toSorted()).toEqual(['ann@fenn.example', 'cem@fenn.example']);
    expect(subjectOf(sunday.get('ann@fenn.example'))).toBe('1 action overdue');
  });
});
