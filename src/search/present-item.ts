import type { PublishedPart, PublishedResult } from './published-results.js';
import type { Corpus } from './ranking/corpus.js';
import { numbersOf } from './ranking/stem-set.js';
import type { SearchKind } from './search-document.js';
import type { SearchItem, SearchPart } from './search.model.js';
import { snippet } from './snippet.js';
import type { Understanding } from './understanding/understand.js';
import { wordsOf } from './understanding/words.js';

/** Other parts of the same review that are shown under a result. */
const MOST_PARTS = 3;
/** What a part is worth by the theme it is about, beside the words in it. */
const THEME = 6;

interface Weighed {
  part: PublishedPart;
  score: number;
}

/**
 * Makes one result of a record. A review is listed once: its best learning point speaks for it, with the next best
 * under it; or the review itself, where it was asked for by name, or where none of its parts has to do with the query.
 * @param kinds the kinds that were asked for; null for all
 */
export function presentItem(
  result: PublishedResult,
  asked: Understanding | null,
  corpus: Corpus,
  kinds: readonly SearchKind[] | null,
): SearchItem {
  const marked = numbersOf(asked?.stems ?? []);
  const wanted = result.parts.filter(
    ({ kind }) => kinds === null || kinds.includes(kind) || kinds.includes('review'),
  );
  const weighed = wanted
    .map((part) => ({ part, score: asked ? weigh(part, asked, corpus) : 0 }))
    .sort((one, other) => other.score - one.score);
  const lead = leadOf(result, weighed, asked, kinds);
  const others = weighed.filter(({ part, score }) => part !== lead && score > 0).slice(0, MOST_PARTS);
  const { parts: _parts, text, ...record } = result;
  const own = lead ?? { ...record, text, learningKind: null, phrase: null };
  return {
    id: own.id,
    kind: own.kind,
    title: own.title,
    url: own.url,
    // A point of which only the theme is known says nothing: what the review is about says more.
    snippet: snippet(own.text.text ? own.text : text, marked),
    themes: own.themes,
    review: result.review,
    learningKind: own.learningKind,
    phrase: own.phrase,
    publisher: result.publisher,
    publishedOn: result.publishedOn,
    type: result.type,
    parts: others.map(({ part }) => presentPart(part, marked)),
    pages: [],
    explanation: null,
  };
}

const presentPart = (
  { id, kind, title, url, themes, learningKind, phrase, text }: PublishedPart,
  marked: ReadonlySet<number>,
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
  asked: Understanding | null,
  kinds: readonly SearchKind[] | null,
): PublishedPart | null {
  const best = weighed[0];
  if (!best) return null;
  // Only parts were asked for: the best of them stands for the review whatever it is worth.
  if (kinds !== null && !kinds.includes('review'))
    return weighed.find(({ part }) => kinds.includes(part.kind))?.part ?? null;
  if (kinds !== null && !kinds.includes(best.part.kind)) return null;
  if (!asked || best.score === 0 || isNamed(result, asked)) return null;
  return best.part;
}

/** The query is the label of the review, or has all of it and little else. */
function isNamed({ review }: PublishedResult, { terms }: Understanding): boolean {
  const stems = new Set(terms.flatMap((term) => term.stems));
  const label = wordsOf(review?.label ?? '');
  return label.length > 0 && label.length * 2 > terms.length && label.every(({ stem }) => stems.has(stem));
}

/** Learning outranks a recommendation, and a statement a bare mention of the theme. */
function weigh(part: PublishedPart, asked: Understanding, corpus: Corpus): number {
  const themes = asked.themes
    .filter(({ theme }) => part.themes.some(({ slug }) => slug === theme.slug))
    .reduce((most, { strength, coverage }) => Math.max(most, strength * (0.35 + 0.65 * coverage)), 0);
  const words = asked.terms
    .filter(({ stems }) => stems.some((stem) => part.said.has(stem)))
    .reduce((sum, { stems }) => sum + Math.max(...stems.map((stem) => corpus.rarity(stem))), 0);
  const score = THEME * themes + words;
  if (score === 0) return 0;
  return score * (part.kind === 'learning-point' ? 1 : 0.7) * (part.text.text === '' ? 0.8 : 1);
}
