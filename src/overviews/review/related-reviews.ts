/** A theme, and the reviews that carry it. */
export interface CarriedTheme<Theme> {
  theme: Theme;
  reviews: readonly string[];
}

const MOST_RELATED = 5;
/** The rarest of the themes that two reviews share say best why they belong together. */
const THEMES_NAMED = 3;
/** Themes that so large a part of all reviews would share by chance do not make two of them related. */
const BY_CHANCE = 0.1;

interface Weighed<Theme> {
  theme: Theme;
  worth: number;
  /** The places of the reviews that carry it. */
  places: Int32Array;
}

/**
 * Which reviews share most with one, and the rarest themes that they share. A theme is worth what it tells: the logarithm of how
 * few reviews carry it.
 */
export class RelatedReviews<Theme> {
  private readonly places: ReadonlyMap<string, number>;
  /** Of each review, by place, the themes that it carries, the rarest first. */
  private readonly carried: Weighed<Theme>[][];

  /** @param all reviews; of equals, what stands first here comes first */
  constructor(
    private readonly all: readonly string[],
    themes: readonly CarriedTheme<Theme>[],
  ) {
    this.places = new Map(all.map((id, place) => [id, place]));
    this.carried = all.map(() => []);
    const weighed = themes.map(({ theme, reviews }) => {
      const places = Int32Array.from(reviews.flatMap((id) => this.places.get(id) ?? []));
      return { theme, places, worth: Math.log(all.length / places.length) };
    });
    for (const one of weighed.toSorted((first, other) => other.worth - first.worth))
      for (const place of one.places) this.carried[place]!.push(one);
  }

  to(id: string): { id: string; shared: Theme[] }[] {
    const own = this.carried[this.places.get(id) ?? -1] ?? [];
    const shares = new Float64Array(this.all.length);
    for (const { places, worth } of own) for (const place of places) shares[place]! += worth;
    const found: number[] = [];
    shares.forEach((share, place) => {
      if (share >= -Math.log(BY_CHANCE) && this.all[place] !== id) found.push(place);
    });
    return found
      .sort((one, other) => shares[other]! - shares[one]!)
      .slice(0, MOST_RELATED)
      .map((place) => ({
        id: this.all[place]!,
        shared: own
          .filter((theme) => this.carried[place]!.includes(theme))
          .slice(0, THEMES_NAMED)
          .map(({ theme }) => theme),
      }));
  }
}
