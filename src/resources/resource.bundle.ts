import { fieldProblem, type BundleKind, type RecordProblem } from '../platform/bundle/bundle-kind.js';
import { matchByIdentity } from '../platform/bundle/match-by-identity.js';
import { ThemeLinks } from '../themes/theme-links.js';
import { RESOURCE_FIELDS, ResourceRecord } from './resource.record.js';
import { ResourceService } from './resource.service.js';

/** Something to use next, known by publisher, title and start: one course runs on several days. */
export const resourceKind: BundleKind<'resource', ResourceRecord> = {
  name: 'resource',
  plural: 'Resources',
  record: ResourceRecord,
  fields: RESOURCE_FIELDS,
  identifiedBy: 'title',
  identify: ({ publisher, title, startsOn }, noted) => ({
    ...{ publisher: noted.publisher(publisher), name: title, edition: startsOn },
  }),
  check: endBeforeStart,
  settle: async ({ manager }) =>
    await matchByIdentity(
      manager,
      'resource',
      't.title = s.name and t.publisher_id is not distinct from s.publisher_id and t.starts_on is not distinct from s.edition',
    ),
  async write(run) {
    const service = new ResourceService(run.manager.dataSource);
    const slugs = await service.takenSlugs(run.manager);
    for await (const batch of run.batches(resourceKind, ['new', 'changed']))
      await service.import(run, batch, slugs);
  },
  themeUses: [new ThemeLinks('resource').uses('resource')],
  publishedBy: {
    subject: 'resource',
    find: (manager, ids) => new ResourceService(manager.dataSource).publishedBy(manager, ids),
  },
};

function endBeforeStart({ startsOn, endsOn }: ResourceRecord): RecordProblem[] {
  if (!endsOn || !startsOn) return [];
  const known = Math.min(startsOn.length, endsOn.length);
  return endsOn.slice(0, known) < startsOn.slice(0, known)
    ? [fieldProblem('endsOn', 'must not be before startsOn')]
    : [];
}
