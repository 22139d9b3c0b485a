import damerauLevenshtein from 'damerau-levenshtein';

/**
 * How many slips lie between two words: letters missing, added, wrong, or two neighbours swapped (optimal string
 * alignment; swapping is the commonest slip on a telephone and counts once). The library gives up counting after four.
 */
export const slips = (one: string, other: string): number => damerauLevenshtein(one, other).steps;

/** How many slips a word of this length may have: one letter in four, two in eight. "CSE" has none. */
export const slipsAllowed = (word: string): number => (word.length < 4 ? 0 : word.length < 8 ? 1 : 2);

/** Words that may be meant, found by their first letter and length without looking at all of them. */
export class SpellingIndex {
  private readonly byShape = new Map<string, { word: string; weight: number }[]>();
  private readonly known = new Set<string>();

  constructor(words: Iterable<[word: string, weight: number]>) {
    for (const [word, weight] of words) this.add(word, weight);
  }

  /** Adds a word, unless it is known or so short that it cannot be misspelt. */
  add(word: string, weight: number): void {
    if (word.length < 4 || this.known.has(word)) return;
    this.known.add(word);
    const shape = `${word[0]}${word.length}`;
    const same = this.byShape.get(shape);
    if (same) same.push({ word, weight });
    else this.byShape.set(shape, [{ word, weight }]);
  }

  /** Forgets a word: it is no longer offered. */
  remove(word: string): void {
    const shape = `${word[0]}${word.length}`;
    if (!this.known.delete(word)) return;
    this.byShape.set(
      shape,
      (this.byShape.get(shape) ?? []).filter((one) => one.word !== word),
    );
  }

  has(word: string): boolean {
    return this.known.has(word);
  }

  /** The known word with the fewest slips, the heavier one of equals; null when none is near enough. */
  nearest(word: string): { word: string; slips: number } | null {
    const most = slipsAllowed(word);
    let best: { word: string; slips: number; weight: number } | null = null;
    for (let length = word.length - most; length <= word.length + most; length += 1) {
      // The first letter is seldom mistyped, and asking for it keeps "mother" away from "bother".
      for (const { word: known, weight } of this.byShape.get(`${word[0]}${length}`) ?? []) {
        const found = slips(word, known);
        if (
          found <= most &&
          (!best || found < best.slips || (found === best.slips && weight > best.weight))
        ) {
          best = { word: known, slips: found, weight };
        }
      }
    }
    return best && { word: best.word, slips: best.slips };
  }
}
