import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { SlugBook, slugOf } from '../platform/text/slug.js';
import { nameKey } from '../platform/text/name-key.js';
import { rows, takenSlugs, updateRows, writeRows } from '../platform/postgres/rows.js';
import type { Staged, Staging } from './staging.js';
import type { Tally } from './tally.js';

interface Known {
  id: string;
  name: string;
  importedHash: string | null;
}

/** The library's partnerships by the compared form of their names. */
export type Publishers = Map<string, Known>;

/**
 * Makes sure that every publisher which the bundle names is there, and notes their ids on the staged records. Nothing is
 * known of a new one but its name.
 */
export async function ensurePublishers(
  manager: EntityManager,
  staging: Staging,
  tally: Tally,
): Promise<Publishers> {
  const publishers: Publishers = new Map();
  const all = await rows<Known>(manager, `select id, name, imported_hash as "importedHash" from partnership`);
  for (const known of all) publishers.set(nameKey(known.name), known);
  const wanted = new Map(staging.publishers);
  const recorded = new Map<string, string>();
  for await (const batch of staging.batches('partnership'))
    for (const { fields } of batch) recorded.set(nameKey(fields.name), fields.name);
  for (const [key, name] of recorded) wanted.set(key, name);
  const missing = [...wanted].filter(([key]) => !publishers.has(key));
  if (missing.length > 0) {
    const slugs = new SlugBook(await takenSlugs(manager, 'partnership'));
    const made = missing.map(([key, name]) => {
      publishers.set(key, { id: randomUUID(), name, importedHash: null });
      return { id: publishers.get(key)!.id, name, slug: slugs.claim(slugOf(name, 'partnership')) };
    });
    await writeRows(manager, 'partnership', { id: 'uuid', slug: 'text', name: 'text' }, made);
  }
  tally.named.partnerships = missing.filter(([key]) => !recorded.has(key)).length;
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
  const isNew = missing.filter(([key]) => recorded.has(key)).map(([key]) => key);
  await manager.query(
    `update import_record s set target_id = p.id,
            state = case when s.name = any($1::text[]) then 'new' when t.imported_hash = s.hash then 'same'
                         else 'changed' end
       from import_publisher p join partnership t on t.id = p.id where s.kind = 'partnership' and p.key = s.name`,
    [isNew],
  );
  return publishers;
}

/** Writes what the bundle says of partnerships. Answers those whose name is now written another way. */
export async function writePartnerships(
  manager: EntityManager,
  staging: Staging,
  publishers: Publishers,
): Promise<string[]> {
  const renamed: string[] = [];
  for await (const batch of staging.batches('partnership', ['new', 'changed'])) {
    for (const { fields, targetId } of batch) {
      const known = publishers.get(nameKey(fields.name));
      if (known && known.name !== fields.name) renamed.push(targetId);
    }
    await updateRows(
      manager,
      'partnership',
      { id: 'uuid', name: 'text', type: 'text', website: 'text', sources: 'jsonb', imported_hash: 'text' },
      batch.map(({ targetId: id, hash, fields: { name, type, website, sources } }) => ({
        ...{ id, name, type, website, sources },
        imported_hash: hash,
      })),
    );
    await writeContacts(manager, batch);
  }
  return renamed;
}

/** The lines of a contact panel have no life of their own: they are put anew. */
async function writeContacts(manager: EntityManager, batch: Staged<'partnership'>[]): Promise<void> {
  const columns = { partnership_id: 'uuid', position: 'smallint', about: 'text', audience: 'text' };
  await manager.query(`delete from contact_line where partnership_id = any($1::uuid[])`, [
    batch.map(({ targetId }) => targetId),
  ]);
  await writeRows(
    manager,
    'contact_line',
    { ...columns, team: 'text', phone: 'text' },
    batch.flatMap(({ targetId, fields }) =>
      fields.contacts.map((contact, position) => ({ ...contact, position, partnership_id: targetId })),
    ),
  );
}
