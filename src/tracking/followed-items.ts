import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';

/** The item with which something of the library is followed. */
export interface FollowedAs {
  id: string;
  ref: number;
}

/** Knows what of the library a partnership follows. */
@Injectable()
export class FollowedItems {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /** By the id of the recommendation or learning point. */
  async of(partnershipId: string): Promise<Map<string, FollowedAs>> {
    const rows = await this.source.query<(FollowedAs & { followed: string })[]>(FOLLOWED, [partnershipId]);
    return new Map(rows.map(({ followed, id, ref }) => [followed, { id, ref }]));
  }
}

const FOLLOWED = `
  select coalesce(recommendation_id, learning_point_id) as followed, id, ref from tracked_item
  where partnership_id = $1 and state is not null and coalesce(recommendation_id, learning_point_id) is not null`;
