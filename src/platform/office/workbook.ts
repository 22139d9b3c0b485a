import { packParts, relations, type Part } from './package-parts.js';
import { xmlText } from '../xml/xml-text.js';

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A day as exactly as it is known: a real date, shown no more exactly than that. */
export interface DateCell {
  /** YYYY-MM-DD */
  on: string;
  precision: 'day' | 'month' | 'year';
}

/** Text is text, whatever it begins with. */
export type SheetCell = string | number | DateCell | null;

export interface SheetColumn {
  heading: string;
  /** In characters. */
  width: number;
  kind?: 'text' | 'date' | 'number';
  isHidden?: boolean;
  /** What may be chosen, where a cell is to hold one of a few words. */
  choices?: readonly string[];
}

export interface Sheet {
  name: string;
  /** Its first row; it stays in sight and can be filtered by. */
  columns: readonly SheetColumn[];
  rows: readonly (readonly SheetCell[])[];
  /** People see no trace of it. */
  isVeryHidden?: boolean;
}

/** No cell of a workbook holds more. */
const LONGEST = 32_767;
const CUT = ' … (shortened; the library has the rest)';

const STYLE = { text: 0, heading: 1, number: 2, day: 3, month: 4, year: 5 } as const;
const NAMESPACE = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const FIRST_DAY = Date.UTC(1899, 11, 30);
const DAY_MS = 86_400_000;

/**
 * Writes a workbook (ECMA-376, SpreadsheetML): no formulas, no macros, no links.
 * @param at when it was made
 */
export async function writeWorkbook(
  sheets: readonly Sheet[],
  about: { title: string; at: Date },
): Promise<Buffer> {
  const parts: Part[] = [
    { path: 'xl/workbook.xml', type: `${TYPE}.sheet.main+xml`, content: [workbookOf(sheets)] },
    { path: 'xl/styles.xml', type: `${TYPE}.styles+xml`, content: [STYLES] },
    {
      ...{ path: 'xl/_rels/workbook.xml.rels', type: null },
      content: relations([
        ...sheets.map((_, at) => ({
          ...{ id: `rId${at + 1}`, kind: 'worksheet', target: `worksheets/sheet${at + 1}.xml` },
        })),
        { id: 'rIdStyles', kind: 'styles', target: 'styles.xml' },
      ]),
    },
    ...sheets.map((sheet, at) => ({
      ...{
        path: `xl/worksheets/sheet${at + 1}.xml`,
        type: `${TYPE}.worksheet+xml`,
        content: sheetOf(sheet, at),
      },
    })),
  ];
  return await packParts('xl/workbook.xml', parts, about);
}

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

function workbookOf(sheets: readonly Sheet[]): string {
  const listed = sheets.map(
    ({ name, isVeryHidden }, at) =>
      `<sheet name="${xmlText(name)}" sheetId="${at + 1}"${isVeryHidden ? ' state="veryHidden"' : ''} r:id="rId${at + 1}"/>`,
  );
  const filters = sheets.flatMap((sheet, at) =>
    sheet.isVeryHidden
      ? []
      : `<definedName name="_xlnm._FilterDatabase" localSheetId="${at}" hidden="1">${rangeOf(sheet, true)}</definedName>`,
  );
  // The headings are printed on each page.
  const titles = sheets.flatMap((sheet, at) =>
    sheet.isVeryHidden
      ? []
      : `<definedName name="_xlnm.Print_Titles" localSheetId="${at}">${quoted(sheet)}!$1:$1</definedName>`,
  );
  return (
    `<workbook xmlns="${NAMESPACE}" xmlns:r="${RELATIONS}"><sheets>${listed.join('')}</sheets>` +
    `<definedNames>${[...filters, ...titles].join('')}</definedNames></workbook>`
  );
}

const quoted = ({ name }: Sheet): string => xmlText(`'${name.replaceAll("'", "''")}'`);

function rangeOf(sheet: Sheet, isAbsolute = false): string {
  const [last, end] = [letters(sheet.columns.length - 1), sheet.rows.length + 1];
  return isAbsolute ? `${quoted(sheet)}!$A$1:$${last}$${end}` : `A1:${last}${end}`;
}

/** `A` for 0, `AA` for 26. */
function letters(column: number): string {
  const own = String.fromCharCode(65 + (column % 26));
  return column < 26 ? own : letters(Math.floor(column / 26) - 1) + own;
}

