import { Check, Column, Entity, PrimaryGeneratedColumn, Unique } from 'typeorm';

/** The error of what waited until it says what is past. */
export const WAITED_TOO_LONG = 'TOO_OLD';

/** One e-mail to one person. */
@Entity('outbox_message')
@Unique('outbox_once', ['recipientAddress', 'kind', 'period'])
@Check('outbox_state', `"state" in ('waiting', 'sent', 'refused')`)
export class OutboxMessage {
  /** Also its Message-ID, for ever: sent twice, it is known to be the same. */
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column('text', { name: 'recipient_name' })
  recipientName: string;

  @Column('text', { name: 'recipient_address' })
  recipientAddress: string;

  /** What it is about: `sign-in-link`. */
  @Column('text')
  kind: string;

  /** Of several of one kind to one person, which: a quarter, or the id of a link. */
  @Column('text')
  period: string;

  /** Null as soon as it is sent or refused: links stand in it. */
  @Column('text', { nullable: true })
  subject: string | null;

  @Column('text', { nullable: true })
  text: string | null;

  @Column('text', { nullable: true })
  html: string | null;

  @Column('text', { default: 'waiting' })
  state: 'waiting' | 'sent' | 'refused';

  @Column('int', { default: 0 })
  tries: number;

  /** The class of the last failure, without the server's words, which name the address. */
  @Column('text', { name: 'last_error', nullable: true })
  lastError: string | null;

  @Column('timestamptz', { name: 'written_at', default: () => 'now()' })
  writtenAt: Date;

  @Column('timestamptz', { name: 'sent_at', nullable: true })
  sentAt: Date | null;
}
