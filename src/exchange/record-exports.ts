import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { LibraryError } from '../platform/http/errors/library-error.js';
import { PUBLIC } from '../publishing/audience.js';
import { ChangeLog, settleEmbargoes } from '../publishing/changes/change-log.js';
import type { PublicKind } from '../publishing/changes/public-kinds.js';
import { FilterIds } from './filter-ids.js';
import { RecordReader } from './record-reader.js';

const RECORDS_AT_ONCE = 200;
/** Each holds a connection to the database for as long as somebody reads it. */
const MOST_AT_ONCE = 2;
const TRY_AGAIN_SECONDS = 10;

/** One state of all records of a kind. */
export interface Snapshot {
  /** From which `/api/v1/changes?kind=…` goes on after this state. */
  cursor: string;
  batches: AsyncGenerator<object[]>;
  /** To be called when nobody reads on. */
  close(): Promise<void>;
}

/** Reads all records of a kind as they are at one moment, however long the reading takes. */
@Injectable()
export class RecordExports {
  private open = 0;

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly log: ChangeLog,
    private readonly ids: FilterIds,
    private readonly records: RecordReader,
  ) {}

  /** @throws LibraryError too-many-requests */
  async snapshot(kind: PublicKind): Promise<Snapshot> {
    if (this.open >= MOST_AT_ONCE)
      throw new LibraryError(
        'too-many-requests',
        `${MOST_AT_ONCE} exports are being read just now: wait until one has ended.`,
        [],
        { retryAfter: TRY_AGAIN_SECONDS },
      );
    this.open += 1;
    const runner = this.source.createQueryRunner();
    let isOpen = true;
    const close = async (): Promise<void> => {
      if (!isOpen) return;
      isOpen = false;
      this.open -= 1;
      await runner.rollbackTransaction().catch(() => undefined);
      await runner.release();
    };
    try {
      await settleEmbargoes(this.source);
      const { asked } = await this.ids.of({ kind: [kind] });
      await runner.startTransaction('REPEATABLE READ');
      const cursor = await this.log.cursorNow(runner.manager, asked);
      return { cursor, batches: this.batches(runner.manager, kind), close };
    } catch (error) {
      await close();
      throw error;
    }
  }

  private async *batches(manager: EntityManager, kind: PublicKind): AsyncGenerator<object[]> {
    for (let after = FIRST; ;) {
      const rows = await manager.query<{ id: string }[]>(NEXT, [kind, after, RECORDS_AT_ONCE]);
      if (rows.length === 0) return;
      const ids = rows.map(({ id }) => id);
      const records = await this.records.read(manager, kind, ids);
      yield ids.flatMap((id) => records.get(id) ?? []);
      after = ids.at(-1)!;
    }
  }
}

const FIRST = '00000000-0000-0000-0000-000000000000';

const NEXT = `
  select record_id as id from ${PUBLIC.record} where kind = $1 and record_id > $2 and merged_into is null
  order by record_id limit $3`;
