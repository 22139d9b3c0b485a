import { writeZip } from './write-zip.ts';

/** A cell of a test's workbook: text, a number, or more about it. */
export type TestCell =
  | string
  | number
  | null
  | {
      v?: string | number;
      /** A number format, as in `dd/mm/yyyy`. */
      format?: string;
      /** RRGGBB, or a place in the theme with a tint. */
      fill?: string | { theme: number; tint?: number };
      struck?: boolean;
      /** Stretches of text, those that are struck through marked so. */
      runs?: [text: string, struck: boolean][];
      formula?: string;
      /** `e` for an error value. */
      type?: string;
    };

export interface TestSheet {
  name?: string;
  state?: 'hidden' | 'veryHidden';
  rows: TestCell[][];
  merges?: string[];
  hiddenRows?: number[];
  /** By number, from 1. */
  hiddenColumns?: number[];
  comments?: Record<string, string>;
  links?: Record<string, string>;
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** The parts of a workbook, for tests that change one before they are packed. */
export function workbookParts(
  sheets: TestSheet[],
  options: { date1904?: boolean } = {},
): Record<string, string> {
  const styles = new Styles();
  const parts: Record<string, string> = {
    '[Content_Types].xml': `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    '_rels/.rels': relations([['rId1', 'officeDocument', 'xl/workbook.xml', false]]),
    'xl/workbook.xml': workbook(sheets, options),
    'xl/_rels/workbook.xml.rels': relations([
      ['rIdS', 'styles', 'styles.xml', false],
      ...sheets.map((_, at): Relation => [
        `rId${at + 1}`,
        'worksheet',
        `worksheets/sheet${at + 1}.xml`,
        false,
      ]),
    ]),
  };
  sheets.forEach((sheet, at) => Object.assign(parts, sheetParts(sheet, at + 1, styles)));
  parts['xl/styles.xml'] = styles.xml();
  return parts;
}

export const writeWorkbook = (sheets: TestSheet[], options: { date1904?: boolean } = {}): Buffer =>
  writeZip(workbookParts(sheets, options));

/** One sheet of rows. */
export const writeSheet = (rows: TestCell[][], more: Omit<TestSheet, 'rows'> = {}): Buffer =>
  writeWorkbook([{ name: 'Plan', rows, ...more }]);

export const escapeXml = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** The letter of a column, from 1. */
export const letterOf = (column: number): string =>
  column > 26
    ? letterOf(Math.floor((column - 1) / 26)) + letterOf(((column - 1) % 26) + 1)
    : String.fromCharCode(64 + column);

function workbook(sheets: TestSheet[], { date1904 }: { date1904?: boolean }): string {
  const list = sheets.map(({ name, state }, at) => {
    const hidden = state ? ` state="${state}"` : '';
    return `<sheet name="${escapeXml(name ?? `Sheet${at + 1}`)}" sheetId="${at + 1}"${hidden} r:id="rId${at + 1}"/>`;
  });
  const counting = date1904 ? '<workbookPr date1904="1"/>' : '';
  return `${XML}<workbook ${MAIN} xmlns:r="${RELATION}">${counting}<sheets>${list.join('')}</sheets></workbook>`;
}

type Relation = [id: string, type: string, target: string, external: boolean];

function relations(all: Relation[]): string {
  const list = all.map(
    ([id, type, target, external]) =>
      `<Relationship Id="${id}" Type="${RELATION}/${type}" Target="${escapeXml(target)}"${external ? ' TargetMode="External"' : ''}/>`,
  );
  return `${XML}<Relationships xmlns="${RELATIONS}">${list.join('')}</Relationships>`;
}

function sheetParts(sheet: TestSheet, number: number, styles: Styles): Record<string, string> {
  const links = Object.entries(sheet.links ?? {});
  const rows = sheet.rows.map((cells, at) => {
    const hidden = sheet.hiddenRows?.includes(at + 1) ? ' hidden="1"' : '';
    return `<row r="${at + 1}"${hidden}>${cells.map((cell, column) => cellXml(cell, `${letterOf(column + 1)}${at + 1}`, styles)).join('')}</row>`;
  });
  const columns = (sheet.hiddenColumns ?? []).map(
    (column) => `<col min="${column}" max="${column}" hidden="1"/>`,
  );
  const merges = (sheet.merges ?? []).map((range) => `<mergeCell ref="${range}"/>`);
  const linkXml = links.map(([ref], at) => `<hyperlink ref="${ref}" r:id="rLink${at}"/>`);
  const xml =
    `${XML}<worksheet ${MAIN} xmlns:r="${RELATION}">${columns.length ? `<cols>${columns.join('')}</cols>` : ''}` +
    `<sheetData>${rows.join('')}</sheetData><mergeCells>${merges.join('')}</mergeCells>` +
    `<hyperlinks>${linkXml.join('')}</hyperlinks></worksheet>`;
  const comments = Object.entries(sheet.comments ?? {}).map(
    ([ref, text]) => `<comment ref="${ref}"><text><r><t>${escapeXml(text)}</t></r></text></comment>`,
  );
  return {
    [`xl/worksheets/sheet${number}.xml`]: xml,
    [`xl/worksheets/_rels/sheet${number}.xml.rels`]: relations([
      ['rC', 'comments', `../comments${number}.xml`, false],
      ...links.map(([, target], at): Relation => [`rLink${at}`, 'hyperlink', target, true]),
    ]),
    [`xl/comments${number}.xml`]: `${XML}<comments ${MAIN}><commentList>${comments.join('')}</commentList></comments>`,
  };
}

function cellXml(cell: TestCell, ref: string, styles: Styles): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return `<c r="${ref}" t="inlineStr"><is><t>${escapeXml(cell)}</t></is></c>`;
  if (typeof cell === 'number') return `<c r="${ref}"><v>${cell}</v></c>`;
  const style = ` s="${styles.of(cell)}"`;
  const formula = cell.formula === undefined ? '' : `<f>${escapeXml(cell.formula)}</f>`;
  if (cell.runs) return `<c r="${ref}"${style} t="inlineStr"><is>${cell.runs.map(runXml).join('')}</is></c>`;
  if (cell.v === undefined) return `<c r="${ref}"${style}>${formula}</c>`;
  const type = cell.type ?? (typeof cell.v === 'string' ? 'str' : 'n');
  return `<c r="${ref}"${style} t="${type}">${formula}<v>${escapeXml(String(cell.v))}</v></c>`;
}

const runXml = ([text, struck]: [string, boolean]): string =>
  `<r>${struck ? '<rPr><strike/></rPr>' : ''}<t xml:space="preserve">${escapeXml(text)}</t></r>`;

/** The styles that cells ask for, each once. */
class Styles {
  private readonly known = [''];
  private readonly formats = [''];
  private readonly fills = ['', ''];

  of({ format = '', fill = '', struck = false }: Exclude<TestCell, string | number | null>): number {
    const colour =
      typeof fill === 'string'
        ? fill
          ? `rgb="FF${fill}"`
          : ''
        : `theme="${fill.theme}" tint="${fill.tint ?? 0}"`;
    const numbers = [place(this.formats, format), struck ? 1 : 0, colour ? place(this.fills, colour) : 0];
    return place(this.known, numbers.join(' '));
  }

  xml(): string {
    const formats = this.formats.map(
      (format, at) => `<numFmt numFmtId="${164 + at}" formatCode="${escapeXml(format || 'General')}"/>`,
    );
    const fills = this.fills.map((colour) =>
      colour
        ? `<fill><patternFill patternType="solid"><fgColor ${colour}/></patternFill></fill>`
        : '<fill><patternFill patternType="none"/></fill>',
    );
    const styles = this.known.map((numbers) => {
      const [format, font, fill] = numbers ? numbers.split(' ') : ['0', '0', '0'];
      return `<xf numFmtId="${164 + Number(format)}" fontId="${font}" fillId="${fill}"/>`;
    });
    return (
      `${XML}<styleSheet ${MAIN}><numFmts>${formats.join('')}</numFmts><fonts><font/><font><strike/></font></fonts>` +
      `<fills>${fills.join('')}</fills><cellXfs>${styles.join('')}</cellXfs></styleSheet>`
    );
  }
}

function place(list: string[], item: string): number {
  const at = list.indexOf(item);
  return at >= 0 ? at : list.push(item) - 1;
}
