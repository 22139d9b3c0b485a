import type { PlainTable, Report, ReportColumn, ReportValue, ItemsTable } from '../report.js';

/** A report as JSON, in pieces, in the shape of `ReportAnswer`. */
export function* jsonOf({ sections, madeAt, partnership, ...head }: Report): Iterable<string> {
  const said = { ...head, partnership: partnership.slug, madeAt: madeAt.toISOString() };
  yield `${JSON.stringify(said).slice(0, -1)},"sections":[`;
  for (const [at, { table, ...section }] of sections.entries()) {
    yield `${at > 0 ? ',' : ''}${JSON.stringify({ ...section, columns: columnsOf(table) }).slice(0, -1)},"rows":[`;
    yield* commaBetween(table?.kind === 'plain' ? plainRows(table) : table ? itemRows(table) : []);
    yield ']}';
  }
  yield ']}';
}

const columnsOf = (table: PlainTable | ItemsTable | null): { key: string; label: string }[] =>
  (table === null ? [] : table.kind === 'plain' ? table.columns : [...table.facts, ...table.columns]).map(
    ({ key, label }) => ({ key, label }),
  );

const named = (
  columns: readonly ReportColumn[],
  values: readonly ReportValue[],
): Record<string, ReportValue> => Object.fromEntries(columns.map(({ key }, at) => [key, values[at]!]));

function* plainRows({ columns, rows }: PlainTable): Iterable<string> {
  for (const row of rows) yield JSON.stringify(named(columns, row));
}

function* itemRows({ facts, columns, items }: ItemsTable): Iterable<string> {
  for (const { id, title, facts: values, actions } of items)
    yield JSON.stringify({
      ...{ id, title, ...named(facts, values) },
      actions: actions.map((action) => ({ id: action.id, ...named(columns, action.values) })),
    });
}

function* commaBetween(pieces: Iterable<string>): Iterable<string> {
  let isFirst = true;
  for (const piece of pieces) {
    yield isFirst ? piece : `,${piece}`;
    isFirst = false;
  }
}
