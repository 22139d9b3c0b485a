/** A JSON text's value, or what is wrong with it and on which line of the file. */
export type Parsed = { value: unknown } | { line: number; problem: string };

/** Parses one record. `line` is the one it starts on: a record of an array may run over several. */
export function parseRecord(text: string, line: number): Parsed {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    const position = Number(/at position (\d+)/.exec(said)?.[1] ?? Number.NaN);
    const before = Number.isNaN(position) ? '' : text.slice(0, position);
    const newlines = before.split('\n').length - 1;
    const column = Number.isNaN(position) ? '' : ` (column ${position - before.lastIndexOf('\n')})`;
    return { line: line + newlines, problem: `Broken JSON: ${inShort(said)}${column}${hint(text)}` };
  }
}

/** V8's message without the piece of the text that it quotes, which may be long or unprintable. */
function inShort(said: string): string {
  const short = said
    .replace(/, (?:\.\.\.)?".*$/su, '')
    .replace(/ in JSON at position.*$/su, '')
    .replace(/ of JSON input$/, ' of the record')
    .replace(/\p{Cc}/gu, '?');
  return short.charAt(0).toLowerCase() + short.slice(1);
}

function hint(text: string): string {
  return /^\s*\{\s*$/.test(text) ? '. Each record must be on one line, or the whole file one JSON array' : '';
}
