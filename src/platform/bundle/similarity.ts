import { normaliseLabel } from '../text/normalise-label.js';

/**
 * From here on two texts are one text, reworded. Measured as below; a changed clause in a sentence stays above it, and
 * two recommendations that share nothing but “The partnership should ensure that …” stay well under.
 */
export const REWORDED = 0.7;
/** Below this they are two texts. Between the two a person is asked. */
export const REPLACED = 0.35;
/** Of two candidates the nearer one is taken for certain only if it is nearer by this much. */
export const CLEARLY = 0.1;

/** The form in which texts of records are compared: case, spacing, punctuation and accents aside. */
export const plainText = (text: string): string => normaliseLabel(text);

/** Turns texts into the numbers of their words and pairs of neighbouring words, so that comparing many is cheap. */
export class TextComparison {
  private readonly numbers = new Map<string, number>();
  private readonly taken = new Map<string, Int32Array>();

  /**
   * How alike two texts are, from 0 to 1: the share of words, and of pairs of neighbouring words, that they have in
   * common (Dice's coefficient; a word that stands twice counts twice). Pairs make the order of the words matter.
   */
  similarity(one: string, other: string): number {
    const [a, b] = [this.parts(one), this.parts(other)];
    if (a.length === 0 || b.length === 0) return 0;
    let common = 0;
    for (let i = 0, j = 0; i < a.length && j < b.length;) {
      if (a[i] === b[j]) common += 1;
      const [left, right] = [a[i]!, b[j]!];
      if (left <= right) i += 1;
      if (right <= left) j += 1;
    }
    return (2 * common) / (a.length + b.length);
  }

  /** The numbers of a text's words and pairs, in order; one that stands twice is there twice. */
  parts(text: string): Int32Array {
    const known = this.taken.get(text);
    if (known) return known;
    const words = plainText(text).split(' ').filter(Boolean);
    const pairs = words.slice(1).map((word, place) => `${words[place]} ${word}`);
    const parts = Int32Array.from([...words, ...pairs], (part) => this.number(part)).toSorted();
    this.taken.set(text, parts);
    return parts;
  }

  private number(part: string): number {
    const known = this.numbers.get(part) ?? this.numbers.size;
    this.numbers.set(part, known);
    return known;
  }
}

/** Says of many texts at once how alike each is to another: only what they have in common is looked at. */
export class TextIndex {
  /** By part, and by how often it stood before in the same text: the places of the texts that have it. */
  private readonly having = new Map<number, number[][]>();
  private readonly lengths: number[];

  /** @param texts each known by its place from here on */
  constructor(
    private readonly comparison: TextComparison,
    texts: readonly string[],
  ) {
    this.lengths = texts.map((text, place) => {
      for (const [part, before] of counted(comparison.parts(text))) {
        const byCount = this.having.get(part) ?? [];
        this.having.set(part, byCount);
        (byCount[before] ??= []).push(place);
      }
      return comparison.parts(text).length;
    });
  }

  /** @returns for each text what `TextComparison.similarity` says, by its place */
  similarities(text: string): Float64Array {
    const parts = this.comparison.parts(text);
    const alike = new Float64Array(this.lengths.length);
    for (const [part, before] of counted(parts))
      for (const place of this.having.get(part)?.[before] ?? []) alike[place]! += 1;
    return alike.map((common, place) =>
      common === 0 ? 0 : (2 * common) / (parts.length + this.lengths[place]!),
    );
  }
}

/** Each part with how often it stood before. @param parts in order */
function* counted(parts: Int32Array): Iterable<[part: number, before: number]> {
  let before = 0;
  for (let at = 0; at < parts.length; at += 1) {
    before = at > 0 && parts[at] === parts[at - 1] ? before + 1 : 0;
    yield [parts[at]!, before];
  }
}
