import type { PlanPreview } from '../../sheets/preview.js';

export const counted = (number: number, one: string, more: string): string =>
  `${number.toLocaleString('en-GB')} ${number === 1 ? one : more}`;

/** Where something stands; the sheet is named only where several are read. */
export function sayPlace({ sheets }: PlanPreview, sheet: string, where: string): string {
  const said = sheets.filter(({ read }) => read).length > 1 ? `${sheet}, ${where}` : where;
  return said.charAt(0).toUpperCase() + said.slice(1);
}
