import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Something that all instances of one library know and nobody else: random, made when it is first needed. */
@Entity('library_secret')
export class LibrarySecret {
  /** What it is for. */
  @PrimaryColumn('text')
  name: string;

  @Column('bytea')
  value: Buffer;
}
