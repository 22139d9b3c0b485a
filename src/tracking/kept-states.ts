import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { LRUCache } from 'lru-cache';
import { DataSource, type EntityManager } from 'typeorm';
import type { ItemState } from './fold.js';

/** How all items stand, after the entry with this number. */
interface Kept {
  last: string;
  states: ReadonlyMap<string, ItemState>;
}

/** Items of all partnerships, and of all days that were looked at, together whose states are kept; one is a few kilobytes. */
const MOST_KEPT = 20_000;

/**
 * How all items of a partnership stand, for desks, lists and reports. States are kept in memory, where they hold no words: what
 * has changed since is read again, and a day that is looked at is folded once.
 */
@Injectable()
export class KeptStates {
  private readonly kept = new LRUCache<string, Kept>({
    ...{ maxSize: MOST_KEPT, sizeCalculation: ({ states }) => Math.max(1, states.size) },
  });

  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /** How they stand now, by number. */
  async present(partnershipId: string): Promise<ItemState[]> {
    const kept: Kept = this.kept.get(partnershipId) ?? { last: '0', states: new Map() };
    const changed = await this.source.query<Changed[]>(CHANGED, [partnershipId, kept.last]);
    if (changed.length === 0) return [...kept.states.values()];
    const all = new Map(kept.states);
    for (const { id, state } of changed)
      if (state) all.set(id, state);
      else all.delete(id);
    const states = byNumber(all);
    this.kept.set(partnershipId, { last: changed.at(-1)!.version, states });
    return [...states.values()];
  }

  /**
   * How they stood at another moment, by number.
   * @param moment tells it from all others
   * @param fold works it out; called only where nobody asked since the last change
   */
  async past(partnershipId: string, moment: string, fold: () => Promise<ItemState[]>): Promise<ItemState[]> {
    const key = `${partnershipId} ${moment}`;
    const last = await this.lastVersion(partnershipId);
    const known = this.kept.get(key);
    if (known?.last === last) return [...known.states.values()];
    const states = byNumber(new Map((await fold()).map((state) => [state.id, state])));
    this.kept.set(key, { last, states });
    return [...states.values()];
  }

  /** Changes whenever anything is recorded about an item of the partnership. */
  async lastVersion(partnershipId: string, asking: EntityManager = this.source.manager): Promise<string> {
    const [row] = await asking.query<{ last: string }[]>(LAST, [partnershipId]);
    return row!.last;
  }
}

interface Changed {
  id: string;
  version: string;
  /** Null where it is followed no more. */
  state: ItemState | null;
}

const byNumber = (states: ReadonlyMap<string, ItemState>): ReadonlyMap<string, ItemState> =>
  new Map([...states].toSorted(([, one], [, other]) => one.ref - other.ref));

// A version is the number of an entry: whatever is recorded later has a higher one, and is seen no sooner.
const CHANGED = `
  select id, version::text as version, state from tracked_item
  where partnership_id = $1 and version > $2::bigint order by tracked_item.version`;

const LAST = `select coalesce(max(version), 0)::text as last from tracked_item where partnership_id = $1`;
