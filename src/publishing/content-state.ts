import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { SharedReading } from '../platform/cache/shared-reading.js';
import { Clock } from '../platform/clock/clock.js';
import { localTime } from '../platform/dates/local-time.js';
import { prepared } from '../platform/postgres/prepared.js';
import { CONTENT_REVISION } from './content-revision.js';

/** What answers are made from: the content, and the time where they go by it. */
export interface State {
  revision: string;
  /** In the United Kingdom, by the database and by the library's clock. */
  day: string;
  minute: string;
  /** The first transaction that has not ended. */
  transactions: string;
}

/** Knows in which state the content is: asked for once for all who ask at the same time, and never from before they asked. */
@Injectable()
export class ContentState {
  private readonly reading: SharedReading<State>;

  constructor(@InjectDataSource() source: DataSource, clock: Clock) {
    this.reading = new SharedReading(async () => {
      const own = localTime(clock.now());
      const [row] = await prepared<StateRow>(source, 'content-state', STATE, []);
      const { revision, at, transactions } = row!;
      return {
        revision,
        day: `${at.slice(0, 10)} ${own.slice(0, 10)}`,
        minute: `${at} ${own}`,
        transactions,
      };
    });
  }

  async now(): Promise<State> {
    return await this.reading.now();
  }
}

interface StateRow extends Pick<State, 'revision' | 'transactions'> {
  at: string;
}

const STATE = `select ${CONTENT_REVISION} as revision,
  to_char(now() at time zone 'Europe/London', 'YYYY-MM-DD HH24:MI') as at,
  pg_snapshot_xmin(pg_current_snapshot())::text as transactions`;
