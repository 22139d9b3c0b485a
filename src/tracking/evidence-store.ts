import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../platform/clock/clock.js';
import { CONFIG, type Config } from '../platform/config.js';
import { enqueue } from '../platform/jobs/enqueue.js';
import { FileScanner } from './file-scanner.js';
import type { EvidenceClass } from './tracking.js';

/** A file as the store knows it. */
export interface StoredFile {
  id: string;
  itemId: string;
  actionId: string | null;
  agencyId: string | null;
  mediaType: string;
  size: number;
  keepClass: EvidenceClass;
  keepUntil: string | null;
  cameAt: Date;
  goneAt: Date | null;
}

/** A file that is on the disk, and not yet kept. */
export interface StagedFile {
  id: string;
  bytes: Buffer;
}

/** What is written of a file that is kept. */
export type NewFile = Pick<
  StoredFile,
  'itemId' | 'actionId' | 'agencyId' | 'mediaType' | 'keepClass' | 'keepUntil'
>;

const STAGED = '.part';
/** No request takes this long: what is on the disk for so long, and in no row, belongs to one that died. */
const ABANDONED_SECONDS = 60 * 60;

/** Alone writes files of evidence: their bytes into the data folder, which no web server serves, the rest into the database. */
@Injectable()
export class EvidenceStore {
  private readonly folder: string;

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    @Inject(CONFIG) config: Pick<Config, 'dataDir'>,
    private readonly scanner: FileScanner,
    private readonly clock: Clock,
  ) {
    this.folder = join(config.dataDir, 'evidence');
  }

  /**
   * Puts bytes on the disk and has them scanned: before anything waits for them.
   * @throws LibraryError unsupported-media-type, unavailable: then nothing is kept
   */
  async stage(bytes: Buffer): Promise<StagedFile> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const staged = { id: randomUUID(), bytes };
    // Said beforehand, so that no more is ever deleted than this library put there: a folder may be older than its database.
    await enqueueSettling(this.source.manager, staged.id, ABANDONED_SECONDS);
    const path = this.pathOf(staged.id) + STAGED;
    try {
      await write(path, bytes);
      await this.scanner.scan(path);
    } catch (error) {
      await this.unstage(staged);
      throw error;
    }
    return staged;
  }

  /** Forgets what was staged, where it was not kept. */
  async unstage({ id }: StagedFile): Promise<void> {
    await rm(this.pathOf(id) + STAGED, { force: true });
  }

  /** Keeps a staged file. It is on the disk before the transaction of `manager` can commit. */
  async keep(manager: EntityManager, { id, bytes }: StagedFile, file: NewFile): Promise<void> {
    await rename(this.pathOf(id) + STAGED, this.pathOf(id));
    await syncFolder(this.folder);
    await manager.query(KEEP, [
      ...[id, file.itemId, file.actionId, file.agencyId, file.mediaType, bytes.length],
      ...[sha256(bytes), file.keepClass, file.keepUntil, this.clock.now()],
    ]);
  }

  async find(partnershipId: string, id: string): Promise<StoredFile | null> {
    const [file] = await this.source.query<StoredFile[]>(`${FIND} and f.id = $2`, [partnershipId, id]);
    return file ?? null;
  }

  /** By id. */
  async ofItems(partnershipId: string, items: readonly string[]): Promise<Map<string, StoredFile>> {
    if (items.length === 0) return new Map();
    const files = await this.source.query<StoredFile[]>(`${FIND} and f.item_id = any($2)`, [
      partnershipId,
      items,
    ]);
    return new Map(files.map((file) => [file.id, file]));
  }

  /** @throws Error where the bytes are not those that were kept */
  async read(id: string): Promise<Buffer> {
    const bytes = await readFile(this.pathOf(id));
    const [row] = await this.source.query<{ sha256: Buffer }[]>(
      'select sha256 from tracked_file where id = $1',
      [id],
    );
    if (!row?.sha256.equals(sha256(bytes))) throw new Error(`The file ${id} is not what was kept`);
    return bytes;
  }

  /** Has a file deleted once the transaction of `manager` commits; that there was one stays known. */
  async forget(manager: EntityManager, id: string): Promise<void> {
    await manager.query('update tracked_file set gone_at = $2 where id = $1 and gone_at is null', [
      ...[id, this.clock.now()],
    ]);
    await enqueueSettling(manager, id);
  }

  /** Has the partnership’s files deleted that were to be kept until a day before this one. @returns their ids */
  async expire(manager: EntityManager, partnershipId: string, today: string): Promise<string[]> {
    const rows = await manager.query<{ id: string }[]>(EXPIRED, [partnershipId, today]);
    for (const { id } of rows) await this.forget(manager, id);
    return rows.map(({ id }) => id);
  }

  /** The partnerships with files that were to be kept until a day before this one. */
  async expiring(today: string): Promise<string[]> {
    const rows = await this.source.query<{ id: string }[]>(EXPIRING, [today]);
    return rows.map(({ id }) => id);
  }

  /** Deletes a file from the disk that is gone, or was never kept because its request died. Others stay as they are. */
  async settle(id: string): Promise<void> {
    const rows = await this.source.query<unknown[]>(
      'select 1 from tracked_file where id = $1 and gone_at is null',
      [id],
    );
    if (rows.length === 0) await rm(this.pathOf(id), { force: true });
    await rm(this.pathOf(id) + STAGED, { force: true });
  }

  private pathOf(id: string): string {
    return join(this.folder, id);
  }
}

const enqueueSettling = async (manager: EntityManager, id: string, delaySeconds = 0): Promise<string> =>
  await enqueue(manager, 'evidence.settle', { id }, { delaySeconds });

const sha256 = (bytes: Buffer): Buffer => createHash('sha256').update(bytes).digest();

async function write(path: string, bytes: Buffer): Promise<void> {
  const handle = await open(path, 'wx', 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** So that the new name is on the disk too. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}

const KEEP = `
  insert into tracked_file (id, item_id, action_id, agency_id, media_type, size, sha256, keep_class, keep_until, came_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`;

const FIND = `
  select f.id, f.item_id as "itemId", f.action_id as "actionId", f.agency_id as "agencyId", f.media_type as "mediaType",
    f.size, f.keep_class as "keepClass", f.keep_until::text as "keepUntil", f.came_at as "cameAt",
    f.gone_at as "goneAt"
  from tracked_file f join tracked_item i on i.id = f.item_id where i.partnership_id = $1`;

const OVER = `from tracked_file f join tracked_item i on i.id = f.item_id where f.gone_at is null and f.keep_until`;
const EXPIRING = `select distinct i.partnership_id as id ${OVER} < $1`;
const EXPIRED = `select f.id ${OVER} < $2 and i.partnership_id = $1 order by f.id`;
