import {
  Check,
  Column,
  Entity,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
  PrimaryGeneratedColumn,
  type Relation,
} from 'typeorm';
import { Partnership } from '../../partnerships/partnership.entity.js';
import { oneOf } from '../../publishing/publication.js';
import type { PlanMapping } from '../sheets/preview.js';
import { IMPORT_STATES, type ImportState } from './import-state.js';
import type { GivenAnswer } from './answers.js';
import type { ConflictAnswer } from './read-import.js';

/** A spreadsheet that is brought in. Its bytes are kept until it is applied, and no longer: they hold words. */
@Entity('tracked_import')
@Check('tracked_import_state', oneOf('state', IMPORT_STATES))
export class TrackedImport {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column('uuid', { name: 'partnership_id' })
  partnershipId: string;

  @ManyToOne(() => Partnership, { onDelete: 'RESTRICT', nullable: false })
  @JoinColumn({ name: 'partnership_id' })
  partnership: Relation<Partnership>;

  /** For agency leads: the one agency of which they may bring something in. */
  @Column('uuid', { name: 'agency_id', nullable: true })
  agencyId: string | null;

  @Column('text')
  state: ImportState;

  @Column('text', { name: 'file_name', nullable: true })
  fileName: string | null;

  /** Null once it is applied or given up. */
  @Column('bytea', { nullable: true })
  file: Buffer | null;

  /** Which review the plan is of, as whoever sent it said. */
  @Column('text', { nullable: true })
  review: string | null;

  @Column('date', { name: 'as_of', nullable: true })
  asOf: string | null;

  @Column('jsonb', { default: () => `'{}'` })
  mapping: PlanMapping;

  @Column('jsonb')
  answers: { questions: GivenAnswer[]; conflicts: ConflictAnswer[] };

  /** Numbers of the entries that it made. */
  @Column('bigint', { array: true, default: () => `'{}'` })
  entries: string[];

  @Column('timestamptz', { name: 'made_at', default: () => 'now()' })
  madeAt: Date;
}

/** What a partnership has said of columns and words of one layout: it is proposed for the next file that looks the same. */
@Entity('sheet_layout')
export class SheetLayout {
  @PrimaryColumn('uuid', { name: 'partnership_id' })
  partnershipId: string;

  @ManyToOne(() => Partnership, { onDelete: 'RESTRICT', nullable: false })
  @JoinColumn({ name: 'partnership_id' })
  partnership: Relation<Partnership>;

  /** SHA-256 of the headings. */
  @PrimaryColumn('bytea')
  layout: Buffer;

  @Column('jsonb')
  mapping: PlanMapping;
}
