import type { SearchFacets } from '../search.model.js';
import type { Understanding } from '../understanding/understand.js';

/** The filters of a search. */
export interface Narrowing {
  kind?: string[];
  /** Slugs; a document carries those of all broader themes too. */
  theme?: string[];
  type?: string[];
  publisher?: string[];
  about?: string[];
  year?: string[];
  agency?: string[];
  age?: string[];
}

export interface EngineRequest {
  /** Null: nothing was asked for, list everything, the newest first. */
  understanding: Understanding | null;
  narrowing: Narrowing;
  /** Ids that are not to be found: themes that are shown already. */
  without: string[];
  offset: number;
  limit: number;
}

export interface EngineAnswer {
  /** The likeliest first. What they say, and whether they may be shown, is read from the database. */
  hits: { id: string; version: string }[];
  total: number;
  facets: SearchFacets;
}

export const FACETS = ['kind', 'theme', 'type', 'publisher', 'about', 'year', 'agency', 'age'] as const;
export type Facet = (typeof FACETS)[number];

/** The field of a document that a facet counts. */
export const facetField = (facet: Facet): string =>
  facet === 'theme' ? 'themes' : facet === 'kind' ? 'kinds' : facet;

/** The facets under whose own filter the counts would hide what else could be chosen. */
export const chosenFacets = (narrowing: Narrowing): Facet[] =>
  FACETS.filter((facet) => (narrowing[facet]?.length ?? 0) > 0);
