import type { DataSource } from 'typeorm';
import type { BundleKind } from '../platform/bundle/bundle-kind.js';
import { matchByIdentity } from '../platform/bundle/match-by-identity.js';
import { ThemeLinks } from './theme-links.js';
import type { TitledKind, TitledRecord, TitledService } from './titled.service.js';

/**
 * A kind of record that is known by publisher, title and, where it has them, an edition.
 * @param Service writes its records
 * @param edition SQL: what tells apart rows `t` of one title
 */
export function titledKind<Name extends TitledKind, Fields extends TitledRecord>(
  kind: Pick<BundleKind<Name, Fields>, 'name' | 'plural' | 'record' | 'fields' | 'identify' | 'check'>,
  Service: new (source: DataSource) => TitledService<Fields, keyof Fields>,
  edition = 'null',
): BundleKind<Name, Fields> {
  const { name } = kind;
  return {
    ...kind,
    identifiedBy: 'title',
    settle: ({ manager }) =>
      matchByIdentity(
        manager,
        name,
        `t.title = s.name and t.publisher_id is not distinct from s.publisher_id and ${edition} is not distinct from s.edition`,
      ),
    async write(run) {
      const service = new Service(run.manager.dataSource);
      const slugs = await service.takenSlugs(run.manager);
      for await (const batch of run.batches(kind, ['new', 'changed']))
        await service.import(run, batch, slugs);
    },
    themeUses: [new ThemeLinks(name).uses(name)],
    publishedBy: {
      subject: name,
      find: (manager, ids) => new Service(manager.dataSource).publishedBy(manager, ids),
    },
  };
}
