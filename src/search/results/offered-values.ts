import { normaliseLabel } from '../../platform/text/normalise-label.js';
import type { Thesaurus } from '../analysis/thesaurus.js';
import type { IsOffered } from '../ranking/narrow.js';
import type { Offering } from '../search-filters.js';

/** The values of filters with words in their names that begin like those that are looked for; all, where none are. */
export function offeredValues(offering: Offering, thesaurus: Thesaurus): IsOffered {
  if (Object.keys(offering).length === 0) return () => true;
  const wanted = new Map(Object.entries(offering).map(([name, words]) => [name, wordsOf(words)]));
  // Themes are known by their addresses; people know their labels.
  const labels = new Map(offering.theme ? thesaurus.names.map(({ theme }) => [theme.slug, theme.label]) : []);
  const answers = new Map<string, boolean>();
  return (name, value) => {
    const looked = wanted.get(name);
    if (!looked) return true;
    const key = `${name} ${value}`;
    let known = answers.get(key);
    if (known === undefined) {
      const label = name === 'theme' ? (labels.get(value) ?? value) : value;
      known = hasWords(wordsOf(label), looked);
      answers.set(key, known);
    }
    return known;
  };
}

const wordsOf = (text: string): string[] => normaliseLabel(text).split(' ').filter(Boolean);

const hasWords = (name: string[], looked: string[]): boolean =>
  looked.every((beginning) => name.some((word) => word.startsWith(beginning)));
