import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { CONTENT_REVISION } from '../../publishing/content-revision.js';
import { Thesaurus } from './thesaurus.js';
import type { ThesaurusTheme } from './thesaurus-theme.js';

/** How long a thesaurus is used before the database is asked whether it has changed, in milliseconds. */
const CHECK_EVERY = 1000;

/** Keeps the thesaurus in memory, as current as the database was a second ago. */
@Injectable()
export class ThesaurusStore {
  private held: { thesaurus: Thesaurus; version: string } | null = null;
  private checkedAt = 0;

  constructor(@InjectDataSource() private readonly source: DataSource) {}

  async current(): Promise<Thesaurus> {
    if (this.held && Date.now() - this.checkedAt < CHECK_EVERY) return this.held.thesaurus;
    const version = await readVersion(this.source.manager);
    if (this.held?.version !== version) {
      this.held = { thesaurus: await readThesaurus(this.source.manager), version };
    }
    this.checkedAt = Date.now();
    return this.held.thesaurus;
  }
}

/** Not by the clock: it may be set back, and what was written then would look older than what is held. */
async function readVersion(manager: EntityManager): Promise<string> {
  const [row] = await manager.query<{ version: string }[]>(
    `select current_database() || ' ' || ${CONTENT_REVISION} as version`,
  );
  return row?.version ?? '';
}

let last: { version: string; thesaurus: Thesaurus } | null = null;

/**
 * The whole thesaurus as this transaction sees it, proposed themes included, replaced ones left out. Made once a version:
 * a rebuild asks for it with every batch.
 */
export async function readThesaurus(manager: EntityManager): Promise<Thesaurus> {
  const version = await readVersion(manager);
  if (last?.version !== version) last = { version, thesaurus: await makeThesaurus(manager) };
  return last.thesaurus;
}

async function makeThesaurus(manager: EntityManager): Promise<Thesaurus> {
  const themes = await manager.query<ThesaurusTheme[]>(`
    select t.id, t.slug, t.label, t.status = 'accepted' as accepted, t.definition, t.broader_id as "broaderId",
      cardinality(t.look_for) + cardinality(t.ask) + cardinality(t.to_do) > 0 as "hasGuidance",
      coalesce(
        (select json_agg(json_build_object('text', l.text, 'kind', l.kind) order by l.position, l.normalised)
           from theme_label l where l.theme_id = t.id), '[]') as labels
    from theme t
    where t.replaced_by_id is null`);
  return new Thesaurus(themes);
}
