import { spawn } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { WITHDRAWAL_REASONS } from '../../src/publishing/withdrawal-reasons.js';
import { freshDatabase, type TestDatabase } from '../support/database.js';
import { Records } from '../support/records.js';

describe('npm run withdraw', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await freshDatabase();
    await new Records(database.dataSource).aReview({ label: 'Child Omega', slug: 'omega' });
  });
  afterAll(async () => await database.close());

  async function command(...args: string[]): Promise<{ code: number | null; out: string; error: string }> {
    const child = spawn(process.execPath, ['dist/src/withdraw.command.js', ...args], {
      env: { ...process.env, ...database.environment, MEILI_URL: 'http://127.0.0.1:9' },
    });
    let [out, error] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (error += chunk.toString()));
    const code = await new Promise<number | null>((done) => child.on('close', done));
    return { code, out, error };
  }

  it('says what it takes, reasons included', async () => {
    const { code, out } = await command('--help');
    expect(code).toBe(0);
    for (const reason of WITHDRAWAL_REASONS) expect(out).toContain(reason);
  });

  it.each([
    [[], 'Which address?'],
    [['/reviews/omega'], 'Why is it withdrawn?'],
    [['/reviews/omega', '--reason', 'whim'], 'There is no reason "whim"'],
    [['/reviews/omega', '--reason'], '--reason'],
    [['/reviews/omega', '--reason', 'legal', '--restore'], 'not both'],
    [['/reviews/omega', '/reviews/other', '--restore'], 'One address at a time'],
    [['--forever', '/reviews/omega'], '--forever'],
    [['/reviews/nobody', '--reason', 'legal'], 'There is no review at /reviews/nobody.'],
    [['/reviews/nobody', '--restore'], 'There is no review at /reviews/nobody.'],
  ])('says in a sentence what is wrong with %j', async (args, message) => {
    const { code, error } = await command(...args);
    expect(code).toBe(1);
    expect(error).toContain(message);
    expect(error).not.toMatch(/^\s+at /m);
  });

  it('withdraws, repeats itself without harm, and restores', async () => {
    const first = await command('https://library.example/reviews/omega', '--reason', 'publisher-request');
    expect(first).toMatchObject({ code: 0, error: '' });
    expect(first.out).toContain('The review /reviews/omega is withdrawn.');
    expect(first.out).toContain('when the library next starts');
    expect((await command('/reviews/omega', '--reason', 'publisher-request')).out).toContain(
      'was withdrawn already',
    );
    expect((await command('/reviews/omega', '--reason', 'legal')).out).toContain('gives the new reason');
    expect((await command('/reviews/omega', '--restore')).out).toContain(
      'The review /reviews/omega is back.',
    );
    expect((await command('/reviews/omega', '--restore')).out).toContain('was not withdrawn');
  });
});
