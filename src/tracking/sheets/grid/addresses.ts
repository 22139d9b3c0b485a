import type { GridMerge } from './grid.js';

/** The letter of a column: 1 is A, 27 is AA. */
export function columnLetter(column: number): string {
  let letter = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letter = String.fromCharCode(65 + ((rest - 1) % 26)) + letter;
  }
  return letter;
}

/** A cell's address as people say it: `F14`. */
export const cellAddress = (at: { row: number; column: number }): string =>
  `${columnLetter(at.column)}${at.row}`;

/** Reads `F14`, also as `$F$14`; null when it is no address. */
export function readCellAddress(address: string): { row: number; column: number } | null {
  const [, letters, row] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(address) ?? [];
  if (!letters || !row) return null;
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return { row: Number(row), column };
}

/** Reads `A7:A9`, or one cell; null when it is no range. */
export function readRange(range: string): GridMerge | null {
  const [from, to] = range.split(':').map(readCellAddress);
  if (!from) return null;
  const end = to ?? from;
  return { top: from.row, left: from.column, bottom: end.row, right: end.column };
}
