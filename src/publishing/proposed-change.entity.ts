import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a bundle says of a field that a person has edited: for an editor to take or leave. The latest word only. */
@Entity('proposed_change')
export class ProposedChange {
  /** The table of the record. */
  @PrimaryColumn('text')
  kind: string;

  @PrimaryColumn('uuid', { name: 'record_id' })
  recordId: string;

  /** As bundles call it. */
  @PrimaryColumn('text')
  field: string;

  /** The field's columns as the bundle would have them. */
  @Column('jsonb')
  value: object;

  /** The files of the bundle, as they were named. */
  @Column('text')
  bundle: string;

  @Column('timestamptz', { name: 'proposed_at', default: () => 'now()' })
  proposedAt: Date;
}
