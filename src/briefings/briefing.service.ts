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
import { BRIEFING_FIELDS, type BriefingRecord } from './briefing.record.js';

const TARGET = { kind: 'briefing', fields: BRIEFING_FIELDS };
const THEMES = new ThemeLinks('briefing');

/** What a person may change of a briefing. Title and publisher say which it is. */
export type BriefingChanges = Partial<Omit<BriefingRecord, 'publisher' | 'title' | 'themes' | 'reviews'>>;

/** Alone writes briefings, and which themes and reviews they are about. */
@Injectable()
export class BriefingService {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /**
   * Changes a briefing as a person asks; no import overwrites what is changed so. The search is updated with it.
   * @throws LibraryError not-found
   */
  async edit(id: string, changes: BriefingChanges): Promise<void> {
    await this.source.transaction(async (manager) => {
      const changed = await editFields<BriefingRecord>(manager, TARGET, id, changes);
      if (changed.length > 0) await enqueueSearchUpdate(manager, 'briefing', [id]);
    });
  }

  async takenSlugs(manager: EntityManager): Promise<SlugBook> {
    return new SlugBook(await takenSlugs(manager, 'briefing'));
  }

  /** Writes briefings of a bundle. The reviews they name were found before anything was written, and are there now. */
  async import(run: ImportRun, batch: Staged<BriefingRecord>[], slugs: SlugBook): Promise<void> {
    const { manager } = run;
    await importRows(run, TARGET, batch, ({ fields }) => slugs.claim(slugOf(fields.title, 'briefing')));
    const book = run.shared(ThemeBook);
    const links = batch.flatMap(({ targetId, fields }) =>
      book.idsOf(fields.themes).map((themeId) => [targetId, themeId] as const),
    );
    await new ThemeService().writeProposed(run, book);
    const ids = batch.map(({ targetId }) => targetId);
    await THEMES.replace(manager, ids, links);
    await manager.query(`delete from briefing_review where briefing_id = any($1::uuid[])`, [ids]);
    await manager.query(
      `insert into briefing_review (briefing_id, review_id)
       select distinct s.target_id, f.review_id
         from import_record s join import_review_use u on u.seq = s.seq join import_review_ref f on f.id = u.ref
        where s.seq = any($1::int[])`,
      [batch.map(({ seq }) => seq)],
    );
    run.stale.add('briefing', ids);
  }

  /** @returns the briefings about one of these reviews, whose names they carry */
  async about(manager: EntityManager, reviewIds: string[]): Promise<string[]> {
    const found = await rows<{ id: string }>(
      manager,
      `select distinct briefing_id as id from briefing_review where review_id = any($1::uuid[])`,
      [reviewIds],
    );
    return found.map(({ id }) => id);
  }

  /** @returns the briefings that these partnerships published */
  async publishedBy(manager: EntityManager, partnershipIds: string[]): Promise<string[]> {
    const found = await rows<{ id: string }>(
      manager,
      `select id from briefing where publisher_id = any($1::uuid[])`,
      [partnershipIds],
    );
    return found.map(({ id }) => id);
  }
}
