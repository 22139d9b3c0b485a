import damerauLevenshtein from 'damerau-levenshtein';
import dictionary from 'dictionary-en-gb';
import nspell from 'nspell';

/**
 * How many slips lie between two words: letters missing, added, wrong, or two neighbours swapped (optimal string
 * alignment; swapping is the commonest slip on a telephone and counts once). The library gives up counting after four.
 */
export const slips = (one: string, other: string): number => damerauLevenshtein(one, other).steps;

/** How many slips a word of this length may have: one letter in four, two in eight. "CSE" has none. */
export const slipsAllowed = (word: string): number => (word.length < 4 ? 0 : word.length < 8 ? 1 : 2);

let english: ReturnType<typeof nspell> | undefined;

/**
 * Is this a word of English as it is written in Britain, or a name that many have? Then it is hardly a slip.
 * @param word in small letters, without accents
 */
export function isEnglish(word: string): boolean {
  // A tenth of a second and more to read, and most programs that load this never ask.
  english ??= nspell({ aff: Buffer.from(dictionary.aff), dic: Buffer.from(dictionary.dic) });
  return english.correct(word) || english.correct(word.charAt(0).toUpperCase() + word.slice(1));
}

/** A word that may be meant, and how often it is written. */
export interface SpeltWord {
  readonly word: string;
  times: number;
}

/** Words that may be meant, found by first letter and length without looking at all of them. */
export class SpellingIndex {
  private readonly words = new Map<string, SpeltWord>();
  private readonly byShape = new Map<string, SpeltWord[]>();

  /** Notes a word; null where it is so short that it cannot be misspelt. */
  add(word: string): SpeltWord | null {
    if (word.length < 4) return null;
    let spelt = this.words.get(word);
    if (!spelt) {
      this.words.set(word, (spelt = { word, times: 0 }));
      const shape = shapeOf(word[0]!, word.length);
      const same = this.byShape.get(shape);
      if (same) same.push(spelt);
      else this.byShape.set(shape, [spelt]);
    }
    spelt.times += 1;
    return spelt;
  }

  /** Takes back that a word was written once; one that nobody writes any more is no longer offered. */
  remove(spelt: SpeltWord): void {
    spelt.times -= 1;
  }

  has(word: string): boolean {
    return (this.words.get(word)?.times ?? 0) > 0;
  }

  /**
   * The known word with the fewest slips, the more frequent one of equals; null when none is near enough.
   * @param least how often a word has to be written to be meant
   */
  nearest(word: string, least = 1): { word: string; slips: number } | null {
    const most = slipsAllowed(word);
    let best: { word: string; slips: number; times: number } | null = null;
    for (let length = word.length - most; length <= word.length + most; length += 1) {
      // The first letter is seldom mistyped, and asking for it keeps "mother" away from "bother".
      for (const { word: known, times } of this.byShape.get(shapeOf(word[0]!, length)) ?? []) {
        if (times < least) continue;
        const found = slips(word, known);
        if (found > most || (best && (found > best.slips || (found === best.slips && times <= best.times))))
          continue;
        best = { word: known, slips: found, times };
      }
    }
    return best && { word: best.word, slips: best.slips };
  }
}

const shapeOf = (first: string, length: number): string => `${first}${length}`;
