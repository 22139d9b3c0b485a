import { Injectable } from '@nestjs/common';
import { Any, type EntityManager } from 'typeorm';
import type { ImportRun, Staged } from '../platform/bundle/import-run.js';
import { distinctIds } from '../platform/postgres/rows.js';
import type { SlugBook } from '../platform/text/slug.js';
import { TitledService } from '../themes/titled.service.js';
import { BRIEFING_FIELDS, type BriefingRecord } from './briefing.record.js';

/** Alone writes briefings, and which themes and reviews they are about. */
@Injectable()
export class BriefingService extends TitledService<BriefingRecord, 'reviews'> {
  protected readonly target = { kind: 'briefing', fields: BRIEFING_FIELDS } as const;

  /** Writes briefings of a bundle. The reviews they name were found before anything was written, and are there now. */
  override async import(run: ImportRun, batch: Staged<BriefingRecord>[], slugs: SlugBook): Promise<void> {
    await super.import(run, batch, slugs);
    const briefings = Any(batch.map(({ targetId }) => targetId));
    await run.manager.delete('briefing_review', { briefing_id: briefings });
    await run.manager.query(
      `insert into briefing_review (briefing_id, review_id)
       select distinct s.target_id, f.review_id
         from import_record s join import_review_use u on u.seq = s.seq join import_review_ref f on f.id = u.ref
        where s.seq = any($1::int[])`,
      [batch.map(({ seq }) => seq)],
    );
  }

  /** @returns the briefings about one of these reviews, whose names they carry */
  async about(manager: EntityManager, reviewIds: string[]): Promise<string[]> {
    const links = manager.createQueryBuilder('briefing_review', 'link').where({ review_id: Any(reviewIds) });
    return await distinctIds(links, 'link.briefing_id');
  }
}
