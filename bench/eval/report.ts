import { isAnswerable, type Score } from './judged.ts';

const WIDTH = 44;

export const HEAD = `${''.padEnd(WIDTH)}queries  nDCG@10  recall@20  precision@5  results  theme first  nothing found`;

const mean = (numbers: number[], digits = 3): string =>
  numbers.length === 0 ? '–' : (numbers.reduce((sum, one) => sum + one, 0) / numbers.length).toFixed(digits);

/** One line of a table: the means over some queries, those without an answer left out. */
export function line(name: string, all: Score[]): string {
  const answerable = all.filter(isAnswerable);
  const themes = all.map(({ themeFirst }) => themeFirst).filter((first) => first !== null);
  const first =
    themes.length === 0 ? '–' : `${((100 * themes.filter(Boolean).length) / themes.length).toFixed(1)} %`;
  const nothing = answerable.filter(({ found }) => found === 0).length;
  return (
    name.padEnd(WIDTH) +
    String(answerable.length).padStart(7) +
    mean(answerable.map((one) => one.ndcg)).padStart(9) +
    mean(answerable.map((one) => one.recall)).padStart(11) +
    mean(answerable.map((one) => one.precision)).padStart(13) +
    mean(
      answerable.map((one) => one.shown),
      1,
    ).padStart(9) +
    first.padStart(13) +
    String(nothing).padStart(15)
  );
}

export const tunable = (scores: Score[]): Score[] => scores.filter(({ judged }) => !judged.held);
export const keptAside = (scores: Score[]): Score[] => scores.filter(({ judged }) => judged.held);

/** The same of what may be tuned on, kind by kind. */
export function kinds(scores: Score[]): string {
  const some = tunable(scores).filter(isAnswerable);
  const names = [...new Set(some.map(({ judged }) => judged.kind))].sort();
  return names
    .map((kind) =>
      line(
        `  ${kind}`,
        some.filter(({ judged }) => judged.kind === kind),
      ),
    )
    .join('\n');
}

/** What scores lowest of what may be tuned on, and whose theme is not first. */
export function misses(scores: Score[]): string {
  const some = tunable(scores);
  const lowest = some
    .filter(isAnswerable)
    .toSorted((one, other) => one.ndcg - other.ndcg)
    .slice(0, 60)
    .map(
      (one) =>
        `  ${one.ndcg.toFixed(2)}  recall ${one.recall.toFixed(2)}  ${one.judged.kind}: ${one.judged.q}`,
    );
  const themes = some
    .filter(({ themeFirst }) => themeFirst === false)
    .map(({ judged, theme }) => `  theme not first: ${judged.q} (${judged.theme}, first was ${theme})`);
  return [...lowest, ...themes].join('\n');
}
