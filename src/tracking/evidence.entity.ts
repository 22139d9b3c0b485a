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
import { oneOf } from '../publishing/publication.js';
import { EVIDENCE_CLASSES, type EvidenceClass } from './tracking.js';
import { TrackedItem } from './tracking.entity.js';

/**
 * A file that shows what was done. Its bytes are in the data folder, under its id; its name, which may name somebody, is among
 * the words of its entry.
 */
@Entity('tracked_file')
@Check('tracked_file_class', oneOf('keep_class', EVIDENCE_CLASSES))
export class TrackedFile {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Index('tracked_file_item')
  @Column('uuid', { name: 'item_id' })
  itemId: string;

  @ManyToOne(() => TrackedItem, { onDelete: 'RESTRICT', nullable: false })
  @JoinColumn({ name: 'item_id' })
  item: Relation<TrackedItem>;

  /** Null where it is about the item. */
  @Column('uuid', { name: 'action_id', nullable: true })
  actionId: string | null;

  /** The agency that may see it beside the audit lead. */
  @Column('uuid', { name: 'agency_id', nullable: true })
  agencyId: string | null;

  @Column('text', { name: 'media_type' })
  mediaType: string;

  @Column('integer')
  size: number;

  @Column('bytea')
  sha256: Buffer;

  /** How carefully it is to be kept: `official`, `official-sensitive`. */
  @Column('text', { name: 'keep_class' })
  keepClass: EvidenceClass;

  @Column('date', { name: 'keep_until', nullable: true })
  keepUntil: string | null;

  @Column('timestamptz', { name: 'came_at' })
  cameAt: Date;

  /** When it was deleted, because of its date or because it was redacted. */
  @Column('timestamptz', { name: 'gone_at', nullable: true })
  goneAt: Date | null;
}
