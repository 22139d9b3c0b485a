import { stemmer } from 'stemmer';
import { normaliseLabel } from '../platform/text/normalise-label.js';

/** Of two on one theme, as alike as this in their words: they may be about one matter. Seen on the first content. */
const ALIKE_ON_A_THEME = 0.12;
/** So alike are two that say nearly the same, whatever theme they were given. */
const NEARLY_THE_SAME = 0.5;

/** A recommendation, as far as it is compared. */
export interface Comparable {
  id: string;
  reviewId: string;
  text: string;
  /** Slugs. */
  themes: string[];
  /** The first day on which its review may have been published, and the first on which it surely had been. */
  firstOut: string | null;
  surelyOut: string | null;
}

/** Compares recommendations by what they say: a word weighs the more, the fewer of them have it. */
export class Likeness {
  private readonly all: (Comparable & { stems: ReadonlySet<string>; length: number })[];
  private readonly weights: ReadonlyMap<string, number>;

  constructor(all: readonly Comparable[]) {
    const stemmed = all.map((one) => ({ ...one, stems: stemsOf(one.text) }));
    const counts = new Map<string, number>();
    for (const { stems } of stemmed) for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1);
    this.weights = new Map([...counts].map(([stem, count]) => [stem, Math.log(all.length / count) ** 2]));
    this.all = stemmed.map((one) => ({ ...one, length: Math.sqrt(this.weigh([...one.stems])) }));
  }

  /**
   * Those that surely are earlier and may be about the same matter: on a theme of this one and in similar words, or in
   * nearly the same words.
   * @returns ids, the most alike first
   */
  earlierThan(id: string): string[] {
    const one = this.all.find((known) => known.id === id);
    if (!one) return [];
    return this.all
      .filter((other) => other.reviewId !== one.reviewId && isEarlier(other, one))
      .map((other) => ({ id: other.id, alike: this.compare(one, other), other }))
      .filter(({ alike, other }) => {
        const isOnOneTheme = other.themes.some((theme) => one.themes.includes(theme));
        return alike >= (isOnOneTheme ? ALIKE_ON_A_THEME : NEARLY_THE_SAME);
      })
      .toSorted((a, b) => b.alike - a.alike || (a.id < b.id ? -1 : 1))
      .map(({ id: found }) => found);
  }

  /** From 0, no word that tells anything is in both, to 1: the cosine of their weighted words. */
  private compare(one: (typeof this.all)[number], other: (typeof this.all)[number]): number {
    if (one.length === 0 || other.length === 0) return 0;
    const common = [...one.stems].filter((stem) => other.stems.has(stem));
    return this.weigh(common) / (one.length * other.length);
  }

  private weigh(stems: readonly string[]): number {
    return stems.reduce((sum, stem) => sum + this.weights.get(stem)!, 0);
  }
}

/** Whether one surely was published before another: nothing is claimed where the dates do not say so. */
export const isEarlier = (
  { surelyOut }: Pick<Comparable, 'surelyOut'>,
  { firstOut }: Pick<Comparable, 'firstOut'>,
): boolean => surelyOut !== null && firstOut !== null && surelyOut <= firstOut;

const stemsOf = (text: string): ReadonlySet<string> =>
  new Set(
    normaliseLabel(text)
      .split(' ')
      .filter(Boolean)
      .map((word) => stemmer(word)),
  );
