import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The audit log: entries that are chained by their hashes, the head of each chain, its seal, and the words of entries.
 * Number, time and hashes are given by a trigger that acts as the owner of the tables, and by nobody else.
 */
export class KeepAuditLog1764500000000 implements MigrationInterface {
  name = 'KeepAuditLog1764500000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [ENTRY, WORDS, HEAD, SEAL, LINK, TRIGGER]) await runner.query(statement);
    // Whoever may use the function could hang it on a table of their own, and so move a head.
    await runner.query(`revoke execute on function link_audit_entry() from public`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table audit_entry, audit_words, audit_head, audit_seal`);
    await runner.query(`drop function link_audit_entry`);
  }
}

const ENTRY = `
  create table audit_entry (
    chain uuid not null, number bigint not null, recorded_at timestamptz not null,
    actor_kind text not null, actor_id text, actor_role text, action text not null,
    subject_kind text not null, subject_id text not null, "from" jsonb, "to" jsonb,
    effective_on text, correlation_id text, words jsonb not null,
    previous bytea not null, hash bytea not null,
    constraint "PK_audit_entry" primary key (chain, number),
    constraint audit_entry_actor check ("actor_kind" in ('person', 'key', 'system')),
    constraint audit_entry_action check ("action" ~ '^[a-z-]+([.][a-z-]+)+$'),
    constraint audit_entry_effective_on check ("effective_on" ~ '^[0-9]{4}(-Q[1-4]|-[0-9]{2}(-[0-9]{2})?)?$'))`;

const WORDS = `
  create table audit_words (
    chain uuid not null, number bigint not null, field text not null, salt bytea not null, content text not null,
    constraint "PK_audit_words" primary key (chain, number, field))`;

const HEAD = `
  create table audit_head (
    chain uuid not null, number bigint not null, hash bytea not null,
    constraint "PK_audit_head" primary key (chain))`;

const SEAL = `
  create table audit_seal (
    chain uuid not null, number bigint not null, seal bytea not null,
    constraint "PK_audit_seal" primary key (chain))`;

// Every table is named with its schema: a temporary table of the same name would otherwise be taken for it.
const LINK = `
  create function link_audit_entry() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
  declare
    head public.audit_head;
  begin
    insert into public.audit_head values (new.chain, 0, '') on conflict (chain) do nothing;
    select * into head from public.audit_head h where h.chain = new.chain for update;
    new.number := head.number + 1;
    new.recorded_at := clock_timestamp();
    new.previous := head.hash;
    new.hash := sha256(convert_to(jsonb_build_array(
      new.chain, new.number, extract(epoch from new.recorded_at)::text, new.actor_kind, new.actor_id, new.actor_role,
      new.action, new.subject_kind, new.subject_id, new."from", new."to", new.effective_on, new.correlation_id, new.words,
      encode(new.previous, 'hex'))::text, 'UTF8'));
    update public.audit_head set number = new.number, hash = new.hash where chain = new.chain;
    return new;
  end $$`;

const TRIGGER = `
  create trigger link before insert on audit_entry for each row execute function link_audit_entry()`;
