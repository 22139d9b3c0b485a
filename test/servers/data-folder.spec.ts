import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataFolder, DataFolderInUse } from '../../src/platform/servers/data-folder.js';

describe('the right to a data folder', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'folder-'));
  });
  afterEach(async () => await rm(folder, { recursive: true, force: true }));

  /** What a process that was killed leaves behind: nobody listens on that port any more. */
  const leaveDeadHolder = async (pid = 999_999, port = 1): Promise<void> =>
    await writeFile(
      join(folder, 'holder.json'),
      JSON.stringify({ pid, what: 'The library', port, token: 'gone' }),
    );

  it('is held by one, and told to the next with where its servers are', async () => {
    const held = await DataFolder.acquire(folder, 'The library');
    await held.publish({ databaseUrl: 'postgresql://there', meili: null });
    const refused = await DataFolder.acquire(folder, 'An import').catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(DataFolderInUse);
    expect(refused).toMatchObject({ what: 'The library', servers: { databaseUrl: 'postgresql://there' } });
    await held.release();
    await (await DataFolder.acquire(folder, 'An import')).release();
  });

  it('passes on from a dead holder to exactly one of many', async () => {
    for (let round = 0; round < 10; round += 1) {
      await leaveDeadHolder();
      const results = await Promise.allSettled(
        Array.from({ length: 6 }, () => DataFolder.acquire(folder, 'The library')),
      );
      const winners = results.filter((result) => result.status === 'fulfilled');
      expect(winners).toHaveLength(1);
      await winners[0]!.value.release();
    }
  });

  it('is not kept from us by a stranger on the port of a dead holder', async () => {
    const stranger = createServer(() => undefined).listen(0, '127.0.0.1');
    await new Promise((done) => stranger.once('listening', done));
    await leaveDeadHolder(999_999, (stranger.address() as { port: number }).port);
    await (await DataFolder.acquire(folder, 'The library')).release();
    stranger.close();
  });

  it('is not lost to a half-written record', async () => {
    await writeFile(join(folder, 'holder.json'), '{"pid":');
    await (await DataFolder.acquire(folder, 'The library')).release();
  });
});
