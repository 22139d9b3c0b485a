import type { ThemeTogether } from './theme-statistics.model.js';
import type { ThemeSummary } from '../../themes/theme.model.js';

/** In how many reviews a theme is found together with another one. */
export interface FoundTogether {
  slug: string;
  reviews: number;
}

/**
 * The themes that most often occur with a theme, the strongest links first.
 *
 * The order is by `n · ln(lift)`: n reviews carry both themes, and the lift is n divided by what chance alone would bring
 * (a · b / all, where a reviews carry the one, b the other). So a theme that nearly every review carries scores nothing
 * (its lift is 1), and one that met this one once, however rare it is, stays below one that did so often. What is found
 * less often than chance would bring stands last.
 *
 * What was found together once is a coincidence, and left out where anything was found more often. A group at the top of
 * the thesaurus gathers what is below it, and is left out where anything below it was found. A theme and its narrower one
 * say the same twice: of a line in the thesaurus only the strongest is listed, of equals the narrower, for it says more.
 * @param carrying how many reviews carry the theme itself
 * @param all how many reviews there are
 * @param directory every theme with its counts and what is above it
 */
export function strongestTogether(
  found: readonly FoundTogether[],
  { carrying, all }: { carrying: number; all: number },
  directory: readonly ThemeSummary[],
  limit: number,
): ThemeTogether[] {
  const themes = new Map(directory.map((theme) => [theme.slug, theme]));
  const known = found.flatMap(({ slug, reviews }) => {
    const theme = themes.get(slug);
    return theme ? [{ theme, reviews, above: themesAbove(theme, themes) }] : [];
  });
  const repeated = known.filter(({ reviews }) => reviews > 1);
  const candidates = repeated.length > 0 ? repeated : known;
  const withNarrower = new Set(known.flatMap(({ above }) => [...above]));
  const scored = candidates
    .filter(({ theme }) => theme.broader !== null || !withNarrower.has(theme.slug))
    .map((each) => {
      // Counts that were read a moment apart may not fit each other.
      const other = Math.max(each.theme.counts.reviewCount, each.reviews);
      const lift = (each.reviews * Math.max(all, carrying)) / (carrying * other);
      return { ...each, lift, score: each.reviews * Math.log(lift) };
    });
  scored.sort(
    (a, b) =>
      b.score - a.score ||
      b.reviews - a.reviews ||
      b.above.size - a.above.size ||
      a.theme.label.localeCompare(b.theme.label, 'en-GB'),
  );
  const chosen: typeof scored = [];
  for (const candidate of scored) {
    if (chosen.length === limit) break;
    const isInLine = chosen.some(
      ({ theme, above }) => above.has(candidate.theme.slug) || candidate.above.has(theme.slug),
    );
    if (!isInLine) chosen.push(candidate);
  }
  return chosen.map(({ theme: { slug, label, url }, reviews, lift }) => ({
    slug,
    label,
    url,
    reviews,
    lift: Math.round(lift * 100) / 100,
  }));
}

/** The slugs of all themes above one. A ring in the thesaurus ends the way up. */
function themesAbove(theme: ThemeSummary, themes: ReadonlyMap<string, ThemeSummary>): Set<string> {
  const above = new Set<string>();
  for (let at = theme.broader; at !== null && !above.has(at.slug); at = themes.get(at.slug)?.broader ?? null)
    above.add(at.slug);
  return above;
}
