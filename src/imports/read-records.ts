/** A record's text with the line it starts on, or what is wrong there. */
export type ReadItem = { line: number; text: string } | { line: number; problem: string };

/** Nothing that a person wrote is longer; a whole file on one line is. */
export const LONGEST_RECORD = 8 * 1024 * 1024;

const NEWLINE = 0x0a;
const QUOTE = 0x22;
const COMMA = 0x2c;
const OPEN_LIST = 0x5b;
const BACKSLASH = 0x5c;
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

const isSpace = (byte: number): boolean =>
  byte === 0x20 || byte === NEWLINE || byte === 0x0d || byte === 0x09;
const TOO_LONG = `This record is longer than ${LONGEST_RECORD / 1024 / 1024} MB`;

/**
 * Splits a bundle into the texts of its records: a JSON array where the first character is `[`, otherwise JSON Lines.
 * It looks at bytes, not characters (every sign that matters is one byte, in UTF-8 too), and never holds more than one
 * record and one chunk of the file.
 */
export async function* readRecords(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<ReadItem> {
  let splitter: LineSplitter | ArraySplitter | null = null;
  let line = 1;
  let atStart = true;
  let held: Buffer = Buffer.alloc(0);
  for await (const chunk of withEnd(chunks)) {
    let bytes: Buffer = chunk
      ? Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
      : Buffer.alloc(0);
    if (atStart) {
      // The signs of an encoding may arrive one by one.
      bytes = Buffer.concat([held, bytes]);
      held = bytes;
      if (bytes.length < 4 && chunk) continue;
      atStart = false;
      const other = otherEncoding(bytes);
      if (other) {
        yield { line: 1, problem: `The file is not UTF-8: it looks like ${other}. Save it as UTF-8` };
        return;
      }
      if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) bytes = bytes.subarray(3);
    }
    if (!splitter) {
      let start = 0;
      for (; start < bytes.length && isSpace(bytes[start]!); start += 1)
        if (bytes[start] === NEWLINE) line += 1;
      if (start === bytes.length) continue;
      const isArray = bytes[start] === OPEN_LIST;
      splitter = isArray ? new ArraySplitter(line) : new LineSplitter(line);
      bytes = bytes.subarray(isArray ? start + 1 : start);
    }
    yield* splitter.push(bytes);
  }
  if (splitter) yield* splitter.end();
  else yield { line: 0, problem: 'The file is empty: there are no records in it' };
}

/** Ends with a null, so that what is held back is not forgotten. */
const withEnd = async function* (chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array | null> {
  yield* chunks;
  yield null;
};

function otherEncoding(bytes: Buffer): string | null {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return 'UTF-16';
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return 'a gzip archive';
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3) return 'a ZIP archive';
  return null;
}

/** The bytes of the record that is being read, in the pieces that the chunks brought. */
class Pieces {
  private pieces: Buffer[] = [];
  private size = 0;

  add(piece: Buffer): void {
    this.size += piece.length;
    // What is too long is counted and forgotten.
    if (this.size > LONGEST_RECORD) this.pieces = [];
    else if (piece.length > 0) this.pieces.push(piece);
  }

  /** Ends the record; null when it is blank. */
  take(line: number): ReadItem | null {
    const { pieces, size } = this;
    this.pieces = [];
    this.size = 0;
    if (size > LONGEST_RECORD) return { line, problem: TOO_LONG };
    const bytes = pieces.length === 1 ? pieces[0]! : Buffer.concat(pieces);
    if (bytes.every(isSpace)) return null;
    try {
      return { line, text: UTF8.decode(bytes) };
    } catch {
      return { line, problem: 'This record is not valid UTF-8' };
    }
  }
}

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** JSON Lines: a broken line spoils only itself. */
class LineSplitter {
  private readonly pieces = new Pieces();

  constructor(private line: number) {}

  *push(bytes: Buffer): Generator<ReadItem> {
    let start = 0;
    for (;;) {
      const end = bytes.indexOf(NEWLINE, start);
      this.pieces.add(bytes.subarray(start, end < 0 ? bytes.length : end));
      if (end < 0) return;
      const item = this.pieces.take(this.line);
      if (item) yield item;
      this.line += 1;
      start = end + 1;
    }
  }

