import {
  Check,
  Column,
  CreateDateColumn,
  Entity,
  Generated,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
  PrimaryGeneratedColumn,
  type Relation,
} from 'typeorm';
import { Partnership } from '../partnerships/partnership.entity.js';
import type { ChangeEvent } from '../publishing/changes/change-log.js';
import type { PublicKind } from '../publishing/changes/public-kinds.js';
import { oneOf } from '../publishing/publication.js';
import { DELIVERY_STATES, SIGNATURES, WEBHOOK_STATES } from './webhook.js';
import type { DeliveryState, Signature, WebhookState } from './webhook.js';

/** Another site that is told what changes for the public. */
@Entity('webhook')
@Check('webhook_state', oneOf('state', WEBHOOK_STATES))
@Check('webhook_signature', oneOf('signature', SIGNATURES))
@Check('webhook_public_key', `("signature" = 'v1a') = ("public_key" is not null)`)
export class Webhook {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  /** What it is for, in the words of whoever set it up. */
  @Column('text')
  name: string;

  /** Whose it is; null for the library's own. */
  @Index('webhook_of_partnership')
  @Column('uuid', { name: 'partnership_id', nullable: true })
  partnershipId: string | null;

  @ManyToOne(() => Partnership, { onDelete: 'RESTRICT', nullable: true })
  @JoinColumn({ name: 'partnership_id' })
  partnership: Relation<Partnership> | null;

  /** Where messages go. */
  @Column('text')
  address: string;

  /** Who is written to when they do not arrive. */
  @Column('text')
  email: string;

  @Column('text')
  signature: Signature;

  /** Its secret or private key, sealed. */
  @Column('bytea', { name: 'sealed_key' })
  sealedKey: Buffer;

  @Column('text', { name: 'public_key', nullable: true })
  publicKey: string | null;

  /** The one before, which signs beside it until then. */
  @Column('bytea', { name: 'old_sealed_key', nullable: true })
  oldSealedKey: Buffer | null;

  @Column('text', { name: 'old_public_key', nullable: true })
  oldPublicKey: string | null;

  @Column('timestamptz', { name: 'old_until', nullable: true })
  oldUntil: Date | null;

  /** Null for all. */
  @Column('text', { array: true, nullable: true })
  kinds: PublicKind[] | null;

  /** With all that is narrower; null for all. Not bound to a theme: what is gone is told, and followed under its successor. */
  @Column('uuid', { name: 'theme_id', nullable: true })
  themeId: string | null;

  @Column('uuid', { name: 'publisher_id', nullable: true })
  publisherId: string | null;

  @Column('text', { default: 'on' })
  state: WebhookState;

  /** Up to where in the log of changes messages were written down; null for the beginning. */
  @Column('text', { nullable: true })
  cursor: string | null;

  /** Its site asked to be left alone until then. */
  @Column('timestamptz', { name: 'rest_until', nullable: true })
  restUntil: Date | null;

  @CreateDateColumn({ type: 'timestamptz', name: 'made_at' })
  madeAt: Date;
}

/** The last message about one record to one site: a later one takes its place, for it says all that there is to say. */
@Entity('webhook_delivery')
@Index('webhook_delivery_waiting', ['webhookId', 'place'], { where: `"state" = 'waiting'` })
@Check('webhook_delivery_state', oneOf('state', DELIVERY_STATES))
export class WebhookDelivery {
  @PrimaryColumn('uuid', { name: 'webhook_id' })
  webhookId: string;

  @ManyToOne(() => Webhook, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'webhook_id' })
  webhook: Relation<Webhook>;

  /** Of the record; `ping` for a trial. */
  @PrimaryColumn('text')
  kind: PublicKind | 'ping';

  @PrimaryColumn('uuid', { name: 'record_id' })
  recordId: string;

  @Column('text')
  event: ChangeEvent | 'ping';

  /** The change that it tells of, by its time: no record has two at one. */
  @Column('timestamptz', { name: 'changed_at' })
  changedAt: Date;

  /** In which order they were written down. */
  @Column('bigint')
  @Generated('increment')
  place: string;

  /** From which the change can be read again; null for the beginning. */
  @Column('text', { nullable: true })
  cursor: string | null;

  @Column('text', { default: 'waiting' })
  state: DeliveryState;

  @Column('int', { default: 0 })
  tries: number;

  @Column('timestamptz', { name: 'next_try_at' })
  nextTryAt: Date;

  @Column('timestamptz', { name: 'tried_at', nullable: true })
  triedAt: Date | null;

  /** What the site answered the last time; null where it did not. */
  @Column('int', { nullable: true })
  status: number | null;

  /** Why there was no answer, or its first 200 characters. */
  @Column('text', { nullable: true })
  answer: string | null;
}
