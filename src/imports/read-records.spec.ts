import { Readable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { LONGEST_RECORD, readRecords, type ReadItem } from './read-records.js';

/** Reads a text that arrives in pieces of so many bytes. */
async function read(text: string, size: number): Promise<ReadItem[]> {
  const bytes = Buffer.from(text);
  const chunks: Buffer[] = [];
  for (let start = 0; start < bytes.length; start += size) chunks.push(bytes.subarray(start, start + size));
  return await Array.fromAsync(readRecords(Readable.from(chunks)));
}

const RECORDS = [
  { a: 'plain' },
  { a: 'signs in text: ] } , [ { \\ " \n é 😀' },
  { a: [{ b: [] }, {}], c: { d: { e: '\\"' } } },
  { a: '\\', b: '\\\\"' },
];

describe('readRecords', () => {
  it.each([1, 2, 3, 7, 64, 100_000])('parts an array the same in pieces of %d bytes', async (size) => {
    for (const space of [undefined, 1]) {
      const items = await read(`\uFEFF \n${JSON.stringify(RECORDS, null, space)}\n`, size);
      expect(items.map((item) => ('text' in item ? (JSON.parse(item.text) as unknown) : item))).toEqual(
        RECORDS,
      );
    }
  });

  it.each([1, 3, 100_000])('parts lines the same in pieces of %d bytes', async (size) => {
    const items = await read(
      `\uFEFF\n${RECORDS.map((record) => JSON.stringify(record)).join('\r\n\r\n')}`,
      size,
    );
    expect(
      items.map((item) => ('text' in item ? [item.line, JSON.parse(item.text) as unknown] : item)),
    ).toEqual(RECORDS.map((record, place) => [2 + 2 * place, record]));
  });

  it('tells the line that each entry of an array starts on', async () => {
    expect(await read('\n[1,\n{\n"a":\n1}\n,true , "x"\n]', 2)).toEqual([
      { line: 2, text: '1' },
      { line: 3, text: '{\n"a":\n1}' },
      { line: 6, text: 'true' },
      { line: 6, text: '"x"' },
    ]);
  });

  it('forgets a record that is too long and goes on', async () => {
    const long = `"${'x'.repeat(LONGEST_RECORD)}"`;
    const problem = 'This record is longer than 8 MB';
    expect(await read(`${long}\n1`, 65_536)).toEqual([
      { line: 1, problem },
      { line: 2, text: '1' },
    ]);
    expect(await read(`[${long},\n1]`, 65_536)).toEqual([
      { line: 1, problem },
      { line: 2, text: '1' },
    ]);
  });
});
