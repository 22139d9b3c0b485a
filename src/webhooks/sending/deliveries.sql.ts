/** Asks for the endpoint as well: it may have been paused, or have asked to be left alone, since the message before. */
export const DUE = `
  select d.kind, d.record_id as "recordId", d.event, d.changed_at as "changedAt", d.tries
  from webhook_delivery d join webhook w on w.id = d.webhook_id
  where d.webhook_id = $1 and d.state = 'waiting' and d.next_try_at <= $2
    and w.state = 'on' and (w.rest_until is null or w.rest_until <= $2)
  order by d.place limit 1`;

/** How many wait for their first try, and how many for another one. */
export const WAITING = `
  select count(*) filter (where tries = 0)::int as fresh, count(*) filter (where tries > 0)::int as failing
  from webhook_delivery where webhook_id = $1 and state = 'waiting'`;

/** Moves a webhook on in the log, unless somebody moved it meanwhile. */
export const MOVE_ON = `
  update webhook set cursor = $2 where id = $1 and cursor is not distinct from $3 and state = 'on' returning id`;

/** A message about a record takes the place of one before. */
export const WRITE_DOWN = `
  insert into webhook_delivery (webhook_id, kind, record_id, event, changed_at, cursor, next_try_at)
  select $1, row.kind, row.id, row.event, row."updatedAt", $3, $4
  from rows from (jsonb_to_recordset($2::jsonb) as (kind text, id uuid, event text, "updatedAt" timestamptz))
    with ordinality as row order by row.ordinality
  on conflict (webhook_id, kind, record_id) do update set event = excluded.event, changed_at = excluded.changed_at,
    cursor = excluded.cursor, place = excluded.place, state = 'waiting', tries = 0, next_try_at = excluded.next_try_at`;

/** The record has changed again: what this one told is told by the message that follows. */
export const OVERTAKEN = `
  delete from webhook_delivery
  where webhook_id = $1 and kind = $2 and record_id = $3 and changed_at = $4 and state = 'waiting'`;

export const NOTE = `
  update webhook_delivery set state = $5, tries = $6, next_try_at = coalesce($7, next_try_at), tried_at = $8, status = $9,
    answer = $10
  where webhook_id = $1 and kind = $2 and record_id = $3 and changed_at = $4`;

/** When there is something to be done next; null where nothing is waiting. */
export const NEXT_AT = `
  select min(greatest(d.next_try_at, coalesce(w.rest_until, d.next_try_at))) as at
  from webhook_delivery d join webhook w on w.id = d.webhook_id where d.state = 'waiting' and w.state = 'on'`;
