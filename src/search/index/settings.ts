import { createHash } from 'node:crypto';
import type { Settings } from 'meilisearch';

/** How Meilisearch is to treat the documents. A change here makes every library rebuild its index at the next start. */
export const INDEX_SETTINGS: Settings = {
  // In the order in which a match counts.
  searchableAttributes: ['title', 'themeLabels', 'themeWords', 'keywords', 'text'],
  filterableAttributes: [
    'id',
    'kind',
    'themes',
    'ownThemes',
    'type',
    'publisher',
    'about',
    'year',
    'subject',
  ],
  sortableAttributes: ['date', 'weight'],
  displayedAttributes: ['id', 'kind'],
  // `sort` is asked for only where nothing is searched for, to list the newest first.
  rankingRules: ['sort', 'words', 'typo', 'attribute', 'proximity', 'exactness', 'weight:desc', 'date:desc'],
  // Short words are never mistyped: one wrong letter in "CSE" is "CCE", another kind of harm.
  typoTolerance: { enabled: true, minWordSizeForTypos: { oneTypo: 5, twoTypos: 9 } },
  localizedAttributes: [{ attributePatterns: ['*'], locales: ['eng'] }],
  pagination: { maxTotalHits: 100_000 },
  faceting: { maxValuesPerFacet: 200, sortFacetValuesBy: { '*': 'count' } },
};

/** Raise it when `project` makes other documents from the same records. */
const PROJECTION = 1;

/** Tells whether an index was made with these settings and this projection. */
export const INDEX_FINGERPRINT = createHash('sha256')
  .update(JSON.stringify([INDEX_SETTINGS, PROJECTION]))
  .digest('hex')
  .slice(0, 16);
