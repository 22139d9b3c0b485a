import { fieldProblem, type BundleKind } from '../platform/bundle/bundle-kind.js';
import { nameKey } from '../platform/text/name-key.js';
import { PARTNERSHIP_FIELDS, PartnershipRecord } from './partnership.record.js';
import { PartnershipService } from './partnership.service.js';
import { Publishers } from './publishers.js';

/** Who publishes. A publisher that other records only name is added with its name and nothing more. */
export const partnershipKind: BundleKind<'partnership', PartnershipRecord> = {
  name: 'partnership',
  plural: 'Partnerships',
  record: PartnershipRecord,
  fields: PARTNERSHIP_FIELDS,
  identifiedBy: 'name',
  identify: ({ name }) => ({ name: nameKey(name) }),
  complete({ contacts }) {
    for (const contact of contacts) {
      contact.about ??= 'anyone';
      contact.audience ??= 'everyone';
    }
  },
  check: ({ contacts }) =>
    contacts.flatMap(({ phone }, place) =>
      /\d/.test(phone) ? [] : [fieldProblem(`contacts[${place}].phone`, 'must have a digit')],
    ),
  async settle(run) {
    const recorded = new Map<string, string>();
    for await (const batch of run.batches(partnershipKind))
      for (const { fields } of batch) recorded.set(nameKey(fields.name), fields.name);
    run.share(await Publishers.ensure(run, recorded));
  },
  async write(run) {
    const publishers = run.shared(Publishers);
    const service = new PartnershipService();
    for await (const batch of run.batches(partnershipKind, ['new', 'changed'])) {
      const renamed = batch.filter(({ targetId, fields }) => publishers.nameOf(targetId) !== fields.name);
      await service.import(run, batch);
      await run.addPublishedBy(renamed.map(({ targetId }) => targetId));
    }
  },
};
