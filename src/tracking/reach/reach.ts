import type { ClosedList } from '../../platform/text/closed-list.js';
import { addDays, formatDay, lastDay } from '../day.js';

/** What a team can have discussed. */
export const USE_KINDS = {
  review: 'Review',
  theme: 'Theme',
  briefing: 'Briefing',
} as const satisfies ClosedList;
export type UseKind = keyof typeof USE_KINDS;

/** More at one discussion is a number that was mistyped. */
export const MOST_PEOPLE = 10_000;

/** A discussion as it is counted. */
export interface CountedUse {
  /** The day in London, YYYY-MM-DD. */
  on: string;
  people: number;
  /** Id. */
  agency: string;
}

/** From the first day to the last one, YYYY-MM-DD; both count. */
export interface ReachPeriod {
  from: string;
  until: string;
}

/** How many discussions there were, and how many people were at them: whoever was at two is counted twice. */
export interface Reached {
  discussions: number;
  people: number;
}

export interface ReachedQuarter extends Reached {
  /** `2025-Q1`, of the calendar year. */
  quarter: string;
}

export interface ReachedAgency extends Reached {
  /** Id. */
  agency: string;
  /** Each of the period, one after the other. */
  quarters: ReachedQuarter[];
}

/** What is reached in a period: in all, and by agency, the furthest reach first. */
export function reachOf(
  uses: readonly CountedUse[],
  { from, until }: ReachPeriod,
): { total: Reached; agencies: ReachedAgency[] } {
  const counted = uses.filter(({ on }) => on >= from && on <= until);
  const quarters = quartersOf({ from, until });
  const agencies = [...Map.groupBy(counted, ({ agency }) => agency)].map(([agency, own]) => {
    const byQuarter = Map.groupBy(own, ({ on }) => quarterOf(on));
    return {
      ...{ agency, ...sum(own) },
      quarters: quarters.map((quarter) => ({ quarter, ...sum(byQuarter.get(quarter) ?? []) })),
    };
  });
  return { total: sum(counted), agencies: agencies.toSorted((one, other) => other.people - one.people) };
}

/** The quarter that a day is in: `2025-Q1`. */
export const quarterOf = (day: string): string => formatDay(lastDay(day, 'quarter'));

/** The quarters that a period touches. */
export function quartersOf({ from, until }: ReachPeriod): string[] {
  const quarters: string[] = [];
  for (let day = from; day <= until; day = addDays(lastDay(day, 'quarter').on, 1))
    quarters.push(quarterOf(day));
  return quarters;
}

const sum = (uses: readonly CountedUse[]): Reached => ({
  discussions: uses.length,
  people: uses.reduce((all, { people }) => all + people, 0),
});
