import type { ImportRun } from '../platform/bundle/import-run.js';
import { nameKey } from '../platform/text/name-key.js';
import { SlugBook } from '../platform/text/slug.js';
import { Partnership } from './partnership.entity.js';
import { PartnershipService } from './partnership.service.js';

type Known = Pick<Partnership, 'id' | 'name' | 'slug'>;

/** The library's partnerships by the compared form of their names, those included that a bundle is the first to name. */
export class Publishers {
  private readonly byId: Map<string, Known>;

  private constructor(byKey: Map<string, Known>) {
    this.byId = new Map([...byKey.values()].map((known) => [known.id, known]));
  }

  /**
   * Makes sure that every publisher which the bundle names is there, and notes their ids on the staged records.
   * @param recorded those that have a record of their own in the bundle: compared form, and as it is written
   */
  static async ensure(run: ImportRun, recorded: Map<string, string>): Promise<Publishers> {
    const { manager } = run;
    const all = await manager.find(Partnership, { select: { id: true, name: true, slug: true } });
    const known = new Map<string, Known>(all.map((one) => [nameKey(one.name), one]));
    const wanted = new Map([...run.publisherNames, ...recorded]);
    const missing = [...wanted].filter(([key]) => !known.has(key));
    const made = await new PartnershipService().createNamed(
      manager,
      missing.map(([, name]) => name),
      new SlugBook(all.map(({ slug }) => slug)),
    );
    for (const one of made) known.set(nameKey(one.name), one);
    run.notes.named.partnerships = missing.filter(([key]) => !recorded.has(key)).length;
    await noteOnRecords(
      run,
      known,
      missing.filter(([key]) => recorded.has(key)).map(([key]) => key),
    );
    return new Publishers(known);
  }

  /** As the library has written it so far. */
  nameOf(id: string | null): string | undefined {
    return id === null ? undefined : this.byId.get(id)?.name;
  }

  /** The part of its address that names it. */
  slugOf(id: string): string | undefined {
    return this.byId.get(id)?.slug;
  }
}

async function noteOnRecords(
  { manager }: ImportRun,
  publishers: Map<string, Known>,
  newKeys: string[],
): Promise<void> {
  await manager.query(
    `create temporary table import_publisher (key text primary key, id uuid) on commit drop`,
  );
  await manager.query(`insert into import_publisher select * from unnest($1::text[], $2::uuid[])`, [
    [...publishers.keys()],
    [...publishers.values()].map(({ id }) => id),
  ]);
  await manager.query(
    `update import_record s set publisher_id = p.id from import_publisher p where p.key = s.publisher`,
  );
  // A partnership's record is told by its name; a row made just now has no fingerprint yet.
  await manager.query(
    `update import_record s set target_id = p.id,
            state = case when s.name = any($1::text[]) then 'new' when t.imported_hash = s.hash then 'same'
                         else 'changed' end
       from import_publisher p join partnership t on t.id = p.id where s.kind = 'partnership' and p.key = s.name`,
    [newKeys],
  );
}
