import { RateLimiterPostgres } from 'rate-limiter-flexible';
import type { DataSource } from 'typeorm';

/** Counts in PostgreSQL, for all instances, and outside of any transaction. @param prefix tells keys of one use from others */
export const rateLimiter = (
  source: DataSource,
  prefix: string,
  points: number,
  seconds: number,
): RateLimiterPostgres =>
  new RateLimiterPostgres({
    ...{ storeClient: source, storeType: 'typeorm', tableName: 'rate_limit', tableCreated: true },
    ...{ keyPrefix: prefix, points, duration: seconds, clearExpiredByTimeout: false },
  });
