import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { PromiseCounts } from '../../recommendations/recommendation.model.js';
import type { ImpactLevel, ItemDelivery, Judgement } from '../tracking.js';

/**
 * What is public of an item: how it stood when its line was released, and which entry has the words. It is the present fold, as
 * `tracked_item.state` is; the public's view takes the words from the log, so that what is redacted is gone at once.
 */
@Entity('released_line')
export class ReleasedLine {
  @PrimaryColumn('uuid', { name: 'item_id' })
  itemId: string;

  @Column('uuid', { name: 'partnership_id' })
  partnershipId: string;

  @Index('released_line_recommendation')
  @Column('uuid', { name: 'recommendation_id' })
  recommendationId: string;

  /** Number of the entry that released it. */
  @Column('bigint')
  entry: string;

  /** Number of the entry with its words. */
  @Column('bigint', { name: 'words_entry' })
  wordsEntry: string;

  @Column('date', { name: 'released_on' })
  releasedOn: string;

  @Column('jsonb')
  responses: PromiseCounts;

  @Column('text')
  delivery: ItemDelivery;

  @Column('text')
  judgement: Judgement;

  @Column('text')
  impact: ImpactLevel;

  @Column('boolean', { name: 'impact_claimed' })
  impactClaimed: boolean;
}
