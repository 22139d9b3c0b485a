import { describe, expect, it } from '@jest/globals';
import { endOfLondonDay, londonDay } from '../platform/dates/london-day.js';
import { parseDay } from './day.js';
import type { Deed, FoldedEntry } from './entry.js';
import { foldItem, type ItemState, type View } from './fold.js';
import { businessYear } from './reports/yearly.js';
import { standingOfItem, type ItemStanding } from './standing.js';

/** Days that end an hour earlier by Greenwich in summer: the first and the last day of it, and those beside them. */
const LAST_SECONDS: Readonly<Record<string, string>> = {
  ...{ '2024-12-31': '2024-12-31T23:59:59Z', '2025-03-29': '2025-03-29T23:59:59Z' },
  ...{ '2025-03-30': '2025-03-30T22:59:59Z', '2025-03-31': '2025-03-31T22:59:59Z' },
  ...{ '2025-06-30': '2025-06-30T22:59:59Z', '2025-09-30': '2025-09-30T22:59:59Z' },
  ...{ '2025-10-25': '2025-10-25T22:59:59Z', '2025-10-26': '2025-10-26T23:59:59Z' },
  ...{ '2025-10-31': '2025-10-31T23:59:59Z', '2025-12-31': '2025-12-31T23:59:59Z' },
};
const lastSecond = (day: string): Date => new Date(LAST_SECONDS[day]!);
const firstSecondAfter = (day: string): Date => new Date(lastSecond(day).getTime() + 1_000);

const entry = (number: number, fact: Deed, more: Partial<FoldedEntry> = {}): FoldedEntry => ({
  ...{ number, item: 'item', fact, effectiveOn: '2024-01-01', recordedAt: new Date('2024-01-01T12:00:00Z') },
  ...more,
});
const followed = (responseDueOn: string): FoldedEntry =>
  entry(1, {
    ...{ deed: 'followed', ref: 1, source: { kind: 'other', origin: 'audit' } },
    ...{ addressees: ['police'], responseDueOn },
  });
const action = entry(2, { deed: 'action', action: 'act', ref: 1, agency: 'police', supporting: [] });

const NOW: View = { view: 'shown', before: new Date(8.64e15) };
const fold = (entries: FoldedEntry[], view = NOW): ItemState => foldItem(entries, view)!;
const at = (instant: Date, ...entries: FoldedEntry[]): ItemStanding =>
  standingOfItem(fold(entries), londonDay(instant));

describe('at the last and the first second of a day in London', () => {
  it.each([
    ...(['2025-03-29', '2025-03-30', '2025-03-31', '2025-10-25', '2025-10-26'] as const).map(
      (day) => [day, day] as const,
    ),
    ...([
      ['2025-03', '2025-03-31'],
      ['2025-10', '2025-10-31'],
      ['2025-Q1', '2025-03-31'],
      ['2025-Q2', '2025-06-30'],
      ['2025-Q3', '2025-09-30'],
      ['2025-Q4', '2025-12-31'],
      ['2024', '2024-12-31'],
      ['2025', '2025-12-31'],
    ] as const),
  ])('an action that is due %s is due until %s, and overdue from then on', (due, day) => {
    const log = [followed('2026-01-31'), action, entry(3, { deed: 'due', action: 'act', on: due })];
    const last = at(lastSecond(day), ...log).actions.get('act')!;
    const next = at(firstSecondAfter(day), ...log).actions.get('act')!;
    expect(parseDay(due)!.on).toBe(day);
    expect([last.dueInDays, last.overdueDays, last.word]).toEqual([0, 0, 'Due today']);
    expect([next.dueInDays, next.overdueDays, next.word]).toEqual([null, 1, 'Overdue by 1 day']);
  });

  // 92 days after the day on which something was last heard.
  it.each([
    ['2024-12-27', '2025-03-29', '2025-03-28T23:59:59Z'],
    ['2024-12-28', '2025-03-30', '2025-03-29T23:59:59Z'],
    ['2024-12-29', '2025-03-31', '2025-03-30T22:59:59Z'],
    ['2025-07-26', '2025-10-26', '2025-10-25T22:59:59Z'],
    ['2025-07-27', '2025-10-27', '2025-10-26T23:59:59Z'],
  ])('an action of which was heard on %s is quiet from %s', (heard, from, before) => {
    const log = [
      ...[followed('2026-01-31'), action, entry(3, { deed: 'owner', action: 'act', owner: 'pat' })],
      ...[entry(4, { deed: 'due', action: 'act', on: '2027' })],
      entry(5, { deed: 'update', action: 'act' }, { effectiveOn: heard }),
    ];
    const [last, first] = [new Date(before), new Date(Date.parse(before) + 1_000)];
    expect(londonDay(first)).toBe(from);
    expect(at(last, ...log).actions.get('act')!.flags).toEqual(['on-track']);
    expect(at(first, ...log).actions.get('act')!.flags).toEqual(['no-update']);
  });

  it.each(['2025-03-29', '2025-03-30', '2025-10-25', '2025-10-26'])(
    'a response that was asked for by %s is late after it',
    (day) => {
      expect(at(lastSecond(day), followed(day)).responses.late).toBe(0);
      expect(at(firstSecondAfter(day), followed(day)).responses.late).toBe(1);
    },
  );

  it.each([
    ['2025-03-30', '2025-03-29'],
    ['2025-03-31', '2025-03-30'],
    ['2025-10-26', '2025-10-25'],
    ['2025-10-27', '2025-10-26'],
  ])('a re-check on %s is due from its first second', (recheckOn, before) => {
    const judged = entry(2, {
      ...{ deed: 'judgement', to: 'closed-acceptable', recheckOn, noEvidence: true, supersededBy: null },
    });
    expect(at(lastSecond(before), followed('2024-04-01'), judged).isRecheckDue).toBe(false);
    expect(at(firstSecondAfter(before), followed('2024-04-01'), judged).isRecheckDue).toBe(true);
  });

  it.each(['2025-03-29', '2025-03-30', '2025-10-25', '2025-10-26'])(
    'what is recorded on %s is shown on that day, and what is recorded after it is not',
    (day) => {
      const shown: View = { view: 'shown', before: endOfLondonDay(day) };
      const words = (recordedAt: Date): number =>
        fold(
          [
            followed('2024-04-01'),
            entry(2, { deed: 'note', action: null, isPrivate: false }, { recordedAt }),
          ],
          shown,
        ).notes.length;
      expect([words(lastSecond(day)), words(firstSecondAfter(day))]).toEqual([1, 0]);
    },
  );

  it('the year of a report ends with March', () => {
    const year = (instant: Date): string => businessYear(londonDay(instant)).until;
    expect([year(lastSecond('2025-03-31')), year(firstSecondAfter('2025-03-31'))]).toEqual([
      ...['2024-03-31', '2025-03-31'],
    ]);
  });
});
