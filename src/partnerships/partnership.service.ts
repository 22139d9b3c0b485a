import { Any, type EntityManager } from 'typeorm';
import { columnsOf, rowOf } from '../platform/bundle/field-map.js';
import type { ImportRun, Staged } from '../platform/bundle/import-run.js';
import { newIds } from '../platform/bundle/record-id.js';
import { nameKey } from '../platform/text/name-key.js';
import { slugOf, type SlugBook } from '../platform/text/slug.js';
import { updateRows, writeRows } from '../platform/postgres/rows.js';
import { editedPart, keepEdited, noteEditedPart, proposePart } from '../publishing/edits.js';
import { ContactLine, Partnership } from './partnership.entity.js';
import type { ContactLineItem } from './partnership.model.js';
import {
  CONTACT_FIELDS,
  PARTNERSHIP_FIELDS,
  type ContactRecord,
  type PartnershipRecord,
} from './partnership.record.js';

const COLUMNS = { id: 'uuid', ...columnsOf(PARTNERSHIP_FIELDS), imported_hash: 'text' };
/** As bundles call the lines of the contact panel. */
const CONTACTS = { kind: 'partnership', field: 'contacts' };
const CONTACT_COLUMNS = { partnership_id: 'uuid', position: 'smallint', ...columnsOf(CONTACT_FIELDS) };

/** Alone writes partnerships and the lines of their contact panels. */
export class PartnershipService {
  /** Adds partnerships of which nothing is known but their names. @returns them in the order of the names */
  async createNamed(
    manager: EntityManager,
    names: string[],
    slugs: SlugBook,
  ): Promise<{ id: string; name: string; slug: string }[]> {
    const ids = await newIds(
      manager,
      'partnership',
      names.map((name) => [nameKey(name)]),
    );
    const made = names.map((name, at) => ({
      ...{ id: ids[at]!, name, slug: slugs.claim(slugOf(name, 'partnership')) },
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
    const ids = batch.map(({ targetId }) => targetId);
    const edited = await editedPart(manager, CONTACTS, ids);
    // The lines of a contact panel have no life of their own: they are put anew, unless a person has put them.
    const taken = batch.filter(({ targetId }) => !edited.has(targetId));
    await this.putLines(
      manager,
      taken.map(({ targetId, fields }) => ({ id: targetId, lines: fields.contacts })),
    );
    for (const { targetId, fields } of batch)
      if (edited.has(targetId)) await proposePart(run, CONTACTS, targetId, fields.contacts);
  }

  /** As a person says; what an import says later is proposed. @param before the lines that there are */
  async setContacts(
    manager: EntityManager,
    id: string,
    before: ContactLineItem[],
    lines: ContactLineItem[],
  ): Promise<void> {
    await this.putLines(manager, [{ id, lines }]);
    await manager.update(Partnership, { id }, { editedAt: () => 'now()' });
    await noteEditedPart(manager, CONTACTS, id, before);
  }

  private async putLines(manager: EntityManager, given: { id: string; lines: object[] }[]): Promise<void> {
    await manager.delete(ContactLine, { partnershipId: Any(given.map(({ id }) => id)) });
    const rows = given.flatMap(({ id: partnership_id, lines }) =>
      lines.map((line, position) => ({
        ...{ ...rowOf(CONTACT_FIELDS, line as ContactRecord), position, partnership_id },
      })),
    );
    await writeRows(manager, 'contact_line', CONTACT_COLUMNS, rows);
  }
}
