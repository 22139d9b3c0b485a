import type { BundleKind } from '../platform/bundle/bundle-kind.js';
import { allOf, type ImportRun, type Staged } from '../platform/bundle/import-run.js';
import { nameKey } from '../platform/text/name-key.js';
import { Publishers } from '../partnerships/publishers.js';
import { AgencyBook, type AgencyRow } from './agency-book.js';
import { AGENCY_FIELDS, AgencyRecord } from './agency.record.js';
import { AgencyService } from './agency.service.js';

/** What the bundle's agencies mean for those of the library. */
class AgencyPlan {
  /** Known by a name alone, which is another agency's other name. */
  readonly merges: { from: string; into: string }[] = [];
}

/** Who acts on recommendations: one of a partnership's agencies, or a national body that all share. */
export const agencyKind: BundleKind<'agency', AgencyRecord> = {
  name: 'agency',
  plural: 'Agencies',
  record: AgencyRecord,
  fields: AGENCY_FIELDS,
  identifiedBy: 'name',
  identify: ({ name, partnership }, noted) => ({
    ...{ publisher: noted.publisher(partnership), name: nameKey(name) },
  }),
  async settle(run) {
    const book = await AgencyBook.load(run.manager, run.shared(Publishers));
    const plan = new AgencyPlan();
    const matched = (await allOf(run, agencyKind)).map((record) => match(run, book, plan, record));
    await run.manager.query(
      `update import_record s set target_id = m.id, state = m.state
         from unnest($1::int[], $2::uuid[], $3::text[]) as m(seq, id, state) where s.seq = m.seq`,
      [matched.map(({ seq }) => seq), matched.map(({ id }) => id), matched.map(({ state }) => state)],
    );
    run.share(book);
    run.share(plan);
  },
  async write(run) {
    const service = new AgencyService();
    await service.writeMade(run, run.shared(AgencyBook));
    await service.merge(run, run.shared(AgencyPlan).merges);
    for await (const batch of run.batches(agencyKind, ['new', 'changed'])) await service.import(run, batch);
  },
};

/**
 * A record is about the agency that has its name, or else about one that is known only by what is another name of it; its
 * further other names take in agencies that are known by them alone. What has a record of its own keeps its names.
 */
function match(
  run: ImportRun,
  book: AgencyBook,
  plan: AgencyPlan,
  { seq, file, line, hash, publisherId, fields }: Staged<AgencyRecord>,
): { seq: number; id: string; state: string } {
  const named = (name: string): AgencyRow | undefined => book.holder(publisherId, name);
  const byNameAlone = (name: string): AgencyRow | undefined => {
    const holder = named(name);
    return holder && holder.importedHash === null ? holder : undefined;
  };
  const known = named(fields.name) ?? fields.otherNames.map(byNameAlone).find(Boolean);
  const agency = known ?? book.make(publisherId, fields.name);
  const taken = [fields.name, ...fields.otherNames].findIndex((name) => {
    const holder = named(name);
    return holder && holder.id !== agency.id && holder.importedHash !== null;
  });
  if (taken >= 0) {
    const field = taken === 0 ? 'name' : `otherNames[${taken - 1}]`;
    const name = taken === 0 ? fields.name : fields.otherNames[taken - 1];
    run.problems.add(file, line, field, `${field} “${name}” is already a name of another agency there`);
  }
  const state = !known ? 'new' : known.importedHash === hash ? 'same' : 'changed';
  for (const name of fields.otherNames) {
    const other = byNameAlone(name);
    if (!other || other.id === agency.id) continue;
    plan.merges.push({ from: other.id, into: agency.id });
    book.forget(other);
  }
  book.forget(agency);
  book.enter({ ...agency, name: fields.name, otherNames: fields.otherNames, importedHash: hash });
  return { seq, id: agency.id, state };
}
