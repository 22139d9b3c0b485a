import { escapeHtml } from '../../../platform/text/escape-html.js';
import type {
  Report,
  ReportColumn,
  ReportSection,
  ReportValue,
  ReportedItem,
  ItemsTable,
  PlainTable,
} from '../report.js';
import { togetherOf } from './together.js';
import { linesOf } from './lines.js';

/** The body of a report as HTML, in pieces: the page of the library and the file for printing are made of it. */
export function* htmlOf({ title, about, sections }: Report): Iterable<string> {
  yield `<h1 class="govuk-heading-xl">${escapeHtml(title)}</h1>`;
  yield `<dl class="app-report__about">${about.map(({ label, value }) => fact(label, [value])).join('')}</dl>`;
  for (const section of sections) yield* sectionOf(section);
}

function* sectionOf({ key, heading, paragraphs, table }: ReportSection): Iterable<string> {
  yield `<section class="app-report__section" id="${key}"><h2 class="govuk-heading-l">${escapeHtml(heading)}</h2>`;
  yield* paragraphs.map((text) => `<p class="govuk-body">${escapeHtml(text)}</p>`);
  if (table?.kind === 'plain') yield* plainOf(table, heading);
  if (table?.kind === 'items') for (const item of table.items) yield* itemOf(item, table);
  yield '</section>';
}

function* itemOf({ title, facts, actions }: ReportedItem, table: ItemsTable): Iterable<string> {
  yield `<article class="app-report__item"><h3 class="govuk-heading-m">${escapeHtml(title)}</h3><dl class="app-report__facts">`;
  yield* table.facts.map(({ label, key }, at) => (key === 'ref' ? '' : fact(label, linesOf(facts[at]!))));
  yield '</dl>';
  const { columns, cells } = togetherOf(table.columns);
  if (actions.length > 0)
    yield* tableOf(
      `Actions: ${title}`,
      columns,
      actions.map(({ values }) => cells(values)),
    );
  yield '</article>';
}

const plainOf = ({ columns, rows }: PlainTable, caption: string): Iterable<string> =>
  tableOf(
    caption,
    columns.map(({ label }: ReportColumn) => label),
    rows.map((row) => row.map((value: ReportValue) => linesOf(value))),
  );

// On narrow screens a row becomes a card: the roles keep it a table for whoever hears it.
function* tableOf(
  caption: string,
  columns: readonly string[],
  rows: readonly (readonly (readonly string[])[])[],
): Iterable<string> {
  yield `<table class="govuk-table app-report__table" role="table"><caption class="govuk-visually-hidden">${escapeHtml(caption)}</caption>`;
  yield `<thead role="rowgroup"><tr role="row">${columns.map((label) => `<th class="govuk-table__header" scope="col" role="columnheader">${escapeHtml(label)}</th>`).join('')}</tr></thead><tbody role="rowgroup">`;
  for (const row of rows)
    yield `<tr role="row">${row.map((lines, at) => `<td class="govuk-table__cell" role="cell" data-label="${escapeHtml(columns[at]!)}">${said(lines)}</td>`).join('')}</tr>`;
  yield '</tbody></table>';
}

const fact = (label: string, lines: readonly string[]): string =>
  lines.length === 0 ? '' : `<div><dt>${escapeHtml(label)}</dt><dd>${said(lines)}</dd></div>`;

/** Line breaks within a text stay. */
const said = (lines: readonly string[]): string =>
  lines.map((line) => `<p>${escapeHtml(line).replace(/\r\n|[\r\n]/g, '<br>')}</p>`).join('');
