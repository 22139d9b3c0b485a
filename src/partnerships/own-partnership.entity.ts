import { Check, Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Partnership } from './partnership.entity.js';

/** Which partnership runs this library, as somebody said on its pages: one row, or none. */
@Entity('own_partnership')
@Check('own_partnership_once', `"once"`)
export class OwnPartnershipEntity {
  @PrimaryColumn('boolean', { default: true })
  once: boolean;

  @Column('uuid', { name: 'partnership_id' })
  partnershipId: string;

  @ManyToOne(() => Partnership, { onDelete: 'RESTRICT', nullable: false })
  @JoinColumn({ name: 'partnership_id' })
  partnership: Relation<Partnership>;
}
