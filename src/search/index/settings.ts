import { createHash } from 'node:crypto';
import type { Settings } from 'meilisearch';

/** Of each filter so many values are shown, the commonest: a longer list nobody reads. */
export const MOST_VALUES = 100;

/** How Meilisearch is to treat the documents. A change here makes every library rebuild its index at the next start. */
export const INDEX_SETTINGS: Settings = {
  // Searches ask for what only reports say, by stems in `words`; suggestions for the first letters of what the others say.
  searchableAttributes: ['words', 'title', 'publisher'],
  filterableAttributes: ['kinds'],
  sortableAttributes: ['date'],
  displayedAttributes: ['id'],
  rankingRules: ['sort', 'words', 'typo', 'attribute', 'exactness', 'date:desc'],
  // What only reports say is listed by date: how near words stand is not worth its cost.
  proximityPrecision: 'byAttribute',
  // Short words are never mistyped: one wrong letter in "CSE" is "CCE", another kind of harm.
  typoTolerance: { enabled: true, minWordSizeForTypos: { oneTypo: 5, twoTypos: 9 } },
  localizedAttributes: [{ attributePatterns: ['*'], locales: ['eng'] }],
  pagination: { maxTotalHits: 100_000 },
};

/** Raise it when `project` makes other documents from the same records. */
const PROJECTION = 7;

/** Tells whether an index was made with these settings and this projection. */
export const INDEX_FINGERPRINT = createHash('sha256')
  .update(JSON.stringify([INDEX_SETTINGS, PROJECTION]))
  .digest('hex')
  .slice(0, 16);
