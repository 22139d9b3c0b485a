import { plainText } from '../../platform/bundle/similarity.js';
import { isId } from '../../platform/text/is-id.js';
import { EXPORT_COLUMNS, EXPORT_SEPARATOR, type ExportField } from '../export/export-columns.js';
import { exportRows } from '../export/export-rows.js';
import { readWrittenDate } from '../sheets/dates/read-date.js';
import type { ColumnField, PlanAction, PlanMapping, PlanNote, PlanPreview } from '../sheets/preview.js';
import type { TrackedItemAnswer } from '../tracked-item.model.js';

/** What an export has put into its hidden columns: which action, and which version of it was written out. */
export interface ExportedRow {
  item: string;
  itemVersion: number;
  action: string | null;
  version: number;
}

const HEADINGS = Object.fromEntries(EXPORT_COLUMNS.map(({ key, heading }) => [key, heading])) as Record<
  ExportField,
  string
>;
/** Which columns of an export are read as those of any plan. The others come as notes, by their headings. */
const READ_AS: Partial<Record<ExportField, ColumnField>> = {
  ...{ review: 'review', number: 'number', recommendation: 'recommendation', action: 'action' },
  ...{ agency: 'agency', owner: 'officer', due: 'due', delivery: 'status', completed: 'completed' },
};
/** By these a sheet is known as an export, wherever its columns were moved to. */
const MARKS: readonly ExportField[] = ['itemId', 'itemVersion', 'actionId', 'actionVersion'];

/** What the columns of an export hold; null where no sheet is one. */
export function exportMapping({ sheets }: PlanPreview): PlanMapping['columns'] | null {
  const sheet = sheets.find(({ headings = {} }) => {
    const written = new Set(Object.values(headings));
    return MARKS.every((key) => written.has(HEADINGS[key]));
  });
  if (!sheet) return null;
  const byHeading = new Map<string, ExportField>(EXPORT_COLUMNS.map(({ key, heading }) => [heading, key]));
  return Object.fromEntries(
    Object.entries(sheet.headings!).map(([letter, heading]) => {
      const key = byHeading.get(heading);
      return [letter, (key && READ_AS[key]) ?? 'note'];
    }),
  );
}

const said = (notes: readonly PlanNote[], key: ExportField): string | undefined =>
  saidUnder(notes, HEADINGS[key]);

/** What stands in a column that is read as notes, by its heading. */
export const saidUnder = (notes: readonly PlanNote[], heading: string): string | undefined => {
  const start = `${heading}: `;
  return notes
    .find(({ text }) => text.startsWith(start))
    ?.text.slice(start.length)
    .trim();
};

/** Reads the hidden columns of an export, which the reader of sheets keeps as private notes; null where they are not there. */
export function exportedRow(notes: readonly PlanNote[]): ExportedRow | null {
  const hidden = notes.filter((note) => note.private);
  const [item, action] = [said(hidden, 'itemId'), said(hidden, 'actionId')];
  if (item === undefined || !isId(item)) return null;
  const versionOf = (key: ExportField): number => {
    const version = Number(said(hidden, key)?.replace(/[\s,]/g, '') ?? 0);
    return Number.isSafeInteger(version) ? version : 0;
  };
  const isAction = action !== undefined && isId(action);
  const itemVersion = versionOf('itemVersion');
  const version = isAction ? versionOf('actionVersion') : itemVersion;
  return { item, itemVersion, action: isAction ? action : null, version };
}

/** Notes that people have written: without the columns of an export, where they come from one. */
export const ownNotes = (notes: readonly PlanNote[], isExport: boolean): PlanNote[] =>
  !isExport
    ? [...notes]
    : notes.filter(({ text }) => !EXPORT_COLUMNS.some(({ heading }) => text.startsWith(`${heading}: `)));

/** Takes from its notes what an action of an export says: words of people are not read for dates and names in them. */
export function takeExported(preview: PlanPreview): PlanPreview {
  if (!exportMapping(preview)) return preview;
  const written = headingsOf(preview);
  for (const { actions } of preview.recommendations)
    for (const action of actions) takeAction(action, written);
  return preview;
}

/** Headings of a workbook: those of one person have not all columns, and say nothing of what is in the others. */
export const headingsOf = ({ sheets }: PlanPreview): ReadonlySet<string> =>
  new Set(sheets.flatMap(({ headings = {} }) => Object.values(headings)));

function takeAction(action: PlanAction, written: ReadonlySet<string>): void {
  const { notes } = action;
  const supporting = said(notes, 'supporting')?.split(EXPORT_SEPARATOR) ?? [];
  if (written.has(HEADINGS.supporting)) action.supporting = [...action.agencies.splice(1), ...supporting];
  action.officerEmail = said(notes, 'email') ?? null;
  const [text, on] = [said(notes, 'update'), said(notes, 'updatedOn')];
  if (text === undefined) return;
  const day = on === undefined ? null : readWrittenDate(on, DAY_FIRST).date;
  action.updates = [{ on: day?.on ?? null, precision: day?.precision ?? null, text }];
}

const DAY_FIRST = { order: 'day-first', from1904: false } as const;

/** What an export says of an item in words, to be read: it is changed in the library alone. */
const READ_ONLY: readonly ExportField[] = EXPORT_COLUMNS.filter(
  ({ key, of, isEditable }) =>
    of === 'item' && !isEditable && (key === 'recommendation' || !(key in READ_AS)),
).map(({ key }) => key);

/** The columns that somebody has changed in an export although nothing is taken from there, by their headings. */
export function changedInVain(
  notes: readonly PlanNote[],
  written: string | null,
  item: TrackedItemAnswer,
  headings: ReadonlySet<string>,
): string[] {
  const [row] = exportRows([item]);
  if (!row || said(notes, 'itemId') === undefined) return [];
  return READ_ONLY.filter((key) => headings.has(HEADINGS[key]))
    .filter((key) => {
      const was = row[EXPORT_COLUMNS.findIndex((column) => column.key === key)];
      const now = key === 'recommendation' ? written : (said(notes, key) ?? '');
      return plainText(typeof was === 'string' ? was : '') !== plainText(now ?? '');
    })
    .map((key) => HEADINGS[key]);
}
