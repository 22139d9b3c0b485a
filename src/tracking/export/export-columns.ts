/** One column of the workbook that goes out and comes in again. */
export interface ExportColumn {
  /** Which field it is: stays what it is, whatever the heading says. */
  readonly key: string;
  /** The heading by which people, and the import, know it. */
  readonly heading: string;
  /** In characters. */
  readonly width: number;
  readonly kind: 'text' | 'date' | 'number';
  /** Of what it says something; `row` is what tells the rows apart, and is hidden. */
  readonly of: 'item' | 'action' | 'row';
  /** Whether a change in it is brought in; the others are there to be read. */
  readonly isEditable: boolean;
}

/**
 * Every column of the export in its order: the export writes by this list, and the import reads by it. A key is never used again for
 * something else; a column that is added comes before those of `row`.
 */
export const EXPORT_COLUMNS = [
  { key: 'item', heading: 'Item', width: 7, kind: 'text', of: 'item', isEditable: false },
  { key: 'review', heading: 'Review or source', width: 28, kind: 'text', of: 'item', isEditable: false },
  { key: 'number', heading: 'Recommendation number', width: 10, kind: 'text', of: 'item', isEditable: false },
  {
    key: 'recommendation',
    heading: 'Recommendation',
    width: 50,
    kind: 'text',
    of: 'item',
    isEditable: false,
  },
  {
    key: 'responses',
    heading: 'Addressees and responses',
    width: 36,
    kind: 'text',
    of: 'item',
    isEditable: false,
  },
  { key: 'ref', heading: 'Action reference', width: 10, kind: 'text', of: 'action', isEditable: false },
  { key: 'action', heading: 'Action', width: 50, kind: 'text', of: 'action', isEditable: true },
  { key: 'agency', heading: 'Lead agency', width: 24, kind: 'text', of: 'action', isEditable: true },
  {
    key: 'supporting',
    heading: 'Supporting agencies',
    width: 24,
    kind: 'text',
    of: 'action',
    isEditable: true,
  },
  { key: 'owner', heading: 'Owner', width: 20, kind: 'text', of: 'action', isEditable: true },
  { key: 'email', heading: 'Owner email', width: 28, kind: 'text', of: 'action', isEditable: true },
  {
    key: 'originalDue',
    heading: 'Original due date',
    width: 14,
    kind: 'date',
    of: 'action',
    isEditable: false,
  },
  { key: 'due', heading: 'Due date', width: 14, kind: 'date', of: 'action', isEditable: true },
  { key: 'delivery', heading: 'Delivery status', width: 16, kind: 'text', of: 'action', isEditable: true },
  { key: 'completed', heading: 'Completed on', width: 14, kind: 'date', of: 'action', isEditable: true },
  { key: 'update', heading: 'Latest update', width: 44, kind: 'text', of: 'action', isEditable: true },
  { key: 'updatedOn', heading: 'Latest update on', width: 14, kind: 'date', of: 'action', isEditable: true },
  // A judgement and a level of impact ask for reasons, dates and samples that no cell has: they are entered in the library.
  { key: 'impact', heading: 'Impact', width: 36, kind: 'text', of: 'item', isEditable: false },
  { key: 'judgement', heading: 'Judgement', width: 26, kind: 'text', of: 'item', isEditable: false },
  { key: 'itemId', heading: 'Item ID', width: 38, kind: 'text', of: 'row', isEditable: false },
  { key: 'itemVersion', heading: 'Item version', width: 12, kind: 'number', of: 'row', isEditable: false },
  { key: 'actionId', heading: 'Action ID', width: 38, kind: 'text', of: 'row', isEditable: false },
  {
    key: 'actionVersion',
    heading: 'Action version',
    width: 12,
    kind: 'number',
    of: 'row',
    isEditable: false,
  },
] as const satisfies readonly ExportColumn[];
export type ExportField = (typeof EXPORT_COLUMNS)[number]['key'];

/** Between several agencies in one cell; the import takes cells apart there. */
export const EXPORT_SEPARATOR = '; ';

/** The sheet that people edit. */
export const EXPORT_SHEET = 'Actions';

/** The sheet that nobody sees: by it the import knows an export, and what it was made from. */
export const EXPORT_MARK_SHEET = 'Library data';

/** What stands in that sheet, each under its name in the first column with its value in the second. */
export interface ExportMark {
  /** Changes when the meaning of a column does. */
  format: 'tracking-export-1';
  /** Slug. */
  partnership: string;
  /** Id of the agency to which it is narrowed; empty for all. */
  agency: string;
  asOf: string;
  view: 'shown' | 'known';
  /** Number of the last entry that counts: what was recorded after it may conflict. */
  lastEntry: string;
  /** The instant when it was made. */
  exportedAt: string;
}
