import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A field of a record that a person has edited, which no import overwrites from then on. */
@Entity('field_edit')
export class FieldEdit {
  /** The table of the record. */
  @PrimaryColumn('text')
  kind: string;

  @PrimaryColumn('uuid', { name: 'record_id' })
  recordId: string;

  /** As bundles call it. */
  @PrimaryColumn('text')
  field: string;

  /** The field's columns as the source had them when it was first edited. */
  @Column('jsonb', { name: 'source_value' })
  sourceValue: object;

  @Column('timestamptz', { name: 'edited_at', default: () => 'now()' })
  editedAt: Date;
}
