import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** A word that must not be said of a review: a name, a place. It is shown to nobody but those who keep the list. */
@Entity('protected_term')
@Index('protected_term_once', ['partnershipId', 'reviewId', 'term'], { unique: true })
@Index('protected_term_review', ['reviewId'])
export class ProtectedTerm {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  /** Whose list it is in. */
  @Column('uuid', { name: 'partnership_id' })
  partnershipId: string;

  @Column('uuid', { name: 'review_id' })
  reviewId: string;

  @Column('text')
  term: string;
}
