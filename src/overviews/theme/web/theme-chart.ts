import type { ThemeTogether, ThemeYear } from '../theme-statistics.model.js';

/**
 * The places of everything in the charts of a theme; `charts.njk` draws them as SVG. Lengths across are percentages and
 * lengths down are pixels, so that a chart is as wide as its column while its words keep their size: a telephone and a
 * desk get the same drawing.
 */

/** On which screens something is shown: on all, or where there is room for it. */
export type Room = 'always' | 'wide';

export interface Bar {
  x: string;
  y: number;
  width: string;
  height: number;
  /** Middle of the bar. */
  middle: string;
  year: number;
  value: string;
  /** Null where a value has no room on any screen. */
  showValue: Room | null;
  /** Whether the year stands below the bar. */
  showYear: Room | null;
}

export interface YearsChart {
  height: number;
  /** Where the bars stand. */
  floor: number;
  /** So few years that the bars would be slabs on a wide screen. */
  isNarrow: boolean;
  lines: { y: number; label: string }[];
  bars: Bar[];
}

const CEILING = 24;
const PLOT_HEIGHT = 160;
const FLOOR = CEILING + PLOT_HEIGHT;
const BELOW = 28;
/** The part of its place that a bar fills. */
const FILLED = 0.72;
const FEW_YEARS = 6;

const MOST_YEARS_NAMED = { always: 8, wide: 12 };
const MOST_LINES = 4;
/** The narrowest plot on a telephone and in the column of a desk, and what a digit takes, in pixels. */
const PLOT_WIDTH = { always: 310, wide: 590 };
const DIGIT = 9;

/** A bar for every year. */
export function yearsChart(years: readonly Pick<ThemeYear, 'year' | 'reviews'>[]): YearsChart {
  const most = Math.max(...years.map(({ reviews }) => reviews));
  const step = axisStep(most);
  const top = Math.max(step, Math.ceil(most / step) * step);
  const down = (value: number): number => Math.round(FLOOR - (value / top) * PLOT_HEIGHT);
  const place = 100 / years.length;
  const named = namedYears(years.map(({ year }) => year));
  const values = roomForValues(years.length, most);
  const peak = years.findIndex(({ reviews }) => reviews === most);
  return {
    height: FLOOR + BELOW,
    floor: FLOOR,
    isNarrow: years.length <= FEW_YEARS,
    lines: Array.from({ length: Math.round(top / step) + 1 }, (_, line) => ({
      y: down(line * step),
      label: (line * step).toLocaleString('en-GB'),
    })),
    bars: years.map(({ year, reviews }, index) => ({
      x: percent(index * place + (place * (1 - FILLED)) / 2),
      width: percent(place * FILLED),
      middle: percent((index + 0.5) * place),
      y: down(reviews),
      height: FLOOR - down(reviews),
      year,
      value: reviews.toLocaleString('en-GB'),
      // The highest bar says its value whatever the room: it is what a chart is read by.
      showValue: index === peak ? 'always' : values,
      showYear: named.get(year) ?? null,
    })),
  };
}

/** The distance between two lines: 1, 2 or 5, or such a number of tens, so that four of them reach the highest bar. */
export function axisStep(most: number): number {
  for (let ten = 1; ; ten *= 10) {
    const step = [ten, 2 * ten, 5 * ten].find((each) => each * MOST_LINES >= most);
    if (step !== undefined) return step;
  }
}

/** Which years are written below the bars: round ones, at most twelve, and fewer on a telephone. */
export function namedYears(years: readonly number[]): Map<number, Room> {
  const steps = [1, 2, 5, 10, 20, 50, 100];
  const step = steps.find(
    (each) => years.filter((year) => year % each === 0).length <= MOST_YEARS_NAMED.wide,
  );
  const named = years.filter((year) => year % (step ?? 1) === 0);
  const every = Math.ceil(named.length / MOST_YEARS_NAMED.always);
  return new Map(named.map((year, index) => [year, index % every === 0 ? 'always' : 'wide']));
}

/** Values stand above the bars where the longest of them fits between its neighbours. */
function roomForValues(years: number, most: number): Room | null {
  const needed = most.toLocaleString('en-GB').length * DIGIT + 4;
  if (PLOT_WIDTH.always / years >= needed) return 'always';
  return PLOT_WIDTH.wide / years >= needed ? 'wide' : null;
}

export interface TogetherChart {
  height: number;
  rows: {
    /** The name of the theme, a line each, with where the line stands. */
    lines: { text: string; y: number }[];
    y: number;
    height: number;
    width: string;
    value: string;
  }[];
}

const LINE = 20;
const BAR = 16;
const BETWEEN = 16;
/** What is left beside the longest bar is for its value. */
const LONGEST = 82;
const LETTERS_A_LINE = 38;

/** A bar for every theme, with its name above it: beside it there is no room on a telephone. */
export function togetherChart(themes: readonly Pick<ThemeTogether, 'label' | 'reviews'>[]): TogetherChart {
  const most = Math.max(...themes.map(({ reviews }) => reviews));
  let top = 0;
  const rows = themes.map(({ label, reviews }) => {
    const lines = wrap(label, LETTERS_A_LINE).map((text, line) => ({ text, y: top + (line + 1) * LINE - 5 }));
    const y = top + lines.length * LINE;
    top = y + BAR + BETWEEN;
    return {
      lines,
      y,
      height: BAR,
      width: percent((reviews / most) * LONGEST),
      value: reviews.toLocaleString('en-GB'),
    };
  });
  return { height: top - BETWEEN + 2, rows };
}

/** Breaks a text between words, for SVG does not. A word that is too long by itself stays whole. */
export function wrap(text: string, letters: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= letters) lines[lines.length - 1] += ` ${word}`;
    else lines.push(word);
  }
  return lines;
}

const percent = (value: number): string => `${Math.round(value * 100) / 100}%`;
