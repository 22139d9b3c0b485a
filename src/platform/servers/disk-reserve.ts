import { randomBytes } from 'node:crypto';
import { open, rm, stat, statfs } from 'node:fs/promises';

const MEGABYTE = 1024 * 1024;
/** Three segments of PostgreSQL's log: what it needs to come up after a full disk ended it, and to go on reading. */
const RESERVED = 48 * MEGABYTE;
/** With less than this, PostgreSQL may not get its next segment. */
const FULL = 64 * MEGABYTE;

/** Bytes that are free for us on the disk of this folder. */
export async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

/** Is the disk of this folder as good as full? */
export const isFull = async (folder: string): Promise<boolean> => (await freeBytes(folder)) < FULL;

/** A file that takes up room on the disk, to be given away when there is no other. */
export class DiskReserve {
  constructor(
    private readonly file: string,
    private readonly folder: string,
  ) {}

  /** Takes the room, unless it is taken or there is hardly any. @returns whether it is taken now */
  async keep(): Promise<boolean> {
    const held = await stat(this.file).catch(() => null);
    if (held?.size === RESERVED) return true;
    if (!(await this.hasRoom())) return false;
    // Not zeros: some file systems keep those in no room at all.
    const part = randomBytes(MEGABYTE);
    const file = await open(this.file, 'w', 0o600);
    try {
      for (let size = 0; size < RESERVED; size += part.length) await file.write(part);
    } finally {
      await file.close();
    }
    return true;
  }

  async give(): Promise<void> {
    await rm(this.file, { force: true });
  }

  /** Is there room for it, and for everything else as well? */
  private async hasRoom(): Promise<boolean> {
    return (await freeBytes(this.folder)) >= RESERVED + 2 * FULL;
  }
}
