import type { ThemeRef } from '../../themes/theme-ref.model.js';
import { saysTheSame } from '../../platform/text/text.js';
import type { NamedTheme } from '../api/search-answer.model.js';

/** The themes that the words name, above the results. */
export interface NamedThemesView {
  /** The first few, each with what it is about. */
  open: NamedThemeView[];
  /** The rest, by name. */
  more: ThemeRef[];
}

export interface NamedThemeView extends ThemeRef {
  definition: string | null;
  hasGuidance: boolean;
  /** A source uses this name; the editors have not placed it among the themes. */
  isProposed: boolean;
  /** Whether no review is about it, while one is about another of them. */
  isNotInReviews: boolean;
  /** Another name that the words came nearest to; null where that is the theme's own. */
  alsoCalled: string | null;
}

/** More would push the results out of sight. */
const MOST_OPEN = 3;

export function presentNamedThemes(themes: readonly NamedTheme[]): NamedThemesView | null {
  if (themes.length === 0) return null;
  return {
    open: themes.slice(0, MOST_OPEN).map((named) => ({
      slug: named.slug,
      label: named.label,
      definition: firstSentence(named.definition),
      hasGuidance: named.hasGuidance,
      isProposed: !named.accepted,
      isNotInReviews: !named.inReviews,
      alsoCalled: saysTheSame(named.matched, named.label) ? null : named.matched,
    })),
    more: themes.slice(MOST_OPEN).map(({ slug, label }) => ({ slug, label })),
  };
}

/** The panel is a signpost: the whole definition is on the theme's page. */
export const firstSentence = (text: string | null): string | null =>
  text === null ? null : (/^.*?[.!?](?=\s|$)/su.exec(text)?.[0] ?? text);
