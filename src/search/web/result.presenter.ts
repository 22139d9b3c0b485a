import { type LearningKind, LEARNING_KIND_WORDS } from '../../reviews/review.js';
import { sayCode } from '../../platform/text/words.js';
import { SEARCH_KIND_WORDS, type SearchKind } from '../search-kinds.js';
import { sayPartialDate } from '../../platform/dates/partial-date.js';
import { sayPhrases } from '../../reviews/web/learning.presenter.js';
import { joinFacts, sayReview } from '../../reviews/web/say-review.js';
import { SHORT_NOTICE } from '../../publishing/summary-notice.js';
import { webAddress } from '../../platform/pages/addresses.js';
import { cutAtWord, notSaid, saysTheSame } from '../../platform/text/text.js';
import type {
  Explanation,
  FoundPage,
  FoundThemeRef,
  SearchItem,
  SearchPart,
} from '../api/search-answer.model.js';

/** One result of a search: a record, with the part of it that fits best. */
export interface ResultView {
  url: string;
  /** “Child J: Parental mental health”: what people scan a list for comes first. */
  title: string;
  kind: SearchKind;
  /** “Learning point”. */
  kindWords: string;
  /** Null where the title says it already. */
  learning: { kind: LearningKind; words: string } | null;
  /** HTML from the search: everything is escaped but `<mark>`. */
  snippet: string;
  /** Why it is here, where the snippet marks no word. */
  because: string | null;
  /** The words that the source uses for the theme. */
  phrase: string | null;
  /** The whole review, where the title leads elsewhere. */
  review: { label: string; url: string } | null;
  facts: string;
  themes: FoundThemeRef[];
  parts: PartView[];
  pages: FoundPageView[];
  /** Only where the address asks for it. */
  explanation: ExplanationView | null;
}

/** Another part of the same review. */
export interface PartView {
  url: string;
  /** “Finding: Unseen adults and caregivers”. */
  title: string;
  /** The words that the source uses for the theme. */
  phrase: string | null;
  /** HTML, as above. */
  snippet: string;
  /** Themes that the title does not say. */
  themes: string;
}

export interface FoundPageView {
  /** “full report, page 23”. */
  place: string;
  /** The document at its publisher, opened at that page. */
  href: string | null;
  /** HTML, as above. */
  snippet: string;
}

export interface ExplanationView {
  score: string;
  reasons: { because: string; score: string }[];
}

/** Some reviews are known by a whole sentence. */
const LONGEST_LABEL = 60;

export function presentResult(item: SearchItem): ResultView {
  const review = item.review && sayReview(item.review);
  const isPart = item.kind === 'learning-point' || item.kind === 'recommendation';
  return {
    url: item.url,
    title: isPart && review ? `${cutAtWord(review.label, LONGEST_LABEL)}: ${item.title}` : item.title,
    kind: item.kind,
    kindWords: SEARCH_KIND_WORDS[item.kind],
    learning: learningOf(item),
    snippet: item.snippet,
    because: item.snippet.includes('<mark>') ? null : item.because,
    phrase: item.phrase === null ? null : sayPhrases([item.phrase]),
    review: item.kind === 'recommendation' && review ? { label: review.label, url: review.url } : null,
    facts: joinFacts([
      ...(review ? [review.facts] : [sayCode(item.type), item.publisher, sayPartialDate(item.publishedOn)]),
      item.summaryByLibrary ? SHORT_NOTICE : null,
    ]),
    themes: notSaid(item.themes, item.title),
    parts: item.parts.map(presentPart),
    pages: item.pages.map(presentPage),
    explanation: item.explanation && presentExplanation(item.explanation),
  };
}

function learningOf({ learningKind, title }: SearchItem): ResultView['learning'] {
  if (!learningKind) return null;
  const words = LEARNING_KIND_WORDS[learningKind];
  return saysTheSame(words, title) ? null : { kind: learningKind, words };
}

function presentPart({ url, kind, title, learningKind, phrase, snippet, themes }: SearchPart): PartView {
  const kindWords = learningKind ? LEARNING_KIND_WORDS[learningKind] : SEARCH_KIND_WORDS[kind];
  const saysKind = kind === 'recommendation' || saysTheSame(kindWords, title);
  return {
    url,
    title: saysKind ? title : `${kindWords}: ${title}`,
    phrase,
    snippet,
    themes: notSaid(themes, title)
      .map(({ label }) => label)
      .join(', '),
  };
}

function presentPage({ document, page, snippet, link }: FoundPage): FoundPageView {
  const href = webAddress(link);
  const name = sayCode(document) || 'Document';
  return {
    place: `${name.charAt(0).toLowerCase()}${name.slice(1)}, page ${page}`,
    // Readers of PDF files know this: they open at that page.
    href: href && `${href.replace(/#.*$/s, '')}#page=${page}`,
    snippet,
  };
}

const presentExplanation = ({ score, reasons }: Explanation): ExplanationView => ({
  score: score.toFixed(2),
  reasons: reasons.map((reason) => ({ because: reason.because, score: reason.score.toFixed(2) })),
});
