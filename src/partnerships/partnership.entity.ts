import {
  Check,
  Column,
  Entity,
  JoinColumn,
  ManyToOne,
  OneToMany,
  PrimaryGeneratedColumn,
  type Relation,
} from 'typeorm';
import { oneOf } from '../publishing/publication.js';
import type { Source } from '../publishing/source.js';
import { CONTACT_ABOUT, CONTACT_AUDIENCES, type ContactAbout, type ContactAudience } from './partnership.js';

/** Who publishes: a safeguarding partnership or board, a national body, a charity. */
@Entity('partnership')
export class Partnership {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column('text', { unique: true })
  slug: string;

  @Column('text', { unique: true })
  name: string;

  @Column('text', { nullable: true })
  type: string | null;

  @Column('text', { nullable: true })
  website: string | null;

  @Column('jsonb', { default: () => `'[]'` })
  sources: Source[];

  /** Fingerprint of the bundle record it was last imported from and of how that was written; null where it was not. */
  @Column('text', { name: 'imported_hash', nullable: true })
  importedHash: string | null;

  /** When it was withdrawn from public view; null where it was not. Only publishing writes this. */
  @Column('timestamptz', { name: 'withdrawn_at', nullable: true })
  withdrawnAt: Date | null;

  /** When a person last changed it; null where all of it is as imported. */
  @Column('timestamptz', { name: 'edited_at', nullable: true })
  editedAt: Date | null;

  @OneToMany(() => ContactLine, (line) => line.partnership)
  contacts: Relation<ContactLine>[];
}

/** One telephone line of a partnership's contact panel. Data, not code: the numbers change. */
@Entity('contact_line')
@Check('contact_line_about', oneOf('about', CONTACT_ABOUT))
@Check('contact_line_audience', oneOf('audience', CONTACT_AUDIENCES))
export class ContactLine {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column('uuid', { name: 'partnership_id' })
  partnershipId: string;

  @ManyToOne(() => Partnership, (partnership) => partnership.contacts, {
    onDelete: 'CASCADE',
    nullable: false,
  })
  @JoinColumn({ name: 'partnership_id' })
  partnership: Relation<Partnership>;

  @Column('smallint')
  position: number;

  @Column('text')
  about: ContactAbout;

  @Column('text')
  audience: ContactAudience;

  @Column('text', { nullable: true })
  team: string | null;

  @Column('text')
  phone: string;
}
