import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { ChangeLog, type Change } from '../publishing/changes/change-log.js';
import { apiPath } from '../publishing/changes/api-path.js';
import type { ChangeQuery } from './api/change-query.dto.js';
import type { ChangeItem, ChangeList } from './change.model.js';
import { FilterIds } from './filter-ids.js';
import { RecordReader } from './record-reader.js';

/** Answers what has changed for the public, with the records as they are now. */
@Injectable()
export class ChangesService {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly log: ChangeLog,
    private readonly ids: FilterIds,
    private readonly records: RecordReader,
  ) {}

  /** @throws LibraryError invalid-request, cursor-expired */
  async read({ cursor, limit = 100, ...filters }: ChangeQuery): Promise<ChangeList> {
    const { unknown, ...followed } = await this.ids.of(filters);
    const { changes, ...rest } = await this.log.read(followed, cursor, limit);
    const records = await this.recordsOf(changes);
    return { items: changes.map((change) => itemOf(change, records.get(keyOf(change)))), ...rest, unknown };
  }

  private async recordsOf(changes: readonly Change[]): Promise<Map<string, object>> {
    const shown = changes.filter(({ event }) => event === 'published' || event === 'updated');
    const found = await Promise.all(
      [...Map.groupBy(shown, ({ kind }) => kind)].map(async ([kind, some]) => {
        const ids = some.map(({ id }) => id);
        const records = await this.records.read(this.source, kind, ids);
        return [...records].map(([id, record]) => [keyOf({ kind, id }), record] as const);
      }),
    );
    return new Map(found.flat());
  }
}

const keyOf = ({ kind, id }: Pick<Change, 'kind' | 'id'>): string => `${kind} ${id}`;

/** What was public when the log was read may be withdrawn by now: it is told as what it is. */
function itemOf({ path: _, into, event, ...change }: Change, record: object | undefined): ChangeItem {
  const isShown = event === 'published' || event === 'updated';
  return {
    ...change,
    event: isShown && !record ? 'withdrawn' : event,
    apiUrl: change.slug === null ? null : apiPath({ ...change, slug: change.slug }),
    into: into && { id: into.id, slug: into.slug, url: into.path },
    record: record ?? null,
  };
}
