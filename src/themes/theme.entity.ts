import {
  Check,
  Column,
  CreateDateColumn,
  Entity,
  Index,
  JoinColumn,
  JoinTable,
  ManyToMany,
  ManyToOne,
  OneToMany,
  PrimaryColumn,
  PrimaryGeneratedColumn,
  UpdateDateColumn,
  type Relation,
} from 'typeorm';
import { DATE_PRECISIONS, type DatePrecision } from '../platform/dates/partial-date.js';
import { datedTogether, oneOf } from '../publishing/publication.js';
import type { Source } from '../publishing/source.js';
import { LABEL_KINDS, THEME_STATUSES, type LabelKind, type ThemeStatus } from './theme.js';

/** A concept of the thesaurus (SKOS), with what a practitioner should look for, ask and do. */
@Entity('theme')
@Check('theme_status', oneOf('status', THEME_STATUSES))
@Check('theme_guidance_reviewed', datedTogether('guidance_reviewed'))
@Check('theme_guidance_reviewed_precision', oneOf('guidance_reviewed_precision', DATE_PRECISIONS))
@Check('theme_guidance_reviewer', `("guidance_reviewed_by" is null) = ("guidance_reviewed_on" is null)`)
export class Theme {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column('text', { unique: true })
  slug: string;

  @Column('text')
  label: string;

  @Column('text', { default: 'accepted' })
  status: ThemeStatus;

  @Column('text', { nullable: true })
  definition: string | null;

  /** What is an emergency, and whom to call: 999, NHS 111. */
  @Column('text', { name: 'emergency', array: true, default: () => `'{}'` })
  emergency: string[];

  @Column('text', { name: 'look_for', array: true, default: () => `'{}'` })
  lookFor: string[];

  /** Questions to say aloud: to the person, a child, a carer or another agency. */
  @Column('text', { name: 'ask', array: true, default: () => `'{}'` })
  ask: string[];

  @Column('text', { name: 'ask_yourself', array: true, default: () => `'{}'` })
  askYourself: string[];

  @Column('text', { name: 'to_do', array: true, default: () => `'{}'` })
  toDo: string[];

  /** The named professional who has reviewed the guidance; empty until one has. */
  @Column('text', { name: 'guidance_reviewed_by', nullable: true })
  guidanceReviewedBy: string | null;

  @Column('date', { name: 'guidance_reviewed_on', nullable: true })
  guidanceReviewedOn: string | null;

  @Column('text', { name: 'guidance_reviewed_precision', nullable: true })
  guidanceReviewedPrecision: DatePrecision | null;

  @Index()
  @Column('uuid', { name: 'broader_id', nullable: true })
  broaderId: string | null;

  @ManyToOne(() => Theme, (theme) => theme.narrower, { onDelete: 'SET NULL', nullable: true })
  @JoinColumn({ name: 'broader_id' })
  broader: Relation<Theme> | null;

  @OneToMany(() => Theme, (theme) => theme.broader)
  narrower: Relation<Theme>[];

  @Column('uuid', { name: 'replaced_by_id', nullable: true })
  replacedById: string | null;

  @ManyToOne(() => Theme, { onDelete: 'SET NULL', nullable: true })
  @JoinColumn({ name: 'replaced_by_id' })
  replacedBy: Relation<Theme> | null;

  /** Kept in both directions: whoever writes one writes its mirror. */
  @ManyToMany(() => Theme)
  @JoinTable({
    name: 'theme_related',
    joinColumn: { name: 'theme_id' },
    inverseJoinColumn: { name: 'related_id' },
  })
  related: Relation<Theme>[];

  @OneToMany(() => ThemeLabel, (label) => label.theme)
  labels: Relation<ThemeLabel>[];

  @Column('jsonb', { default: () => `'[]'` })
  sources: Source[];

  @Column('text', { name: 'imported_hash', nullable: true })
  importedHash: string | null;

  /** When it was withdrawn from public view; null where it was not. Only publishing writes this. */
  @Column('timestamptz', { name: 'withdrawn_at', nullable: true })
  withdrawnAt: Date | null;

  /** When a person last changed it; null where all of it is as imported. */
  @Column('timestamptz', { name: 'edited_at', nullable: true })
  editedAt: Date | null;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;

  @UpdateDateColumn({ name: 'updated_at', type: 'timestamptz' })
  updatedAt: Date;
}

/** One name of a theme. A normalised name belongs to one theme only, so that every name has one meaning. */
@Entity('theme_label')
@Check('theme_label_kind', oneOf('kind', LABEL_KINDS))
export class ThemeLabel {
  /** As `normaliseLabel` makes it. */
  @PrimaryColumn('text')
  normalised: string;

  @Index()
  @Column('uuid', { name: 'theme_id' })
  themeId: string;

  @ManyToOne(() => Theme, (theme) => theme.labels, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'theme_id' })
  theme: Relation<Theme>;

  @Column('text')
  text: string;

  @Column('text')
  kind: LabelKind;

  @Column('smallint', { default: 0 })
  position: number;
}
