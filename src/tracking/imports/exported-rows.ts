import { isId } from '../../platform/text/is-id.js';
import type { PlanNote } from '../sheets/preview.js';

/** What an export has put into its hidden columns: which action, and which version of it was written out. */
export interface ExportedRow {
  item: string;
  action: string | null;
  version: number;
}

const HIDDEN = {
  item: 'Item ID',
  itemVersion: 'Item version',
  action: 'Action ID',
  actionVersion: 'Action version',
};

/** Reads the hidden columns of an export, which the reader of sheets keeps as private notes; null where they are not there. */
export function exportedRow(notes: readonly PlanNote[]): ExportedRow | null {
  const said = (heading: string): string | undefined =>
    notes
      .find((note) => note.private && note.text.startsWith(`${heading}: `))
      ?.text.slice(heading.length + 2)
      .trim();
  const [item, action] = [said(HIDDEN.item), said(HIDDEN.action)];
  if (item === undefined || !isId(item)) return null;
  const isAction = action !== undefined && isId(action);
  const version = Number(said(isAction ? HIDDEN.actionVersion : HIDDEN.itemVersion) ?? 0);
  return { item, action: isAction ? action : null, version: Number.isSafeInteger(version) ? version : 0 };
}

/** Notes that people have written: without the hidden columns. */
export const ownNotes = (notes: readonly PlanNote[]): PlanNote[] =>
  notes.filter(
    ({ private: isPrivate, text }) =>
      !isPrivate || !Object.values(HIDDEN).some((heading) => text.startsWith(`${heading}: `)),
  );
