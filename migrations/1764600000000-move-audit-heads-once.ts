import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The head of a chain moves once for each insertion, not once for each entry: within a transaction every change of a row leaves
 * its old version to be passed over, so that ten thousand entries at once took minutes.
 */
export class MoveAuditHeadsOnce1764600000000 implements MigrationInterface {
  name = 'MoveAuditHeadsOnce1764600000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [LINK, MOVE, TRIGGER]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of [
      'drop trigger move_head on audit_entry',
      'drop function move_audit_head()',
      LINK_BEFORE,
    ])
      await runner.query(statement);
  }
}

const IN_ORDER = `case when exists (select 1 from public.library_clock) then public.library_now()
      else greatest(clock_timestamp(), before.recorded_at) end`;

const HASHED = `sha256(convert_to(jsonb_build_array(
      new.chain, new.number, extract(epoch from new.recorded_at)::text, new.actor_kind, new.actor_id, new.actor_role,
      new.action, new.subject_kind, new.subject_id, new."from", new."to", new.effective_on, new.correlation_id, new.words,
      encode(new.previous, 'hex'))::text, 'UTF8'))`;

// A row's trigger sees the rows that the same insertion has made before it. Every table is named with its schema: a temporary one
// could be taken for it.
const LINK = `
  create or replace function link_audit_entry() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
  declare
    head public.audit_head;
    before public.audit_entry;
  begin
    select * into head from public.audit_head h where h.chain = new.chain for update;
    if not found then
      insert into public.audit_head values (new.chain, 0, '') on conflict (chain) do nothing;
      select * into head from public.audit_head h where h.chain = new.chain for update;
    end if;
    select * into before from public.audit_entry e
      where e.chain = new.chain and e.number >= head.number order by e.number desc limit 1;
    new.number := coalesce(before.number, head.number) + 1;
    new.recorded_at := ${IN_ORDER};
    new.previous := case when before.number > head.number then before.hash else head.hash end;
    new.hash := ${HASHED};
    return new;
  end $$`;

const MOVE = `
  create function move_audit_head() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
  begin
    update public.audit_head h set number = last.number, hash = last.hash
    from (select distinct on (m.chain) m.chain, m.number, m.hash from made m order by m.chain, m.number desc) last
    where h.chain = last.chain;
    return null;
  end $$`;

const TRIGGER = `
  create trigger move_head after insert on audit_entry referencing new table as made
  for each statement execute function move_audit_head()`;

const LINK_BEFORE = `
  create or replace function link_audit_entry() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
  declare
    head public.audit_head;
  begin
    insert into public.audit_head values (new.chain, 0, '') on conflict (chain) do nothing;
    select * into head from public.audit_head h where h.chain = new.chain for update;
    new.number := head.number + 1;
    new.recorded_at := case when exists (select 1 from public.library_clock) then public.library_now() else greatest(
      clock_timestamp(),
      (select e.recorded_at from public.audit_entry e where e.chain = new.chain and e.number = head.number)) end;
    new.previous := head.hash;
    new.hash := ${HASHED};
    update public.audit_head set number = new.number, hash = new.hash where chain = new.chain;
    return new;
  end $$`;
