import type { MigrationInterface, QueryRunner } from 'typeorm';

/** E-mails that are to be sent, or were: each written in the transaction of its cause. */
export class SendMail1764540000000 implements MigrationInterface {
  name = 'SendMail1764540000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table outbox_message (
        id uuid not null default gen_random_uuid(), recipient_name text not null, recipient_address text not null,
        kind text not null, period text not null, subject text, text text, html text,
        state text not null default 'waiting', tries integer not null default 0, last_error text,
        written_at timestamptz not null default now(), sent_at timestamptz,
        constraint "PK_outbox_message" primary key (id),
        constraint outbox_once unique (recipient_address, kind, period),
        constraint outbox_state check ("state" in ('waiting', 'sent', 'refused')))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table outbox_message`);
  }
}
