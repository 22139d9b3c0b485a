import { spawn } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { KeyService } from '../../src/accounts/keys/key.service.js';
import { AuditLog } from '../../src/audit/audit-log.js';
import type { Agency } from '../../src/recommendations/agency.entity.js';
import { freshDatabase, type TestDatabase } from '../support/database.js';
import { Records } from '../support/records.js';

let database: TestDatabase;
let agency: Agency;
beforeAll(async () => {
  database = await freshDatabase();
  const records = new Records(database.dataSource);
  await records.aPartnership({ name: 'Alderbrook', slug: 'alderbrook' });
  agency = await records.anAgency('Police');
  await database.dataSource.query(
    `insert into agency (slug, name, other_names, partnership_id)
     select 'alderbrook-health', 'Alderbrook Health', '{"The Health Trust"}', id from partnership`,
  );
});
afterAll(async () => await database.close());

interface Ended {
  code: number | null;
  out: string;
  error: string;
}

const running =
  (script: string, settings: Record<string, string> = {}) =>
  async (...args: string[]): Promise<Ended> => {
    const child = spawn(process.execPath, [`dist/src/accounts/${script}.command.js`, ...args], {
      env: {
        ...process.env,
        ...{ ...database.environment, MEILI_URL: 'http://127.0.0.1:9' },
        ...{ PUBLIC_URL: 'https://reviews.example/', ...settings },
      },
    });
    let [out, error] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (error += chunk.toString()));
    const code = await new Promise<number | null>((done) => child.on('close', done));
    return { code, out, error };
  };

describe('npm run account', () => {
  const command = running('account');
  const commandWith = async (settings: Record<string, string>, ...args: string[]): Promise<Ended> =>
    await running('account', settings)(...args);

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
    const made = JSON.parse(
      (await command('create', 'Ann@Council.example', '--name', 'Ann Other', '--json')).out,
    ) as object;
    const [account] = await database.dataSource.query<{ id: string }[]>('select id from account');
    expect(made).toEqual({
      ...{ id: account!.id, email: 'ann@council.example', hours: expect.any(Number) },
      link: expect.stringMatching(/^https:\/\/reviews\.example\/link\/[\w-]{43}$/),
    });
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

  it('has a link to sign in sent to an agency lead, or prints it where there is no mail server', async () => {
    const lead = ['--role', 'agency-lead', '--partnership', 'alderbrook', '--agency', 'the health trust'];
    await command('create', 'bob@council.example', '--name', 'Bob Smith', ...lead);
    const printed = JSON.parse((await command('link', 'bob@council.example', '--json')).out) as object;
    expect(printed).toEqual({
      ...{ email: 'bob@council.example', hours: 168 },
      link: expect.stringMatching(/^https:\/\/reviews\.example\/sign-in\/link\/[\w-]{43}$/),
    });
    const mail = { SMTP_URL: 'smtp://127.0.0.1:9', MAIL_FROM: 'library@example.org' };
    const nowhere = await commandWith({ ...mail, PUBLIC_URL: '' }, 'link', 'bob@council.example');
    expect([nowhere.code, nowhere.error]).toEqual([1, expect.stringContaining('Set PUBLIC_URL')]);
    const outbox = async (): Promise<string> =>
      JSON.stringify(await database.dataSource.query('select recipient_address, text from outbox_message'));
    expect(await outbox()).toBe('[]');
    const sent = await commandWith(mail, 'link', 'bob@council.example');
    expect([sent.out, sent.out.includes('/sign-in/link/')]).toEqual([
      ...[expect.stringContaining('sends it to bob@council.example'), false],
    ]);
    expect(await outbox()).toMatch(/bob@council\.example.*https:\/\/reviews\.example\/sign-in\/link\//);
    await command('end', 'bob@council.example', ...lead);
    expect((await command('link', 'bob@council.example')).error).toContain('leads no agency today');
  });
});

describe('npm run key', () => {
  const command = running('keys/key');
  const asks = ['--scopes', 'tracking:read,tracking:write', '--scope', 'library:read'];
  const scopes = ['tracking:read', 'tracking:write', 'library:read'];

  it.each([
    [['create', 'Intranet', '--scope', 'everything'], 'There is no scope "everything"'],
    [['end', 'Intranet'], 'There is no good key'],
  ])('says in a sentence what is wrong with %j', async (args, message) => {
    const { code, error } = await command(...args);
    expect([code, error]).toEqual([1, expect.stringContaining(message)]);
    expect(error).not.toMatch(/^\s+at /m);
    expect(await database.dataSource.query('select 1 from api_key')).toEqual([]);
  });

  it('makes a key that works and is shown once, lists and ends it, and says so in the log', async () => {
    const place = ['--partnership', 'alderbrook', '--agency', agency.name, '--role', 'reader'];
    const made = await command('create', 'Board reports', ...asks, ...place, '--json');
    const { id, key, ...about } = JSON.parse(made.out) as { id: string; key: string };
    expect(about).toMatchObject({
      ...{ name: 'Board reports', scopes, role: 'reader', state: 'good', usedAt: null },
      ...{ partnership: 'alderbrook', agency: 'Police' },
    });
    const keys = new KeyService(database.dataSource, new AuditLog({}));
    expect(await keys.find(key)).toMatchObject({
      ...{ id, scopes, role: 'reader', agency: { id: agency.id, name: 'Police' } },
    });
    const listed = (await command('list')).out;
    expect(listed).toContain(id);
    expect(listed).not.toContain(key);
    expect((await command('end', id)).out).toContain('Board reports (revoked)');
    expect(await keys.find(key)).toBeNull();
    expect((await command('end', id)).code).toBe(1);
    const log = await database.dataSource.query<object[]>(
      `select action, actor_kind from audit_entry where subject_id = $1 order by number`,
      [id],
    );
    expect(log).toEqual(['key.made', 'key.revoked'].map((action) => ({ action, actor_kind: 'system' })));
  });
});
