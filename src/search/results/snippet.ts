import { escapeHtml } from '../../platform/text/escape-html.js';
import { tokensOf } from '../analysis/words.js';

/** Further than this nobody looks for the best place to cut. */
const MOST_READ = 50_000;

/** A text with its words found once: what stands in results is shown again and again. */
export class WordedText {
  private readonly starts: Uint16Array;
  private readonly ends: Uint16Array;
  private readonly stems: string[];
  readonly text: string;

  /** @param whole what lies very far in is left out */
  constructor(whole: string) {
    this.text = whole.slice(0, MOST_READ);
    const words = tokensOf(this.text);
    this.starts = Uint16Array.from(words, ({ start }) => start);
    this.ends = Uint16Array.from(words, ({ end }) => end);
    this.stems = words.map(({ stem }) => stem);
  }

  /** Where words with these stems stand, in order. */
  places(wanted: ReadonlySet<string>): { start: number; end: number }[] {
    const found: { start: number; end: number }[] = [];
    this.stems.forEach((stem, at) => {
      if (wanted.has(stem)) found.push({ start: this.starts[at]!, end: this.ends[at]! });
    });
    return found;
  }
}

/** Characters of a snippet, about three lines on a telephone. */
const LONGEST = 280;

/**
 * The part of a text in which the words stand closest together. Cut from the text as
 * the database has it now, not from an index that may lag, and the same whichever engine found it.
 * @param marked stems of the words to mark
 */
export function snippet(worded: WordedText, marked: ReadonlySet<string>): Snippet {
  const { text } = worded;
  const places = worded.places(marked);
  const { from, to } = window(text, places);
  const [before, after] = [from > 0 ? '… ' : '', to < text.length ? ' …' : ''];
  let html = '';
  let at = from;
  for (const { start, end } of places) {
    if (start < from || end > to) continue;
    html += `${escapeHtml(text.slice(at, start))}<mark>${escapeHtml(text.slice(start, end))}</mark>`;
    at = end;
  }
  html += escapeHtml(text.slice(at, to));
  return { snippet: before + html + after, snippetText: before + text.slice(from, to) + after };
}

/** A cut of a text: as HTML, in which everything is escaped and `<mark>` is round what was looked for, and as plain text. */
export interface Snippet {
  snippet: string;
  snippetText: string;
}

function window(text: string, marked: { start: number; end: number }[]): { from: number; to: number } {
  if (text.length <= LONGEST) return { from: 0, to: text.length };
  let best = { start: 0, count: 0 };
  let last = 0;
  marked.forEach(({ start }, first) => {
    while (last < marked.length && marked[last]!.end <= start + LONGEST * 0.8) last += 1;
    if (last - first > best.count) best = { start, count: last - first };
  });
  const wanted = Math.max(0, Math.min(best.start - 40, text.length - LONGEST));
  const from = wanted === 0 ? 0 : text.indexOf(' ', wanted) + 1;
  const cut = from + LONGEST;
  return {
    from,
    to: cut >= text.length ? text.length : Math.max(text.lastIndexOf(' ', cut), from + LONGEST / 2),
  };
}
