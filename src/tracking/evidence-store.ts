import { createHash } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { CONFIG, type Config } from '../platform/config.js';

/** A file as the store knows it. */
export interface StoredFile {
  id: string;
  itemId: string;
  actionId: string | null;
  agencyId: string | null;
  name: string | null;
  mediaType: string;
  size: number;
  keepClass: string;
  keepUntil: string | null;
  goneAt: Date | null;
}

export type NewFile = Pick<
  StoredFile,
  'id' | 'itemId' | 'actionId' | 'agencyId' | 'name' | 'mediaType' | 'keepClass' | 'keepUntil'
> & {
  bytes: Buffer;
};

/** Alone writes files of evidence: their bytes into the data folder, which no web server serves, the rest into the database. */
@Injectable()
export class EvidenceStore {
  private readonly folder: string;

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    @Inject(CONFIG) config: Pick<Config, 'dataDir'>,
  ) {
    this.folder = join(config.dataDir, 'evidence');
  }

  /** Keeps a file. The bytes are on the disk before the transaction of `manager` can commit. */
  async keep(manager: EntityManager, { bytes, ...file }: NewFile): Promise<void> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const path = this.pathOf(file.id);
    const handle = await open(`${path}.part`, 'w', 0o600);
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(`${path}.part`, path);
    await manager.query(KEEP, [
      ...[file.id, file.itemId, file.actionId, file.agencyId, file.name, file.mediaType, bytes.length],
      ...[createHash('sha256').update(bytes).digest(), file.keepClass, file.keepUntil],
    ]);
  }

  async find(partnershipId: string, id: string): Promise<StoredFile | null> {
    const [file] = await this.source.query<StoredFile[]>(FIND, [partnershipId, id]);
    return file ?? null;
  }

  /** @throws Error where the bytes are not those that were kept */
  async read(id: string): Promise<Buffer> {
    const bytes = await readFile(this.pathOf(id));
    const [row] = await this.source.query<{ sha256: Buffer }[]>(
      'select sha256 from tracked_file where id = $1',
      [id],
    );
    if (!row?.sha256.equals(createHash('sha256').update(bytes).digest()))
      throw new Error(`The file ${id} is not what was kept`);
    return bytes;
  }

  /** Deletes a file; that there was one stays known. */
  async forget(manager: EntityManager, id: string): Promise<void> {
    await manager.query('update tracked_file set name = null, gone_at = now() where id = $1', [id]);
    await rm(this.pathOf(id), { force: true });
  }

  private pathOf(id: string): string {
    return join(this.folder, id);
  }
}

const KEEP = `
  insert into tracked_file (id, item_id, action_id, agency_id, name, media_type, size, sha256, keep_class, keep_until)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`;

const FIND = `
  select f.id, f.item_id as "itemId", f.action_id as "actionId", f.agency_id as "agencyId", f.name,
    f.media_type as "mediaType", f.size, f.keep_class as "keepClass", f.keep_until::text as "keepUntil", f.gone_at as "goneAt"
  from tracked_file f join tracked_item i on i.id = f.item_id where i.partnership_id = $1 and f.id = $2`;
