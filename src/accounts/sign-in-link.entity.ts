import {
  Check,
  Column,
  CreateDateColumn,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryGeneratedColumn,
  type Relation,
} from 'typeorm';
import { oneOf } from '../publishing/publication.js';
import { AccountEntity } from './account.entity.js';
import { LINK_PURPOSES, type LinkPurpose } from './link.js';

/** A link that does one thing, once. */
@Entity('sign_in_link')
@Check('sign_in_link_purpose', oneOf('purpose', LINK_PURPOSES))
@Check('sign_in_link_account', `("purpose" = 'first-administrator') = ("account_id" is null)`)
export class SignInLink {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  /** SHA-256 of the token in its address, which is kept nowhere. */
  @Column('bytea', { name: 'token_hash', unique: true })
  tokenHash: Buffer;

  @Column('text')
  purpose: LinkPurpose;

  /** For whom; null for the first administrator, who has no account yet. */
  @Index('sign_in_link_for')
  @Column('uuid', { name: 'account_id', nullable: true })
  accountId: string | null;

  @ManyToOne(() => AccountEntity, { onDelete: 'CASCADE', nullable: true })
  @JoinColumn({ name: 'account_id' })
  account: Relation<AccountEntity> | null;

  @CreateDateColumn({ type: 'timestamptz', name: 'made_at' })
  madeAt: Date;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;

  @Column('timestamptz', { name: 'used_at', nullable: true })
  usedAt: Date | null;
}
