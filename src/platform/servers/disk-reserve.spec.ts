import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DiskReserve, freeBytes } from './disk-reserve.js';

describe('the reserve on the disk', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'reserve-'));
  });
  afterEach(async () => await rm(folder, { recursive: true, force: true }));

  it('takes up room until it is given away, and is then taken again', async () => {
    const file = join(folder, 'reserve');
    const reserve = new DiskReserve(file, folder);
    await reserve.keep();
    const { size, blocks } = await stat(file);
    // Really there: a file of holes would take no room.
    expect(blocks * 512).toBeGreaterThanOrEqual(size);
    expect(size).toBeGreaterThanOrEqual(3 * 16 * 1024 * 1024);
    await reserve.give();
    await expect(stat(file)).rejects.toThrow('ENOENT');
    await reserve.give();
    await reserve.keep();
    expect((await stat(file)).size).toBe(size);
  });

  it('knows how much room there is', async () => {
    expect(await freeBytes(folder)).toBeGreaterThan(0);
    await expect(freeBytes(join(folder, 'nowhere'))).rejects.toThrow('ENOENT');
  });
});
