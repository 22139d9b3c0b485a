import { ThesaurusStore } from '../../src/search/analysis/thesaurus.store.js';
import { understand } from '../../src/search/analysis/understand.js';
import { LibraryIndexStore } from '../../src/search/ranking/library-index.store.js';
import { bestOf, carriedOf, rank } from '../../src/search/ranking/rank.js';
import { suggestThemes } from '../../src/search/suggest/suggest-themes.js';
import type { TestLibrary } from './app.js';

export interface Answered {
  /** What was asked, misspelt words put right. */
  asked: string;
  /** The names of themes that it was read by, as they may be shown. */
  matched: { slug: string; matched: string }[];
  /** The same of what would be suggested while it is typed. */
  suggested: { slug: string; matched: string | null }[];
  /** What is found, and the themes by which: ranked when it is looked at. */
  readonly found: { id: string; carries: string[] }[];
}

/** Ranks for thousands of queries as the search does, without reading what is shown of each result. */
export async function ranking(library: TestLibrary): Promise<(q: string) => Answered> {
  const indexes = library.app.get(LibraryIndexStore);
  const moment = await indexes.moment();
  const thesaurus = await library.app.get(ThesaurusStore).at(moment.revision);
  const index = await indexes.at(moment);
  return (q) => {
    const understood = understand(q, thesaurus, index);
    return {
      asked: understood.correction ?? q,
      matched: understood.themes.map(({ theme: { slug }, matched }) => ({ slug, matched })),
      suggested: suggestThemes(q, thesaurus, 10).map(({ theme: { slug }, matched }) => ({ slug, matched })),
      get found() {
        return bestOf(rank(understood, index), Infinity, index).map((place) => ({
          id: index.all[place]!.id,
          carries: carriedOf(index.all[place]!, understood).map(({ theme: { slug } }) => slug),
        }));
      },
    };
  };
}
