import type { FilterOption } from '../../platform/pages/filters.js';
import type { ThemeCounts, ThemeSummary } from '../theme.model.js';

/** The themes as values of a list's filter, those that find most first. */
export const themeOptions = (
  themes: readonly Pick<ThemeSummary, 'slug' | 'label' | 'counts'>[],
  noun: keyof ThemeCounts,
): FilterOption[] =>
  themes
    .map(({ slug, label, counts }) => ({ value: slug, label, count: counts[noun] }))
    .toSorted((a, b) => b.count - a.count || a.label.localeCompare(b.label, 'en-GB'));
