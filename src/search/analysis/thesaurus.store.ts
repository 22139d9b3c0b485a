import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { PUBLIC } from '../../publishing/audience.js';
import { PublishedCache } from '../../publishing/published-cache.js';
import { Thesaurus, type ThesaurusTheme } from './thesaurus.js';

/** Keeps the thesaurus that searches and documents are read by: of what the public may see, and of nothing else. */
@Injectable()
export class ThesaurusStore {
  private made: { of: string; thesaurus: Thesaurus } | null = null;
  private readonly kept: PublishedCache<Thesaurus>;

  constructor(@InjectDataSource() source: DataSource) {
    this.kept = new PublishedCache(source, () => this.seenBy(source.manager));
  }

  /**
   * Accepted themes, and proposed ones while something published uses them: the name of any other would tell of what is not
   * published.
   * @param revision of the content, read before (see `contentRevision`)
   */
  async at(revision: string): Promise<Thesaurus> {
    return await this.kept.at(revision);
  }

  /** The same as a transaction sees it. */
  async seenBy(manager: EntityManager): Promise<Thesaurus> {
    const themes = await readThemes(manager);
    // Most changes of content change no theme.
    const of = createHash('sha256').update(JSON.stringify(themes)).digest('base64');
    if (this.made?.of !== of) this.made = { of, thesaurus: new Thesaurus(themes) };
    return this.made.thesaurus;
  }
}

async function readThemes(manager: EntityManager): Promise<ThesaurusTheme[]> {
  return await manager.query<ThesaurusTheme[]>(`
    select t.id, t.slug, t.label, t.status = 'accepted' as accepted, t.definition, t.broader_id as "broaderId",
      cardinality(t.emergency) + cardinality(t.look_for) + cardinality(t.ask) + cardinality(t.ask_yourself)
        + cardinality(t.to_do) > 0 as "hasGuidance",
      coalesce(
        (select json_agg(json_build_object('text', l.text, 'kind', l.kind) order by l.position, l.normalised)
           from theme_label l where l.theme_id = t.id), '[]') as labels
    from ${PUBLIC.theme} t
    where t.replaced_by_id is null
    order by t.slug`);
}
