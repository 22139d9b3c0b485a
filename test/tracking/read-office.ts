import { promisify } from 'node:util';
import { text } from 'node:stream/consumers';
import { fromBuffer, type Entry, type ZipFile } from 'yauzl';

/** The parts of an office document by path: read strictly, as another program would. */
export async function partsOf(file: Buffer): Promise<Map<string, string>> {
  const zip = await promisify<Buffer, object, ZipFile>(fromBuffer)(file, { lazyEntries: true });
  const parts = new Map<string, string>();
  const open = promisify<Entry, NodeJS.ReadableStream>(zip.openReadStream.bind(zip));
  return await new Promise((resolve, reject) => {
    zip.on('error', reject);
    zip.on('end', () => resolve(parts));
    zip.on('entry', (entry: Entry) => {
      void open(entry)
        .then((stream) => text(stream as never))
        .then((content) => {
          parts.set(entry.fileName, content);
          zip.readEntry();
        }, reject);
    });
    zip.readEntry();
  });
}

export interface CellRead {
  /** Words, or the number of a real date. */
  value: string | number;
  /** How a number is shown: `dd/mm/yyyy`. */
  format: string;
}

export interface SheetRead {
  name: string;
  state: string;
  xml: string;
  /** By heading. */
  rows: Record<string, CellRead>[];
}

const UNESCAPED: Record<string, string> = { lt: '<', gt: '>', quot: '"', amp: '&' };
const plain = (xml: string): string =>
  xml.replace(/&(lt|gt|quot|amp);/g, (_, name: string) => UNESCAPED[name]!);

/** The sheets of a workbook, each cell as it is stored. */
export async function sheetsOf(file: Buffer): Promise<Map<string, SheetRead>> {
  const parts = await partsOf(file);
  const formats = formatsOf(parts.get('xl/styles.xml')!);
  const listed = parts
    .get('xl/workbook.xml')!
    .matchAll(/<sheet name="([^"]*)"[^>]*?(?: state="(\w+)")? r:id="rId(\d+)"/g);
  const sheets = [...listed].map(([, name, state, number]) => {
    const xml = parts.get(`xl/worksheets/sheet${number}.xml`)!;
    const rows = [...xml.matchAll(/<row [^>]*>(.*?)<\/row>/gs)].map(([, row]) => cellsOf(row!, formats));
    const [headings = new Map<string, CellRead>(), ...rest] = rows;
    const named = rest.map((row) =>
      Object.fromEntries([...row].map(([column, cell]) => [String(headings.get(column)!.value), cell])),
    );
    return { name: plain(name!), state: state ?? 'visible', xml, rows: named };
  });
  return new Map(sheets.map((sheet) => [sheet.name, sheet]));
}

function formatsOf(xml: string): string[] {
  const own = new Map(
    [...xml.matchAll(/<numFmt numFmtId="(\d+)" formatCode="([^"]*)"/g)].map(([, id, code]) => [id, code!]),
  );
  const [, styles] = /<cellXfs[^>]*>(.*)<\/cellXfs>/s.exec(xml)!;
  return [...styles!.matchAll(/<xf numFmtId="(\d+)"/g)].map(([, id]) => own.get(id) ?? id!);
}

function cellsOf(row: string, formats: string[]): Map<string, CellRead> {
  const cells = row.matchAll(/<c r="([A-Z]+)\d+" s="(\d+)"(?: t="(\w+)")?>(.*?)<\/c>/gs);
  return new Map(
    [...cells].map(([, column, style, type, content]) => {
      const words = /<t[^>]*>(.*)<\/t>/s.exec(content!)?.[1];
      const value = type === 'inlineStr' ? plain(words!) : Number(/<v>(.*)<\/v>/.exec(content!)![1]);
      return [column!, { value, format: formats[Number(style)]! }];
    }),
  );
}

/** The words of a document for Word, a paragraph a line. */
export async function wordsOf(file: Buffer): Promise<string> {
  const xml = (await partsOf(file)).get('word/document.xml')!;
  return [...xml.matchAll(/<w:p>(.*?)<\/w:p>/gs)]
    .map(([, content]) => plain(content!.replaceAll('<w:br/>', '\n').replace(/<[^>]*>/g, '')))
    .join('\n');
}
