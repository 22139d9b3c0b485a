import { packParts, relations, type Part } from './package-parts.js';
import { xmlText } from '../xml/xml-text.js';

export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Words in lines, one below the other. */
export type Lines = readonly string[];

/** What a document is made of, from the top down. */
export type Block =
  | { kind: 'heading'; level: 1 | 2 | 3; text: string }
  | { kind: 'paragraph'; text: string }
  /** What is said of something, each under its name. */
  | { kind: 'facts'; facts: readonly { label: string; lines: Lines }[] }
  | {
      kind: 'table';
      title: string;
      columns: readonly { heading: string; width: number }[];
      rows: readonly (readonly Lines[])[];
    };

const NAMESPACE = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
/** Of an A4 page on its side, in twentieths of a point. */
const PAGE = { width: 16_838, height: 11_906, margin: 1_000 } as const;
const INNER = PAGE.width - 2 * PAGE.margin;

/**
 * Writes a document for Word (ECMA-376, WordprocessingML), on A4 paper on its side, with its title and page on each page.
 * @param at when it was made
 */
export async function writeDocument(
  blocks: Iterable<Block>,
  about: { title: string; at: Date },
): Promise<Buffer> {
  const parts: Part[] = [
    { path: 'word/document.xml', type: `${TYPE}.document.main+xml`, content: bodyOf(blocks) },
    { path: 'word/styles.xml', type: `${TYPE}.styles+xml`, content: [STYLES] },
    { path: 'word/footer1.xml', type: `${TYPE}.footer+xml`, content: [footerOf(about.title)] },
    {
      ...{ path: 'word/_rels/document.xml.rels', type: null },
      content: relations([
        { id: 'rIdStyles', kind: 'styles', target: 'styles.xml' },
        { id: 'rIdFooter', kind: 'footer', target: 'footer1.xml' },
      ]),
    },
  ];
  return await packParts('word/document.xml', parts, about);
}

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

function* bodyOf(blocks: Iterable<Block>): Iterable<string> {
  yield `<w:document xmlns:w="${NAMESPACE}" xmlns:r="${RELATIONS}"><w:body>`;
  for (const block of blocks) yield* blockOf(block);
  yield `<w:sectPr><w:footerReference w:type="default" r:id="rIdFooter"/><w:pgSz w:w="${PAGE.width}" w:h="${PAGE.height}" w:orient="landscape"/>`;
  yield `<w:pgMar w:top="${PAGE.margin}" w:right="${PAGE.margin}" w:bottom="${PAGE.margin}" w:left="${PAGE.margin}" w:header="500" w:footer="500" w:gutter="0"/></w:sectPr></w:body></w:document>`;
}

function* blockOf(block: Block): Iterable<string> {
  if (block.kind === 'heading') yield paragraph(run(block.text), `Heading${block.level}`);
  if (block.kind === 'paragraph') yield paragraph(run(block.text));
  if (block.kind === 'facts')
    for (const { label, lines } of block.facts) yield paragraph(`${run(`${label}: `, true)}${runs(lines)}`);
  if (block.kind === 'table') yield* tableOf(block);
}

const paragraph = (runs: string, style?: string): string =>
  `<w:p>${style ? `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>` : ''}${runs}</w:p>`;

/** Lines within a text begin new lines. */
const run = (text: string, isBold = false): string => {
  const lines = text
    .split(/\r\n|[\n\r\v\f]/)
    .map((line) => `<w:t xml:space="preserve">${xmlText(line)}</w:t>`);
  return `<w:r>${isBold ? '<w:rPr><w:b/></w:rPr>' : ''}${lines.join('<w:br/>')}</w:r>`;
};

const runs = (lines: Lines): string => run(lines.join('\n'));

function* tableOf({ title, columns, rows }: Extract<Block, { kind: 'table' }>): Iterable<string> {
  const whole = columns.reduce((sum, { width }) => sum + width, 0);
  const widths = columns.map(({ width }) => Math.floor((INNER * width) / whole));
  yield `<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="${INNER}" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblLook w:firstRow="1"/><w:tblCaption w:val="${xmlText(title)}"/></w:tblPr>`;
  yield `<w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>`;
  const cell = (content: string, at: number): string =>
    `<w:tc><w:tcPr><w:tcW w:w="${widths[at]}" w:type="dxa"/></w:tcPr>${content}</w:tc>`;
  const headings = columns.map(({ heading }, at) => cell(paragraph(run(heading, true), 'Cell'), at));
  yield `<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${headings.join('')}</w:tr>`;
  for (const row of rows) {
    const cells = row.map((lines, at) => cell(paragraph(lines.length > 0 ? runs(lines) : '', 'Cell'), at));
    yield `<w:tr>${cells.join('')}</w:tr>`;
  }
  yield `</w:tbl>${paragraph('')}`;
}

const footerOf = (title: string): string =>
  `<w:ftr xmlns:w="${NAMESPACE}">${paragraph(
    `${run(`${title} · page `)}<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>`,
    'Cell',
  )}</w:ftr>`;

const style = (
  id: string,
  name: string,
  size: number,
  more: { before?: number; after?: number; level?: number },
): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>` +
  `${more.level === undefined ? '' : '<w:keepNext/>'}<w:spacing w:before="${more.before ?? 0}" w:after="${more.after ?? 0}"/>` +
  `${more.level === undefined ? '' : `<w:outlineLvl w:val="${more.level}"/>`}</w:pPr>` +
  `<w:rPr>${more.level === undefined ? '' : '<w:b/>'}<w:sz w:val="${size}"/></w:rPr></w:style>`;

const BORDERS = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(
  (side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="8A9A9A"/>`,
);

const STYLES =
  `<w:styles xmlns:w="${NAMESPACE}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/>` +
  '<w:sz w:val="22"/><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120"/></w:pPr></w:pPrDefault></w:docDefaults>' +
  '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>' +
  style('Heading1', 'heading 1', 36, { after: 160, level: 0 }) +
  style('Heading2', 'heading 2', 28, { before: 320, after: 120, level: 1 }) +
  style('Heading3', 'heading 3', 24, { before: 240, after: 80, level: 2 }) +
  style('Cell', 'Cell', 18, {}) +
  '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/></w:style>' +
  `<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>${BORDERS.join('')}</w:tblBorders>` +
  '<w:tblCellMar><w:left w:w="80" w:type="dxa"/><w:right w:w="80" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style></w:styles>';
