import type { Grid, GridSheet } from '../grid/grid.js';
import { textCell } from '../grid/grid.js';
import { readCellAddress } from '../grid/addresses.js';
import { SheetRefused } from '../refusal.js';
import { ReadingBudget } from './budget.js';
import { CellMaker } from './cell-maker.js';
import { readComments } from './comments.js';
import { WorkbookPackage } from './package.js';
import { isOn, readXml, relationshipOf } from './read-xml.js';
import { readRelationships, type Relationship } from './relationships.js';
import { readSharedTexts } from './shared-texts.js';
import { readStyles } from './styles.js';
import { CellFinder, WorksheetListener, type SheetLink } from './worksheet.js';

interface NamedSheet {
  name: string;
  hidden: boolean;
  relationship: string;
}

/** Reads an `.xlsx` workbook, all but its macros, pictures and what it says of other files. */
export async function readWorkbook(bytes: Buffer): Promise<Grid> {
  const budget = new ReadingBudget();
  const from = await WorkbookPackage.open(bytes, budget);
  const part = await findWorkbook(from);
  const { sheets, from1904 } = await readSheetList(from, part, budget);
  const relations = await readRelationships(from, part);
  const target = (type: string): string | undefined =>
    [...relations.values()].find((relation) => relation.type === type && !relation.external)?.target;
  const styles = await readStyles(from, { styles: target('styles'), theme: target('theme') }, budget);
  const texts = await readSharedTexts(from, target('sharedStrings') ?? '', budget);
  const maker = new CellMaker(texts, styles, from1904);
  const read: GridSheet[] = [];
  for (const sheet of sheets) {
    read.push(await readSheet(from, sheet, relations.get(sheet.relationship), maker, budget));
  }
  return { sheets: read, from1904 };
}

/** The part that lists the sheets; says what else the package is, when it is no workbook. */
async function findWorkbook(from: WorkbookPackage): Promise<string> {
  const relations = [...(await readRelationships(from, '')).values()];
  const part = relations.find(({ type }) => type === 'officeDocument')?.target ?? 'xl/workbook.xml';
  if (/\.bin$/.test(part)) throw new SheetRefused('xlsb');
  if (from.has(part) && part.startsWith('xl/')) return part;
  for await (const text of from.text('mimetype')) {
    if (text.includes('opendocument.spreadsheet')) throw new SheetRefused('ods');
  }
  throw new SheetRefused('no-workbook');
}

async function readSheetList(
  from: WorkbookPackage,
  part: string,
  budget: ReadingBudget,
): Promise<{ sheets: NamedSheet[]; from1904: boolean }> {
  const sheets: NamedSheet[] = [];
  let from1904 = false;
  await readXml(from.text(part), {
    open(name, attributes) {
      if (name === 'workbookPr') from1904 = isOn(attributes.date1904);
      if (name !== 'sheet') return;
      budget.spend('sheets');
      const hidden = /hidden/i.test(attributes.state ?? '');
      sheets.push({ name: attributes.name ?? '', hidden, relationship: relationshipOf(attributes) ?? '' });
    },
  });
  return { sheets, from1904 };
}

async function readSheet(
  from: WorkbookPackage,
  { name, hidden }: NamedSheet,
  relation: Relationship | undefined,
  maker: CellMaker,
  budget: ReadingBudget,
): Promise<GridSheet> {
  const listener = new WorksheetListener(maker, budget);
  if (relation?.type === 'worksheet' && !relation.external) {
    await readXml(from.text(relation.target), listener);
    const relations = await readRelationships(from, relation.target);
    addLinks(listener, listener.links, relations);
    await addComments(from, listener, relations);
  }
  const { rows, merges, hiddenColumns } = listener;
  return { name, hidden, rows: rows.sort((a, b) => a.number - b.number), merges, hiddenColumns };
}

/** A link becomes words beside the cell. Nothing is ever fetched. */
function addLinks(
  sheet: WorksheetListener,
  links: readonly SheetLink[],
  relations: ReadonlyMap<string, Relationship>,
): void {
  const cells = new CellFinder(sheet);
  for (const { relationship, range } of links) {
    const address = relations.get(relationship);
    const cell = cells.find(range.top, range.left);
    if (address?.external && cell) cell.link = address.target;
  }
}

async function addComments(
  from: WorkbookPackage,
  sheet: WorksheetListener,
  relations: ReadonlyMap<string, Relationship>,
): Promise<void> {
  const part = [...relations.values()].find(({ type, external }) => type === 'comments' && !external);
  if (!part) return;
  const cells = new CellFinder(sheet);
  for (const [address, comment] of await readComments(from, part.target)) {
    const at = readCellAddress(address);
    if (!at) continue;
    const cell = cells.find(at.row, at.column);
    if (cell) cell.comment = comment;
    else cells.add({ ...textCell(at.row, at.column, ''), comment });
  }
}
