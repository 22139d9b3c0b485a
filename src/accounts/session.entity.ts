import {
  Column,
  CreateDateColumn,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryGeneratedColumn,
  type Relation,
} from 'typeorm';
import { AccountEntity } from './account.entity.js';
import { RoleHolding } from './role-holding.entity.js';

/** One signing in, on one device, until it ends. */
@Entity('session')
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
