import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { rm } from 'node:fs/promises';
import { Client } from 'pg';
import { PasswordHash } from '../../src/accounts/passwords/password-hash.js';
import { within } from '../../src/platform/patience.js';
import { bundleFile } from '../support/bundles.js';
import { eventually } from '../support/eventually.js';
import { openFolder, RunningLibrary } from '../support/process.js';
import { tokenIn, Visitor } from '../support/visitor.js';
import { meiliPid, postgresPid, serverAddresses, serversOf } from '../support/servers.js';

describe('a library whose servers fail', () => {
  let folder: string;
  let library: RunningLibrary;
  let address: string;

  beforeAll(async () => {
    folder = await openFolder();
  });
  beforeEach(async () => {
    if (library?.process.exitCode === null) return;
    library = RunningLibrary.start({ DATA_DIR: folder });
    address = await library.address();
  });
  afterAll(async () => {
    await library.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const status = async (path: string): Promise<number> =>
    await fetch(`${address}${path}`).then(
      (answer) => answer.status,
      () => 0,
    );
  const ready = async (): Promise<void> =>
    await eventually(async () => {
      const answer = (await (await fetch(`${address}/health/ready`)).json()) as { status: string };
      expect(answer.status).toBe('ready');
    });
  const total = async (q: string): Promise<number> =>
    ((await (await fetch(`${address}/api/v1/search?q=${q}`)).json()) as { total: number }).total;
  /** Whatever happened, what is imported then is found without anyone asking. */
  const findsWhatIsImported = async (word: string): Promise<void> => {
    const review = { kind: 'review', publisher: 'P', label: word, summary: `A ${word} was mentioned.` };
    const file = await bundleFile([review]);
    const run = RunningLibrary.start({ DATA_DIR: folder }, 'dist/src/imports/import.command.js', [file]);
    expect({ code: await run.ended(), output: run.output }).toMatchObject({ code: 0 });
    await eventually(async () => expect(await total(word)).toBe(1));
    expect(library.process.exitCode).toBeNull();
  };

  it('has them back after both were killed', async () => {
    const before = [await postgresPid(folder), await meiliPid(folder)];
    for (const pid of before) process.kill(pid, 'SIGKILL');
    await eventually(async () => expect(await postgresPid(folder)).not.toBe(before[0]));
    await ready();
    expect(await serversOf(folder)).toHaveLength(2);
    await findsWhatIsImported('quokka');
  });

  it('goes on when every connection is ended, time and again', async () => {
    const client = new Client({ connectionString: (await serverAddresses(folder)).databaseOwnerUrl });
    await client.connect();
    for (let time = 0; time < 5; time += 1) {
      await client.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
          where datname = current_database() and pid <> pg_backend_pid()`,
      );
      await eventually(async () => expect(await status('/reviews')).toBe(200));
    }
    await client.end();
    await findsWhatIsImported('numbat');
  });

  it('lets fifty people in at once though PostgreSQL restarts meanwhile: each as themselves, and none waits for long', async () => {
    const password = 'four unlike words here';
    const client = new Client({ connectionString: (await serverAddresses(folder)).databaseOwnerUrl });
    await client.connect();
    await client.query(
      `insert into account (name, email, password)
       select 'Person ' || n || '.', 'person' || n || '@council.example', $1 from generate_series(1, 50) n`,
      [await new PasswordHash().make(password)],
    );
    await client.end();
    const people = await Promise.all(
      Array.from({ length: 50 }, async (_, n) => {
        const who = new Visitor(address);
        const _csrf = tokenIn(await (await who.get('/sign-in')).text());
        return {
          who,
          name: `Person ${n + 1}.`,
          fields: { _csrf, password, email: `person${n + 1}@council.example` },
        };
      }),
    );
    const before = await postgresPid(folder);
    let answered = 0;
    const signIns = people.map(async ({ who, fields }) => {
      const status = await within(
        10_000,
        who.post('/sign-in', fields).then((answer) => answer.status),
      );
      // As a restart by an administrator does it. Passwords are checked two at a time, so nearly all are under way.
      if (++answered === 1) process.kill(before, 'SIGINT');
      return status;
    });
    const statuses = await Promise.all(signIns);
    expect(statuses.filter((status) => status !== 303 && !(Number(status) >= 500))).toEqual([]);
    await eventually(async () => expect(await postgresPid(folder)).not.toBe(before));
    await ready();
    // Whoever was told that they are in is, as themselves; whoever was not comes in by trying again.
    for (const [n, { who, name, fields }] of people.entries()) {
      if (statuses[n] === 303) expect(who.cookies.has('session')).toBe(true);
      else
        await eventually(async () =>
          expect([name, (await who.signIn(fields.email, password)).status]).toEqual([name, 303]),
        );
      expect(await (await who.get('/account')).text()).toContain(`>${name}<`);
    }
    expect(new Set(people.map(({ who }) => who.cookies.get('session'))).size).toBe(50);
    expect(library.process.exitCode).toBeNull();
  });

  it('stops though thirty visitors have sent half a request', async () => {
    const port = Number(new URL(address).port);
    const sockets = await Promise.all(
      Array.from(
        { length: 30 },
        () =>
          new Promise<Socket>((done) => {
            const socket = connect(port, '127.0.0.1', () =>
              socket.write('GET / HTTP/1.1\r\nHost: x\r\n', () => done(socket)),
            );
            socket.on('error', () => undefined);
          }),
      ),
    );
    expect(await library.stop()).toBe(0);
    expect(await serversOf(folder)).toEqual([]);
    for (const socket of sockets) socket.destroy();
  });

  it('says in a sentence that its folder cannot be written', async () => {
    const refused = RunningLibrary.start({ DATA_DIR: '/sys/library' });
    expect(await refused.ended()).toBe(1);
    expect(refused.output).toContain('/sys/library cannot be written by this account');
    expect(refused.output).not.toMatch(/^ +at /m);
  });
});
