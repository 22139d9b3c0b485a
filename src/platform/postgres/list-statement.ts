import type { Conditions } from './conditions.js';

/** How one list is read. */
export interface ListStatement {
  /** The column that identifies a row, and the tables. */
  id: string;
  from: string;
  conditions: Conditions;
  /** From an allow-list, never a visitor's words. */
  order: string;
  /** What each item holds: worked out for the page that is shown, not for every row that is sorted. */
  columns: string;
}
