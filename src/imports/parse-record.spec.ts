import { describe, expect, it } from '@jest/globals';
import { parseRecord } from './parse-record.js';

describe('parseRecord', () => {
  it.each([
    ['', 'the record ends too early (column 1)'],
    [
      '{',
      'the record ends too early (column 2). Each record must be on one line, or the whole file one JSON array',
    ],
    ['{,', 'a name in double quotes or } should come here (column 2)'],
    ["{'a':1}", 'a name in double quotes or } should come here (column 2)'],
    ['{"a" 1}', 'a : should come here (column 6)'],
    ['{"a":}', 'a value should come here (column 6)'],
    ['{"a":1,}', 'a name in double quotes should come here (column 8)'],
    ['{"a":[1,]}', 'a value should come here (column 9)'],
    ['{"a":[}', 'a value or ] should come here (column 7)'],
    ['{"a":1 "b"', 'a comma or a closing bracket should come here (column 8)'],
    ['{"a":01}', 'a comma or a closing bracket should come here (column 7)'],
    ['{"a":NaN}', 'a value should come here (column 6)'],
    ['{"a":"b', 'a text is not closed (column 6)'],
    ['{"a":"b\tc"}', 'a text has a line break, tab or other control character in it (column 8)'],
    ['{"a":"\\x"}', 'a text has a backslash in it that starts no escape (column 7)'],
    ['{} {}', 'there is something after the end of the record (column 4)'],
  ])('says where %s breaks', (text, message) => {
    expect(parseRecord(text, 3)).toEqual({ line: 3, problem: `Broken JSON: ${message}` });
  });

  it('counts the lines of a record that has several', () => {
    const text = '{\n "a": [true, false, null, -1.5e+3, "\\u00e9\\n"],\n "b": nil\n}';
    expect(parseRecord(text, 10)).toEqual({
      line: 12,
      problem: 'Broken JSON: a value should come here (column 7)',
    });
  });
});
