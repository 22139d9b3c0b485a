import { sayPartialDate } from '../../platform/dates/partial-date.js';
import { permits, type Permission } from '../../platform/http/access/permissions.js';
import { addressOf, type Parameters } from '../../platform/pages/addresses.js';
import { isAuditLead, type Follower } from '../follower.js';
import type { TrackingMoment } from '../moment.js';

/** What stands round every page of tracking. */
export interface Frame {
  /** “Fennmere Safeguarding Children Partnership”, or an agency in it. */
  of: string;
  nav: { text: string; href: string; current: boolean }[];
  past: PastView | null;
  choosing: ChoosingView;
  /** An address of tracking at the moment that is looked at. */
  at: (path: string) => string;
  /** Whether forms are offered: to whoever may fill them in, of the present. */
  contributes: boolean;
  leads: boolean;
  redacts: boolean;
  /** Whether they release what somebody else has written for the public. */
  approves: boolean;
  /** What has just been done; empty where nothing was. */
  done: string;
}

interface PastView {
  day: string;
  /** How the past is looked at, in a sentence. */
  means: string;
  /** The same page of today. */
  today: string;
}

/** The form that chooses a moment; it keeps what else the address says. */
interface ChoosingView {
  path: string;
  kept: { name: string; value: string }[];
  asOf: string;
  view: 'shown' | 'known';
  means: typeof MEANS;
}

const MEANS = {
  shown: 'With what had been recorded by the end of that day: what a report of that day said.',
  known: 'With what is known now about that day: also what was entered or put right later.',
} as const;

const PLACES: readonly [text: string, href: string, permission: Permission][] = [
  ['Desk', '/tracking', 'tracking.read'],
  ['All items', '/tracking/items', 'tracking.read'],
  ['Update several', '/tracking/update', 'tracking.contribute'],
  ['Reports', '/tracking/reports', 'tracking.read'],
  ['Board', '/tracking/board', 'tracking.read'],
  ['Rounds', '/tracking/rounds', 'tracking.lead'],
  ['Public', '/tracking/public', 'tracking.read'],
  ['Used', '/tracking/reach', 'tracking.read'],
  ['Calendar', '/tracking/calendar', 'tracking.contribute'],
  ['Spreadsheets', '/tracking/imports', 'tracking.import'],
  ['Follow', '/tracking/follow', 'tracking.lead'],
  ['Agencies', '/tracking/agencies', 'tracking.lead'],
  ['People', '/tracking/people', 'tracking.lead'],
  ['Settings', '/tracking/settings', 'tracking.lead'],
];

const DONE: Readonly<Record<string, string>> = {
  saved: 'Saved.',
  sent: 'The emails are on their way.',
  asked: 'Your request was sent to the audit lead, who decides. It stands with the action below.',
  followed: 'You follow this from now on.',
  redacted: 'The words were taken out for good. That they were there stays in the timeline.',
  written: 'Saved. It is public once somebody else has released it.',
  released: 'Released. Everybody can read it now.',
  withdrawn: 'Withdrawn. It is not public any more.',
  replaced: 'The actions have their new owner.',
  revoked: 'The address was revoked. Calendar programs that have it read nothing more.',
};

/** @param given what the address of the page says, as it was read */
export function presentFrame(
  who: Follower,
  moment: TrackingMoment,
  { path, given = {} }: { path: string; given?: object },
): Frame {
  const others = Object.entries(given as Parameters).filter(
    ([name, value]) => !MOMENTARY.has(name) && typeof value === 'string' && value !== '',
  ) as [string, string][];
  const { asOf, view, past } = moment;
  const at = past ? { asOf, view: view === 'known' ? view : undefined } : {};
  const may = (permission: Permission): boolean => permits(who.role, permission) && !past;
  return {
    of: who.agency ? `${who.agency.name} in ${who.partnership.name}` : who.partnership.name,
    nav: PLACES.filter(
      ([, href, permission]) => permits(who.role, permission) && (!past || PAST.has(href)),
    ).map(([text, href]) => ({ text, href: addressOf(href, at), current: href === path })),
    past: past && {
      day: sayPartialDate(asOf),
      means: MEANS[view],
      today: addressOf(path, Object.fromEntries(others)),
    },
    choosing: {
      ...{ path, kept: others.map(([name, value]) => ({ name, value })), asOf: past ? asOf : '', view },
      means: MEANS,
    },
    at: (address) => (past ? withMoment(address, at) : address),
    contributes: may('tracking.contribute'),
    leads: may('tracking.lead') && isAuditLead(who),
    redacts: may('tracking.redact'),
    approves: may('tracking.approve'),
    done: DONE[String((given as Parameters).done)] ?? '',
  };
}

/** What is no filter. */
const MOMENTARY = new Set(['asOf', 'view', 'done', 'page', 'limit', 'partnership']);
/** Pages that show how it stood. */
const PAST = new Set([
  ...['/tracking', '/tracking/items', '/tracking/reports'],
  ...['/tracking/agencies', '/tracking/people'],
]);

/** An address with a moment, before its place on the page. */
function withMoment(address: string, at: Parameters): string {
  const [before, place] = address.split('#') as [string, string?];
  const more = addressOf('', at).slice(1);
  const joined = `${before}${before.includes('?') ? '&' : '?'}${more}`;
  return place === undefined ? joined : `${joined}#${place}`;
}
