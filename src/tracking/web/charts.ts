import { sayPartialDate } from '../../platform/dates/partial-date.js';
import { count, sayList } from '../../platform/text/words.js';
import type { Movement } from '../board/movement.js';
import type { OpenAt } from '../open-over-time.js';
import type { ReachAnswer } from '../reach/reach.model.js';
import { IMPACT_LEVELS, IMPACT_WORDS, type ImpactLevel } from '../tracking.js';
import { type AgencyFigures } from '../figures.model.js';

/**
 * The places of everything in the charts of the desk; `charts.njk` draws them. Lengths across are percentages and lengths
 * down are pixels, so that a telephone and a desk get the same drawing and words keep their size.
 */
export interface ChartView {
  id: string;
  heading: string;
  /** What is drawn and what it shows, for those who do not see it. */
  title: string;
  description: string;
  drawing: { kind: 'across'; chart: AcrossChart } | { kind: 'months'; chart: MonthsChart };
  /** The same as a table: what a row is called, and its numbers. */
  table: { head: string[]; rows: { name: string; values: string[] }[] };
}

interface AcrossChart {
  height: number;
  rows: {
    name: string;
    nameY: number;
    y: number;
    height: number;
    width: string;
    /** The part of it that is late; null where none is. */
    late: string | null;
    value: string;
  }[];
}

interface MonthsChart {
  height: number;
  floor: number;
  bars: {
    x: string;
    y: number;
    width: string;
    height: number;
    middle: string;
    value: string;
    label: string;
    /** Left out where there is no room for all. */
    isWide: boolean;
  }[];
}

const LINE = 20;
const BAR = 16;
const BETWEEN = 16;
/** What is left beside the longest bar is for its words. */
const LONGEST = 62;
const MOST_ROWS = 12;

function across(rows: readonly { name: string; total: number; late?: number; value: string }[]): AcrossChart {
  const most = Math.max(1, ...rows.map(({ total }) => total));
  const wide = (number: number): string => percent((number / most) * LONGEST);
  const step = LINE + BAR + BETWEEN;
  return {
    height: rows.length * step,
    rows: rows.map(({ name, total, late = 0, value }, place) => ({
      ...{ name, nameY: place * step + LINE - 5, y: place * step + LINE, height: BAR, value },
      ...{ width: wide(total), late: late > 0 ? wide(late) : null },
    })),
  };
}

/** Open and overdue actions of each agency; null where nothing is open. */
export function agencyChart(figures: readonly AgencyFigures[]): ChartView | null {
  const busy = figures.filter(({ open }) => open > 0).toSorted((one, other) => other.open - one.open);
  if (busy.length === 0) return null;
  const nameOf = ({ agency }: AgencyFigures): string => agency?.name ?? 'No agency yet';
  const say = ({ open, overdue }: AgencyFigures): string =>
    `${open} open${overdue > 0 ? `, ${overdue} overdue` : ''}`;
  const drawn = busy.slice(0, MOST_ROWS);
  return {
    ...{ id: 'agencies-chart', heading: 'Open and overdue actions by agency' },
    title: 'Open actions of each agency, with those that are overdue',
    description: sayList(drawn.map((one) => `${nameOf(one)}: ${say(one)}`)),
    drawing: {
      kind: 'across',
      chart: across(
        drawn.map((one) => ({ name: nameOf(one), total: one.open, late: one.overdue, value: say(one) })),
      ),
    },
    table: {
      head: ['Agency', 'Open', 'Overdue', 'Completed', 'Stopped'],
      rows: figures
        .filter(({ actions }) => actions > 0)
        .map((one) => ({
          name: nameOf(one),
          values: [one.open, one.overdue, one.completed, one.stopped].map(String),
        })),
    },
  };
}

/** How many items have come how far up the ladder of impact; null where nothing is followed. */
export function impactChart(levels: readonly ImpactLevel[]): ChartView | null {
  if (levels.length === 0) return null;
  const rows = IMPACT_LEVELS.toReversed().map((code) => {
    const total = levels.filter((level) => level === code).length;
    return { name: IMPACT_WORDS[code], total, value: count(total, 'item') };
  });
  return {
    ...{ id: 'impact-chart', heading: 'How far the evidence of impact goes' },
    title: 'Items by level of impact, the highest first',
    description: sayList(rows.map(({ name, value }) => `${name}: ${value}`)),
    drawing: { kind: 'across', chart: across(rows) },
    table: {
      head: ['Level of impact', 'Items'],
      rows: rows.map(({ name, total }) => ({ name, values: [String(total)] })),
    },
  };
}

