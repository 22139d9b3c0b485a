import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { PUBLIC } from '../publishing/audience.js';
import { PublishedCache } from '../publishing/published-cache.js';
import { Tombstones } from '../publishing/tombstones.js';
import { asConcepts, type ConceptRow, type ThemeConcept } from './concept.js';
import { inUtc } from '../platform/dates/in-utc.sql.js';

/** Reads the thesaurus as concepts: the accepted themes, and no name that is not for display. */
@Injectable()
export class ConceptQueries {
  private readonly kept: PublishedCache<ReadonlyMap<string, ThemeConcept>>;

  constructor(
    @InjectDataSource() source: DataSource,
    private readonly tombstones: Tombstones,
  ) {
    this.kept = new PublishedCache(source, async () =>
      asConcepts(await source.query<ConceptRow[]>(CONCEPTS)),
    );
  }

  /** All of them, by slug. */
  async all(): Promise<ReadonlyMap<string, ThemeConcept>> {
    return await this.kept.get();
  }

  /** @throws LibraryError not-found, gone */
  async find(slug: string): Promise<ThemeConcept> {
    const concept = (await this.all()).get(slug);
    if (concept) return concept;
    throw await this.tombstones.missing(
      `/themes/${slug}`,
      'There is no theme of the thesaurus at this address.',
    );
  }
}

const names = (kinds: string): string =>
  `array(select n.text from ${PUBLIC.themeName} n where n.theme_id = t.id and n.kind in (${kinds})
     order by n.kind desc, n.position, n.text)`;

const CONCEPTS = `
  select t.slug, t.label, t.definition, ${names(`'alternative', 'abbreviation'`)} as "altLabels",
    (select o.slug from ${PUBLIC.acceptedTheme} o where o.id = t.broader_id) as broader,
    (select o.slug from ${PUBLIC.acceptedTheme} o where o.id = t.replaced_by_id) as "replacedBy",
    t.replaced_by_id is not null as "isReplaced",
    array(select o.slug from theme_related tr join ${PUBLIC.acceptedTheme} o on o.id = tr.related_id
          where tr.theme_id = t.id order by o.slug) as related,
    (select ${inUtc('r.updated_at', 'seconds')} from ${PUBLIC.record} r
     where r.kind = 'theme' and r.record_id = t.id) as "updatedAt"
  from ${PUBLIC.acceptedTheme} t order by t.slug`;
