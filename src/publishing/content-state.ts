import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { QueryResult } from 'pg';
import type { DataSource } from 'typeorm';
import { SharedReading } from '../platform/cache/shared-reading.js';
import { Clock } from '../platform/clock/clock.js';
import { localTime } from '../platform/dates/local-time.js';
import { COMMITTING_LOCK } from '../platform/postgres/locks.js';
import { poolOf } from '../platform/postgres/prepared.js';
import { CONTENT_REVISION } from './content-revision.js';

/** What answers are made from: the content, and the time where they go by it. */
export interface State {
  revision: string;
  /** In the United Kingdom, by the database and by the library's clock. */
  day: string;
  minute: string;
}

/**
 * How long a state is gone by after it was asked for. Whoever commits a change waits for longer than this, once nobody is told
 * any more that a state holds (ADR 38; see the migration).
 */
const HOLDS_MS = 20;

/**
 * Knows in which state the content is. It is asked for once for all who ask at the same time, and holds for a moment:
 * no change is committed while any instance goes by a state of before it.
 */
@Injectable()
export class ContentState {
  private readonly reading: SharedReading<Read>;
  private held: Read | null = null;
  /** The minute of the library's own clock, as it is written. */
  private own = { minute: Number.NaN, text: '' };

  constructor(
    @InjectDataSource() source: DataSource,
    private readonly clock: Clock,
  ) {
    this.reading = new SharedReading(async () => (this.held = await read(source)));
  }

  /** The state that the content is in. */
  async now(): Promise<State> {
    const read = this.held && performance.now() < this.held.until ? this.held : await this.reading.now();
    return this.stateOf(read);
  }

  private stateOf({ revision, at }: Read): State {
    const now = this.clock.now();
    const minute = Math.floor(now.getTime() / 60_000);
    // To write a time as a clock shows it costs more than all the rest.
    if (this.own.minute !== minute) this.own = { minute, text: localTime(now) };
    const own = this.own.text;
    return {
      revision,
      day: `${at.slice(0, 10)} ${own.slice(0, 10)}`,
      minute: `${at} ${own}`,
    };
  }
}

interface Read {
  revision: string;
  at: string;
  /** Until when it holds, by `performance.now()`. */
  until: number;
}

/**
 * In this order, and each with a view of its own: nobody is about to commit, and then the state, with the milliseconds until the
 * clock changes it: at the next minute, or where an embargo ends before.
 */
const STATE = `select pg_try_advisory_xact_lock_shared(${COMMITTING_LOCK}) as holds;
  select ${CONTENT_REVISION} as revision,
  to_char(now() at time zone 'Europe/London', 'YYYY-MM-DD HH24:MI') as at,
  1000 * extract(epoch from least(date_trunc('minute', now()) + interval '1 minute', (select min(visible_from) from embargo
    where visible_from > now() and visible_from < now() + interval '${HOLDS_MS} ms')) - now())::float8 as rest`;

async function read(source: DataSource): Promise<Read> {
  const asked = performance.now();
  const [lock, state] = (await poolOf(source).query(STATE)) as unknown as [
    QueryResult<{ holds: boolean }>,
    QueryResult<Omit<Read, 'until'> & { rest: number }>,
  ];
  const { rest, ...row } = state.rows[0]!;
  return { ...row, until: lock.rows[0]!.holds ? asked + Math.min(HOLDS_MS, rest) : asked };
}
