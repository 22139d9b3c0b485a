import type { ReportColumn, ReportValue } from '../report.js';
import { linesOf } from './lines.js';

/** The columns of a sheet are too many for a page: those that belong together stand in one there, each line with its name. */
export function togetherOf(columns: readonly ReportColumn[]): {
  columns: string[];
  cells: (values: readonly ReportValue[]) => string[][];
} {
  const names = [...new Set(columns.map(({ within, label }) => within ?? label))];
  const first = new Map(columns.toReversed().map(({ within, label, key }) => [within ?? label, key]));
  return {
    columns: names,
    cells: (values) => {
      const cells = new Map(names.map((name) => [name, [] as string[]]));
      for (const [at, { within, label, key }] of columns.entries()) {
        const lines = linesOf(values[at]!);
        const own = within ?? label;
        if (lines.length > 0) cells.get(own)!.push(...(first.get(own) === key ? lines : named(label, lines)));
      }
      return [...cells.values()];
    },
  };
}

const named = (label: string, [line, ...more]: readonly string[]): string[] => [`${label}: ${line}`, ...more];
