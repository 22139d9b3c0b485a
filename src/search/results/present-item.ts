import type { SearchKind } from '../search-kinds.js';
import type { PublishedPart, PublishedResult } from './published-results.js';
import type { LibraryIndex } from '../ranking/library-index.js';
import { WEIGHTS } from '../tuning/weights.js';
import type { FoundThemeRef, SearchItem, SearchPart } from '../search.model.js';
import { snippet } from './snippet.js';
import type { Thesaurus } from '../analysis/thesaurus.js';
import type { MatchedTheme, Understanding } from '../analysis/understand.js';
import { wordsOf } from '../analysis/words.js';

/** Other parts of the same review that are shown under a result. */
const MOST_PARTS = 3;
/** What a part is worth by the theme it is about, beside the words in it. */
const THEME = 6;
/** How much of that a part on a theme directly under it is worth: who asks for unseen adults wants to know of unseen men. */
const NARROWER = 0.7;

/** What a record and a part of one have in common. */
type Shown = Omit<PublishedPart, 'kind' | 'said'>;

interface Weighed {
  part: PublishedPart;
  score: number;
}

/** What is asked, as every result of a search is weighed and marked by it. */
export interface Presentation {
  /** The kinds that were asked for; null for all. */
  kinds: readonly SearchKind[] | null;
  marked: ReadonlySet<string>;
  terms: { stems: string[]; form: string | null; rarity: number }[];
  /** What each theme is worth, by its slug. */
  themes: ReadonlyMap<string, number>;
}

/** @param asked null: nothing was asked for, everything is listed */
export function presentationOf(
  asked: Understanding | null,
  index: LibraryIndex,
  thesaurus: Thesaurus,
  kinds: readonly SearchKind[] | null,
): Presentation {
  return {
    kinds,
    marked: asked?.stems ?? new Set<string>(),
    terms: (asked?.terms ?? []).map(({ stems, form }) => ({ stems, form, rarity: index.rarity(stems) })),
    themes: worthOf(asked?.themes ?? [], thesaurus),
  };
}

function worthOf(matches: Understanding['themes'], thesaurus: Thesaurus): Map<string, number> {
  const worth = new Map<string, number>();
  const add = (slug: string, much: number): void =>
    void worth.set(slug, Math.max(worth.get(slug) ?? 0, much));
  for (const { theme, weight: much } of matches) {
    add(theme.slug, much);
    for (const narrower of thesaurus.narrowerThan(theme.id)) add(narrower.slug, much * NARROWER);
  }
  return worth;
}

/**
 * Makes one result of a record. A review is listed once: its best learning point speaks for it, with the next best
 * under it; or the review itself, where it was asked for by name, or where none of its parts has to do with the query.
 * @param carries the themes that the words name or come near to, and that it carries
 */
export function presentItem(
  result: PublishedResult,
  carries: MatchedTheme[],
  presentation: Presentation,
): Omit<SearchItem, 'pages' | 'explanation'> {
  const { kinds, marked, themes } = presentation;
  const weighed = result.parts
    .filter(({ kind }) => kinds === null || kinds.includes(kind) || kinds.includes('review'))
    .map((part) => ({ part, score: weigh(part, presentation) }))
    .sort((one, other) => other.score - one.score);
  const lead = leadOf(result, weighed, presentation);
  const others = weighed.filter(({ part, score }) => part !== lead && score > 0).slice(0, MOST_PARTS);
  const worth = ({ slug }: FoundThemeRef): number => themes.get(slug) ?? 0;
  const { text: _text, parts: _parts, ...record } = result;
  const shown = { ...record, ...shownOf(lead ?? result, marked) };
  return {
    ...shown,
    because: carries[0] ? `Carries the theme “${carries[0].theme.label}”` : null,
    // What was asked for comes first: of many themes only the first few are shown.
    themes: shown.themes.toSorted((one, other) => worth(other) - worth(one)),
    named: isItsName(result, presentation),
    parts: others.map(({ part }) => shownOf(part, marked)),
  };
}

const shownOf = <Kind extends SearchKind>(
  { id, kind, title, url, themes, learningKind, phrase, text }: Shown & { kind: Kind },
  marked: ReadonlySet<string>,
): Omit<SearchPart, 'kind'> & { kind: Kind } => ({
  ...{ id, kind, title, url, themes, learningKind, phrase, snippet: snippet(text, marked) },
});

function leadOf(
  result: PublishedResult,
  weighed: Weighed[],
  presentation: Presentation,
): PublishedPart | null {
  const { kinds } = presentation;
  const best = weighed[0];
  // Only parts were asked for: the best of them stands for the review whatever it is worth.
  if (kinds !== null && !kinds.includes('review')) return best?.part ?? null;
  if (!best || (kinds !== null && !kinds.includes(best.part.kind))) return null;
  return best.score === 0 || isNamed(result, presentation) ? null : best.part;
}

/** The query is the label of the review, or has all of it and little else. */
function isNamed({ review }: PublishedResult, { terms }: Presentation): boolean {
  const label = wordsOf(review?.label ?? '');
  const stems = new Set(terms.flatMap((term) => term.stems));
  return label.length > 0 && label.length * 2 > terms.length && label.every(({ stem }) => stems.has(stem));
}

/** The words are the label of the review, and nothing else. */
function isItsName(result: PublishedResult, presentation: Presentation): boolean {
  const label = new Set(wordsOf(result.review?.label ?? '').map(({ stem }) => stem));
  return (
    isNamed(result, presentation) &&
    presentation.terms.every(({ stems }) => stems.some((stem) => label.has(stem)))
  );
}

/** Learning outranks a recommendation. */
function weigh(part: PublishedPart, { terms, themes }: Presentation): number {
  let theme = 0;
  for (const { slug } of part.themes) theme = Math.max(theme, themes.get(slug) ?? 0);
  let words = 0;
  for (const { stems, form, rarity } of terms) {
    if (stems.some((stem) => part.said.includes(stem)))
      words += form === null || part.said.includes(form) ? rarity : WEIGHTS.otherForm * rarity;
  }
  const score = THEME * theme + words;
  if (score === 0) return 0;
  return score * (part.kind === 'learning-point' ? 1 : 0.7);
}
