import {
  Check,
  Column,
  Entity,
  Index,
  JoinColumn,
  JoinTable,
  ManyToMany,
  ManyToOne,
  PrimaryColumn,
  PrimaryGeneratedColumn,
  type Relation,
} from 'typeorm';
import { oneOf } from '../publishing/publication.js';
import { Review } from '../reviews/review.entity.js';
import { Theme } from '../themes/theme.entity.js';
import { Agency } from './agency.entity.js';
import { RECOMMENDATION_SCOPES, type RecommendationScope } from './recommendation.js';

/** What a review asks of named agencies. */
@Entity('recommendation')
@Index(['reviewId', 'position'])
// Whether another of the review has the same number.
@Index('recommendation_address', { synchronize: false })
@Check('recommendation_scope', oneOf('scope', RECOMMENDATION_SCOPES))
export class Recommendation {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column('uuid', { name: 'review_id' })
  reviewId: string;

  @ManyToOne(() => Review, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'review_id' })
  review: Relation<Review>;

  @Column('smallint')
  position: number;

  /** As the review numbers it: "1", "4b". */
  @Column('text', { nullable: true })
  number: string | null;

  @Column('text')
  text: string;

  @Column('text', { nullable: true })
  scope: RecommendationScope | null;

  /** When an import no longer found it in its source; it is shown no more. */
  @Column('timestamptz', { name: 'left_source_at', nullable: true })
  leftSourceAt: Date | null;

  /** When it was withdrawn from public view; null where it was not. Only publishing writes this. */
  @Column('timestamptz', { name: 'withdrawn_at', nullable: true })
  withdrawnAt: Date | null;

  /** Since when it has said and been called what it says; before that, see `RecommendationVersion`. */
  @Column('timestamptz', { name: 'worded_at', default: () => 'now()' })
  wordedAt: Date;

  /** When a person last changed it; null where all of it is as imported. */
  @Column('timestamptz', { name: 'edited_at', nullable: true })
  editedAt: Date | null;

  @ManyToMany(() => Theme)
  @JoinTable({
    name: 'recommendation_theme',
    joinColumn: { name: 'recommendation_id' },
    inverseJoinColumn: { name: 'theme_id' },
  })
  themes: Relation<Theme>[];

  @ManyToMany(() => Agency)
  @JoinTable({
    name: 'recommendation_addressee',
    joinColumn: { name: 'recommendation_id' },
    inverseJoinColumn: { name: 'agency_id' },
  })
  addressees: Relation<Agency>[];
}

/** What a recommendation said before it was reworded or renumbered: from `since` on, until the next one or until now. */
@Entity('recommendation_version')
export class RecommendationVersion {
  @PrimaryColumn('uuid', { name: 'recommendation_id' })
  recommendationId: string;

  @ManyToOne(() => Recommendation, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'recommendation_id' })
  recommendation: Relation<Recommendation>;

  @PrimaryColumn('timestamptz')
  since: Date;

  @Column('text', { nullable: true })
  number: string | null;

  @Column('text')
  text: string;
}
