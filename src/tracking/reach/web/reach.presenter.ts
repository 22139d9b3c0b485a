import { londonDay } from '../../../platform/dates/london-day.js';
import { sayPartialDate } from '../../../platform/dates/partial-date.js';
import { count } from '../../../platform/text/words.js';
import { sayKnownDay } from '../../web/typed-day.js';
import { parseDay } from '../../day.js';
import { USE_KINDS, type Reached } from '../reach.js';
import type { ReachAnswer, UseItem } from '../reach.model.js';
import { addressOfUsed } from './use-form.js';

export interface UseEntryView {
  id: string;
  what: string;
  /** Null where it is not public any more. */
  href: string | null;
  facts: string[];
  changed: string | null;
  evidence: string | null;
  /** That and why it was taken back, in a sentence; null where it counts. */
  withdrawn: string | null;
  /** Where it is taken back, by whoever may. */
  takeBack: string | null;
}

export const REACH_PATH = '/tracking/reach';

export function presentUse(use: UseItem): UseEntryView {
  const { id, kind, record, on, people, agency, changed, evidence, withdrawn, recordedBy, recordedAt } = use;
  const word = USE_KINDS[kind];
  const recorded = `Recorded by ${recordedBy ?? 'somebody'} on ${sayPartialDate(londonDay(recordedAt))}`;
  return {
    ...{ id, changed, evidence },
    what: record ? `${word}: ${record.name}` : `A ${word.toLowerCase()} that is not public any more`,
    href: record && addressOfUsed({ kind, slug: record.slug }),
    facts: [sayPartialDate(on), agency.name, count(people, 'person', 'people'), recorded],
    withdrawn: withdrawn && sayWithdrawn(withdrawn),
    takeBack: use.mayWithdraw ? `${REACH_PATH}/${id}/withdrawal` : null,
  };
}

const sayWithdrawn = ({ by, at, reason }: NonNullable<UseItem['withdrawn']>): string =>
  `Taken back by ${by ?? 'somebody'} on ${sayPartialDate(londonDay(at))}. Why: ${reason ?? 'the words were taken out'}`;

export interface ReachTableView {
  /** “1 July 2024 to 30 June 2025”. */
  period: string;
  agencies: { name: string; rows: ReachRowView[] }[];
}

interface ReachRowView {
  /** “April to June 2025”, or “In all”. */
  name: string;
  people: string;
  discussions: string;
}

/** By agency and quarter; null where nothing was discussed in the period. */
export function presentReach({ from, until, agencies }: ReachAnswer): ReachTableView | null {
  if (agencies.length === 0) return null;
  return {
    period: `${sayPartialDate(from)} to ${sayPartialDate(until)}`,
    agencies: agencies.map(({ agency, quarters, ...all }) => ({
      name: agency.name,
      rows: [
        ...quarters.map(({ quarter, ...reached }) => reachRow(sayKnownDay(parseDay(quarter)!), reached)),
        reachRow('In all', all),
      ],
    })),
  };
}

const reachRow = (name: string, { people, discussions }: Reached): ReachRowView => ({
  ...{ name, people: people.toLocaleString('en-GB'), discussions: discussions.toLocaleString('en-GB') },
});
