import { spawn } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freshDatabase, type TestDatabase } from '../support/database.js';
import { Records } from '../support/records.js';

describe('npm run account', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await freshDatabase();
    await new Records(database.dataSource).aPartnership({ name: 'Alderbrook', slug: 'alderbrook' });
  });
  afterAll(async () => await database.close());

  async function command(...args: string[]): Promise<{ code: number | null; out: string; error: string }> {
    const child = spawn(process.execPath, ['dist/src/accounts/account.command.js', ...args], {
      env: {
        ...process.env,
        ...{ ...database.environment, MEILI_URL: 'http://127.0.0.1:9' },
        PUBLIC_URL: 'https://reviews.example/',
      },
    });
    let [out, error] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (error += chunk.toString()));
    const code = await new Promise<number | null>((done) => child.on('close', done));
    return { code, out, error };
  }

  it.each([
    [[], 'What is to be done?'],
    [['create', 'nobody'], 'no e-mail address'],
    [['create', 'ann@council.example', '--name', 'Ann', '--role', 'queen'], 'Which role?'],
    [['create', 'ann@council.example', '--name', 'Ann', '--role', 'reader'], 'Choose the partnership'],
  ])('says in a sentence what is wrong with %j', async (args, message) => {
    const { code, error } = await command(...args);
    expect([code, error]).toEqual([1, expect.stringContaining(message)]);
    expect(error).not.toMatch(/^\s+at /m);
    expect(await database.dataSource.query('select 1 from account')).toEqual([]);
  });

  it('creates, grants, lists and ends, with links that stand nowhere else', async () => {
    const first = JSON.parse((await command('first-link', '--json')).out) as { link: string };
    expect(first.link).toMatch(/^https:\/\/reviews\.example\/link\/[\w-]{43}$/);
    const made = await command('create', 'Ann@Council.example', '--name', 'Ann Other');
    expect(made.out).toMatch(/https:\/\/reviews\.example\/link\/[\w-]{43}/);
    const role = ['--role', 'administrator', '--partnership', 'alderbrook', '--until', '2199-12-31'];
    expect(await command('grant', 'ann@council.example', ...role)).toMatchObject({ code: 0, error: '' });
    expect((await command('first-link')).error).toContain('has an administrator already');
    const listed = JSON.parse((await command('list', '--json')).out) as object[];
    expect(listed).toMatchObject([
      {
        ...{ email: 'ann@council.example', hasPassword: false, isClosed: false },
        roles: [{ role: 'administrator', partnership: 'alderbrook', until: '2199-12-31', state: 'held' }],
      },
    ]);
    const lost = ['reset-second-step', 'ann@council.example'];
    expect((await command(...lost)).error).toContain('has no second step');
    await database.dataSource.query(
      `insert into second_factor (account_id, secret, last_step) select id, '', 0 from account`,
    );
    const reset = await command(...lost, '--why', 'New phone', '--json');
    expect(JSON.parse(reset.out)).toEqual({ email: 'ann@council.example', secondStepReset: true });
    expect(await database.dataSource.query('select 1 from second_factor')).toEqual([]);
    expect((await command('end', 'ann@council.example', ...role.slice(0, 4))).out).toContain('(over)');
    expect((await command('end', 'ann@council.example')).out).toContain('closed');
    expect((await command('reset', 'ann@council.example')).error).toContain('is closed');
    const log = await database.dataSource.query<{ action: string }[]>(
      'select action from audit_entry order by recorded_at',
    );
    expect(log.map(({ action }) => action)).toEqual(
      expect.arrayContaining([
        'account.created',
        'role.granted',
        'account.second-step-reset',
        'role.ended',
        'account.ended',
      ]),
    );
  });
});
