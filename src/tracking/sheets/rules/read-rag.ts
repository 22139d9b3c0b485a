import type { PlanDelivery } from '../preview.js';
import { colourWord, nameOfFill } from './colour-names.js';
import type { ReadingContext } from './reading-context.js';
import type { RowEntry, RowReading } from './row-reading.js';

/** What the red-amber-green cell of a row says. */
export interface ReadRag {
  entry: RowEntry | null;
  colour: string | null;
  /** Words beside the colour. */
  rest: string;
  /** What the plan's key says that the colour means. */
  meaning: PlanDelivery | null;
}

/** Colours in words win over fills (rule 10 of docs/spreadsheets.md). Without a column of colours, the fill of the status counts. */
export function readRag(row: RowReading, { colours, questions }: ReadingContext): ReadRag {
  const entry = row.coloured('rag');
  if (!entry) return fillOfStatus(row, colours);
  const word = colourWord(entry.text);
  const fill = nameOfFill(entry.cell.fill);
  if (word && fill && fill !== word.colour && fill !== 'grey') {
    questions.ask('rag-text-and-colour-differ', entry.cell, entry.text, word.colour);
  }
  const colour = word?.colour ?? fill;
  const rest = entry.text.slice(word?.length ?? 0).replace(/^[\s–—:=/().-]+|[\s()]+$/g, '');
  return { entry, colour, rest, meaning: colours.meaning(word ? null : entry.cell.fill, colour) };
}

function fillOfStatus(row: RowReading, colours: ReadingContext['colours']): ReadRag {
  const entry = row.coloured('status');
  const fill = nameOfFill(entry?.cell.fill ?? null);
  if (!entry || !fill || fill === 'grey') return { entry: null, colour: null, rest: '', meaning: null };
  return { entry, colour: fill, rest: '', meaning: colours.meaning(entry.cell.fill, fill) };
}
