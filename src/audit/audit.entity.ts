import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One thing that was done. Number, time and hashes are the database's (see the trigger in the migration). */
@Entity('audit_entry')
@Index('audit_entry_subject', ['chain', 'subjectId', 'number'])
@Check('audit_entry_actor', `"actor_kind" in ('person', 'key', 'system')`)
@Check('audit_entry_action', `"action" ~ '^[a-z-]+([.][a-z-]+)+$'`)
@Check('audit_entry_effective_on', `"effective_on" ~ '^[0-9]{4}(-Q[1-4]|-[0-9]{2}(-[0-9]{2})?)?$'`)
export class AuditEntry {
  /** A partnership's id, or the platform's. */
  @PrimaryColumn('uuid')
  chain: string;

  /** From 1, without a gap. */
  @PrimaryColumn('bigint')
  number: string;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt: Date;

  @Column('text', { name: 'actor_kind' })
  actorKind: string;

  @Column('text', { name: 'actor_id', nullable: true })
  actorId: string | null;

  @Column('text', { name: 'actor_role', nullable: true })
  actorRole: string | null;

  @Column('text')
  action: string;

  @Column('text', { name: 'subject_kind' })
  subjectKind: string;

  @Column('text', { name: 'subject_id' })
  subjectId: string;

  @Column('jsonb', { nullable: true })
  from: unknown;

  @Column('jsonb', { nullable: true })
  to: unknown;

  @Column('text', { name: 'effective_on', nullable: true })
  effectiveOn: string | null;

  @Column('text', { name: 'correlation_id', nullable: true })
  correlationId: string | null;

  /** By field: the salted hash of what stands, or stood, in `audit_words`. */
  @Column('jsonb')
  words: Record<string, string>;

  @Column('bytea')
  previous: Buffer;

  @Column('bytea')
  hash: Buffer;
}

/** Words that may name somebody. They can be deleted, and the chain of entries stays whole. */
@Entity('audit_words')
export class AuditWords {
  @PrimaryColumn('uuid')
  chain: string;

  @PrimaryColumn('bigint')
  number: string;

  @PrimaryColumn('text')
  field: string;

  /** Goes with the words: without it nobody can try out what they might have been. */
  @Column('bytea')
  salt: Buffer;

  /** As JSON. */
  @Column('text')
  content: string;
}

/** Where a chain ends. */
@Entity('audit_head')
export class AuditHead {
  @PrimaryColumn('uuid')
  chain: string;

  @Column('bigint')
  number: string;

  @Column('bytea')
  hash: Buffer;
}

/** That a chain ended there, by a key that the database does not know. */
@Entity('audit_seal')
export class AuditSeal {
  @PrimaryColumn('uuid')
  chain: string;

  @Column('bigint')
  number: string;

  @Column('bytea')
  seal: Buffer;
}
