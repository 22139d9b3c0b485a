import { describe, expect, it } from '@jest/globals';
import { exampleAgencies, exampleFile, exampleOf } from '../../../test/tracking/sheets/examples.ts';
import { workbookParts } from '../../../test/tracking/sheets/write-workbook.ts';
import { writeZip } from '../../../test/tracking/sheets/write-zip.ts';
import { PlanReader } from './plan-reader.js';
import { previewPlan } from './read-plan.js';
import { SheetRefused } from './refusal.js';

const reader = new PlanReader();
const given = { agencies: exampleAgencies };
const PARTS = workbookParts([{ rows: [['No', 'Recommendation', 'Action']] }]);

const withPart = (path: string, xml: string): Buffer => writeZip({ ...PARTS, [path]: xml });
const withRows = (rows: string): Buffer =>
  withPart('xl/worksheets/sheet1.xml', `<worksheet><sheetData>${rows}</sheetData></worksheet>`);

/** Why a file is refused: by a reader with its worker, or where no limit of time or memory is at stake, here. */
const refusal = async (bytes: Buffer, by?: PlanReader): Promise<string> => {
  const reading = by ? by.readPlan(bytes, 'plan.xlsx', given) : previewPlan(bytes, 'plan.xlsx', given);
  const thrown = await reading.catch((fault: unknown) => fault);
  expect(thrown).toBeInstanceOf(SheetRefused);
  return (thrown as SheetRefused).reason;
};

it('reads in a worker what is read here, several files one after the other', async () => {
  const files = ['01-lcspr-action-plan.xlsx', '02-dhr-action-plan.xlsx'];
  const read = await Promise.all(files.map((file) => reader.readPlan(exampleFile(file), file, given)));
  expect(read).toMatchObject([exampleOf('01-lcspr-action-plan'), exampleOf('02-dhr-action-plan')]);
});

describe('files that are no spreadsheet', () => {
  it.each([
    ['empty', Buffer.alloc(0)],
    ['pdf', Buffer.from('%PDF-1.7\n')],
    ['xls', Buffer.from('d0cf11e0a1b11ae1', 'hex')],
    [
      'protected',
      Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]),
    ],
    ['ods', writeZip({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet' })],
    ['no-workbook', writeZip({ 'word/document.xml': '<document/>' })],
    ['xlsb', writeZip({ '_rels/.rels': PARTS['_rels/.rels']!.replace('workbook.xml', 'workbook.bin') })],
    ['page', Buffer.from('<html><table></table></html>')],
    ['no-workbook', Buffer.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3, 4])],
    ['no-workbook', Buffer.from('a,b\u0001,c')],
    ['broken', writeZip(PARTS).subarray(0, 300)],
    ['broken', withRows('<row><c>')],
  ])('are refused: %s', async (reason, bytes) => {
    expect(await refusal(bytes)).toBe(reason);
  });
});

describe('hostile workbooks', () => {
  /** On a busy machine the clock can be faster than the count. */
  const TOO_MUCH = /^too-(large|slow)$/;

  it.each([
    ['have a million rows', () => withRows(manyRows())],
    ['unpack to a thousand times their size', () => withRows(' '.repeat(110_000_000))],
  ])('are refused as too much when they %s', async (_, make) => {
    expect(await refusal(make(), reader)).toMatch(TOO_MUCH);
  });

  it.each([
    ['too-large', 'have too many parts', () => writeZip({ ...PARTS, ...manyParts() })],
    ['too-large', 'list too many sheets', () => withPart('xl/workbook.xml', manySheets())],
    ['broken', 'lie about their size', () => writeZip(PARTS, { size: 10 })],
    ['unsafe', 'declare entities', () => withPart('xl/worksheets/sheet1.xml', ENTITIES)],
    ['unsafe', 'point at files of the machine', () => withPart('xl/workbook.xml', EXTERNAL_ENTITY)],
    ['unsafe', 'nest elements without end', () => withRows('<a>'.repeat(100_000))],
  ])('are refused as %s when they %s', async (reason, _, make) => {
    expect(await refusal(make())).toBe(reason);
  });

  it('are stopped when they take too long', async () => {
    const slow = Buffer.from(`No,Recommendation,Action,Due\n1,a,b,"${'12 '.repeat(400_000)}"`);
    expect(await refusal(slow, new PlanReader({ untilCellsMs: 20_000, inAllMs: 1 }))).toBe('too-slow');
  });
});

const manyRows = (): string => Array.from({ length: 1_048_576 }, (_, at) => `<row r="${at + 1}"/>`).join('');
const ENTITIES =
  '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]><worksheet>&b;</worksheet>';
const EXTERNAL_ENTITY = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]><workbook>&a;</workbook>';

const manyParts = (): Record<string, string> =>
  Object.fromEntries(Array.from({ length: 2_100 }, (_, at) => [`xl/media/${at}`, '']));
const manySheets = (): string =>
  `<workbook xmlns:r="r"><sheets>${'<sheet name="a" r:id="rId1"/>'.repeat(100)}</sheets></workbook>`;
