import type { ClosedList } from '../../platform/text/closed-list.js';
import type { KnownDay } from '../day.js';

/** What can be reported on. */
export const REPORT_WORDS = {
  review: 'Progress of one review',
  agency: 'Progress of one agency',
  theme: 'One theme, across reviews',
  yearly: 'Yearly extract',
  board: 'Board’s paper',
} as const satisfies ClosedList;
export type ReportKind = keyof typeof REPORT_WORDS;

/** Words in lines, of which each is said by itself; a number; a day as exactly as it is known; nothing. */
export type ReportValue = readonly string[] | string | number | KnownDay | null;

/** What is said in one place of a table. */
export interface ReportColumn {
  key: string;
  label: string;
  /** In characters, where it has a column of its own. */
  width: number;
  kind?: 'date' | 'number';
  /** On paper, the column in which it stands with others, under its label. */
  within?: string;
  /** There it needs no label to be understood. */
  isPlain?: true;
}

export interface PlainTable {
  kind: 'plain';
  columns: readonly ReportColumn[];
  rows: readonly (readonly ReportValue[])[];
}

/** What is followed, one after the other, each with its actions: for reading. `flat` has it as one table. */
export interface ItemsTable {
  kind: 'items';
  facts: readonly ReportColumn[];
  columns: readonly ReportColumn[];
  items: readonly ReportedItem[];
}

export interface ReportedItem {
  id: string;
  title: string;
  facts: readonly ReportValue[];
  actions: readonly { id: string; values: readonly ReportValue[] }[];
}

export interface ReportSection {
  key: string;
  heading: string;
  paragraphs: readonly string[];
  table: PlainTable | ItemsTable | null;
}

/** Everything that a report says, whatever it is written as. */
export interface Report {
  kind: ReportKind;
  title: string;
  partnership: { slug: string; name: string };
  asOf: string;
  view: 'shown' | 'known';
  /** Number of the partnership's last entry that counts. */
  lastEntry: number;
  /** The instant when it was made. */
  madeAt: Date;
  /** What it is about and from when, in plain words. */
  about: readonly { label: string; value: string }[];
  sections: readonly ReportSection[];
}

/** One row an action, or one an item without: what is said of the item stands before each. */
export function* flat({ items }: ItemsTable, empty: number): Iterable<readonly ReportValue[]> {
  const nothing = Array<ReportValue>(empty).fill(null);
  for (const { facts, actions } of items) {
    if (actions.length === 0) yield [...facts, ...nothing];
    for (const { values } of actions) yield [...facts, ...values];
  }
}

/** All that is followed of a report, as one table; null where it has none. */
export function flatten({
  sections,
}: Report): { columns: ReportColumn[]; rows: (readonly ReportValue[])[] } | null {
  const tables = sections.map(({ table }) => table).filter((table) => table?.kind === 'items');
  const [first] = tables;
  if (!first) return null;
  return {
    columns: [...first.facts, ...first.columns],
    rows: tables.flatMap((table) => [...flat(table, first.columns.length)]),
  };
}
