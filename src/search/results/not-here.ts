import { understand, type MatchedTheme, type Understanding } from '../analysis/understand.js';
import type { Thesaurus } from '../analysis/thesaurus.js';
import { isFiller } from '../analysis/words.js';
import type { LibraryIndex } from '../ranking/library-index.js';
import type { ReportFinder } from '../retrieval/report-finder.js';

type Terms = Pick<Understanding, 'terms'>['terms'];

/** Says of what was asked for that it is not here: only where that is so of all that is published, whatever the filters. */
export class NotHere {
  constructor(
    private readonly index: LibraryIndex,
    private readonly thesaurus: Thesaurus,
    private readonly reports: Pick<ReportFinder, 'find'>,
  ) {}

  /** Of these themes those that no review carries, nor one narrower than them, and whose name and words no review says. */
  async absent(named: readonly MatchedTheme[], { terms }: Understanding): Promise<MatchedTheme[]> {
    const notCarried = named.filter((match) => !this.isCarried(match));
    if (notCarried.length === 0 || (await this.isSaid(terms))) return [];
    const said = await Promise.all(
      notCarried.map(async ({ matched, theme }) => {
        const names = [...new Set([matched, theme.label])];
        const each = names.map(
          async (name) => await this.isSaid(understand(name, this.thesaurus, this.index).terms),
        );
        return (await Promise.all(each)).includes(true);
      }),
    );
    return notCarried.filter((_, at) => !said[at]);
  }

  private isCarried({ theme }: MatchedTheme): boolean {
    const carriers = new Set<string>();
    this.index.forEachCarrying(theme.slug, (place) => void carriers.add(this.index.all[place]!.kind));
    return carriers.has('review');
  }

  /** Does a review say all of these words, itself or in its report? */
  private async isSaid(terms: Terms): Promise<boolean> {
    const says = new Map<number, number>();
    for (const { stems } of terms)
      this.index.forEachSaying(stems, (place) => void says.set(place, (says.get(place) ?? 0) + 1));
    for (const [place, words] of says)
      if (words === terms.length && this.index.all[place]!.kind === 'review') return true;
    const { ids } = await this.reports.find({ terms });
    return ids.some((id) => this.index.at(id)?.kind === 'review');
  }
}

/** Words that are in no record at all, and would be if anything said them: neither numbers nor the small words of a sentence. */
export const couldBeSaid = ({ terms, empty }: Understanding): boolean =>
  !empty && terms.every(({ text }) => !isFiller(text)) && terms.some(({ text }) => !/^\d+$/.test(text));
