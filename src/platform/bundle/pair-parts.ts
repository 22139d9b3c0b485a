import { createHash } from 'node:crypto';
import { CLEARLY, plainText, REPLACED, REWORDED, TextComparison } from './similarity.js';

/** A part of a record as the library has it: a recommendation, a learning point, a document. */
export interface KnownPart {
  id: string;
  /** No longer in the source: known again by its words alone. */
  left: boolean;
}

/**
 * By what a part of a bundle is known again for certain: the two are one where a key of the known part is that of the
 * given one. Keys rather than comparisons, so that the work stays linear.
 */
export interface SamePart<Known, Given> {
  known(part: Known): string[];
  given(part: Given): string | null;
}

/** A key that both sides have, or have not. */
export const sameKey = <Part>(key: (part: Part) => string | null): SamePart<Part, Part> => ({
  known: (part) => [key(part) ?? []].flat(),
  given: key,
});

export interface PairingRules<Known, Given> {
  /** What leaves no doubt, the surest first. Each is tried on the parts that are still alone, in order. */
  certain: SamePart<Known, Given>[];
  /** What the source calls the part by, where it does: the number of a recommendation, the theme of a point. */
  key: (part: Known | Given) => string | null;
  text: (part: Known | Given) => string;
}

/** One way to read a part of a bundle: as a part that is known, or as a new one. */
export interface Reading<Known> {
  /** What a person names it by. Made of what is read and as what, so it holds in every library with the same texts. */
  code: string;
  known: Known | null;
  /** From 0 to 1. */
  similarity: number;
}

/** What a part of a bundle is: one that is known, a new one (null), or more than one reading is possible. */
export type Pairing<Known> = { known: Known | null; reworded?: true } | { readings: Reading<Known>[] };

export interface PairingGiven {
  /** Begins the codes of readings: `r` for recommendations. */
  letter: string;
  /** What the parts belong to, in words that do not change between libraries. */
  owner: string;
  /** Has a person chosen any reading at all? */
  any: boolean;
  accepts: (code: string) => boolean;
}

/**
 * Pairs the parts of a record with those it has in the library, so that an id never passes to another text. What is
 * certain is paired first, then what a person has decided, then what is reworded beyond doubt; where two readings are
 * possible it says so and decides nothing.
 * @returns for each given part what it is
 */
export function pairParts<Known extends KnownPart, Given extends object>(
  known: Known[],
  given: Given[],
  rules: PairingRules<Known, Given>,
  asked: PairingGiven,
): Pairing<Known>[] {
  if (known.length === 0) return given.map(() => ({ known: null }));
  return new Pairer(known, given, rules, asked).pair();
}

interface Candidate<Known> {
  known: Known;
  similarity: number;
  /** Called by the same name, or one of them by none: more than words speak for it. */
  near: boolean;
}

class Pairer<Known extends KnownPart, Given extends object> {
  private readonly pairings: (Pairing<Known> | undefined)[];
  private readonly alone: Set<Known>;
  private readonly comparison = new TextComparison();

  constructor(
    known: Known[],
    private readonly given: Given[],
    private readonly rules: PairingRules<Known, Given>,
    private readonly asked: PairingGiven,
  ) {
    this.pairings = given.map(() => undefined);
    this.alone = new Set([...known.filter(({ left }) => !left), ...known.filter(({ left }) => left)]);
  }

  pair(): Pairing<Known>[] {
    for (const same of this.rules.certain) this.takeCertain(same);
    if (this.alone.size > 0) {
      if (this.asked.any) this.each((part, place) => this.takeAccepted(part, place));
      // Each is judged by what all are, not by what those before it were taken for.
      const judged = this.given.map((part, place) =>
        this.pairings[place] ? undefined : this.judge(part, place),
      );
      for (const [place, pairing] of judged.entries()) if (pairing) this.pairings[place] = pairing;
    }
    return this.pairings.map((pairing) => pairing ?? { known: null });
  }

  private each(act: (part: Given, place: number) => void): void {
    for (const [place, part] of this.given.entries()) if (!this.pairings[place]) act(part, place);
  }

  private takeCertain(same: SamePart<Known, Given>): void {
    const waiting = new Map<string, Known[]>();
    for (const known of this.alone)
      for (const key of same.known(known)) {
        const others = waiting.get(key);
        if (others) others.push(known);
        else waiting.set(key, [known]);
      }
    this.each((part, place) => {
      const key = same.given(part);
      if (key === null) return;
      const known = waiting.get(key)?.find((one) => this.alone.has(one));
      if (known) this.take(place, { known });
    });
  }

  private take(place: number, pairing: { known: Known; reworded?: true }): void {
    this.alone.delete(pairing.known);
    this.pairings[place] = pairing;
  }

  private takeAccepted(part: Given, place: number): void {
    const accepted = (known: Known | null): boolean => this.asked.accepts(this.code(part, place, known));
    if (accepted(null)) this.pairings[place] = { known: null };
    else {
      const known = [...this.alone].find(accepted);
      if (known) this.take(place, { known, reworded: true });
    }
  }

  private judge(part: Given, place: number): Pairing<Known> {
    const candidates = [...this.alone]
      .map((known) => this.weigh(known, part))
      .filter(({ similarity }) => similarity >= REPLACED)
      .toSorted((a, b) => Number(b.near) - Number(a.near) || b.similarity - a.similarity);
    const [best] = candidates.filter(({ near, similarity }) => near || similarity >= REWORDED);
    if (!best) return { known: null };
    if (best.near && best.similarity >= REWORDED && !this.isRivalled(best, candidates, place))
      return { known: best.known, reworded: true };
    const readings = candidates.slice(0, 5).map(({ known, similarity }) => ({
      ...{ code: this.code(part, place, known), known, similarity },
    }));
    return { readings: [...readings, { code: this.code(part, place, null), known: null, similarity: 0 }] };
  }

  private weigh(known: Known, part: Given): Candidate<Known> {
    const { key, text } = this.rules;
    const [own, other] = [key(known), key(part)];
    const near = !known.left && (own === null || other === null || own === other);
    return { known, near, similarity: this.comparison.similarity(text(known), text(part)) };
  }

  /** Is another known part about as like it, or another given part about as like the known one? */
  private isRivalled(best: Candidate<Known>, candidates: Candidate<Known>[], place: number): boolean {
    const rivals = (similarity: number): boolean =>
      similarity >= REWORDED && similarity > best.similarity - CLEARLY;
    return (
      candidates.some((other) => other !== best && rivals(other.similarity)) ||
      this.given.some(
        (other, at) => at !== place && !this.pairings[at] && rivals(this.weigh(best.known, other).similarity),
      )
    );
  }

  private code(part: Given, place: number, known: Known | null): string {
    const { key, text } = this.rules;
    const said = [this.asked.owner, key(part), plainText(text(part)), known && plainText(text(known))];
    const hash = createHash('sha256').update(JSON.stringify(said)).digest('hex').slice(0, 6);
    return `${this.asked.letter}${place + 1}-${known ? 'same' : 'new'}-${hash}`;
  }
}
