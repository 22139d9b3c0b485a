/** A JSON text's value, or what is wrong with it and on which line of the file. */
export type Parsed = { value: unknown } | { line: number; problem: string };

/** Parses one record. `line` is the one it starts on: a record of an array may run over several. */
export function parseRecord(text: string, line: number): Parsed {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    const { at, message } = findBreak(text);
    const before = text.slice(0, at);
    const newlines = before.split('\n').length - 1;
    const column = at - before.lastIndexOf('\n');
    // A record that ends where its line does: somebody laid it out for reading.
    const hint = /^\s*\{\s*$/.test(text)
      ? '. Each record must be on one line, or the whole file one JSON array'
      : '';
    return { line: line + newlines, problem: `Broken JSON: ${message} (column ${column})${hint}` };
  }
}

type Expected = 'value' | 'first-value' | 'name' | 'first-name' | 'colon' | 'next';

const MISSING: Record<Expected, string> = {
  value: 'a value should come here',
  'first-value': 'a value or ] should come here',
  name: 'a name in double quotes should come here',
  'first-name': 'a name in double quotes or } should come here',
  colon: 'a : should come here',
  next: 'a comma or a closing bracket should come here',
};

/**
 * Finds where JSON breaks. `JSON.parse` itself tells the place only for some mistakes, and quotes the text, which may be
 * long or unprintable.
 */
function findBreak(text: string): { at: number; message: string } {
  const open: ('{' | '[')[] = [];
  let expected = 'value' as Expected;
  let at = 0;
  for (;;) {
    while (' \t\r\n'.includes(text[at] ?? 'x')) at += 1;
    const sign = text[at];
    const inside = open.at(-1);
    if (sign === undefined) return { at, message: 'the record ends too early' };
    if (expected === 'next') {
      if (inside === undefined) return { at, message: 'there is something after the end of the record' };
      if (sign === ',') expected = inside === '{' ? 'name' : 'value';
      else if (sign === (inside === '{' ? '}' : ']')) open.pop();
      else return { at, message: MISSING.next };
      at += 1;
    } else if (expected === 'colon') {
      if (sign !== ':') return { at, message: MISSING.colon };
      expected = 'value';
      at += 1;
    } else if ((sign === '}' && expected === 'first-name') || (sign === ']' && expected === 'first-value')) {
      open.pop();
      expected = 'next';
      at += 1;
    } else if (sign === '"') {
      const end = endOfText(text, at);
      if (typeof end !== 'number') return end;
      expected = expected === 'name' || expected === 'first-name' ? 'colon' : 'next';
      at = end;
    } else if (expected === 'name' || expected === 'first-name') return { at, message: MISSING[expected] };
    else if (sign === '{' || sign === '[') {
      open.push(sign);
      expected = sign === '{' ? 'first-name' : 'first-value';
      at += 1;
    } else {
      BARE.lastIndex = at;
      const bare = BARE.exec(text)?.[0];
      if (!bare) return { at, message: MISSING[expected] };
      expected = 'next';
      at += bare.length;
    }
  }
}

const BARE = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

/** Where the text that starts at `start` ends, or where it breaks. */
function endOfText(text: string, start: number): number | { at: number; message: string } {
  for (let at = start + 1; at < text.length;) {
    const sign = text[at]!;
    if (sign === '"') return at + 1;
    if (sign < ' ') return { at, message: 'a text has a line break, tab or other control character in it' };
    if (sign === '\\') {
      ESCAPE.lastIndex = at;
      const escape = ESCAPE.exec(text)?.[0];
      if (!escape) return { at, message: 'a text has a backslash in it that starts no escape' };
      at += escape.length;
    } else at += 1;
  }
  return { at: start, message: 'a text is not closed' };
}
