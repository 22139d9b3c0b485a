import {
  Column,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
  PrimaryGeneratedColumn,
  type Relation,
} from 'typeorm';
import { Partnership } from '../../partnerships/partnership.entity.js';
import { TrackedOwner } from '../tracking.entity.js';

/** One asking of many people for what became of their actions. Its name stands with the entry that opened it. */
@Entity('update_round')
@Index('update_round_entry', ['partnershipId', 'entry'], { unique: true })
export class UpdateRound {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column('uuid', { name: 'partnership_id' })
  partnershipId: string;

  @ManyToOne(() => Partnership, { onDelete: 'RESTRICT', nullable: false })
  @JoinColumn({ name: 'partnership_id' })
  partnership: Relation<Partnership>;

  /** Number of the entry that opened it. */
  @Column('bigint')
  entry: string;

  /** The day by which answers are asked for. */
  @Column('date', { name: 'answer_by' })
  answerBy: string;

  /** Ids of the actions that are asked about. */
  @Column('uuid', { array: true })
  actions: string[];

  @Column('timestamptz', { name: 'opened_at', default: () => 'library_now()' })
  openedAt: Date;

  /** Number of the entry that closed it; null while it runs. */
  @Column('bigint', { name: 'closed_entry', nullable: true })
  closedEntry: string | null;
}

/** Somebody who was asked in a round. */
@Entity('update_round_person')
export class UpdateRoundPerson {
  @PrimaryColumn('uuid', { name: 'round_id' })
  roundId: string;

  @ManyToOne(() => UpdateRound, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'round_id' })
  round: Relation<UpdateRound>;

  @PrimaryColumn('uuid', { name: 'owner_id' })
  ownerId: string;

  @ManyToOne(() => TrackedOwner, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'owner_id' })
  owner: Relation<TrackedOwner>;

  /** Number of the entry with which they were asked: what is recorded after it is an answer. */
  @Column('bigint', { name: 'asked_entry' })
  askedEntry: string;

  /** Number of the entry with which they answered by their link; null while they have not. */
  @Column('bigint', { name: 'answered_entry', nullable: true })
  answeredEntry: string | null;

  /** The e-mails to them, the last one last. */
  @Column('uuid', { array: true })
  messages: string[];

  /** The day in London on which they were last reminded. */
  @Column('date', { name: 'chased_on', nullable: true })
  chasedOn: string | null;
}

/** A link that was sent to somebody who is asked in a round: each e-mail has its own, and any of them answers. */
@Entity('update_round_link')
@Index('update_round_link_of', ['roundId', 'ownerId'])
export class UpdateRoundLink {
  /** SHA-256 of the token in its address, which is kept nowhere. */
  @PrimaryColumn('bytea', { name: 'token_hash' })
  tokenHash: Buffer;

  @Column('uuid', { name: 'round_id' })
  roundId: string;

  @Column('uuid', { name: 'owner_id' })
  ownerId: string;

  /** Whom it was sent to in the place of the owner; null for the owner. */
  @Index('update_round_link_to')
  @Column('uuid', { name: 'deputy_id', nullable: true })
  deputyId: string | null;

  /** Whether that deputy has left: it leads nowhere, while the owner's own go on. */
  @Column('boolean', { name: 'is_ended', default: false })
  isEnded: boolean;

  @ManyToOne(() => UpdateRoundPerson, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn([
    { name: 'round_id', referencedColumnName: 'roundId' },
    { name: 'owner_id', referencedColumnName: 'ownerId' },
  ])
  person: Relation<UpdateRoundPerson>;
}
