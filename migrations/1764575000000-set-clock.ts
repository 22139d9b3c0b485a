import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The library's clock, which is the real one unless its owner sets it; the log goes by it. */
export class SetClock1764575000000 implements MigrationInterface {
  name = 'SetClock1764575000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [CLOCK, NOW, linking(IN_ORDER)]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(linking('clock_timestamp()'));
    await runner.query('drop function library_now');
    await runner.query('drop table library_clock');
  }
}

const CLOCK = `
  create table library_clock (
    is_set boolean not null default true, shift interval not null,
    constraint "PK_library_clock" primary key (is_set), constraint library_clock_one check (is_set))`;

// Bound to its table here, whatever somebody's search_path is when they call it.
const NOW = `
  create function library_now() returns timestamptz language sql volatile
  return clock_timestamp() + coalesce((select shift from public.library_clock), interval '0')`;

/** The real time goes on, whatever a machine thinks of it; a clock that is set for a trial says what the trial wants. */
const IN_ORDER = `case when exists (select 1 from public.library_clock) then public.library_now() else greatest(
      clock_timestamp(),
      (select e.recorded_at from public.audit_entry e where e.chain = new.chain and e.number = head.number)) end`;

// As it was made, but for the time. Every table is named with its schema: a temporary one could be taken for it.
const linking = (time: string): string => `
  create or replace function link_audit_entry() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
  declare
    head public.audit_head;
  begin
    insert into public.audit_head values (new.chain, 0, '') on conflict (chain) do nothing;
    select * into head from public.audit_head h where h.chain = new.chain for update;
    new.number := head.number + 1;
    new.recorded_at := ${time};
    new.previous := head.hash;
    new.hash := sha256(convert_to(jsonb_build_array(
      new.chain, new.number, extract(epoch from new.recorded_at)::text, new.actor_kind, new.actor_id, new.actor_role,
      new.action, new.subject_kind, new.subject_id, new."from", new."to", new.effective_on, new.correlation_id, new.words,
      encode(new.previous, 'hex'))::text, 'UTF8'));
    update public.audit_head set number = new.number, hash = new.hash where chain = new.chain;
    return new;
  end $$`;
