import type { Readable } from 'node:stream';
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { SheetRefused } from '../refusal.js';
import type { ReadingBudget } from './budget.js';

/** The files inside a workbook. Each is unpacked only when asked for, piece by piece, and counted while it unpacks. */
export class WorkbookPackage {
  private constructor(
    private readonly zip: ZipFile,
    private readonly parts: ReadonlyMap<string, Entry>,
    private readonly budget: ReadingBudget,
  ) {}

  static async open(bytes: Buffer, budget: ReadingBudget): Promise<WorkbookPackage> {
    const parts = new Map<string, Entry>();
    try {
      const zip = await fromBufferPromise(bytes, { lazyEntries: true, autoClose: false });
      for await (const entry of zip.eachEntry()) {
        budget.spend('parts');
        parts.set(entry.fileName.toLowerCase(), entry);
      }
      return new WorkbookPackage(zip, parts, budget);
    } catch (fault) {
      throw asRefusal(fault);
    }
  }

  has(path: string): boolean {
    return this.parts.has(path.toLowerCase());
  }

  /** The text of a part, in pieces; nothing for one that is not there. */
  async *text(path: string): AsyncGenerator<string> {
    const entry = this.parts.get(path.toLowerCase());
    if (!entry) return;
    let decoder: InstanceType<typeof TextDecoder> | undefined;
    try {
      const stream: Readable = await this.zip.openReadStreamPromise(entry);
      for await (const piece of stream as AsyncIterable<Buffer>) {
        this.budget.spend('unpackedBytes', piece.length);
        decoder ??= new TextDecoder(encodingOfXml(piece));
        yield decoder.decode(piece, { stream: true });
      }
    } catch (fault) {
      throw asRefusal(fault);
    }
    if (decoder) yield decoder.decode();
  }
}

function encodingOfXml(start: Buffer): string {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}

/** What the unpacker says is for developers; whoever sent the file only needs to know that it is damaged. */
const asRefusal = (fault: unknown): SheetRefused =>
  fault instanceof SheetRefused ? fault : new SheetRefused('broken');
