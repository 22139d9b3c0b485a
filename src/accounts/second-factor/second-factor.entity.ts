import {
  Column,
  CreateDateColumn,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  OneToOne,
  PrimaryColumn,
  PrimaryGeneratedColumn,
  type Relation,
} from 'typeorm';
import { AccountEntity } from '../account.entity.js';

/** The app on somebody's telephone that makes one-time codes: there from the moment at which its first code was right. */
@Entity('second_factor')
export class SecondFactor {
  @PrimaryColumn('uuid', { name: 'account_id' })
  accountId: string;

  @OneToOne(() => AccountEntity, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'account_id' })
  account: Relation<AccountEntity>;

  /** Sealed: see `sealed.ts`. */
  @Column('bytea')
  secret: Buffer;

  /** The time step of the last code that was taken: none of it or before it is taken again. */
  @Column('bigint', { name: 'last_step' })
  lastStep: string;

  @CreateDateColumn({ type: 'timestamptz', name: 'confirmed_at' })
  confirmedAt: Date;
}

/** One of ten ways in for whoever has lost the telephone. */
@Entity('recovery_code')
export class RecoveryCode {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Index('recovery_code_account')
  @Column('uuid', { name: 'account_id' })
  accountId: string;

  @ManyToOne(() => AccountEntity, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'account_id' })
  account: Relation<AccountEntity>;

  /** With a key of the library: the code is kept nowhere. */
  @Column('bytea', { name: 'code_hash', unique: true })
  codeHash: Buffer;

  @Column('timestamptz', { name: 'used_at', nullable: true })
  usedAt: Date | null;
}
