import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { LRUCache } from 'lru-cache';
import { DataSource } from 'typeorm';
import type { ItemState } from './fold.js';

interface KeptState {
  id: string;
  version: string;
  /** Null where it was unfollowed just now. */
  state: ItemState | null;
}

/** Items of all partnerships together whose states are kept; one of them is a few kilobytes. */
const MOST_KEPT = 10_000;

/**
 * How all items of a partnership stand, for desks, lists and reports. States are kept in memory, where they hold no words: of
 * what has not changed since, the version alone is read again.
 */
@Injectable()
export class PresentStates {
  private readonly kept = new LRUCache<string, ReadonlyMap<string, KeptState>>({
    ...{ maxSize: MOST_KEPT, sizeCalculation: ({ size }) => Math.max(1, size) },
  });

  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /** By number. */
  async of(partnershipId: string): Promise<ItemState[]> {
    const versions = await this.source.query<Pick<KeptState, 'id' | 'version'>[]>(VERSIONS, [partnershipId]);
    const kept = this.kept.get(partnershipId);
    const changed = versions
      .filter(({ id, version }) => kept?.get(id)?.version !== version)
      .map(({ id }) => id);
    const read = changed.length > 0 ? await this.source.query<KeptState[]>(STATES, [changed]) : [];
    const fresh = new Map(read.map((one) => [one.id, one]));
    const now = new Map(versions.map(({ id }) => [id, (fresh.get(id) ?? kept?.get(id))!]));
    this.kept.set(partnershipId, now);
    return [...now.values()].flatMap(({ state }) => state ?? []);
  }
}

const VERSIONS = `
  select id, version::text as version from tracked_item where partnership_id = $1 and state is not null order by ref`;

const STATES = `select id, version::text as version, state from tracked_item where id = any($1)`;
