import { writeDocument, type Block } from '../../../platform/office/document.js';
import type { Report, ReportSection } from '../report.js';
import { linesOf } from './lines.js';
import { togetherOf } from './together.js';

/** A report as a document for Word. */
export const docxOf = async (report: Report): Promise<Buffer> =>
  await writeDocument(blocksOf(report), { title: report.title, at: report.madeAt });

function* blocksOf({ title, about, sections }: Report): Iterable<Block> {
  yield { kind: 'heading', level: 1, text: title };
  yield { kind: 'facts', facts: about.map(({ label, value }) => ({ label, lines: [value] })) };
  for (const section of sections) yield* sectionBlocks(section);
}

function* sectionBlocks({ heading, paragraphs, table }: ReportSection): Iterable<Block> {
  yield { kind: 'heading', level: 2, text: heading };
  for (const text of paragraphs) yield { kind: 'paragraph', text };
  if (table?.kind === 'plain')
    yield {
      ...{ kind: 'table', title: heading },
      columns: table.columns.map(({ label, width }) => ({ heading: label, width })),
      rows: table.rows.map((row) => row.map(linesOf)),
    };
  if (table?.kind !== 'items') return;
  const { columns, cells } = togetherOf(table.columns);
  for (const { title, facts, actions } of table.items) {
    yield { kind: 'heading', level: 3, text: title };
    const said = table.facts.map(({ label, key }, at) => ({
      label,
      lines: key === 'ref' ? [] : linesOf(facts[at]!),
    }));
    yield { kind: 'facts', facts: said.filter(({ lines }) => lines.length > 0) };
    if (actions.length > 0)
      yield {
        ...{ kind: 'table', title: `Actions: ${title}` },
        columns: columns.map((heading, at) => ({ heading, width: WIDTHS[at] ?? 1 })),
        rows: actions.map(({ values }) => cells(values)),
      };
  }
}

/** Of the action, who, by when and how far. */
const WIDTHS = [30, 20, 22, 36];
