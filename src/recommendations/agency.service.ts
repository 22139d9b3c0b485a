import { Injectable } from '@nestjs/common';
import { Any, type EntityManager } from 'typeorm';
import { columnsOf, rowOf } from '../platform/bundle/field-map.js';
import type { ImportRun, Staged } from '../platform/bundle/import-run.js';
import { newIds } from '../platform/bundle/record-id.js';
import { distinctIds, updateRows, writeRows } from '../platform/postgres/rows.js';
import { SlugBook, slugOf } from '../platform/text/slug.js';
import { PUBLIC } from '../publishing/audience.js';
import { keepEdited } from '../publishing/edits.js';
import { agencyIdentity, type AgencyBook } from './agency-book.js';
import { Agency } from './agency.entity.js';
import { Recommendation } from './recommendation.entity.js';
import { AGENCY_FIELDS, type AgencyRecord } from './agency.record.js';

const COLUMNS = { id: 'uuid', ...columnsOf(AGENCY_FIELDS), imported_hash: 'text' };

/** An agency as a partnership knows it. */
export type KnownAgency = Pick<Agency, 'id' | 'slug' | 'name' | 'otherNames' | 'partnershipId'>;

/** Alone writes agencies. */
@Injectable()
export class AgencyService {
  /** A partnership's own agencies, and the national ones, by name. */
  async knownIn(manager: EntityManager, partnershipId: string): Promise<KnownAgency[]> {
    return await manager.query<KnownAgency[]>(KNOWN, [partnershipId]);
  }

  /** Enters an agency of a partnership by its names, as a person asks. @returns its id */
  async enter(
    manager: EntityManager,
    partnership: { id: string; slug: string },
    { name, otherNames }: { name: string; otherNames: string[] },
  ): Promise<string> {
    const taken = await manager.query<{ slug: string }[]>('select slug from agency');
    const slugs = new SlugBook(taken.map(({ slug }) => slug));
    const plain = slugOf(name, 'agency');
    const slug = slugs.claim(slugs.has(plain) ? `${plain}-${partnership.slug}` : plain);
    const [owner] = await manager.query<{ name: string }[]>(
      `select name from ${PUBLIC.publisher} where id = $1`,
      [partnership.id],
    );
    const [id] = await newIds(manager, 'agency', [agencyIdentity(owner?.name, name)]);
    await manager.insert(Agency, {
      ...{ id, slug, name, otherNames, partnershipId: partnership.id, editedAt: () => 'now()' },
    });
    return id!;
  }

  /** Writes the agencies that a book has made since the last time, which are known by name alone. */
  async writeMade({ manager }: ImportRun, book: AgencyBook): Promise<void> {
    const made = book.takeMade().map(({ partnershipId: partnership_id, ...agency }) => ({
      ...{ ...agency, partnership_id },
    }));
    const columns = { id: 'uuid', name: 'text', slug: 'text', partnership_id: 'uuid' };
    await writeRows(manager, 'agency', columns, made);
  }

  /** Writes what a bundle says of agencies, all of which are there. */
  async import(run: ImportRun, batch: Staged<AgencyRecord>[]): Promise<void> {
    const given = batch.map(({ targetId: id, hash, fields }) => ({
      ...{ ...rowOf(AGENCY_FIELDS, fields), id, imported_hash: hash },
    }));
    const kept = await keepEdited(run, { kind: 'agency', fields: AGENCY_FIELDS }, given);
    await updateRows(run.manager, 'agency', COLUMNS, kept);
    const ids = batch.map(({ targetId }) => targetId);
    run.stale.add('review', await this.reviewsNaming(run, ids));
  }

  /**
   * Makes what is asked of the one agency asked of the other, and removes the one, which was known by a name alone: unless what is
   * followed still says its name.
   */
  async merge(run: ImportRun, merges: { from: string; into: string }[]): Promise<void> {
    if (merges.length === 0) return;
    const from = merges.map((merge) => merge.from);
    const into = merges.map((merge) => merge.into);
    run.stale.add('review', await this.reviewsNaming(run, from));
    await run.manager.query(
      `insert into recommendation_addressee (recommendation_id, agency_id)
       select a.recommendation_id, m.into_id from recommendation_addressee a
         join unnest($1::uuid[], $2::uuid[]) as m(from_id, into_id) on m.from_id = a.agency_id
       on conflict do nothing`,
      [from, into],
    );
    await run.manager.query('delete from recommendation_addressee where agency_id = any($1)', [from]);
    const staying = new Set(await run.passAgenciesOn(merges));
    await run.manager.delete(Agency, { id: Any(from.filter((id) => !staying.has(id))) });
  }

  private async reviewsNaming({ manager }: ImportRun, agencyIds: string[]): Promise<string[]> {
    const naming = manager
      .createQueryBuilder(Recommendation, 'c')
      .innerJoin('c.addressees', 'agency')
      .where('agency.id = any(:agencyIds)', { agencyIds });
    return await distinctIds(naming, 'c.reviewId');
  }
}

const KNOWN = `
  select id, slug, name, other_names as "otherNames", partnership_id as "partnershipId" from agency
  where partnership_id is null or partnership_id = $1 order by lower(name), slug`;
