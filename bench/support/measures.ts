/**
 * Normalised discounted cumulative gain of the first `depth` answers: 1 when the best judged come first in order.
 * Gain is 2^grade − 1, discounted by log2(rank + 1) (Järvelin and Kekäläinen 2002).
 */
export function ndcg(answers: string[], grades: Record<string, number>, depth: number): number {
  const gain = (ranked: number[]): number =>
    ranked.slice(0, depth).reduce((sum, grade, rank) => sum + (2 ** grade - 1) / Math.log2(rank + 2), 0);
  const best = gain(Object.values(grades).toSorted((one, other) => other - one));
  return best === 0 ? 0 : gain(answers.map((reference) => grades[reference] ?? 0)) / best;
}

/** The part of the relevant answers that stands among the first `depth`. */
export function recall(answers: string[], grades: Record<string, number>, depth: number): number {
  const relevant = Object.keys(grades);
  if (relevant.length === 0) return 0;
  const first = new Set(answers.slice(0, depth));
  return relevant.filter((reference) => first.has(reference)).length / relevant.length;
}

/** The part of the first `depth` answers that is relevant; of fewer relevant ones that can be had, the part of those. */
export function precision(answers: string[], grades: Record<string, number>, depth: number): number {
  const possible = Math.min(depth, Object.keys(grades).length);
  if (possible === 0) return 0;
  const right = answers.slice(0, depth).filter((reference) => grades[reference] !== undefined).length;
  return right / possible;
}
