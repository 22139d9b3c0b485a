import type { Grid } from '../grid/grid.js';
import { SHEET_LIMITS } from '../limits.js';
import { SheetRefused, type RefusalReason } from '../refusal.js';
import { readWorkbook } from '../xlsx/read-workbook.js';
import { readText } from './read-text.js';

/** How files of other kinds begin. What a file is called does not matter. */
const BEGINNINGS: readonly (readonly [pattern: RegExp, reason: RefusalReason])[] = [
  [/^%PDF-/, 'pdf'],
  [/^(?:\u00ef\u00bb\u00bf)?\s*<(?:!doctype html|html|table|head|body)\b/i, 'page'],
  [/^(?:\u00ef\u00bb\u00bf)?\s*<\?xml/i, 'no-workbook'],
  [/^\{\\rtf/, 'no-workbook'],
  [/^(?:\u0089PNG|GIF8|\u00ff\u00d8\u00ff)/, 'no-workbook'],
];
const ZIP = ['PK\u0003\u0004', 'PK\u0005\u0006'];
/** The container of the older Office: workbooks of 97–2003, and newer ones under a password. */
const COMPOUND = '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1';

/** Reads a file as cells, by its content alone. @throws SheetRefused when it is none that can be read */
export async function readGrid(bytes: Buffer, fileName: string): Promise<Grid> {
  if (!bytes.length) throw new SheetRefused('empty');
  if (bytes.length > SHEET_LIMITS.bytes) throw new SheetRefused('too-large');
  const start = bytes.toString('latin1', 0, 512);
  if (start.startsWith(COMPOUND)) throw new SheetRefused(isProtected(bytes) ? 'protected' : 'xls');
  const other = BEGINNINGS.find(([pattern]) => pattern.test(start));
  if (other) throw new SheetRefused(other[1]);
  return ZIP.some((mark) => start.startsWith(mark)) ? readWorkbook(bytes) : readText(bytes, fileName);
}

const isProtected = (bytes: Buffer): boolean => bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'));
