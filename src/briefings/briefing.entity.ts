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
import { Review } from '../reviews/review.entity.js';
import { Theme } from '../themes/theme.entity.js';

export interface BriefingSection {
  heading?: string;
  body: string;
}

/** A short paper to share. Where its content is not known it is a title and a link, no more. */
@Entity('briefing')
// Publisher and title, by hand in the migration (NULLS NOT DISTINCT).
@Index('briefing_identity', { synchronize: false })
// Of the scheduled ones alone.
@Index('briefing_embargo', { synchronize: false })
@Check('briefing_state', oneOf('state', PUBLICATION_STATES))
@Check('briefing_published', datedTogether('published'))
@Check('briefing_relayed', datedTogether('relayed'))
@Check('briefing_published_precision', oneOf('published_precision', DATE_PRECISIONS))
@Check('briefing_relayed_precision', oneOf('relayed_precision', DATE_PRECISIONS))
export class Briefing {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column('text', { unique: true })
  slug: string;

  @Column('uuid', { name: 'publisher_id', nullable: true })
  publisherId: string | null;

  @ManyToOne(() => Partnership, { onDelete: 'RESTRICT', nullable: true })
  @JoinColumn({ name: 'publisher_id' })
  publisher: Relation<Partnership> | null;

  @Column('text')
  title: string;

  /** `seven-minute`, `one-page-learning`, `thematic`, `safety-message`, …: an open list. */
  @Column('text', { nullable: true })
  type: string | null;

  @Column('date', { name: 'published_on', nullable: true })
  publishedOn: string | null;

  @Column('text', { name: 'published_precision', nullable: true })
  publishedPrecision: DatePrecision | null;

  @Column('date', { name: 'relayed_on', nullable: true })
  relayedOn: string | null;

  @Column('text', { name: 'relayed_precision', nullable: true })
  relayedPrecision: DatePrecision | null;

  @Column('jsonb', { default: () => `'[]'` })
  sections: BriefingSection[];

  @Column('text', { nullable: true })
  url: string | null;

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
    name: 'briefing_theme',
    joinColumn: { name: 'briefing_id' },
    inverseJoinColumn: { name: 'theme_id' },
  })
  themes: Relation<Theme>[];

  @ManyToMany(() => Review)
  @JoinTable({
    name: 'briefing_review',
    joinColumn: { name: 'briefing_id' },
    inverseJoinColumn: { name: 'review_id' },
  })
  reviews: Relation<Review>[];
}
