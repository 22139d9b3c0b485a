/**
 * Stems by number. Thousands of records with hundreds of stems each are held in memory, and a number takes a tenth of what
 * a text takes. Only what records say gets a number, so that nobody fills the memory by asking.
 */
const numbers = new Map<string, number>();

/** The number of a stem that a record says. */
export function numberOf(stem: string): number {
  const known = numbers.get(stem);
  if (known !== undefined) return known;
  numbers.set(stem, numbers.size);
  return numbers.size - 1;
}

/** The numbers of stems that are asked for: those that no record says have none. */
export const numbersOf = (stems: Iterable<string>): Set<number> =>
  new Set([...stems].flatMap((stem) => numbers.get(stem) ?? []));

/** Where the number of a stem stands in a sorted list; -1 where it does not. */
function placeOf(sorted: Int32Array, stem: string): number {
  const wanted = numbers.get(stem);
  if (wanted === undefined) return -1;
  let [low, high] = [0, sorted.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = sorted[middle]!;
    if (found === wanted) return middle;
    if (found < wanted) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** Which stems a text or a record has. */
export class StemSet {
  private readonly sorted: Int32Array;

  constructor(stems: Iterable<string>) {
    this.sorted = Int32Array.from(new Set(stems), numberOf).sort();
  }

  has(stem: string): boolean {
    return placeOf(this.sorted, stem) >= 0;
  }
}

/** How much a record says each of its stems (BM25F). */
export class StemWeights {
  private readonly sorted: Int32Array;
  private readonly weights: Float32Array;

  /** @param stems each once, with its weight at the same place of `weights` */
  constructor(stems: readonly string[], weights: readonly number[]) {
    const given = stems.map(numberOf);
    const order = given.map((_, at) => at).sort((one, other) => given[one]! - given[other]!);
    this.sorted = Int32Array.from(order, (at) => given[at]!);
    this.weights = Float32Array.from(order, (at) => weights[at] ?? 0);
  }

  /** 0 where the record does not say it. */
  of(stem: string): number {
    const place = placeOf(this.sorted, stem);
    return place < 0 ? 0 : this.weights[place]!;
  }
}
