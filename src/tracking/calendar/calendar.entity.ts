import {
  Check,
  Column,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryGeneratedColumn,
  type Relation,
} from 'typeorm';
import { Partnership } from '../../partnerships/partnership.entity.js';
import { Agency } from '../../recommendations/agency.entity.js';
import { TrackedOwner } from '../tracking.entity.js';

/** An address at which a calendar program reads when actions are due. One that is revoked is deleted; the log says that it was. */
@Entity('tracking_calendar')
@Index('tracking_calendar_of', ['partnershipId'])
@Check('tracking_calendar_holder', `("owner_id" is null) <> ("agency_id" is null)`)
export class TrackingCalendar {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  /** SHA-256 of the token in its address, which is kept nowhere. */
  @Column('bytea', { name: 'token_hash', unique: true })
  tokenHash: Buffer;

  @Column('uuid', { name: 'partnership_id' })
  partnershipId: string;

  @ManyToOne(() => Partnership, { onDelete: 'RESTRICT', nullable: false })
  @JoinColumn({ name: 'partnership_id' })
  partnership: Relation<Partnership>;

  /** Whose actions it shows; null where it shows those of an agency. */
  @Column('uuid', { name: 'owner_id', nullable: true })
  ownerId: string | null;

  @ManyToOne(() => TrackedOwner, { onDelete: 'CASCADE', nullable: true })
  @JoinColumn({ name: 'owner_id' })
  owner: Relation<TrackedOwner> | null;

  @Column('uuid', { name: 'agency_id', nullable: true })
  agencyId: string | null;

  @ManyToOne(() => Agency, { onDelete: 'CASCADE', nullable: true })
  @JoinColumn({ name: 'agency_id' })
  agency: Relation<Agency> | null;

  @Column('timestamptz', { name: 'made_at', default: () => 'library_now()' })
  madeAt: Date;
}
