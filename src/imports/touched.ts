import type { EntityManager } from 'typeorm';
import { enqueueSearchUpdate, type SearchSubject } from '../platform/jobs/enqueue.js';
import { rows } from '../platform/postgres/rows.js';

/** Gathers the records whose search documents an import makes stale. */
export class Touched {
  private readonly ids: Record<SearchSubject, Set<string>> = {
    theme: new Set(),
    review: new Set(),
    briefing: new Set(),
    resource: new Set(),
  };

  add(kind: SearchSubject, ids: Iterable<string>): void {
    for (const id of ids) this.ids[kind].add(id);
  }

  /** Documents carry the words of their themes. */
  async addUsersOfThemes(manager: EntityManager, themeIds: string[]): Promise<void> {
    if (themeIds.length === 0) return;
    await this.addFrom(
      manager,
      `select 'review' as kind, review_id as id from learning_point where theme_id = any($1::uuid[])
       union
       select 'review', r.review_id from recommendation_theme t join recommendation r on r.id = t.recommendation_id
        where t.theme_id = any($1)
       union select 'briefing', briefing_id from briefing_theme where theme_id = any($1)
       union select 'resource', resource_id from resource_theme where theme_id = any($1)`,
      themeIds,
    );
  }

  /** Documents carry the name of their publisher. */
  async addPublishedBy(manager: EntityManager, partnershipIds: string[]): Promise<void> {
    if (partnershipIds.length === 0) return;
    await this.addFrom(
      manager,
      `select 'review' as kind, id from review where publisher_id = any($1::uuid[])
       union all select 'briefing', id from briefing where publisher_id = any($1)
       union all select 'resource', id from resource where publisher_id = any($1)`,
      partnershipIds,
    );
  }

  /** Briefings name their reviews. */
  async addBriefingsOf(manager: EntityManager, reviewIds: string[]): Promise<void> {
    if (reviewIds.length === 0) return;
    await this.addFrom(
      manager,
      `select distinct 'briefing' as kind, briefing_id as id from briefing_review where review_id = any($1::uuid[])`,
      reviewIds,
    );
  }

  private async addFrom(manager: EntityManager, query: string, ids: string[]): Promise<void> {
    for (const { kind, id } of await rows<{ kind: SearchSubject; id: string }>(manager, query, [ids]))
      this.ids[kind].add(id);
  }

  /** Has them made anew once the transaction is committed. */
  async enqueue(manager: EntityManager): Promise<void> {
    for (const kind of Object.keys(this.ids) as SearchSubject[])
      await enqueueSearchUpdate(manager, kind, [...this.ids[kind]]);
  }
}
