import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { Partnership } from '../partnerships/partnership.entity.js';
import type { Source } from '../publishing/source.js';

/** Who acts on a recommendation: police, a council, a health body, a school, a charity, government. */
@Entity('agency')
// Partnership and name, by hand in the migration (NULLS NOT DISTINCT): “Police” of two partnerships are two.
@Index('agency_identity', { synchronize: false })
export class Agency {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column('text', { unique: true })
  slug: string;

  @Column('text')
  name: string;

  @Column('text', { name: 'other_names', array: true, default: () => `'{}'` })
  otherNames: string[];

  @Column('uuid', { name: 'partnership_id', nullable: true })
  partnershipId: string | null;

  /** Whose agency it is; null for a national body, which all partnerships share. */
  @ManyToOne(() => Partnership, { onDelete: 'RESTRICT', nullable: true })
  @JoinColumn({ name: 'partnership_id' })
  partnership: Relation<Partnership> | null;

  @Column('jsonb', { default: () => `'[]'` })
  sources: Source[];

  @Column('text', { name: 'imported_hash', nullable: true })
  importedHash: string | null;

  /** When a person last changed it; null where all of it is as imported. */
  @Column('timestamptz', { name: 'edited_at', nullable: true })
  editedAt: Date | null;
}
