import { recordOf } from '../../publishing/record.model.js';
import type { SearchKind } from '../search-kinds.js';
import type { PublishedPart, PublishedResult } from './published-results.js';
import type { LibraryIndex } from '../ranking/library-index.js';
import { WEIGHTS } from '../tuning/weights.js';
import type { SearchItem, SearchPart } from '../api/search-answer.model.js';
import { snippet } from './snippet.js';
import type { Term } from '../analysis/terms.js';
import type { Thesaurus } from '../analysis/thesaurus.js';
import type { MatchedTheme, Understanding } from '../analysis/understand.js';
import { wordsOf } from '../analysis/words.js';

/** Other parts of the same review that are shown under a result. */
const MOST_PARTS = 3;
/** What a part is worth by the theme it is about, beside the words in it. */
const THEME = 6;

/** What a record and a part of one have in common. */
type Shown = Omit<PublishedPart, 'kind' | 'said'>;

/** Makes results of records: each weighed and marked by what is asked. */
export class ItemPresenter {
  private readonly marked: ReadonlySet<string>;
  private readonly terms: (Term & { rarity: number })[];
  /** What each theme is worth, by its slug. */
  private readonly themes = new Map<string, number>();

  /**
   * @param asked null: nothing was asked for, everything is listed
   * @param kinds the kinds that were asked for; null for all
   */
  constructor(
    asked: Understanding | null,
    index: LibraryIndex,
    thesaurus: Thesaurus,
    private readonly kinds: readonly SearchKind[] | null,
  ) {
    this.marked = asked?.stems ?? new Set<string>();
    this.terms = (asked?.terms ?? []).map((term) => ({ ...term, rarity: index.rarity(term.stems) }));
    for (const { theme, weight } of asked?.themes ?? [])
      // Who asks for unseen adults wants to know of unseen men.
      for (const { slug } of [theme, ...thesaurus.narrowerThan(theme.id)])
        this.themes.set(slug, Math.max(this.worth(slug), weight));
  }

  private worth(slug: string): number {
    return this.themes.get(slug) ?? 0;
  }

  /**
   * Makes one result of a record. A review is listed once: its best learning point speaks for it, with the next best
   * under it; or the review itself, where it was asked for by name, or where none of its parts has to do with the query.
   * @param carries the themes that the words name or come near to, and that it carries
   */
  present(result: PublishedResult, carries: MatchedTheme[]): Omit<SearchItem, 'pages' | 'explanation'> {
    const { kinds } = this;
    const weighed = result.parts
      .filter(({ kind }) => kinds === null || kinds.includes(kind) || kinds.includes('review'))
      .map((part) => ({ part, score: this.weigh(part) }))
      .sort((one, other) => other.score - one.score);
    const lead = this.leadOf(result, weighed);
    const others = weighed.filter(({ part, score }) => part !== lead && score > 0).slice(0, MOST_PARTS);
    const { text: _text, parts: _parts, ...record } = result;
    const shown = { ...record, ...this.shown(lead ?? result) };
    const parts = others.map(({ part }) => this.shown(part));
    return {
      ...shown,
      because: carries[0]
        ? `Carries the theme “${carries[0].theme.label}”`
        : this.reason([shown, ...parts], result.title),
      // What was asked for comes first: of many themes only the first few are shown.
      themes: shown.themes.toSorted((one, other) => this.worth(other.slug) - this.worth(one.slug)),
      named: this.isNamed(result),
      parts,
    };
  }

  /** Where the words stand, if none of them is marked in what is shown; null where one is, or nothing was asked. */
  private reason(shown: Pick<SearchPart, 'snippet' | 'phrase'>[], title: string): string | null {
    const { marked } = this;
    if (marked.size === 0 || shown.some(({ snippet: html }) => html.includes('<mark>'))) return null;
    const says = (text: string | null): boolean => wordsOf(text ?? '').some(({ stem }) => marked.has(stem));
    const phrase = shown.find((one) => says(one.phrase))?.phrase;
    if (phrase) return `Its source says “${phrase}”`;
    return says(title)
      ? 'Says it in its title'
      : 'Says it in its keywords, its publisher’s name or its report';
  }

  private shown<Kind extends SearchKind>(
    one: Shown & { kind: Kind },
  ): Omit<SearchPart, 'kind'> & { kind: Kind } {
    const { title, themes, learningKind, phrase, text } = one;
    const record = { ...recordOf(one), kind: one.kind };
    return { ...record, title, themes, learningKind, phrase, ...snippet(text, this.marked) };
  }

  private leadOf(
    result: PublishedResult,
    weighed: { part: PublishedPart; score: number }[],
  ): PublishedPart | null {
    const { kinds } = this;
    const best = weighed[0];
    // Only parts were asked for: the best of them stands for the review whatever it is worth.
    if (kinds !== null && !kinds.includes('review')) return best?.part ?? null;
    if (!best || (kinds !== null && !kinds.includes(best.part.kind))) return null;
    return best.score === 0 || this.isNamed(result) ? null : best.part;
  }

  /** Does the query say the label of the review, and nothing else? */
  private isNamed({ review }: PublishedResult): boolean {
    const label = wordsOf(review?.label ?? '').map(({ stem }) => stem);
    const stems = new Set(this.terms.flatMap((term) => term.stems));
    const isSaid = label.length > 0 && label.every((stem) => stems.has(stem));
    return isSaid && this.terms.every((term) => term.stems.some((stem) => label.includes(stem)));
  }

  /** Learning outranks a recommendation. */
  private weigh(part: PublishedPart): number {
    const theme = Math.max(0, ...part.themes.map(({ slug }) => this.worth(slug)));
    let words = 0;
    for (const { stems, form, rarity } of this.terms) {
      if (stems.some((stem) => part.said.includes(stem)))
        words += form === null || part.said.includes(form) ? rarity : WEIGHTS.otherForm * rarity;
    }
    return (THEME * theme + words) * (part.kind === 'learning-point' ? 1 : 0.7);
  }
}
