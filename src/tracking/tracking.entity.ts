import {
  Check,
  Column,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
  PrimaryGeneratedColumn,
  type Relation,
} from 'typeorm';
import { Partnership } from '../partnerships/partnership.entity.js';
import { oneOf } from '../publishing/publication.js';
import { Agency } from '../recommendations/agency.entity.js';
import { Recommendation } from '../recommendations/recommendation.entity.js';
import { LearningPointEntity } from '../reviews/review.entity.js';
import type { ItemState } from './fold.js';
import { SUCCESSIONS, type Succession } from './tracking.js';

/** One recommendation, finding or other point as one partnership follows it. All but `state` never changes. */
@Entity('tracked_item')
@Index('tracked_item_ref', ['partnershipId', 'ref'], { unique: true })
@Index('tracked_item_recommendation', ['partnershipId', 'recommendationId'], {
  ...{ unique: true, where: '"state" is not null' },
})
@Index('tracked_item_learning_point', ['partnershipId', 'learningPointId'], {
  ...{ unique: true, where: '"state" is not null' },
})
export class TrackedItem {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'partnership_id' })
  partnershipId: string;

  @ManyToOne(() => Partnership, { onDelete: 'RESTRICT', nullable: false })
  @JoinColumn({ name: 'partnership_id' })
  partnership: Relation<Partnership>;

  /** Its number in the partnership, from 1. */
  @Column('integer')
  ref: number;

  @Column('uuid', { name: 'recommendation_id', nullable: true })
  recommendationId: string | null;

  // What is followed is never deleted.
  @ManyToOne(() => Recommendation, { onDelete: 'RESTRICT', nullable: true })
  @JoinColumn({ name: 'recommendation_id' })
  recommendation: Relation<Recommendation> | null;

  @Column('uuid', { name: 'learning_point_id', nullable: true })
  learningPointId: string | null;

  @ManyToOne(() => LearningPointEntity, { onDelete: 'RESTRICT', nullable: true })
  @JoinColumn({ name: 'learning_point_id' })
  learningPoint: Relation<LearningPointEntity> | null;

  /** How it stands today: its entries, folded. Null where its being followed was corrected away. */
  @Column('jsonb', { nullable: true })
  state: ItemState | null;

  /** Number of the last entry about it. */
  @Column('bigint')
  version: string;
}

/** Which item an action is of. */
@Entity('tracked_action')
export class TrackedActionRow {
  @PrimaryColumn('uuid')
  id: string;

  @Index('tracked_action_item')
  @Column('uuid', { name: 'item_id' })
  itemId: string;

  @ManyToOne(() => TrackedItem, { onDelete: 'RESTRICT', nullable: false })
  @JoinColumn({ name: 'item_id' })
  item: Relation<TrackedItem>;
}

/** Who is to do actions of a partnership: told by their e-mail address, where that is known. */
@Entity('tracked_owner')
@Index('tracked_owner_email', ['partnershipId', 'email'], { unique: true })
@Check('tracked_owner_email_form', `"email" = lower("email")`)
@Check(
  'tracked_owner_away',
  `("away_from" is null) = ("away_until" is null) and "away_from" <= "away_until" and "deputy_id" <> "id"`,
)
export class TrackedOwner {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column('uuid', { name: 'partnership_id' })
  partnershipId: string;

  @ManyToOne(() => Partnership, { onDelete: 'RESTRICT', nullable: false })
  @JoinColumn({ name: 'partnership_id' })
  partnership: Relation<Partnership>;

  @Column('text')
  name: string;

  @Column('text', { nullable: true })
  email: string | null;

  /** Whether they want no reminders. */
  @Column('boolean', { name: 'is_left_out', default: false })
  isLeftOut: boolean;

  /** From this day they are away, until another, both counted; null where they are not. */
  @Column('date', { name: 'away_from', nullable: true })
  awayFrom: string | null;

  @Column('date', { name: 'away_until', nullable: true })
  awayUntil: string | null;

  /** Who has their mail meanwhile. */
  @Column('uuid', { name: 'deputy_id', nullable: true })
  deputyId: string | null;

  @ManyToOne(() => TrackedOwner, { onDelete: 'SET NULL', nullable: true })
  @JoinColumn({ name: 'deputy_id' })
  deputy: Relation<TrackedOwner> | null;
}

/** What a partnership says of an agency in its list, beyond its names. */
@Entity('tracked_agency')
@Check('tracked_agency_succession', oneOf('succession', SUCCESSIONS))
export class TrackedAgency {
  @PrimaryColumn('uuid', { name: 'agency_id' })
  agencyId: string;

  @ManyToOne(() => Agency, { onDelete: 'RESTRICT', nullable: false })
  @JoinColumn({ name: 'agency_id' })
  agency: Relation<Agency>;

  @PrimaryColumn('uuid', { name: 'partnership_id' })
  partnershipId: string;

  @ManyToOne(() => Partnership, { onDelete: 'RESTRICT', nullable: false })
  @JoinColumn({ name: 'partnership_id' })
  partnership: Relation<Partnership>;

  /** E-mail address of the executive who is told of what is long overdue; older entries may be no address. */
  @Column('text', { nullable: true })
  executive: string | null;

  /** The agencies that it stands for, where it is a group (“all partners”); null where it is none. */
  @Column('uuid', { array: true, nullable: true })
  members: string[] | null;

  /** The first day on which it was no more; null while it is. */
  @Column('date', { name: 'ended_on', nullable: true })
  endedOn: string | null;

  @Column('text', { nullable: true })
  succession: Succession | null;

  /** What it became: several where it was split. */
  @Column('uuid', { array: true, default: () => `'{}'` })
  successors: string[];
}

/** What a partnership has decided about following. */
@Entity('tracking_setting')
@Check('tracking_setting_days', `"response_days" between 1 and 730`)
@Check(
  'tracking_setting_overdue',
  `"executive_after_days" between 1 and 365 and "board_after_days" between 1 and 365`,
)
export class TrackingSetting {
  @PrimaryColumn('uuid', { name: 'partnership_id' })
  partnershipId: string;

  @ManyToOne(() => Partnership, { onDelete: 'RESTRICT', nullable: false })
  @JoinColumn({ name: 'partnership_id' })
  partnership: Relation<Partnership>;

  /** Days in which addressees are asked to respond. */
  @Column('smallint', { name: 'response_days' })
  responseDays: number;

  /** Whether what is done is blue; else it is green. */
  @Column('boolean', { name: 'has_blue' })
  hasBlue: boolean;

  /** Whether people are reminded by e-mail. */
  @Column('boolean', { name: 'has_reminders', default: true })
  hasReminders: boolean;

  /** So many days overdue, an action is told to the executive of its agency. */
  @Column('smallint', { name: 'executive_after_days', default: 30 })
  executiveAfterDays: number;

  /** So many days overdue, the board is asked what is to become of it. */
  @Column('smallint', { name: 'board_after_days', default: 60 })
  boardAfterDays: number;
}

/** That a request was answered, so that it is not done again when it comes again. No words of either are kept. */
@Entity('answered_request')
export class AnsweredRequest {
  @PrimaryColumn('text')
  holder: string;

  @PrimaryColumn('text')
  key: string;

  /** SHA-256 of method, address and body. */
  @Column('bytea', { name: 'request_hash' })
  requestHash: Buffer;

  @Column('smallint')
  status: number;

  /** What it made or changed. */
  @Column('uuid')
  subject: string;

  @Column('bigint', { nullable: true })
  entry: string | null;

  @Column('timestamptz', { name: 'answered_at', default: () => 'now()' })
  answeredAt: Date;
}
