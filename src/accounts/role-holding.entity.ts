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
import { Partnership } from '../partnerships/partnership.entity.js';
import { ROLES, type Role } from '../platform/http/access/roles.js';
import { oneOf } from '../publishing/publication.js';
import { AccountEntity } from './account.entity.js';
import { IdentityProvider } from './providers/identity-provider.entity.js';

/** A role that a person holds in a partnership from a day until a day; both count, as days in the United Kingdom. */
@Entity('role_holding')
@Check('role_holding_role', oneOf('role', ROLES))
@Check('role_holding_partnership', `("role" = 'platform-administrator') = ("partnership_id" is null)`)
@Check('role_holding_agency', `("role" = 'agency-lead') = ("agency_id" is not null)`)
@Check('role_holding_days', `"until_on" >= "from_on"`)
export class RoleHolding {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Index('role_holding_account')
  @Column('uuid', { name: 'account_id' })
  accountId: string;

  @ManyToOne(() => AccountEntity, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'account_id' })
  account: Relation<AccountEntity>;

  @Column('text')
  role: Role;

  /** Null for platform administrators alone. */
  @Index('role_holding_of_partnership')
  @Column('uuid', { name: 'partnership_id', nullable: true })
  partnershipId: string | null;

  @ManyToOne(() => Partnership, { onDelete: 'RESTRICT', nullable: true })
  @JoinColumn({ name: 'partnership_id' })
  partnership: Relation<Partnership> | null;

  /** For agency leads alone: the agency that they lead. */
  @Column('uuid', { name: 'agency_id', nullable: true })
  agencyId: string | null;

  // By name: agencies belong to a room that comes after this one.
  @ManyToOne('Agency', { onDelete: 'RESTRICT', nullable: true })
  @JoinColumn({ name: 'agency_id' })
  agency: unknown;

  @Column('date', { name: 'from_on' })
  fromOn: string;

  @Column('date', { name: 'until_on', nullable: true })
  untilOn: string | null;

  /** When somebody ended it before its day; null where nobody did. */
  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt: Date | null;

  /** By whose word; null for the command line and the first start. */
  @Column('uuid', { name: 'granted_by', nullable: true })
  grantedBy: string | null;

  @ManyToOne(() => AccountEntity, { onDelete: 'SET NULL', nullable: true })
  @JoinColumn({ name: 'granted_by' })
  granter: Relation<AccountEntity> | null;

  /** The provider that says so at each sign-in; null where a person gave it. */
  @Column('uuid', { name: 'provider_id', nullable: true })
  providerId: string | null;

  @ManyToOne(() => IdentityProvider, { onDelete: 'SET NULL', nullable: true })
  @JoinColumn({ name: 'provider_id' })
  provider: Relation<IdentityProvider> | null;

  @CreateDateColumn({ type: 'timestamptz', name: 'granted_at' })
  grantedAt: Date;
}
