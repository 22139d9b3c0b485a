import { randomUUID } from 'node:crypto';
import { Any, type EntityManager } from 'typeorm';
import { columnsOf, rowOf } from '../platform/bundle/field-map.js';
import type { ImportRun, Staged } from '../platform/bundle/import-run.js';
import { slugOf, type SlugBook } from '../platform/text/slug.js';
import { updateRows, writeRows } from '../platform/postgres/rows.js';
import { keepEdited } from '../publishing/edits.js';
import { ContactLine } from './partnership.entity.js';
import { CONTACT_FIELDS, PARTNERSHIP_FIELDS, type PartnershipRecord } from './partnership.record.js';

const COLUMNS = { id: 'uuid', ...columnsOf(PARTNERSHIP_FIELDS), imported_hash: 'text' };
const CONTACT_COLUMNS = { partnership_id: 'uuid', position: 'smallint', ...columnsOf(CONTACT_FIELDS) };

/** Alone writes partnerships and the lines of their contact panels. */
export class PartnershipService {
  /** Adds partnerships of which nothing is known but their names. @returns them in the order of the names */
  async createNamed(
    manager: EntityManager,
    names: string[],
    slugs: SlugBook,
  ): Promise<{ id: string; name: string; slug: string }[]> {
    const made = names.map((name) => ({
      ...{ id: randomUUID(), name, slug: slugs.claim(slugOf(name, 'partnership')) },
    }));
    await writeRows(manager, 'partnership', { id: 'uuid', slug: 'text', name: 'text' }, made);
    return made;
  }

  /** Writes what a bundle says of partnerships, all of which are there by name. */
  async import(run: ImportRun, batch: Staged<PartnershipRecord>[]): Promise<void> {
    const { manager } = run;
    const given = batch.map(({ targetId: id, hash, fields }) => ({
      ...{ id, ...rowOf(PARTNERSHIP_FIELDS, fields), imported_hash: hash },
    }));
    const kept = await keepEdited(run, { kind: 'partnership', fields: PARTNERSHIP_FIELDS }, given);
    await updateRows(manager, 'partnership', COLUMNS, kept);
    // The lines of a contact panel have no life of their own: they are put anew.
    await manager.delete(ContactLine, { partnershipId: Any(batch.map(({ targetId }) => targetId)) });
    const lines = batch.flatMap(({ targetId: partnership_id, fields }) =>
      fields.contacts.map((contact, position) => ({
        ...{ ...rowOf(CONTACT_FIELDS, contact), position, partnership_id },
      })),
    );
    await writeRows(manager, 'contact_line', CONTACT_COLUMNS, lines);
  }
}
