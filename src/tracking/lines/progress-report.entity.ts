import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A partnership's report on how far the recommendations of a review are. Its words stand with its entries in the log. */
@Entity('progress_report')
@Index('progress_report_once', ['partnershipId', 'reviewId'], { unique: true })
@Index('progress_report_review', ['reviewId'])
export class ProgressReport {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'partnership_id' })
  partnershipId: string;

  @Column('uuid', { name: 'review_id' })
  reviewId: string;

  /** Number of the entry with its words as they were written last; null where it was withdrawn. */
  @Column('bigint', { name: 'words_entry', nullable: true })
  wordsEntry: string | null;

  /** Number of the entry with the words that are public; null where none are. */
  @Column('bigint', { name: 'released_entry', nullable: true })
  releasedEntry: string | null;

  @Column('date', { name: 'released_on', nullable: true })
  releasedOn: string | null;

  /** Number of the last entry about it. */
  @Column('bigint')
  version: string;
}
