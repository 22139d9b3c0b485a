import { sayPartialDate } from '../../database/partial-date.js';
import type { LearningKind } from '../../reviews/review.entity.js';
import { joinFacts, sayReview } from '../../reviews/web/say-review.js';
import { LEARNING_KIND_WORDS, sayCode, SEARCH_KIND_WORDS } from '../../web/words.js';
import type { SearchKind } from '../search-document.js';
import type { FoundThemeRef, SearchItem } from '../search.model.js';

/** One result of a search. */
export interface ResultView {
  url: string;
  title: string;
  kind: SearchKind;
  /** “Learning point”. */
  kindWords: string;
  learning: { kind: LearningKind; words: string } | null;
  /** HTML from the search: everything is escaped but `<mark>`. */
  snippet: string;
  /** A learning point of which only the theme is known. */
  isBare: boolean;
  /** The review it comes from: “Child J”, and where that is. */
  from: { label: string; url: string } | null;
  facts: string;
  themes: FoundThemeRef[];
}

export function presentResult(item: SearchItem): ResultView {
  const review = item.review && sayReview(item.review);
  const isPart = item.kind === 'learning-point' || item.kind === 'recommendation';
  return {
    url: item.url,
    title: isPart && review ? `${item.title} – ${review.label}` : item.title,
    kind: item.kind,
    kindWords: SEARCH_KIND_WORDS[item.kind],
    learning: item.learningKind && { kind: item.learningKind, words: LEARNING_KIND_WORDS[item.learningKind] },
    snippet: item.snippet,
    isBare: item.kind === 'learning-point' && item.snippet === '',
    from: isPart && review ? { label: review.label, url: review.url } : null,
    facts: review
      ? review.facts
      : joinFacts([sayCode(item.type), item.publisher, sayPartialDate(item.publishedOn)]),
    themes: item.themes,
  };
}
