import type { Term } from '../analysis/terms.js';
import type { Thesaurus } from '../analysis/thesaurus.js';
import { understand, type MatchedTheme, type Understanding } from '../analysis/understand.js';
import { isFiller } from '../analysis/words.js';
import type { LibraryIndex } from '../ranking/library-index.js';
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
  const notCarried = named.filter(
    ({ theme }) => ![...index.carrying(theme.slug).keys()].some(isReviewIn(index)),
  );
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
  const says = new Map<number, number>();
  for (const { stems } of terms)
    index.forEachSaying(stems, (place) => void says.set(place, (says.get(place) ?? 0) + 1));
  for (const [place, words] of says) if (words === terms.length && isReviewIn(index)(place)) return true;
  const { ids } = await findReports(engine, terms);
  return ids.some((id) => index.at(id)?.kind === 'review');
}

const isReviewIn =
  (index: LibraryIndex) =>
  (place: number): boolean =>
    index.all[place]!.kind === 'review';

/** Words that are in no record at all, and would be if anything said them: neither numbers nor the small words of a sentence. */
export const couldBeSaid = ({ terms }: Understanding): boolean =>
  terms.every(({ text }) => !isFiller(text)) && terms.some(({ text }) => !/^\d+$/.test(text));
