import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { AuditEntries } from '../../src/audit/audit-entries.js';
import { LibraryError } from '../../src/platform/http/errors/library-error.js';
import { ActionsService } from '../../src/tracking/actions.service.js';
import { addDays } from '../../src/tracking/day.js';
import { EntriesService, entryIdOf } from '../../src/tracking/entries.service.js';
import { entryOf, SUBJECT } from '../../src/tracking/entry-log.js';
import type { Entry } from '../../src/tracking/entry.js';
import type { Follower } from '../../src/tracking/follower.js';
import { foldItem, type ItemState } from '../../src/tracking/fold.js';
import { ItemsService } from '../../src/tracking/items.service.js';
import { deliveryOf, standingOfItem } from '../../src/tracking/standing.js';
import {
  DECISIONS,
  DELIVERIES,
  IMPACT_LEVELS,
  isClosed,
  isOpenDelivery,
  JUDGEMENTS,
  RECHECK_RESULTS,
  RESPONSES,
} from '../../src/tracking/tracking.js';
import { startFollowing, type FollowingLibrary } from './library.js';

/** Histories that are tried; `PROPERTY_RUNS=500` tries more. */
const RUNS = Number(process.env.PROPERTY_RUNS ?? 40);
const TODAY = '2025-01-06';
const FAR = new Date(8.64e15);

let fennmere: FollowingLibrary;
let followers: Follower[];
let agencies: string[];

beforeAll(async () => {
  fennmere = await startFollowing({ CLOCK_STARTS_AT: `${TODAY}T09:00:00Z` });
  agencies = [await fennmere.agency('Marsh Police'), await fennmere.agency('Marsh Council')];
  const { partnership } = fennmere;
  const someone = { partnership: { ...partnership, name: 'Fennmere' }, way: 'api' as const };
  const by = (id: string, role: string): Follower['by'] => ({ kind: 'key', id, name: id, role });
  followers = [
    { ...someone, by: by('lead', 'audit-lead'), role: 'audit-lead', agency: null },
    ...agencies.map((id) => ({
      ...{ ...someone, by: by(id, 'agency-lead'), role: 'agency-lead' as const, agency: { id, name: id } },
    })),
    { ...someone, by: by('reader', 'approver'), role: 'approver', agency: null },
  ];
});
afterAll(() => fennmere?.library.close());

/** What is tried: an operation with what it is given, of which much makes no sense. */
interface Try {
  who: number;
  what: number;
  which: number;
  on: string | undefined;
  reason: string | undefined;
  code: number;
  flag: boolean;
}

const aDay = fc.option(
  fc.integer({ min: -400, max: 3 }).map((days) => addDays(TODAY, days)),
  { nil: undefined },
);
const aTry: fc.Arbitrary<Try> = fc.record({
  ...{
    who: fc.constantFrom(0, 0, 0, 1, 2, 3),
    what: fc.nat({ max: 12 }),
    which: fc.nat({ max: 30 }),
    on: aDay,
  },
  ...{
    reason: fc.option(fc.constantFrom('Because.', ' '), { nil: undefined }),
    code: fc.nat({ max: 99 }),
    flag: fc.boolean(),
  },
});

const pick = <Value>(list: readonly Value[], at: number): Value => list[at % list.length]!;

/** Does what is tried. @throws LibraryError where the rules refuse it */
async function attempt(id: string, { who: at, what, which, on, reason, code, flag }: Try): Promise<void> {
  const { app } = fennmere.library;
  const [items, actions, entries] = [app.get(ItemsService), app.get(ActionsService), app.get(EntriesService)];
  const [who, agency] = [pick(followers, at), pick(agencies, which)];
  const action = pick(
    [...(await stateOf(id))!.actions.map((one) => one.id), '00000000-0000-4000-8000-000000000000'],
    which,
  );
  const later = addDays(TODAY, which * 9 - 90);
  const deeds: (() => Promise<unknown>)[] = [
    () => items.respond(who, id, { agency, response: pick(RESPONSES, code), reason, on }),
    () => actions.add(who, id, { text: 'Do it.', agency, on, ...(flag && { due: { on: later } }) }),
    () => actions.add(who, id, { text: 'Do that.', agency, supporting: agencies, owner: { name: 'Pat' } }),
    () => actions.deliver(who, action, { to: pick(DELIVERIES, code), on, reason }),
    () => actions.deliver(who, action, { to: flag ? 'completed' : 'stopped', reason: 'So it is.' }),
    () => actions.setDue(who, action, { on: later, reason }),
    () => actions.decide(who, action, (which % 3) + 1, { decision: pick(DECISIONS, code), reason }),
    () => actions.update(who, action, { text: 'Done a bit.', on }),
    () =>
      items.setImpact(who, id, {
        level: pick(IMPACT_LEVELS, code),
        text: 'Seen.',
        on,
        ...(flag && { sample: '17 of 20' }),
      }),
    () =>
      items.judge(who, id, {
        ...{ to: pick(JUDGEMENTS, code), reason, noEvidence: flag, stopActions: which % 2 === 0 },
        ...(which % 3 ? { recheckOn: later } : which % 4 ? { noRecheckReason: 'It was once.' } : {}),
      }),
    () => items.reopen(who, id, reason),
    () => items.recheck(who, id, { result: pick(RECHECK_RESULTS, code), reason, on }),
    async () => {
      const all = await entriesOf(id);
      const { number } = pick(all, which);
      const replacement = flag
        ? { on, reason, response: pick(RESPONSES, code), to: pick(DELIVERIES, code) }
        : null;
      return await entries.correct(who, entryIdOf(who, number), { reason: reason ?? '', replacement });
    },
  ];
  await pick(deeds, what)();
}

