import { cellAddress } from '../grid/addresses.js';
import type { PlanNote } from '../preview.js';
import type { RowEntry } from './row-reading.js';

/** What no other field holds, in the words of the sheet: “Heading: value” (rule 14 of docs/spreadsheets.md). */
export const noteOf = ({ column, cell }: RowEntry, text: string): PlanNote => ({
  cell: cellAddress(cell),
  private: column.hidden,
  text: `${column.heading}: ${text}`,
});

export const commentOf = ({ cell }: RowEntry): PlanNote => ({
  cell: cellAddress(cell),
  private: true,
  text: cell.comment ?? '',
});

/** Adds notes that are not there yet: a recommendation that stands in several rows says each thing once. */
export function addNotes(notes: PlanNote[], more: readonly PlanNote[]): void {
  for (const note of more) if (!notes.some(({ text }) => text === note.text)) notes.push(note);
}
