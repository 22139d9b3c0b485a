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
  PrimaryGeneratedColumn,
  UpdateDateColumn,
  type Relation,
} from 'typeorm';
import { DATE_PRECISIONS, type DatePrecision } from '../platform/dates/partial-date.js';
import {
  datedTogether,
  oneOf,
  PUBLICATION_STATES,
  type PublicationState,
} from '../publishing/publication.js';
import type { Source } from '../publishing/source.js';
import { Partnership } from '../partnerships/partnership.entity.js';
import { Theme } from '../themes/theme.entity.js';

/** Something to use next: guidance, a form, training, a campaign, legislation, research, a helpline. */
@Entity('resource')
// Publisher, title and start, by hand in the migration (NULLS NOT DISTINCT): one course runs on several days.
@Index('resource_identity', { synchronize: false })
// Of the scheduled ones alone.
@Index('resource_embargo', { synchronize: false })
@Check('resource_state', oneOf('state', PUBLICATION_STATES))
@Check('resource_published', datedTogether('published'))
@Check('resource_relayed', datedTogether('relayed'))
@Check('resource_published_precision', oneOf('published_precision', DATE_PRECISIONS))
@Check('resource_relayed_precision', oneOf('relayed_precision', DATE_PRECISIONS))
export class Resource {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column('text', { unique: true })
  slug: string;

  /** `guidance`, `procedure`, `form`, `training`, `event`, `campaign`, `legislation`, `research`, `helpline`, …: an open list. */
  @Column('text', { nullable: true })
  type: string | null;

  @Column('text')
  title: string;

  @Column('uuid', { name: 'publisher_id', nullable: true })
  publisherId: string | null;

  @ManyToOne(() => Partnership, { onDelete: 'RESTRICT', nullable: true })
  @JoinColumn({ name: 'publisher_id' })
  publisher: Relation<Partnership> | null;

  @Column('text', { nullable: true })
  url: string | null;

  /** Local time as announced, `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM`: text, for the sources give no time zone. */
  @Column('text', { name: 'starts_on', nullable: true })
  startsOn: string | null;

  @Column('text', { name: 'ends_on', nullable: true })
  endsOn: string | null;

  @Column('date', { name: 'published_on', nullable: true })
  publishedOn: string | null;

  @Column('text', { name: 'published_precision', nullable: true })
  publishedPrecision: DatePrecision | null;

  @Column('date', { name: 'relayed_on', nullable: true })
  relayedOn: string | null;

  @Column('text', { name: 'relayed_precision', nullable: true })
  relayedPrecision: DatePrecision | null;

  @Column('text', { nullable: true })
  description: string | null;

  @Column('jsonb', { default: () => `'[]'` })
  sources: Source[];

  /** The library wrote it from its sources, in its own words; its publisher has not checked it. */
  @Column('boolean', { default: false })
  summarised: boolean;

  @Column('text', { default: 'published' })
  state: PublicationState;

  /** When what is scheduled may be seen. */
  @Column('timestamptz', { name: 'visible_from', nullable: true })
  visibleFrom: Date | null;

  @Column('text', { name: 'imported_hash', nullable: true })
  importedHash: string | null;

  /** When a person last changed it; null where all of it is as imported. */
  @Column('timestamptz', { name: 'edited_at', nullable: true })
  editedAt: Date | null;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;

  @UpdateDateColumn({ name: 'updated_at', type: 'timestamptz' })
  updatedAt: Date;

  @ManyToMany(() => Theme)
  @JoinTable({
    name: 'resource_theme',
    joinColumn: { name: 'resource_id' },
    inverseJoinColumn: { name: 'theme_id' },
  })
  themes: Relation<Theme>[];
}
