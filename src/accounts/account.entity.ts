import { Check, Column, CreateDateColumn, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** A person who may sign in. */
@Entity('account')
@Check('account_email', `"email" = lower("email")`)
export class AccountEntity {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column('text')
  name: string;

  /** In small letters: one account each. */
  @Column('text', { unique: true })
  email: string;

  /** As a PHC string; null until one is set. */
  @Column('text', { nullable: true })
  password: string | null;

  @CreateDateColumn({ type: 'timestamptz', name: 'made_at' })
  madeAt: Date;

  /** When it was closed; null while it is open. */
  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt: Date | null;
}
