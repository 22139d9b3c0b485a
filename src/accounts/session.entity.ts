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
import { PROOFS, ROLES, type Proof, type Role } from '../platform/http/access/roles.js';
import { oneOf } from '../publishing/publication.js';
import { AccountEntity } from './account.entity.js';
import { IdentityProvider } from './providers/identity-provider.entity.js';
import { RoleHolding } from './role-holding.entity.js';

/** One signing in, on one device, until it ends. */
@Entity('session')
@Check('session_proof', oneOf('proof', PROOFS))
@Check('session_only_role', oneOf('only_role', ROLES))
export class Session {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  /** SHA-256 of the token in the cookie, which is kept nowhere. */
  @Column('bytea', { name: 'token_hash', unique: true })
  tokenHash: Buffer;

  @Index('session_account')
  @Column('uuid', { name: 'account_id' })
  accountId: string;

  @ManyToOne(() => AccountEntity, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'account_id' })
  account: Relation<AccountEntity>;

  /** The role in which the person acts. */
  @Column('uuid', { name: 'holding_id', nullable: true })
  holdingId: string | null;

  @ManyToOne(() => RoleHolding, { onDelete: 'SET NULL', nullable: true })
  @JoinColumn({ name: 'holding_id' })
  holding: Relation<RoleHolding> | null;

  /** What was shown beyond a password: strong roles are not acted in without. */
  @Column('text', { default: 'none' })
  proof: Proof;

  /** Who vouched for the person; null where they came with a password or a link. */
  @Column('uuid', { name: 'provider_id', nullable: true })
  providerId: string | null;

  @ManyToOne(() => IdentityProvider, { onDelete: 'SET NULL', nullable: true })
  @JoinColumn({ name: 'provider_id' })
  provider: Relation<IdentityProvider> | null;
  /** Of all roles that the person holds, the one in which they may act; null for all. */
  @Column('text', { name: 'only_role', nullable: true })
  onlyRole: Role | null;

  /** Such as “Firefox on Windows”, so that its owner knows it again. */
  @Column('text')
  device: string;

  @CreateDateColumn({ type: 'timestamptz', name: 'begun_at' })
  begunAt: Date;

  /** To the minute. */
  @Column('timestamptz', { name: 'seen_at', default: () => 'now()' })
  seenAt: Date;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt: Date | null;
}
