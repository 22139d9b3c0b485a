import type { BundleKind } from '../platform/bundle/bundle-kind.js';
import { matchByIdentity } from '../platform/bundle/match-by-identity.js';
import { ThemeLinks } from '../themes/theme-links.js';
import { BRIEFING_FIELDS, BriefingRecord } from './briefing.record.js';
import { BriefingService } from './briefing.service.js';

/** A short paper, known by publisher and title. Its reviews are found when reviews settle. */
export const briefingKind: BundleKind<'briefing', BriefingRecord> = {
  name: 'briefing',
  plural: 'Briefings',
  record: BriefingRecord,
  fields: BRIEFING_FIELDS,
  identifiedBy: 'title',
  identify({ publisher, title, reviews }, noted) {
    const own = noted.publisher(publisher);
    for (const [place, named] of reviews.entries()) noted.usesReview(place, noted.review(named, own));
    return { publisher: own, name: title };
  },
  settle: async ({ manager }) =>
    await matchByIdentity(
      manager,
      'briefing',
      't.title = s.name and t.publisher_id is not distinct from s.publisher_id',
    ),
  async write(run) {
    const service = new BriefingService(run.manager.dataSource);
    const slugs = await service.takenSlugs(run.manager);
    for await (const batch of run.batches(briefingKind, ['new', 'changed']))
      await service.import(run, batch, slugs);
  },
  themeUses: [new ThemeLinks('briefing').uses('briefing')],
  publishedBy: {
    subject: 'briefing',
    find: (manager, ids) => new BriefingService(manager.dataSource).publishedBy(manager, ids),
  },
};
