import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { columnsOf, rowOf } from '../platform/bundle/field-map.js';
import type { ImportRun, Staged, ThemeMove } from '../platform/bundle/import-run.js';
import { placeParts, type Placed } from '../platform/bundle/place-parts.js';
import { LibraryError } from '../platform/http/errors/library-error.js';
import { enqueueSearchUpdate } from '../platform/jobs/enqueue.js';
import { distinctIds, replaceLinks, writeRows } from '../platform/postgres/rows.js';
import { editFields, keepEdited } from '../publishing/edits.js';
import type { ReviewRecord } from '../reviews/review.record.js';
import { ThemeBook } from '../themes/theme-book.js';
import { ThemeLinks } from '../themes/theme-links.js';
import { ThemeService } from '../themes/theme.service.js';
import { AgencyBook } from './agency-book.js';
import { AgencyService } from './agency.service.js';
import { Recommendation } from './recommendation.entity.js';
import { RECOMMENDATIONS, type KnownRecommendation } from './recommendation.identity.js';
import {
  RECOMMENDATION_FIELDS,
  type RecommendationRecord,
  type Recommending,
} from './recommendation.record.js';

const COLUMNS = {
  ...{ id: 'uuid', review_id: 'uuid', position: 'smallint', ...columnsOf(RECOMMENDATION_FIELDS) },
  left_source_at: 'timestamptz',
};
const TARGET = { kind: 'recommendation', fields: RECOMMENDATION_FIELDS };

const THEMES = new ThemeLinks('recommendation');

type Change = Pick<RecommendationRecord, 'number' | 'text' | 'scope'>;
type Given = Placed<KnownRecommendation, RecommendationRecord>;

/** Alone writes recommendations, what they said before, and whom and what they are about. */
@Injectable()
export class RecommendationService {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /**
   * Changes a recommendation as a person asks; no import overwrites what is changed so. What it said before can be read
   * back, and the search is updated with it.
   * @throws LibraryError not-found
   */
  async edit(id: string, changes: Partial<Change>): Promise<void> {
    await this.source.transaction(async (manager) => {
      const found = await manager.findOne(Recommendation, {
        select: { id: true, reviewId: true, number: true, text: true },
        where: { id },
        lock: { mode: 'pessimistic_write' },
      });
      if (!found) throw new LibraryError('not-found', 'There is no such recommendation.');
      await this.keepWording(manager, [{ ...found, ...changes }]);
      const changed = await editFields<RecommendationRecord>(manager, TARGET, id, changes);
      if (changed.length > 0) await enqueueSearchUpdate(manager, 'review', [found.reviewId]);
    });
  }

  /**
   * Writes the recommendations of a bundle's reviews. Each keeps its id for as long as it is itself; those that left their
   * source are kept, and shown no more.
   */
  async import(
    run: ImportRun,
    all: Staged<ReviewRecord & Recommending>[],
    changed: Staged<ReviewRecord & Recommending>[],
  ): Promise<void> {
    const { manager } = run;
    const placed = await placeParts(run, RECOMMENDATIONS, all, changed);
    const links = this.linksOf(run, placed, all);
    await new ThemeService().writeProposed(run, run.shared(ThemeBook));
    await new AgencyService().writeMade(run, run.shared(AgencyBook));
    const given = placed.map(({ id, reviewId: review_id, position, part }) => ({
      ...{ ...rowOf(RECOMMENDATION_FIELDS, part), id, review_id, position, left_source_at: null },
    }));
    const kept = changed.length > 0 ? await keepEdited(run, TARGET, given) : given;
    await this.keepWording(
      manager,
      kept.filter((_, place) => placed[place]!.known) as {
        id: string;
        number: string | null;
        text: string;
      }[],
    );
    await writeRows(manager, 'recommendation', COLUMNS, kept);
    const known = placed.flatMap((one) => (one.known ? [one.id] : []));
    await THEMES.replace(manager, known, links.themes);
    const addressee: [string, string] = ['recommendation_id', 'agency_id'];
    await replaceLinks(manager, 'recommendation_addressee', addressee, known, links.agencies);
  }

  /** @returns the reviews whose recommendations are on one of the themes */
  async reviewsOn(manager: EntityManager, themeIds: string[]): Promise<string[]> {
    const about = manager
      .createQueryBuilder(Recommendation, 'c')
      .innerJoin('c.themes', 'theme')
      .where('theme.id = any(:themeIds)', { themeIds });
    return await distinctIds(about, 'c.reviewId');
  }

  async moveThemes(manager: EntityManager, moves: ThemeMove[]): Promise<void> {
    await THEMES.move(manager, moves);
  }

  private linksOf(
    run: ImportRun,
    placed: Given[],
    all: Staged<ReviewRecord & Recommending>[],
  ): { themes: [string, string][]; agencies: [string, string][] } {
    const theme = run.shared(ThemeBook).inWordsOnce();
    const agencies = run.shared(AgencyBook);
    const publishers = new Map(all.map(({ targetId, publisherId }) => [targetId, publisherId!]));
    const links = { themes: [] as [string, string][], agencies: [] as [string, string][] };
    const before = agencies.made;
    for (const { id, reviewId, part } of placed) {
      const publisherId = publishers.get(reviewId)!;
      for (const themeId of new Set(part.themes.map((name) => theme(name).themeId)))
        links.themes.push([id, themeId]);
      for (const agency of new Set(part.addressees.map((name) => agencies.findOrMake(publisherId, name))))
        links.agencies.push([id, agency]);
    }
    run.notes.named.agencies += agencies.made - before;
    return links;
  }

  /** Keeps what recommendations say so far, where they are about to say or be called something else. */
  private async keepWording(
    manager: EntityManager,
    given: { id: string; number?: string | null; text?: string }[],
  ): Promise<void> {
    if (given.length === 0) return;
    await manager.query(
      `with changing as (
         select c.id, c.worded_at, c.number, c.text
           from recommendation c join jsonb_to_recordset($1::jsonb) as g(id uuid, number text, text text) on g.id = c.id
          where (g.text is not null and g.text <> c.text) or g.number is distinct from c.number
       ), kept as (
         insert into recommendation_version (recommendation_id, since, number, text)
         select id, worded_at, number, text from changing
         on conflict (recommendation_id, since) do nothing
       )
       update recommendation c set worded_at = now() from changing where changing.id = c.id`,
      [JSON.stringify(given)],
    );
  }
}
