import type { SearchKind } from '../search-document.js';
import type { SearchFacets } from '../search.model.js';
import type { Understanding } from '../understanding/understand.js';

/** The filters of a search, and the window of its results. */
export interface Narrowing {
  kind?: string[];
  /** Slugs; a document carries those of all broader themes too. */
  theme?: string[];
  type?: string[];
  publisher?: string[];
  about?: string[];
  year?: string[];
}

export interface EngineRequest {
  /** Null: nothing was asked for, list everything. */
  understanding: Understanding | null;
  narrowing: Narrowing;
  offset: number;
  limit: number;
}

export interface EngineAnswer {
  /** Best first. Where they are and what they say is read from the database. */
  hits: { id: string; kind: SearchKind }[];
  total: number;
  facets: SearchFacets;
}

export const FACETS = ['kind', 'theme', 'type', 'publisher', 'about', 'year'] as const;
export type Facet = (typeof FACETS)[number];

/** The field of a document that a facet counts. */
export const facetField = (facet: Facet): string => (facet === 'theme' ? 'themes' : facet);
