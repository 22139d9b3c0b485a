import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { AuditEntries } from '../audit/audit-entries.js';
import { endOfLondonDay } from '../platform/dates/london-day.js';
import { addDays, lastDay } from './day.js';
import { foldedEntries, SUBJECT } from './entry-log.js';
import type { DeedName, FoldedEntry } from './entry.js';
import { foldItem, type View } from './fold.js';
import type { Follower } from './follower.js';
import type { TrackingMoment } from './moment.js';
import { isClosed } from './tracking.js';

/** How many items were open at the end of a day. */
export interface OpenAt {
  /** YYYY-MM-DD */
  on: string;
  open: number;
  closed: number;
}

const MONTHS = 12;
/** What an item needs to have said of it to be open or closed; the rest of its log makes no difference. */
const DECIDING: readonly DeedName[] = ['followed', 'judgement', 'recheck', 'reopened', 'correction'];
/** Partnerships, and days and views of them, that are kept: they hold as long as nothing is added to the log. */
const MOST_KEPT = 20;

/** Of each day whether an item was closed; null while it was not followed. */
type Closings = (boolean | null)[];

/** Counts open items at the ends of the last months, by folding the past. */
@Injectable()
export class OpenOverTime {
  /** Of all items of a partnership: whichever a desk is narrowed to, nothing is folded again. */
  private readonly kept = new LRUCache<string, ReadonlyMap<string, Closings>>({ max: MOST_KEPT });

  constructor(private readonly entries: AuditEntries) {}

  /** @param items ids of those that are counted */
  async of({ partnership }: Follower, moment: TrackingMoment, items: readonly string[]): Promise<OpenAt[]> {
    const closings = await this.closings(partnership.id, moment);
    return monthEnds(moment.asOf).map((on, place) => {
      const then = items.map((id) => closings.get(id)?.[place] ?? null);
      const closed = then.filter((isOver) => isOver === true).length;
      return { on, open: then.filter((isOver) => isOver === false).length, closed };
    });
  }

  private async closings(chain: string, moment: TrackingMoment): Promise<ReadonlyMap<string, Closings>> {
    const last = await this.entries.last(chain, null);
    const key = [chain, last, moment.asOf, moment.view].join(' ');
    const known = this.kept.get(key);
    if (known) return known;
    const actions = DECIDING.map((deed) => `tracking.${deed}`);
    const facts = await this.entries.facts({ chain, subjectKind: SUBJECT, actions });
    const views = monthEnds(moment.asOf).map((on) => viewOn(moment, on));
    const closings = new Map(
      [...foldedEntries(facts)].map(([id, entries]) => [id, views.map((view) => isOverIn(entries, view))]),
    );
    this.kept.set(key, closings);
    return closings;
  }
}

/** The ends of the last twelve months that are over, and the day itself. */
function monthEnds(asOf: string): string[] {
  const ends = [asOf];
  let at = lastDay(asOf, 'month').on === asOf ? asOf : endOfMonthBefore(asOf);
  if (at === asOf) at = endOfMonthBefore(at);
  for (; ends.length <= MONTHS; at = endOfMonthBefore(at)) ends.unshift(at);
  return ends;
}

const endOfMonthBefore = (day: string): string => addDays(`${day.slice(0, 7)}-01`, -1);

const viewOn = ({ view }: TrackingMoment, on: string): View =>
  view === 'known' ? { view, on } : { view, before: endOfLondonDay(on) };

function isOverIn(entries: readonly FoldedEntry[], view: View): boolean | null {
  const state = foldItem(entries, view);
  return state && isClosed(state.judgement.judgement);
}