const stateOf = async (id: string): Promise<ItemState | null> => {
  const [row] = await fennmere.library.source.query<{ state: ItemState | null }[]>(
    'select state from tracked_item where id = $1',
    [id],
  );
  return row!.state;
};

async function entriesOf(id: string): Promise<Entry[]> {
  const wanted = { chain: fennmere.partnership.id, subjectKind: SUBJECT, subjects: [id] };
  return (await fennmere.library.app.get(AuditEntries).read(wanted)).map(entryOf);
}

/** What must hold of every item, whatever led to it; the words are those that entries were recorded with. */
function expectSound(state: ItemState, entries: Entry[]): void {
  const saidWhy = (number: number | null): boolean =>
    entries.some((one) => one.number === number && one.said.includes('why'));
  const { judgement, actions, addressees, impact } = state;
  if (isClosed(judgement.judgement)) {
    expect(actions.filter(({ delivery }) => isOpenDelivery(delivery))).toEqual([]);
    expect(saidWhy(judgement.words)).toBe(true);
    const closing = entries.find(({ number }) => number === judgement.words)!;
    const rechecked = state.rechecks.length > 0;
    expect(judgement.recheckOn !== null || closing.said.includes('to') || rechecked).toBe(true);
    expect(impact.entries > 0 || judgement.noEvidence).toBe(true);
    expect(closing.by.role).toBe('audit-lead');
  }
  for (const { response, words } of addressees)
    if (response === 'not-accepted' || response === 'disputed') expect(saidWhy(words)).toBe(true);
  for (const { delivery, deliveryWords, moves, due, originalDue } of actions) {
    if (delivery === 'stopped') expect(saidWhy(deliveryWords)).toBe(true);
    for (const { words } of moves) expect(saidWhy(words)).toBe(true);
    expect(due === null).toBe(originalDue === null);
  }
}

/** The rules of the domain, said a second time and otherwise. */
function expectDerived(state: ItemState): void {
  const { delivery, colour, flags, isWaitingForJudgement } = standingOfItem(state, TODAY);
  const all = state.actions.map((one) => one.delivery);
  const only = (...codes: string[]): boolean => all.length > 0 && all.every((code) => codes.includes(code));
  const said =
    all.length === 0
      ? 'none'
      : only('not-started')
        ? 'not-started'
        : only('stopped')
          ? 'stopped'
          : only('completed', 'stopped')
            ? 'completed'
            : 'in-progress';
  expect([delivery, deliveryOf(state)]).toEqual([said, said]);
  const closed = isClosed(state.judgement.judgement);
  expect(isWaitingForJudgement).toBe(!closed && all.length > 0 && only('completed', 'stopped'));
  const overdue = state.actions.some(
    ({ delivery: one, due }) => isOpenDelivery(one) && due !== null && due.on < TODAY,
  );
  const late =
    TODAY > state.responseDueOn && state.addressees.some(({ response }) => response === 'awaiting');
  if (closed) expect([colour, flags]).toEqual(['blue', ['closed']]);
  else expect(colour === 'red').toBe(overdue || late || state.judgement.judgement === 'open-unacceptable');
}

describe('whatever is tried by whomever', () => {
  it('leaves items as the rules have them, and pasts as they were answered', async () => {
    const items = fennmere.library.app.get(ItemsService);
    const histories = fc.array(aTry, { minLength: 5, maxLength: 25 });
    await fc.assert(
      fc.asyncProperty(histories, aDay, async (tries, on) => {
        const begun = { source: { origin: 'audit' as const }, text: 'A point.', addressees: agencies };
        const start = on === undefined || on > TODAY ? {} : { on };
        const { subject: id } = await items.follow(followers[0]!, { ...begun, ...start });
        const answered: { at: Date; state: ItemState | null }[] = [];
        for (const one of tries) {
          const refused = await attempt(id, one).catch((error: unknown) => error);
          if (refused !== undefined) expect(refused).toBeInstanceOf(LibraryError);
          if (one.flag) {
            // Nothing is recorded in the millisecond that is asked about later.
            await delay(2);
            const [{ at }] = await fennmere.library.source.query<[{ at: Date }]>(
              `select date_trunc('milliseconds', library_now()) as at`,
            );
            answered.push({ at, state: await stateOf(id) });
            await delay(2);
          }
        }
        const entries = await entriesOf(id);
        const state = await stateOf(id);
        expect(foldItem(entries, { view: 'shown', before: FAR })).toEqual(state);
        for (const past of answered)
          expect(foldItem(entries, { view: 'shown', before: past.at })).toEqual(past.state);
        if (!state) return;
        expect(foldItem(entries, { view: 'known', on: TODAY })).toEqual(state);
        expectSound(state, entries);
        expectDerived(state);
      }),
      { numRuns: RUNS },
    );
  }, 600_000);
});
