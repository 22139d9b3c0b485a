import { MONTH_NAMES, OTHER_MONTH_NAMES } from '../words/date-words.js';
import { dayDate, monthDate, quarterDate, yearDate, type SheetDate } from './sheet-date.js';

/** Which of two numbers is the day, in one column: the day, the month, or both orders stand there. */
export type DayOrder = 'day-first' | 'month-first' | 'both';

/** A date found in a text. `date` is null for a day that does not exist. */
export interface FoundDate {
  /** How many signs of the text it takes. */
  length: number;
  date: SheetDate | null;
  /** Two numbers up to 12 in a column that holds both orders. */
  unclear: boolean;
  /** It is a year and no more, which in running text may be a number. */
  bareYear: boolean;
}

type ReadForm = (parts: string[], order: DayOrder) => { date: SheetDate | null; unclear?: boolean };

const MONTH = `(${[...MONTH_NAMES.map((name) => `${name.slice(0, 3)}(?:${name.slice(3)})?`), ...Object.keys(OTHER_MONTH_NAMES)].join('|')})`;
const TIME = String.raw`(?:[T\s]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:\s?[ap]m)?Z?)?`;
const WEEKDAY = String.raw`(?:(?:mon|tues?|wed(?:nes)?|thurs?|fri|sat(?:ur)?|sun)(?:day)?,?\s+)?`;
const ORDINAL = String.raw`(?:st|nd|rd|th)?`;
const FINANCIAL_YEAR = String.raw`(?:fy\s*)?(\d{4}|\d{2})\s*[/–-]\s*(\d{4}|\d{2})(?!\d)`;
const QUARTER = String.raw`(?:q|qtr|quarter)\s*([1-4])(?!\d)`;
const END_OF = String.raw`(?:(?:the\s+)?end\s+(?:of\s+)?)?`;
/** Two digits are a year only where the words end or pause: “3 May 20 staff came” is about twenty people. */
const WORD_YEAR = String.raw`(\d{4}(?![\d/])|\d{2}(?=\s*(?:$|[\n,.;:)\]–—-])))`;
const MONTHS_APART = String.raw`[\s,.'’/–-]*`;

/** The forms of a date, the more telling ones first. Each begins where the date begins. */
const FORMS: readonly (readonly [pattern: string, read: ReadForm])[] = [
  [
    String.raw`(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)${TIME}`,
    ([y, m, d]) => ({ date: dayDate(+y!, +m!, +d!) }),
  ],
  [String.raw`${WEEKDAY}(\d{1,2})\s?([./-])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})(?!\d)${TIME}`, readNumbers],
  [
    String.raw`${WEEKDAY}(\d{1,2})${ORDINAL}(?:\s+of)?[\s./–-]*${MONTH}\b${MONTHS_APART}${WORD_YEAR}`,
    ([d, m, y]) => ({ date: dayDate(fullYear(y!), monthNumber(m!), +d!) }),
  ],
  [
    String.raw`${WEEKDAY}${MONTH}\.?\s+(\d{1,2})${ORDINAL},?\s+(\d{4})(?!\d)`,
    ([m, d, y]) => ({ date: dayDate(+y!, monthNumber(m!), +d!) }),
  ],
  [String.raw`${END_OF}${MONTH}\b${MONTHS_APART}${WORD_YEAR}`, ([m, y]) => readMonth(m!, y!)],
  [
    String.raw`${END_OF}${QUARTER}[\s,:(of–-]*${FINANCIAL_YEAR}\)?`,
    ([q, y, next]) => readQuarter(q!, y!, next!),
  ],
  [String.raw`${FINANCIAL_YEAR}[\s,:(–-]*${QUARTER}\)?`, ([y, next, q]) => readQuarter(q!, y!, next!)],
  [String.raw`(\d{1,2})/(\d{4})(?![\d/])`, ([m, y]) => ({ date: monthDate(+y!, +m!) })],
  [String.raw`(\d{4})-(0[1-9]|1[0-2])(?![\d-])`, ([y, m]) => ({ date: monthDate(+y!, +m!) })],
  [String.raw`${END_OF}((?:19|20)\d{2})(?![\d/–-])`, ([y]) => ({ date: yearDate(+y!) })],
];
const COMPILED = FORMS.map(([pattern, read]) => ({ pattern: new RegExp(pattern, 'iy'), read }));
const BARE_YEAR = /^\d{4}$/;

/** Reads the date that begins at a place of a text; null when none does. */
export function dateAt(text: string, at: number, order: DayOrder): FoundDate | null {
  for (const { pattern, read } of COMPILED) {
    const match = matchAt(pattern, text, at);
    if (!match) continue;
    const { date, unclear = false } = read(match.slice(1), order);
    return { length: match[0].length, date, unclear, bareYear: BARE_YEAR.test(match[0]) };
  }
  return null;
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** Every date in a text, in the order written, with where it begins. */
export function datesIn(text: string, order: DayOrder): (FoundDate & { at: number })[] {
  const found: (FoundDate & { at: number })[] = [];
  for (let at = 0; at < text.length; at++) {
    if (at > 0 && /[\p{L}\p{N}]/u.test(text[at - 1]!)) continue;
    const date = /[\p{L}\p{N}]/u.test(text[at]!) ? dateAt(text, at, order) : null;
    if (!date) continue;
    found.push({ ...date, at });
    at += date.length - 1;
  }
  return found;
}

const NUMBERS = /(?<!\d)(\d{1,2})\s?([./-])\s?(\d{1,2})\s?\2\s?(?:\d{4}|\d{2})(?!\d)/g;

/** What the dates of one column show about their order: rule 7 of docs/spreadsheets.md. */
export function dayOrderOf(texts: Iterable<string>): DayOrder {
  const seen = { day: false, month: false };
  for (const text of texts) {
    for (const [, first, , second] of text.matchAll(NUMBERS)) {
      if (Number(first) > 12 && Number(second) <= 12) seen.day = true;
      if (Number(second) > 12 && Number(first) <= 12) seen.month = true;
    }
  }
  if (seen.day && seen.month) return 'both';
  return seen.month ? 'month-first' : 'day-first';
}

function readNumbers([first, , second, year]: string[], order: DayOrder): ReturnType<ReadForm> {
  const [one, two] = [Number(first), Number(second)];
  const isClear = one > 12 || two > 12 || one === two;
  const monthFirst = isClear ? two > 12 : order === 'month-first';
  const date = dayDate(fullYear(year!), monthFirst ? one : two, monthFirst ? two : one);
  return { date, unclear: !isClear && order === 'both' };
}

const readMonth = (month: string, year: string): ReturnType<ReadForm> => ({
  date: monthDate(fullYear(year), monthNumber(month)),
});

/** “Q3 2024/25”: the years must follow each other. */
function readQuarter(quarter: string, year: string, next: string): ReturnType<ReadForm> {
  const follows = Number(next) % 100 === (Number(year) + 1) % 100;
  return { date: follows ? quarterDate(fullYear(year), Number(quarter)) : null };
}

function monthNumber(name: string): number {
  const lower = name.toLowerCase();
  return (
    OTHER_MONTH_NAMES[lower] ?? MONTH_NAMES.findIndex((month) => month.startsWith(lower.slice(0, 3))) + 1
  );
}

/** Two digits are of this century: no plan is older. */
const fullYear = (year: string): number => (year.length === 2 ? 2000 + Number(year) : Number(year));
