import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { AuditEntries } from '../audit/audit-entries.js';
import { endOfLondonDay } from '../platform/dates/london-day.js';
import { digestOf } from '../platform/text/digest.js';
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
/** Answers that are kept: they hold as long as nothing is added to the log. */
const MOST_KEPT = 200;

/** Counts open items at the ends of the last months, by folding the past. */
@Injectable()
export class OpenOverTime {
  private readonly kept = new LRUCache<string, OpenAt[]>({ max: MOST_KEPT });

  constructor(private readonly entries: AuditEntries) {}

  /** @param items ids of those that are counted */
  async of({ partnership }: Follower, moment: TrackingMoment, items: readonly string[]): Promise<OpenAt[]> {
    const last = await this.entries.last(partnership.id, null);
    const { asOf, view } = moment;
    const key = [partnership.id, last, asOf, view, digestOf(items)].join(' ');
    const known = this.kept.get(key);
    if (known) return known;
    const actions = DECIDING.map((deed) => `tracking.${deed}`);
    const wanted = { chain: partnership.id, subjectKind: SUBJECT, subjects: items, actions };
    const byItem = [...foldedEntries(await this.entries.facts(wanted)).values()];
    const counted = monthEnds(asOf).map((on) => countAt(byItem, on, viewOn(moment, on)));
    this.kept.set(key, counted);
    return counted;
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

function countAt(byItem: readonly FoldedEntry[][], on: string, view: View): OpenAt {
  const states = byItem.map((entries) => foldItem(entries, view)).filter((state) => state !== null);
  const closed = states.filter(({ judgement }) => isClosed(judgement.judgement)).length;
  return { on, open: states.length - closed, closed };
}
