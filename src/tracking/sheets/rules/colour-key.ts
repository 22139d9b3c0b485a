import type { GridCell, GridRow, GridSheet } from '../grid/grid.js';
import type { PlanDelivery } from '../preview.js';
import { nameOfFill, colourWord } from './colour-names.js';
import { readStatus } from './status.js';
import { WordsGiven } from './words-given.js';

const KEY_NAME = /\b(?:key|legend|rag|guide)\b/i;
const IN_WORDS =
  /\b(?:(red|amber|yellow|orange|green|blue|purple|gr[ea]y)\b\s*(?:\([^)]*\)\s*)?[=:–-]|([RAGB])\s*=)\s*([^;,\n|]+)/gi;
const NEGATION = /^(?:not|no|never|without|incomplete)$/i;
const NO_WORDS = new WordsGiven();

/** What the colours of a plan mean, as its key says: by the exact fill, else by its name. */
export class ColourKey {
  private readonly byFill = new Map<string, PlanDelivery>();
  private readonly byName = new Map<string, PlanDelivery>();

  /** Takes in rows that may explain colours. @returns how many they explained */
  add(rows: readonly GridRow[]): number {
    return rows
      .flatMap(({ cells }) => cells.map((cell, at) => this.addCell(cell, cells[at + 1])))
      .filter(Boolean).length;
  }

  meaning(fill: string | null, name: string | null): PlanDelivery | null {
    return (fill && this.byFill.get(fill)) || (name && this.byName.get(name)) || null;
  }

  private addCell(cell: GridCell, next: GridCell | undefined): boolean {
    const inWords = [...cell.text.matchAll(IN_WORDS)].map(([, colour, letter, meaning]) =>
      this.learn(null, colour ?? letter!, meaning!),
    );
    if (inWords.length) return inWords.some(Boolean);
    const word = colourWord(cell.text);
    const name = nameOfFill(cell.fill) ?? word?.colour ?? null;
    if (!name || name === 'grey') return false;
    const own = cell.text.slice(word?.length ?? 0).replace(/^[\s=:–—-]+/, '');
    return this.learn(cell.fill, name, own || (next?.text ?? ''));
  }

  private learn(fill: string | null, colour: string, meaning: string): boolean {
    const delivery = deliveryIn(meaning);
    const name = colourWord(colour)?.colour ?? colour;
    if (!delivery) return false;
    if (fill) this.byFill.set(fill, delivery);
    if (!this.byName.has(name)) this.byName.set(name, delivery);
    return true;
  }
}

/** A meaning is a status with words around it: “Action completed and embedded”. */
function deliveryIn(meaning: string): PlanDelivery | null {
  const words = meaning.trim().split(/\s+/).slice(0, 12);
  for (const [at, word] of words.entries()) {
    const status = readStatus(words.slice(at).join(' '), {
      order: 'day-first',
      words: NO_WORDS,
      stateColumn: true,
    });
    if (status) return status.delivery;
    if (NEGATION.test(word)) return null;
  }
  return null;
}

/** A sheet of colours and words: it gives the colours their meaning and is not read as a plan (rule 2). */
export const isKeySheet = (sheet: GridSheet): boolean =>
  new ColourKey().add(sheet.rows) >= 2 || (KEY_NAME.test(sheet.name) && sheet.rows.length > 0);
