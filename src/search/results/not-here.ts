import type { Term } from '../analysis/terms.js';
import type { Thesaurus } from '../analysis/thesaurus.js';
import { understand, type MatchedTheme, type Understanding } from '../analysis/understand.js';
import { isFiller } from '../analysis/words.js';
import type { IndexedRecord, LibraryIndex } from '../ranking/library-index.js';
import type { MeiliFirst } from '../retrieval/meili-first.js';
import { findReports } from '../retrieval/report-finder.js';

/** All that is published, whatever the filters. */
export interface Library {
  index: LibraryIndex;
  thesaurus: Thesaurus;
  engine: MeiliFirst;
}

/** Of these themes those that no review carries, nor one narrower than them, and whose name and words no review says. */
export async function absentFrom(
  library: Library,
  named: readonly MatchedTheme[],
  { terms }: Understanding,
): Promise<MatchedTheme[]> {
  const { index, thesaurus } = library;
  const carriers = ({ theme }: MatchedTheme): Int32Array => index.carrying(theme.slug).filled();
  const notCarried = named.filter((match) => !carriers(match).some((place) => isReview(index.all[place])));
  if (notCarried.length === 0 || (await isSaid(terms, library))) return [];
  const said = await Promise.all(
    notCarried.map(async ({ matched, theme }) => {
      const names = [...new Set([matched, theme.label])];
      const each = names.map((name) => isSaid(understand(name, thesaurus, index).terms, library));
      return (await Promise.all(each)).includes(true);
    }),
  );
  return notCarried.filter((_, at) => !said[at]);
}

/** Does a review say all of these words, itself or in its report? */
async function isSaid(terms: Term[], { index, engine }: Library): Promise<boolean> {
  const each = terms.map(({ stems }) => index.weightsOf(stems));
  const saysAll = (place: number): boolean => each.every((weights) => weights[place]! > 0);
  if (index.all.some((record, place) => isReview(record) && saysAll(place))) return true;
  const { ids } = await findReports(engine, terms);
  return ids.some((id) => isReview(index.at(id)));
}

const isReview = (record: IndexedRecord | null | undefined): boolean => record?.kind === 'review';

/** Words that are in no record at all, and would be if anything said them: neither numbers nor the small words of a sentence. */
export const couldBeSaid = ({ terms }: Understanding): boolean =>
  terms.every(({ text }) => !isFiller(text)) && terms.some(({ text }) => !/^\d+$/.test(text));
