import type { DataSource } from 'typeorm';
import type { Clock } from './clock.js';

/** The library's role reads what time it is and may not set it: nobody dates the log but its owner. */
export const clockGrants = (role: string): string[] => [
  `revoke insert, update, delete on library_clock from ${role}`,
];

/**
 * Has the database's `library_now()` show the same time as a clock from now on.
 * @param source as the owner of the tables
 */
export async function setLibraryClock(source: DataSource, { shiftMs }: Clock): Promise<void> {
  if (shiftMs === 0) await source.query('delete from library_clock');
  else await source.query(SET, [shiftMs]);
}

const SET = `
  insert into library_clock (shift) values ($1::double precision * interval '1 millisecond')
  on conflict (is_set) do update set shift = excluded.shift`;