// The order of these elements is that of the schema.
function* sheetOf(sheet: Sheet, at: number): Iterable<string> {
  const { columns, rows } = sheet;
  yield `<worksheet xmlns="${NAMESPACE}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="${rangeOf(sheet)}"/>`;
  yield `<sheetViews><sheetView workbookViewId="0"${at === 0 ? ' tabSelected="1"' : ''}>`;
  yield '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/></sheetView></sheetViews>';
  yield '<sheetFormatPr defaultRowHeight="15"/><cols>';
  yield* columns.map(
    ({ width, isHidden, kind }, place) =>
      `<col min="${place + 1}" max="${place + 1}" width="${width}" customWidth="1" style="${columnStyle(kind)}"${isHidden ? ' hidden="1"' : ''}/>`,
  );
  yield '</cols><sheetData>';
  yield rowOf(
    1,
    columns.map(({ heading }) => heading),
    STYLE.heading,
  );
  for (const [place, row] of rows.entries()) yield rowOf(place + 2, row);
  yield '</sheetData>';
  if (!sheet.isVeryHidden && columns.length > 0) yield `<autoFilter ref="${rangeOf(sheet)}"/>`;
  yield* choicesOf(sheet);
  yield '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/>';
  yield '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>';
  // “1.10” is not 1.1: no program need offer to make a number of it.
  yield `<ignoredErrors><ignoredError sqref="${rangeOf(sheet)}" numberStoredAsText="1"/></ignoredErrors></worksheet>`;
}

const columnStyle = (kind: SheetColumn['kind'] = 'text'): number =>
  ({ text: STYLE.text, date: STYLE.day, number: STYLE.number })[kind];

function rowOf(number: number, cells: readonly SheetCell[], style?: number): string {
  const written = cells.map((cell, place) => cellOf(`${letters(place)}${number}`, cell, style));
  return `<row r="${number}">${written.join('')}</row>`;
}

function cellOf(address: string, cell: SheetCell, style: number = STYLE.text): string {
  if (cell === null || cell === '') return '';
  if (typeof cell === 'number') return `<c r="${address}" s="${STYLE.number}"><v>${cell}</v></c>`;
  if (typeof cell === 'string')
    return `<c r="${address}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${cellText(cell)}</t></is></c>`;
  return `<c r="${address}" s="${STYLE[cell.precision]}"><v>${serialOf(cell.on)}</v></c>`;
}

/** In cells, `_x0041_` stands for a character: what only looks so is written as what it is. */
const cellText = (text: string): string =>
  xmlText(
    (text.length > LONGEST ? text.slice(0, LONGEST - CUT.length) + CUT : text).replace(
      /_(?=x[0-9a-f]{4}_)/gi,
      '_x005F_',
    ),
  );

const serialOf = (day: string): number => (Date.parse(`${day}T00:00:00Z`) - FIRST_DAY) / DAY_MS;

function* choicesOf({ columns, rows }: Sheet): Iterable<string> {
  const chosen = columns.flatMap(({ choices }, place) => (choices ? [{ choices, at: letters(place) }] : []));
  if (chosen.length === 0) return;
  yield `<dataValidations count="${chosen.length}">`;
  for (const { choices, at } of chosen)
    // A warning: whoever knows better goes on.
    yield `<dataValidation type="list" errorStyle="warning" allowBlank="1" showErrorMessage="1" sqref="${at}2:${at}${rows.length + 1000}"><formula1>"${xmlText(choices.join(','))}"</formula1></dataValidation>`;
  yield '</dataValidations>';
}

const TOP = '<alignment vertical="top" wrapText="1"/></xf>';
const xf = (format: number, more = ''): string =>
  `<xf numFmtId="${format}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"${more}>${TOP}`;

// In the order of STYLE. 49 is the format of text: what is typed over it stays text.
const STYLES =
  `<styleSheet xmlns="${NAMESPACE}"><numFmts count="3"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/>` +
  '<numFmt numFmtId="165" formatCode="mmm yyyy"/><numFmt numFmtId="166" formatCode="yyyy"/></numFmts>' +
  '<fonts count="2"><font><sz val="11"/><name val="Arial"/></font><font><b/><sz val="11"/><name val="Arial"/></font></fonts>' +
  '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>' +
  '<fill><patternFill patternType="solid"><fgColor rgb="FFE8EEEE"/></patternFill></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  `<cellXfs count="6">${xf(49)}` +
  `<xf numFmtId="49" fontId="1" fillId="2" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1">${TOP}` +
  `${xf(0)}${xf(164)}${xf(165)}${xf(166)}</cellXfs>` +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>';
