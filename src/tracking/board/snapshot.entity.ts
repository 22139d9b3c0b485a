import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { Partnership } from '../../partnerships/partnership.entity.js';

/**
 * How everything stood when a snapshot was taken for a meeting: the place in the log up to which entries count. Nothing that is
 * entered later changes it. Its name stands with the entry that took it, where it can be redacted.
 */
@Entity('board_snapshot')
@Index('board_snapshot_entry', ['partnershipId', 'entry'], { unique: true })
export class BoardSnapshot {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column('uuid', { name: 'partnership_id' })
  partnershipId: string;

  @ManyToOne(() => Partnership, { onDelete: 'RESTRICT', nullable: false })
  @JoinColumn({ name: 'partnership_id' })
  partnership: Relation<Partnership>;

  /** Number of the entry that took it: those before it count. */
  @Column('bigint')
  entry: string;

  /** Of that entry, which holds the hash of the one before it, and so of all that count. */
  @Column('bytea')
  hash: Buffer;

  @Column('date', { name: 'meeting_on' })
  meetingOn: string;

  /** The day in London on which it was taken. */
  @Column('date', { name: 'as_of' })
  asOf: string;

  @Column('timestamptz', { name: 'taken_at' })
  takenAt: Date;

  /** Number of the entry that signed it off; null while nobody has. */
  @Column('bigint', { name: 'signed_entry', nullable: true })
  signedEntry: string | null;
}
