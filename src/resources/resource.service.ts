import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import type { ImportRun, Staged } from '../platform/bundle/import-run.js';
import { enqueueSearchUpdate } from '../platform/jobs/enqueue.js';
import { rows, takenSlugs } from '../platform/postgres/rows.js';
import { SlugBook, slugOf } from '../platform/text/slug.js';
import { editFields } from '../publishing/edits.js';
import { importRows } from '../publishing/import-rows.js';
import { ThemeBook } from '../themes/theme-book.js';
import { ThemeLinks } from '../themes/theme-links.js';
import { ThemeService } from '../themes/theme.service.js';
import { RESOURCE_FIELDS, type ResourceRecord } from './resource.record.js';

const TARGET = { kind: 'resource', fields: RESOURCE_FIELDS };
const THEMES = new ThemeLinks('resource');

/** What a person may change of a resource. Title, publisher and start say which it is. */
export type ResourceChanges = Partial<Omit<ResourceRecord, 'publisher' | 'title' | 'startsOn' | 'themes'>>;

/** Alone writes resources, and which themes they are about. */
@Injectable()
export class ResourceService {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /**
   * Changes a resource as a person asks; no import overwrites what is changed so. The search is updated with it.
   * @throws LibraryError not-found
   */
  async edit(id: string, changes: ResourceChanges): Promise<void> {
    await this.source.transaction(async (manager) => {
      const changed = await editFields<ResourceRecord>(manager, TARGET, id, changes);
      if (changed.length > 0) await enqueueSearchUpdate(manager, 'resource', [id]);
    });
  }

  async takenSlugs(manager: EntityManager): Promise<SlugBook> {
    return new SlugBook(await takenSlugs(manager, 'resource'));
  }

  /** Writes resources of a bundle. */
  async import(run: ImportRun, batch: Staged<ResourceRecord>[], slugs: SlugBook): Promise<void> {
    const { manager } = run;
    await importRows(run, TARGET, batch, ({ fields }) => slugs.claim(slugOf(fields.title, 'resource')));
    const book = run.shared(ThemeBook);
    const links = batch.flatMap(({ targetId, fields }) =>
      book.idsOf(fields.themes).map((themeId) => [targetId, themeId] as const),
    );
    await new ThemeService().writeProposed(run, book);
    const ids = batch.map(({ targetId }) => targetId);
    await THEMES.replace(manager, ids, links);
    run.stale.add('resource', ids);
  }

  /** @returns the resources that these partnerships published */
  async publishedBy(manager: EntityManager, partnershipIds: string[]): Promise<string[]> {
    const found = await rows<{ id: string }>(
      manager,
      `select id from resource where publisher_id = any($1::uuid[])`,
      [partnershipIds],
    );
    return found.map(({ id }) => id);
  }
}
