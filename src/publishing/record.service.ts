import { InjectDataSource } from '@nestjs/typeorm';
import { Any, DataSource, type EntityManager } from 'typeorm';
import { columnsOf, rowOf, type FieldMap, type Row } from '../platform/bundle/field-map.js';
import type { ImportRun, Staged } from '../platform/bundle/import-run.js';
import { enqueueSearchUpdate } from '../platform/jobs/enqueue.js';
import { distinctIds, updateRows, writeRows, type Columns } from '../platform/postgres/rows.js';
import { SlugBook } from '../platform/text/slug.js';
import { editFields, keepEdited } from './edits.js';
import type { PublishedKind } from './publication.js';

/**
 * Alone writes the records of one kind that have a publisher, an address and a state of publication.
 * `Fixed` are the fields that say which record it is, or that are edited on their own.
 */
export abstract class RecordService<Fields extends object, Fixed extends keyof Fields> {
  protected abstract readonly target: { kind: PublishedKind; fields: FieldMap<Fields> };
  /** Columns beside those of the fields, by which a record is known again, and what goes into them. */
  protected readonly identityColumns: Columns = {};
  protected readonly identityOf: (record: Staged<Fields>) => Row = () => ({});

  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /**
   * Changes a record as a person asks; no import overwrites what is changed so. The search is updated with it.
   * @throws LibraryError not-found
   */
  async edit(id: string, changes: Partial<Omit<Fields, Fixed>>): Promise<void> {
    await this.source.transaction(async (manager) => {
      const changed = await editFields(manager, this.target, id, changes as Partial<Fields>);
      if (changed.length > 0) await enqueueSearchUpdate(manager, this.target.kind, [id]);
    });
  }

  async takenSlugs(manager: EntityManager): Promise<SlugBook> {
    const all = manager.createQueryBuilder(this.target.kind, 't').select('t.slug', 'slug');
    return new SlugBook((await all.getRawMany<{ slug: string }>()).map(({ slug }) => slug));
  }

  /** @returns the records that these partnerships published */
  async publishedBy(manager: EntityManager, partnershipIds: string[]): Promise<string[]> {
    const theirs = { publisherId: Any(partnershipIds) };
    return await distinctIds(manager.createQueryBuilder(this.target.kind, 't').where(theirs), 't.id');
  }

  /**
   * Writes what a bundle says of records: new ones with an address, known ones in place, which keep their id, address and
   * publication state, and what people have edited.
   * @param slugOf claims the address of a new record
   */
  protected async importRows(
    run: ImportRun,
    batch: Staged<Fields>[],
    slugOf: (record: Staged<Fields>) => string,
  ): Promise<void> {
    const { kind, fields } = this.target;
    const own = { ...columnsOf(fields), ...this.identityColumns };
    const columns = { id: 'uuid', publisher_id: 'uuid', ...own, imported_hash: 'text' };
    const row = (record: Staged<Fields>): Row => ({
      ...{ ...rowOf(fields, record.fields), ...this.identityOf(record), id: record.targetId },
      ...{ publisher_id: record.publisherId, imported_hash: record.hash },
    });
    const created = batch.filter(({ state }) => state === 'new');
    const changed = batch.filter(({ state }) => state === 'changed');
    const made = created.map((record) => ({ ...row(record), slug: slugOf(record) }));
    await writeRows(run.manager, kind, { ...columns, slug: 'text' }, made);
    const kept = await keepEdited(run, { kind, fields }, changed.map(row));
    await updateRows(run.manager, kind, columns, kept, 'updated_at = now()');
    run.stale.add(
      kind,
      batch.map(({ targetId }) => targetId),
    );
  }
}