/** What has moved since a snapshot; null where nothing has. */
export function movementChart(since: string, movement: Movement): ChartView | null {
  const { completed, stopped, moved, newlyOverdue, noLongerOverdue } = movement;
  const rows = (
    [
      ['Completed', completed],
      ['Stopped', stopped],
      ['Given another date', moved],
      ['Newly overdue', newlyOverdue],
      ['No longer overdue', noLongerOverdue],
    ] as const
  ).map(([name, { length: total }]) => ({ name, total, value: count(total, 'action') }));
  if (rows.every(({ total }) => total === 0)) return null;
  return {
    ...{ id: 'board-chart', heading: `What has moved since ${since}` },
    title: 'Actions by what has become of them since the last board',
    description: sayList(rows.map(({ name, value }) => `${name}: ${value}`)),
    drawing: { kind: 'across', chart: across(rows) },
    table: {
      head: ['Since the last board', 'Actions'],
      rows: rows.map(({ name, total }) => ({ name, values: [String(total)] })),
    },
  };
}

/** How many people discussions reached, by agency; null where there were none. */
export function reachChart({ agencies, total }: ReachAnswer, heading: string): ChartView | null {
  if (agencies.length === 0) return null;
  const say = ({ people, discussions }: ReachAnswer['total']): string =>
    `${count(people, 'person', 'people')}, ${count(discussions, 'discussion')}`;
  const drawn = agencies.slice(0, MOST_ROWS);
  return {
    ...{ id: 'reach-chart', heading, title: 'People who took part in discussions, by agency' },
    description: sayList(drawn.map((one) => `${one.agency.name}: ${say(one)}`)),
    drawing: {
      kind: 'across',
      chart: across(
        drawn.map(({ agency, people }) => ({
          name: agency.name,
          total: people,
          value: count(people, 'person', 'people'),
        })),
      ),
    },
    table: {
      head: ['Agency', 'People', 'Discussions'],
      rows: [...agencies.map((one) => ({ name: one.agency.name, ...one })), { name: 'In all', ...total }].map(
        ({ name, people, discussions }) => ({
          ...{ name, values: [people, discussions].map((number) => number.toLocaleString('en-GB')) },
        }),
      ),
    },
  };
}

const CEILING = 24;
const PLOT = 140;
const FLOOR = CEILING + PLOT;
const BELOW = 28;
/** The part of its place that a bar fills. */
const FILLED = 0.72;

/** Open items at the ends of months; null where nothing was followed in any of them. */
export function openChart(points: readonly OpenAt[]): ChartView | null {
  const most = Math.max(...points.map(({ open }) => open));
  if (most === 0) return null;
  const place = 100 / points.length;
  const last = points.length - 1;
  const name = (on: string, at: number): string =>
    at === last ? sayPartialDate(on) : `End of ${sayPartialDate(on.slice(0, 7))}`;
  return {
    ...{ id: 'open-chart', heading: 'Open items over the last twelve months' },
    title: 'Open items at the end of each month',
    description: `From ${points[0]!.open} at the ${name(points[0]!.on, 0)
      .toLowerCase()
      .replace(
        /^end of (\w)/,
        (_, letter: string) => `end of ${letter.toUpperCase()}`,
      )} to ${points[last]!.open} on ${sayPartialDate(points[last]!.on)}; the most were ${most}`,
    drawing: {
      kind: 'months',
      chart: {
        ...{ height: FLOOR + BELOW, floor: FLOOR },
        bars: points.map(({ on, open }, at) => {
          const height = Math.round((open / most) * PLOT);
          return {
            ...{ x: percent(at * place + (place * (1 - FILLED)) / 2), width: percent(place * FILLED) },
            ...{ y: FLOOR - height, height, middle: percent((at + 0.5) * place), value: String(open) },
            label: at === last ? 'Now' : sayPartialDate(on.slice(0, 7)).slice(0, 3),
            isWide: (last - at) % 2 === 1,
          };
        }),
      },
    },
    table: {
      head: ['At the end of', 'Open', 'Closed'],
      rows: points.map(({ on, open, closed }) => ({
        ...{ name: sayPartialDate(on), values: [String(open), String(closed)] },
      })),
    },
  };
}

const percent = (number: number): string => `${Math.round(number * 100) / 100}%`;
