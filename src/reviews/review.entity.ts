import {
  Check,
  Column,
  CreateDateColumn,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  OneToMany,
  PrimaryColumn,
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
import { Plain, withCodes } from '../platform/text/coded-fields.js';
import { LEARNING_KINDS, REVIEW_CODES, type LearningKind, type ReviewCodes } from './review.js';

/** A column for each coded field, and a check that it holds one of its codes. */
const Coded = withCodes<ReviewCodes, typeof Plain>(REVIEW_CODES, Plain, (name, codes) => (prototype) => {
  Column('text', { nullable: true })(prototype, name);
  Check(`review_${name}`, oneOf(name, codes))(prototype.constructor);
});

/** One published practice review. Known by publisher, label and `identityYear`, for labels such as "Child J" repeat. */
@Entity('review')
// Written by hand in the migration: two reviews without a year collide as well (NULLS NOT DISTINCT).
@Index('review_identity', { synchronize: false })
// Of the scheduled ones alone.
@Index('review_embargo', { synchronize: false })
@Check('review_state', oneOf('state', PUBLICATION_STATES))
@Check('review_published', datedTogether('published'))
@Check('review_relayed', datedTogether('relayed'))
@Check('review_published_precision', oneOf('published_precision', DATE_PRECISIONS))
@Check('review_relayed_precision', oneOf('relayed_precision', DATE_PRECISIONS))
export class Review extends Coded {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column('text', { unique: true })
  slug: string;

  @Column('uuid', { name: 'publisher_id' })
  publisherId: string;

  @ManyToOne(() => Partnership, { onDelete: 'RESTRICT', nullable: false })
  @JoinColumn({ name: 'publisher_id' })
  publisher: Relation<Partnership>;

  @Column('text')
  label: string;

  /** Of publication: empty where its date is. What is shown, filtered and charted by year is this one. */
  @Column('smallint', { nullable: true })
  year: number | null;

  /**
   * The year by which the review is known: of publication, or else of the day it was relayed, which is in the same year
   * as a rule. It tells apart two reviews of one label and makes the address, and is never shown as a date.
   */
  @Column('smallint', { name: 'identity_year', nullable: true })
  identityYear: number | null;

  @Column('text')
  title: string;

  @Column('date', { name: 'published_on', nullable: true })
  publishedOn: string | null;

  @Column('text', { name: 'published_precision', nullable: true })
  publishedPrecision: DatePrecision | null;

  /** When a newsletter passed it on: not the day it was published. */
  @Column('date', { name: 'relayed_on', nullable: true })
  relayedOn: string | null;

  @Column('text', { name: 'relayed_precision', nullable: true })
  relayedPrecision: DatePrecision | null;

  /** The publisher's or a catalogue's own identifier. */
  @Column('text', { nullable: true, unique: true })
  reference: string | null;

  @Column('text', { nullable: true })
  summary: string | null;

  @Column('text', { array: true, default: () => `'{}'` })
  keywords: string[];

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

  @OneToMany(() => LearningPointEntity, (point) => point.review)
  learning: Relation<LearningPointEntity>[];

  @OneToMany(() => ReviewDocument, (document) => document.review)
  documents: Relation<ReviewDocument>[];
}

/**
 * How one theme showed up in one review, in plain words: the unit that practitioners search for. Without a statement it
 * teaches nothing: it is a theme that the review names, and counts nowhere as a learning point.
 */
@Entity('learning_point')
@Index(['reviewId', 'position'])
// Also finds what one review says on one theme: its place among those is part of its address.
@Index('learning_point_theme', ['themeId', 'reviewId'])
@Check('learning_point_kind', oneOf('kind', LEARNING_KINDS))
@Check('learning_point_teaches', `("kind" = 'theme-named') = ("statement" is null)`)
export class LearningPointEntity {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column('uuid', { name: 'review_id' })
  reviewId: string;

  @ManyToOne(() => Review, (review) => review.learning, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'review_id' })
  review: Relation<Review>;

  @Column('uuid', { name: 'theme_id' })
  themeId: string;

  @ManyToOne(() => Theme, { onDelete: 'RESTRICT', nullable: false })
  @JoinColumn({ name: 'theme_id' })
  theme: Relation<Theme>;

  @Column('smallint')
  position: number;

  @Column('text')
  kind: LearningKind;

  /** Empty where the source names only the theme. */
  @Column('text', { nullable: true })
  statement: string | null;

  /** The theme in the words of the source, where they are not the theme's preferred label. */
  @Column('text', { nullable: true })
  phrase: string | null;

  /** Of the full report. */
  @Column('smallint', { array: true, default: () => `'{}'` })
  pages: number[];

  /** When an import no longer found it in its source; it is shown no more. */
  @Column('timestamptz', { name: 'left_source_at', nullable: true })
  leftSourceAt: Date | null;

  /** When it was withdrawn from public view; null where it was not. Only publishing writes this. */
  @Column('timestamptz', { name: 'withdrawn_at', nullable: true })
  withdrawnAt: Date | null;

  /** When a person last changed it; null where all of it is as imported. */
  @Column('timestamptz', { name: 'edited_at', nullable: true })
  editedAt: Date | null;
}

/** A report, summary or one-page learning that belongs to a review: a link, for the copyright stays with its publisher. */
@Entity('review_document')
@Index('review_document_position', ['reviewId', 'position'], {
  unique: true,
  where: 'left_source_at is null',
})
export class ReviewDocument {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column('uuid', { name: 'review_id' })
  reviewId: string;

  @ManyToOne(() => Review, (review) => review.documents, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'review_id' })
  review: Relation<Review>;

  @Column('smallint')
  position: number;

  /** `full-report`, `executive-summary`, `progress-report`, `one-page-learning`, …: an open list. */
  @Column('text')
  kind: string;

  @Column('text')
  title: string;

  @Column('text', { nullable: true })
  url: string | null;

  /** When an import no longer found it in its source; it is shown no more. */
  @Column('timestamptz', { name: 'left_source_at', nullable: true })
  leftSourceAt: Date | null;
}

/** The text of one page of a document. Searched, never shown whole. */
@Entity('document_page')
export class DocumentPage {
  @PrimaryColumn('uuid', { name: 'document_id' })
  documentId: string;

  @ManyToOne(() => ReviewDocument, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'document_id' })
  document: Relation<ReviewDocument>;

  @PrimaryColumn('int')
  page: number;

  @Column('text')
  text: string;
}
