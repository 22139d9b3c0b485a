import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { writeCsv } from './write-csv.js';

/** As spreadsheets read: any end of a line outside of quotes ends a row. The parser alone would go by that of the first row. */
const read = (text: string): string[][] => parse(text, { record_delimiter: ['\r\n', '\n', '\r'] });

describe('a table for spreadsheets', () => {
  it('keeps each row and each cell, whatever ends of lines, marks and quotes are in it', () => {
    const rows = [
      ['one', 'two', 'three'],
      ['first\nsecond', 'a\rb', 'c\r\nd'],
      ['ends\n', 'ends\r', ''],
      ['comma, “quote” "plain"', 'a;b\tc', '\u2028 and \u0085'],
    ];
    expect(read(writeCsv(rows))).toEqual(rows);
    expect(
      writeCsv(
        [
          ['a', 'b'],
          ['c', 'd'],
        ],
        true,
      ),
    ).toBe('\uFEFFa,b\r\nc,d\r\n');
  });

  it('has no cell that is a formula, nor a line within one that is', () => {
    const formulas = ['=1+1', '+1', '-1', '@A1', '\t=1', '\r=1', '＝1'];
    const rows = formulas.flatMap((each) => [
      [each, 'x'],
      [`text\n${each}`, 'x'],
    ]);
    expect(read(writeCsv(rows))).toEqual(
      rows.map(([cell, x]) => [cell!.startsWith('text') ? cell : `'${cell}`, x]),
    );
  });
});
