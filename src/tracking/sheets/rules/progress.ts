import type { SheetDate } from '../dates/sheet-date.js';
import { dateAt, type DayOrder, type FoundDate } from '../dates/written-dates.js';
import type { PlanUpdate } from '../preview.js';

/** One dated entry of a cell, or words before the first. */
export interface ProgressEntry extends PlanUpdate {
  unclear: boolean;
  /** It begins with a day that does not exist. */
  noSuchDay: boolean;
}

/** Where an entry can begin: at the start of a line, behind a bullet or bracket, or after a sentence. */
const LINE_START = /(?:^|\n)[\s•▪●*·–([-]*/g;
const AFTER_SENTENCE = /[.;!?)\]]\s+/g;
const DASH_OR_COLON = /^\s*[)\]]?\s*(?::|[–—]|-(?=\s))/;
const BETWEEN = /^[\s)\].,]*(?:[:–—-]+\s*)?/;

interface Start {
  /** Where the entry begins, and where its words do. */
  at: number;
  textAt: number;
  found: FoundDate;
}

/** The dated entries of a progress cell, in the order written (rule 12 of docs/spreadsheets.md); none when it has no dates. */
export function splitEntries(text: string, order: DayOrder): ProgressEntry[] {
  const starts = findStarts(text, order);
  if (!starts.length) return [];
  const entries = starts.map((start, index) => toEntry(text, start, starts[index + 1]?.at ?? text.length));
  const before = text.slice(0, starts[0]!.at).replace(/^[\s•*–-]+|\s+$/g, '');
  const undated = { on: null, precision: null, text: before, unclear: false, noSuchDay: false };
  return before ? [undated, ...entries] : entries;
}

function findStarts(text: string, order: DayOrder): Start[] {
  const places = [
    ...[...text.matchAll(LINE_START)].map((match) => ({
      at: match.index + match[0].length,
      needsDash: false,
    })),
    ...[...text.matchAll(AFTER_SENTENCE)].map((match) => ({
      at: match.index + match[0].length,
      needsDash: true,
    })),
  ].sort((a, b) => a.at - b.at || Number(a.needsDash) - Number(b.needsDash));
  const starts: Start[] = [];
  for (const { at, needsDash } of places) {
    if (starts.at(-1) && at < starts.at(-1)!.textAt) continue;
    const found = dateAt(text, at, order);
    if (!found || found.bareYear) continue;
    const rest = text.slice(at + found.length);
    if (needsDash && !DASH_OR_COLON.test(rest)) continue;
    starts.push({ at, textAt: at + found.length + BETWEEN.exec(rest)![0].length, found });
  }
  return starts;
}

function toEntry(text: string, { at, textAt, found }: Start, end: number): ProgressEntry {
  const written = text.slice(at, end).trim();
  const words = text
    .slice(textAt, end)
    .replace(/[\s•*([]+$/, '')
    .trim();
  const flags = { unclear: found.unclear, noSuchDay: found.date === null };
  if (!found.date) return { on: null, precision: null, text: written, ...flags };
  return { ...found.date, text: words || written, ...flags };
}

/** The entry whose date is the latest. */
export const latestEntry = (entries: readonly ProgressEntry[]): (ProgressEntry & SheetDate) | undefined =>
  entries
    .filter((entry): entry is ProgressEntry & SheetDate => entry.on !== null)
    .reduce<(ProgressEntry & SheetDate) | undefined>(
      (best, next) => (best && best.on > next.on ? best : next),
      undefined,
    );
