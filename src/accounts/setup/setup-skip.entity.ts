import { Entity, PrimaryColumn } from 'typeorm';

/** A step of setting up that somebody chose to leave out. */
@Entity('setup_skip')
export class SetupSkip {
  @PrimaryColumn('text')
  step: string;
}
