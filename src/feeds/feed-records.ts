import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { BriefingQueries } from '../briefings/briefing.queries.js';
import { Conditions } from '../platform/postgres/conditions.js';
import { itemsById } from '../platform/postgres/items-by-id.js';
import type { ListStatement } from '../platform/postgres/list-page.js';
import type { FeedKind } from '../publishing/changes/public-kinds.js';
import { ResourceQueries } from '../resources/resource.queries.js';
import { NEWEST_REVIEW, REVIEW_SUMMARY_COLUMNS, REVIEWS } from '../reviews/review.sql.js';
import type { FeedRecord } from './feed-item.presenter.js';

/** Reads records by their ids, as the lists have them. */
@Injectable()
export class FeedRecords {
  private readonly listed: Record<FeedKind, () => ListStatement>;

  constructor(briefings: BriefingQueries, resources: ResourceQueries) {
    const reviews = { id: 'r.id', from: REVIEWS, order: NEWEST_REVIEW, columns: REVIEW_SUMMARY_COLUMNS };
    this.listed = {
      review: () => ({ ...reviews, conditions: new Conditions() }),
      briefing: () => briefings.listed({}),
      resource: () => resources.listed({}),
    };
  }

  /** @returns what the public sees of them, by id */
  async read<Kind extends FeedKind>(
    on: Pick<EntityManager, 'query'>,
    kind: Kind,
    ids: readonly string[],
  ): Promise<Map<string, FeedRecord[Kind]>> {
    return ids.length === 0 ? new Map() : await itemsById<FeedRecord[Kind]>(on, this.listed[kind](), ids);
  }
}