  *end(): Generator<ReadItem> {
    const item = this.pieces.take(this.line);
    if (item) yield item;
  }
}

type ArrayState = 'before-first' | 'before-next' | 'in-value' | 'after-value' | 'done' | 'lost';

/** One JSON array: parts its elements without parsing them. Where its structure breaks, the rest cannot be read. */
class ArraySplitter {
  private readonly pieces = new Pieces();
  private state: ArrayState = 'before-first';
  private startLine = 0;
  private depth = 0;
  private inText = false;
  private escaped = false;
  /** A number, true, null or rubbish: it has no closing sign of its own. */
  private bare = false;
  private isEmpty = true;

  constructor(private line: number) {}

  *push(bytes: Buffer): Generator<ReadItem> {
    let start = 0;
    for (let at = 0; at < bytes.length; at += 1) {
      const byte = bytes[at]!;
      if (this.state === 'in-value') {
        if (!this.endsValue(byte)) {
          if (byte === NEWLINE) {
            this.line += 1;
            if (this.inText) {
              yield this.lose('A text is not closed on its line, so the rest of the file cannot be read', -1);
              return;
            }
          }
          continue;
        }
        this.pieces.add(bytes.subarray(start, this.bare ? at : at + 1));
        const item = this.pieces.take(this.startLine);
        if (item) yield item;
        this.state = 'after-value';
        if (!this.bare) continue;
      }
      if (byte === NEWLINE) this.line += 1;
      if (isSpace(byte) || this.state === 'lost') continue;
      const problem = this.between(byte);
      if (problem) {
        yield this.lose(problem);
        return;
      }
      if (this.isInValue()) start = at;
    }
    if (this.state === 'in-value') this.pieces.add(bytes.subarray(start));
  }

  *end(): Generator<ReadItem> {
    if (this.state === 'in-value') {
      yield {
        line: this.startLine,
        problem: 'The record that starts here is not finished: the file ends first',
      };
    } else if (this.isEmpty && this.state === 'done') {
      yield { line: this.line, problem: 'The list is empty: there are no records in it' };
    } else if (this.state !== 'done' && this.state !== 'lost') {
      yield { line: this.line, problem: 'The list is not closed: a ] is missing at the end of the file' };
    }
  }

  private isInValue(): boolean {
    return this.state === 'in-value';
  }

  /** Takes one byte of a value; true when the value ends with it or, for a bare one, before it. */
  private endsValue(byte: number): boolean {
    if (this.inText) {
      if (this.escaped) this.escaped = false;
      else if (byte === BACKSLASH) this.escaped = true;
      else if (byte === QUOTE) {
        this.inText = false;
        return this.depth === 0;
      }
      return false;
    }
    if (this.bare) return byte === COMMA || byte === CLOSE_LIST || isSpace(byte);
    if (byte === QUOTE) this.inText = true;
    else if (byte === OPEN_OBJECT || byte === OPEN_LIST) this.depth += 1;
    else if (byte === CLOSE_OBJECT || byte === CLOSE_LIST) {
      this.depth -= 1;
      return this.depth === 0;
    }
    return false;
  }

  /** Takes one byte between the values; answers what is wrong with it, if anything is. */
  private between(byte: number): string | null {
    switch (this.state) {
      case 'before-first':
      case 'before-next':
        if (byte === CLOSE_LIST && this.state === 'before-first') {
          this.state = 'done';
          return null;
        }
        if (byte === COMMA || byte === CLOSE_LIST) return 'There is a comma with no record beside it';
        this.state = 'in-value';
        this.isEmpty = false;
        this.startLine = this.line;
        this.depth = byte === OPEN_OBJECT || byte === OPEN_LIST ? 1 : 0;
        this.inText = byte === QUOTE;
        this.escaped = false;
        this.bare = this.depth === 0 && !this.inText;
        return null;
      case 'after-value':
        if (byte === COMMA) this.state = 'before-next';
        else if (byte === CLOSE_LIST) this.state = 'done';
        else return 'A comma or the closing ] should come here, so the rest of the file cannot be read';
        return null;
      case 'done':
        return 'There is something after the closing ] of the list';
      case 'in-value':
      case 'lost':
        return null;
    }
  }

  private lose(problem: string, lines = 0): ReadItem {
    this.state = 'lost';
    return { line: this.line + lines, problem };
  }
}
