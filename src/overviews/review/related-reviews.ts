/** A theme, and the reviews that carry it. */
export interface CarriedTheme<Theme> {
  theme: Theme;
  reviews: ReadonlySet<string>;
}

const MOST_RELATED = 5;
/** The rarest of the themes that two reviews share say best why they belong together. */
const THEMES_NAMED = 3;
/** Themes that so large a part of all reviews would share by chance do not make two of them related. */
const BY_CHANCE = 0.1;

/**
 * The reviews that share most with one, and the rarest themes that they share. A theme is worth what it tells: the
 * logarithm of how few reviews carry it.
 * @param all reviews; of equals, what stands first here comes first
 */
export function relatedTo<Theme>(
  id: string,
  all: readonly string[],
  themes: readonly CarriedTheme<Theme>[],
): { id: string; shared: Theme[] }[] {
  const own = themes
    .filter(({ reviews }) => reviews.has(id))
    .map(({ theme, reviews }) => ({ theme, reviews, worth: Math.log(all.length / reviews.size) }))
    .sort((one, other) => other.worth - one.worth);
  return all
    .filter((other) => other !== id)
    .map((other) => {
      const shared = own.filter(({ reviews }) => reviews.has(other));
      return { id: other, shared, worth: shared.reduce((sum, { worth }) => sum + worth, 0) };
    })
    .filter(({ worth }) => worth >= -Math.log(BY_CHANCE))
    .sort((one, other) => other.worth - one.worth)
    .slice(0, MOST_RELATED)
    .map((found) => ({
      id: found.id,
      shared: found.shared.slice(0, THEMES_NAMED).map(({ theme }) => theme),
    }));
}
