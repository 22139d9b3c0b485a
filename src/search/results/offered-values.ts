import { normaliseLabel } from '../../platform/text/normalise-label.js';
import type { Thesaurus } from '../analysis/thesaurus.js';
import type { IsOffered } from '../ranking/narrow.js';
import { NAMED_FILTERS, namedParameter, type FilterName, type OfferedValues } from '../search-filters.js';

/** The values of filters with words in their names that begin like those that are looked for; all, where none are. */
export function offeredValues(looked: OfferedValues, thesaurus: Thesaurus): IsOffered {
  const wanted = new Map<FilterName, string[]>(
    NAMED_FILTERS.map((name) => [name, wordsOf(looked[namedParameter(name)] ?? '')]),
  );
  return (name, value) => {
    const beginnings = wanted.get(name) ?? [];
    if (beginnings.length === 0) return true;
    // Themes are known by their addresses; people know their labels.
    const words = wordsOf((name === 'theme' && thesaurus.labels.get(value)) || value);
    return beginnings.every((beginning) => words.some((word) => word.startsWith(beginning)));
  };
}

const wordsOf = (text: string): string[] => normaliseLabel(text).split(' ').filter(Boolean);
