import { describe, expect, it } from '@jest/globals';
import { patientPool } from '../../src/platform/postgres/quiet-pool.js';

describe('a patient pool', () => {
  it('takes a connection back once, though it is given back again when another holds it', async () => {
    const pool = patientPool(process.env.TEST_DATABASE_URL!, 1);
    const giveBack = await new Promise<() => void>((given, failed) =>
      pool.connect((error, _, done) => (error ? failed(error) : given(done))),
    );
    giveBack();
    const another = await pool.connect();
    giveBack();
    expect(pool.idleCount).toBe(0);
    another.release();
    expect(pool.idleCount).toBe(1);
    await pool.end();
  });
});
