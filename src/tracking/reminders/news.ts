import { addDays, daysBetween, type KnownDay } from '../day.js';

/** An action as somebody is reminded of it: by its number and its day, and by no word of it. */
export interface RemindedAction {
  id: string;
  /** Of item and action: “2.1”. */
  ref: string;
  /** Name of the lead agency. */
  agency: string | null;
  partnership: string;
  /** Name of whom the reader stands in for; null for the reader's own. */
  standsInFor: string | null;
  due: KnownDay;
}

/** What others recorded about somebody's action. */
export interface ToldChange extends Omit<RemindedAction, 'due'> {
  /** The day on which it was recorded. */
  on: string;
  /** “date moved to 3 June 2025”: from codes and days alone. */
  what: string;
}

/** What is known about one person, over all partnerships. */
export interface ReminderFacts {
  /** Open, with a date, and theirs. */
  actions: readonly RemindedAction[];
  /** By others, about what is or was theirs. */
  changes: readonly ToldChange[];
  /** Of agencies whose executive they are: so long overdue that they are told, and not told yet of this date. */
  escalated: readonly RemindedAction[];
}

/** What is new for somebody. */
export interface News {
  /** Overdue since yesterday, or since a day that was missed. */
  overdue: RemindedAction[];
  /** 14 or 3 days before they are due. */
  due: RemindedAction[];
  digest: Digest | null;
  escalated: RemindedAction[];
}

/** What happened in a week, with all that is to come or late: each thing once in a message. */
export interface Digest {
  /** The week before this Monday. */
  monday: string;
  changes: ToldChange[];
  /** In the next 30 days, as far as they are not told of above. */
  due: RemindedAction[];
  overdue: RemindedAction[];
}

/** So many days before something is due. */
const BEFORE_DUE = [14, 3];
const DIGEST_DAYS = 30;
/** Days that were missed are caught up, as far as this. */
const WEEK = 7;

/**
 * What is new for somebody on a day. Each thing has its day: 14 and 3 days before a date, the day after it, and for what others
 * recorded the Monday after. New is what had its day since they were last looked at; of what was missed, it says how it is now.
 * @param since the last day on which they were looked at or told: nothing of it, or before, is new
 * @returns null where nothing is
 */
export function newsOf(
  { actions, changes, escalated }: ReminderFacts,
  day: string,
  since: string,
): News | null {
  const after = latest(since, addDays(day, -WEEK));
  const isNew = (on: string): boolean => on > after && on <= day;
  const fresh = actions.filter(({ due: { on } }) =>
    [...BEFORE_DUE.map((days) => addDays(on, -days)), addDays(on, 1)].some(isNew),
  );
  const news = {
    ...{ overdue: inOrder(fresh.filter(isOverdue(day))), due: inOrder(fresh.filter(isDueIn(day))) },
    digest: isNew(mondayOf(day)) ? digestOf(actions, changes, day, new Set(fresh)) : null,
    escalated: inOrder(escalated),
  };
  const isSomething = fresh.length > 0 || news.digest !== null || escalated.length > 0;
  return isSomething ? news : null;
}

/** The week from Monday to Sunday before the last Monday; null where others recorded nothing, and nothing comes nearer. */
function digestOf(
  actions: readonly RemindedAction[],
  changes: readonly ToldChange[],
  day: string,
  told: ReadonlySet<RemindedAction>,
): Digest | null {
  const monday = mondayOf(day);
  const from = addDays(monday, -WEEK);
  const ofWeek = changes.filter(({ on }) => on >= from && on < monday);
  const comesNearer = actions.some(({ due: { on } }) => {
    const comes = addDays(on, -DIGEST_DAYS);
    return comes > from && comes <= monday;
  });
  if (ofWeek.length === 0 && !comesNearer) return null;
  const rest = inOrder(actions.filter((action) => !told.has(action)));
  return {
    ...{ monday, changes: [...ofWeek] },
    ...{ due: rest.filter(isDueIn(day, DIGEST_DAYS)), overdue: rest.filter(isOverdue(day)) },
  };
}

/** The last Monday, which may be this day: a week of work is looked at when the next begins. */
export const mondayOf = (day: string): string => addDays(day, -(daysBetween(A_MONDAY, day) % WEEK));
const A_MONDAY = '1900-01-01';

/** The first of the days of which a digest on this day tells. */
export const digestFrom = (day: string): string => addDays(mondayOf(day), -WEEK);

const isOverdue =
  (day: string) =>
  ({ due }: RemindedAction): boolean =>
    due.on < day;
const isDueIn =
  (day: string, days = Number.MAX_SAFE_INTEGER) =>
  ({ due }: RemindedAction): boolean =>
    due.on >= day && daysBetween(day, due.on) <= days;

const inOrder = (actions: readonly RemindedAction[]): RemindedAction[] =>
  actions.toSorted((one, other) => (one.due.on < other.due.on ? -1 : one.due.on > other.due.on ? 1 : 0));

export const latest = (...days: string[]): string => days.reduce((one, other) => (one > other ? one : other));
