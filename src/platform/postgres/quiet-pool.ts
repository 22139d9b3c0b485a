import { Pool } from 'pg';

/**
 * A pool that outlives the loss of its connections. Without a listener, an idle connection that the server ends (a
 * restart, a failover) would end our process; whoever asks the pool something next gets a new connection or an error.
 */
export function quietPool(connectionString: string, max: number): Pool {
  const pool = new Pool({ connectionString, max, application_name: 'practice-review-library' });
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}
