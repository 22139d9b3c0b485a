import type { SearchKind } from '../search-kinds.js';
import type { PublishedPart, PublishedResult } from './published-results.js';
import type { LibraryIndex } from '../ranking/library-index.js';
import { WEIGHTS } from '../tuning/weights.js';
import type { SearchItem, SearchPart } from '../search.model.js';
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

interface Weighed {
  part: PublishedPart;
  score: number;
}

/** What is asked, as every result of a search is weighed and marked by it. */
export interface Presentation {
  /** Null: nothing was asked for, everything is listed. */
  asked: Understanding | null;
  /** The kinds that were asked for; null for all. */
  kinds: readonly SearchKind[] | null;
  marked: ReadonlySet<string>;
  stems: ReadonlySet<string>;
  terms: { stems: string[]; form: string | null; rarity: number }[];
  /** What each theme is worth, by its slug. */
  themes: ReadonlyMap<string, number>;
}

export function presentationOf(
  asked: Understanding | null,
  index: LibraryIndex,
  thesaurus: Thesaurus,
  kinds: readonly SearchKind[] | null,
): Presentation {
  const terms = (asked?.terms ?? []).map(({ stems, form }) => ({
    ...{ stems, form },
    rarity: index.rarity(stems),
  }));
  return {
    ...{ asked, kinds, terms },
    marked: asked?.stems ?? new Set<string>(),
    stems: new Set(terms.flatMap(({ stems }) => stems)),
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
): SearchItem {
  const { asked, kinds, marked, themes } = presentation;
  const weighed = result.parts
    .filter(({ kind }) => kinds === null || kinds.includes(kind) || kinds.includes('review'))
    .map((part) => ({ part, score: asked ? weigh(part, presentation) : 0 }))
    .sort((one, other) => other.score - one.score);
  const lead = leadOf(result, weighed, presentation);
  const others = weighed.filter(({ part, score }) => part !== lead && score > 0).slice(0, MOST_PARTS);
  const { parts: _parts, text, ...record } = result;
  const own = lead ?? { ...record, text, learningKind: null, phrase: null };
  return {
    id: own.id,
    kind: own.kind,
    title: own.title,
    url: own.url,
    snippet: snippet(own.text, marked),
    because: carries[0] ? `Carries the theme “${carries[0].theme.label}”` : null,
    // What was asked for comes first: of many themes only the first few are shown.
    themes: own.themes.toSorted(({ slug }, other) => (themes.get(other.slug) ?? 0) - (themes.get(slug) ?? 0)),
    review: result.review,
    learningKind: own.learningKind,
    phrase: own.phrase,
    publisher: result.publisher,
    publishedOn: result.publishedOn,
    type: result.type,
    summaryByLibrary: result.summaryByLibrary,
    parts: others.map(({ part }) => presentPart(part, marked)),
    pages: [],
    explanation: null,
  };
}

const presentPart = (
  { id, kind, title, url, themes, learningKind, phrase, text }: PublishedPart,
  marked: ReadonlySet<string>,
): SearchPart => ({
  id,
  kind,
  title,
  url,
  themes,
  learningKind,
  phrase,
  snippet: snippet(text, marked),
});

function leadOf(
  result: PublishedResult,
  weighed: Weighed[],
  presentation: Presentation,
): PublishedPart | null {
  const { asked, kinds } = presentation;
  const best = weighed[0];
  if (!best) return null;
  // Only parts were asked for: the best of them stands for the review whatever it is worth.
  if (kinds !== null && !kinds.includes('review'))
    return weighed.find(({ part }) => kinds.includes(part.kind))?.part ?? null;
  if (kinds !== null && !kinds.includes(best.part.kind)) return null;
  if (!asked || best.score === 0 || isNamed(result, presentation)) return null;
  return best.part;
}

/** The query is the label of the review, or has all of it and little else. */
function isNamed({ review }: PublishedResult, { terms, stems }: Presentation): boolean {
  const label = wordsOf(review?.label ?? '');
  return label.length > 0 && label.length * 2 > terms.length && label.every(({ stem }) => stems.has(stem));
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
