import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { rm } from 'node:fs/promises';
import { Client } from 'pg';
import { bundleFile } from '../support/bundles.js';
import { eventually } from '../support/eventually.js';
import { openFolder, RunningLibrary } from '../support/process.js';
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
