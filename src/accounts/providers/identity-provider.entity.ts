import {
  Check,
  Column,
  CreateDateColumn,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryGeneratedColumn,
  Unique,
  type Relation,
} from 'typeorm';
import { Partnership } from '../../partnerships/partnership.entity.js';
import { ROLES, type Role } from '../../platform/http/access/roles.js';
import { oneOf } from '../../publishing/publication.js';
import { AccountEntity } from '../account.entity.js';

/** A sign-in of a council's own, by OpenID Connect. */
@Entity('identity_provider')
@Check('identity_provider_slug', `"slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'`)
export class IdentityProvider {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  /** Stands in the address to which it sends people back: it never changes. */
  @Column('text', { unique: true })
  slug: string;

  /** What people know it by: “Darlington Council”. */
  @Column('text')
  name: string;

  @Column('text')
  issuer: string;

  @Column('text', { name: 'client_id' })
  clientId: string;

  /** Sealed: see `sealed.ts`. */
  @Column('bytea', { name: 'client_secret' })
  clientSecret: Buffer;

  /** Whether it asks everybody for a second step, by the word of an administrator: many do not say so themselves. */
  @Column('boolean', { name: 'asks_second_step', default: false })
  asksSecondStep: boolean;

  /** When it was closed; null while people sign in by it. */
  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt: Date | null;
}

/** Whoever the provider says this of holds a role. */
@Entity('provider_role')
@Check('provider_role_role', oneOf('role', ROLES))
@Check('provider_role_partnership', `("role" = 'platform-administrator') = ("partnership_id" is null)`)
@Check('provider_role_agency', `("role" = 'agency-lead') = ("agency_id" is not null)`)
export class ProviderRole {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Index('provider_role_of')
  @Column('uuid', { name: 'provider_id' })
  providerId: string;

  @ManyToOne(() => IdentityProvider, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'provider_id' })
  provider: Relation<IdentityProvider>;

  /** A value of its claim `roles`. */
  @Column('text')
  claim: string;

  @Column('text')
  role: Role;

  @Column('uuid', { name: 'partnership_id', nullable: true })
  partnershipId: string | null;

  @ManyToOne(() => Partnership, { onDelete: 'RESTRICT', nullable: true })
  @JoinColumn({ name: 'partnership_id' })
  partnership: Relation<Partnership> | null;

  @Column('uuid', { name: 'agency_id', nullable: true })
  agencyId: string | null;

  // By name: agencies belong to a room that comes after this one.
  @ManyToOne('Agency', { onDelete: 'RESTRICT', nullable: true })
  @JoinColumn({ name: 'agency_id' })
  agency: unknown;
}

/** Who an account is to a provider: by issuer and subject, never by an address, which another may have tomorrow. */
@Entity('account_identity')
@Unique('account_identity_once', ['issuer', 'subject'])
export class AccountIdentity {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Index('account_identity_account')
  @Column('uuid', { name: 'account_id' })
  accountId: string;

  @ManyToOne(() => AccountEntity, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'account_id' })
  account: Relation<AccountEntity>;

  @Column('text')
  issuer: string;

  @Column('text')
  subject: string;

  @CreateDateColumn({ type: 'timestamptz', name: 'joined_at' })
  joinedAt: Date;
}
