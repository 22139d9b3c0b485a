import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A day on which people were reminded. One that was begun and not ended goes on where it was, or is caught up by a later one. */
@Entity('reminder_run')
export class ReminderRun {
  @PrimaryColumn('date')
  day: string;

  /** When everybody had been looked at; null until then. */
  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt: Date | null;
}

/** That an agency's executive was told of a due date that was missed: once for each. */
@Entity('told_executive')
export class ToldExecutive {
  @PrimaryColumn('uuid', { name: 'action_id' })
  actionId: string;

  /** The last day of the due date. */
  @PrimaryColumn('date', { name: 'due_on' })
  dueOn: string;
}
