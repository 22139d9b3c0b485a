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
import { oneOf } from '../../publishing/publication.js';
import { codesOf } from '../../platform/text/closed-list.js';
import { MOST_PEOPLE, USE_KINDS, type UseKind } from './reach.js';

/** That a team has discussed something of the library. What it changed is said with the entry, where it can be redacted. */
@Entity('team_use')
@Check('team_use_kind', oneOf('kind', codesOf(USE_KINDS)))
@Check('team_use_people', `"people" between 1 and ${MOST_PEOPLE}`)
@Index('team_use_entry', ['partnershipId', 'entry'], { unique: true })
export class TeamUse {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column('uuid', { name: 'partnership_id' })
  partnershipId: string;

  @ManyToOne(() => Partnership, { onDelete: 'RESTRICT', nullable: false })
  @JoinColumn({ name: 'partnership_id' })
  partnership: Relation<Partnership>;

  /** Number of the entry that recorded it. */
  @Column('bigint')
  entry: string;

  @Column('text')
  kind: UseKind;

  /** Id of the review, theme or briefing: it may be gone by now. */
  @Column('uuid', { name: 'record_id' })
  recordId: string;

  /** The day of the discussion. */
  @Column('date', { name: 'used_on' })
  usedOn: string;

  @Column('int')
  people: number;

  @Column('uuid', { name: 'agency_id' })
  agencyId: string;

  /** Number of the entry that took it back; null while nobody has. */
  @Column('bigint', { name: 'withdrawn_entry', nullable: true })
  withdrawnEntry: string | null;
}
