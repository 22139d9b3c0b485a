import { Check, Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { oneOf } from './publication.js';
import {
  WITHDRAWABLE_KINDS,
  WITHDRAWAL_REASONS,
  type WithdrawableKind,
  type WithdrawalReason,
} from './withdrawal-reasons.js';

/** That something was withdrawn: what its old addresses answer, and what is left of it when it is restored. */
@Entity('tombstone')
@Check('tombstone_kind', oneOf('kind', WITHDRAWABLE_KINDS))
@Check('tombstone_reason', oneOf('reason', WITHDRAWAL_REASONS))
// What could identify someone is not kept where it could be shown by mistake.
@Check('tombstone_nameless', `"reason" <> 'identifies-someone' or "label" is null`)
// One that stands at a time, for each address; and how addresses are looked up. Both by hand in the migration.
@Index('tombstone_standing', { synchronize: false })
@Index('tombstone_addresses', { synchronize: false })
export class Tombstone {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column('text')
  kind: WithdrawableKind;

  @Column('uuid', { name: 'record_id' })
  recordId: string;

  /** Of the record itself, as a path. */
  @Column('text')
  address: string;

  /** Every address that the public could open until then: its own, and of what hangs on it. */
  @Column('text', { array: true })
  addresses: string[];

  @Column('text', { nullable: true })
  label: string | null;

  @Column('text', { nullable: true })
  publisher: string | null;

  @Column('text')
  reason: WithdrawalReason;

  @Column('timestamptz', { name: 'withdrawn_at', default: () => 'now()' })
  withdrawnAt: Date;

  /** Null while it stands. */
  @Column('timestamptz', { name: 'restored_at', nullable: true })
  restoredAt: Date | null;
}
