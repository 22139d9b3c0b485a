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
import { Partnership } from '../../partnerships/partnership.entity.js';
import { AGENCY_KEY_ROLES, KEY_ROLES } from '../../platform/http/access/key-roles.js';
import type { Role } from '../../platform/http/access/roles.js';
import { SCOPES, type Scope } from '../../platform/http/access/scopes.js';
import { oneOf } from '../../publishing/publication.js';
import { AccountEntity } from '../account.entity.js';

/** What a program shows to be let in. */
@Entity('api_key')
@Check(
  'api_key_scopes',
  `cardinality("scopes") > 0 and "scopes" <@ array[${SCOPES.map((one) => `'${one}'`).join(', ')}]`,
)
@Check('api_key_agency', `"agency_id" is null or "partnership_id" is not null`)
@Check('api_key_role', oneOf('role', KEY_ROLES))
@Check('api_key_acts', `"role" is null or "partnership_id" is not null`)
@Check('api_key_lead', `"role" is distinct from 'agency-lead' or "agency_id" is not null`)
@Check('api_key_for_agency', `"agency_id" is null or coalesce(${oneOf('role', AGENCY_KEY_ROLES)}, false)`)
@Check('api_key_year', `"expires_at" <= "made_at" + interval '366 days'`)
export class ApiKey {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  /** What it is for, in the words of whoever made it. */
  @Column('text')
  name: string;

  /** SHA-256 of the key, which is kept nowhere. */
  @Column('bytea', { name: 'key_hash', unique: true })
  keyHash: Buffer;

  @Column('text', { array: true })
  scopes: Scope[];

  /** In which it acts; null where it only reads what everybody may. */
  @Column('text', { nullable: true })
  role: Role | null;

  /** Whose it is; null for the public library alone. */
  @Index('api_key_of_partnership')
  @Column('uuid', { name: 'partnership_id', nullable: true })
  partnershipId: string | null;

  @ManyToOne(() => Partnership, { onDelete: 'RESTRICT', nullable: true })
  @JoinColumn({ name: 'partnership_id' })
  partnership: Relation<Partnership> | null;

  /** Narrower: one agency of it. */
  @Column('uuid', { name: 'agency_id', nullable: true })
  agencyId: string | null;

  // By name: agencies belong to a room that comes after this one.
  @ManyToOne('Agency', { onDelete: 'RESTRICT', nullable: true })
  @JoinColumn({ name: 'agency_id' })
  agency: unknown;

  @CreateDateColumn({ type: 'timestamptz', name: 'made_at' })
  madeAt: Date;

  /** Null for the command line. */
  @Column('uuid', { name: 'made_by', nullable: true })
  madeBy: string | null;

  @ManyToOne(() => AccountEntity, { onDelete: 'SET NULL', nullable: true })
  @JoinColumn({ name: 'made_by' })
  maker: Relation<AccountEntity> | null;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;

  /** To the minute. */
  @Column('timestamptz', { name: 'used_at', nullable: true })
  usedAt: Date | null;

  @Column('timestamptz', { name: 'revoked_at', nullable: true })
  revokedAt: Date | null;
}
