import { Any, type EntityManager } from 'typeorm';
import type { ThemeUses } from '../platform/bundle/bundle-kind.js';
import type { ThemeMove } from '../platform/bundle/import-run.js';
import { distinctIds, replaceLinks } from '../platform/postgres/rows.js';
import type { SearchSubject } from '../platform/jobs/enqueue.js';

/** The themes of records that only name them, in a table of links: NOUN_theme. For the services of these nouns. */
export class ThemeLinks {
  /** @param noun the table of the records; never from a bundle */
  constructor(private readonly noun: 'recommendation' | 'briefing' | 'resource') {}

  /** Puts these themes in place of those that the records had. */
  async replace(manager: EntityManager, ids: string[], links: (readonly [string, string])[]): Promise<void> {
    await replaceLinks(manager, `${this.noun}_theme`, [`${this.noun}_id`, 'theme_id'], ids, links);
  }

  /** Makes links to the one theme links to the other; a record that has both keeps one. */
  async move(manager: EntityManager, moves: ThemeMove[]): Promise<void> {
    const from = moves.map(({ fromId }) => fromId);
    await manager.query(
      `insert into ${this.noun}_theme (${this.noun}_id, theme_id)
       select t.${this.noun}_id, m.into_id from ${this.noun}_theme t
         join unnest($1::uuid[], $2::uuid[]) as m(from_id, into_id) on t.theme_id = m.from_id
       on conflict do nothing`,
      [from, moves.map(({ intoId }) => intoId)],
    );
    await manager.delete(`${this.noun}_theme`, { theme_id: Any(from) });
  }

  /** @returns the records that have one of the themes */
  async recordsOn(manager: EntityManager, themeIds: string[]): Promise<string[]> {
    const links = manager.createQueryBuilder(`${this.noun}_theme`, 'link').where({ theme_id: Any(themeIds) });
    return await distinctIds(links, `link.${this.noun}_id`);
  }

  /** What the records do about their themes, where they are subjects of the search themselves. */
  uses(subject: SearchSubject): ThemeUses {
    return {
      subject,
      subjectsOn: (manager, themeIds) => this.recordsOn(manager, themeIds),
      move: (manager, moves) => this.move(manager, moves),
    };
  }
}
