import { says } from './understanding/words.js';

/** Characters of a snippet, about three lines on a telephone. */
const LONGEST = 280;

/** Further than this nobody looks for the best place to cut. */
const MOST_READ = 50_000;

/** Text as HTML: nothing in it is markup any more. */
export function escapeHtml(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;');
}

/**
 * The part of a text in which the words stand closest together, as HTML with `<mark>` round them. Cut from the text as
 * the database has it now, not from an index that may lag, and the same whichever engine found it.
 * @param whole the text; what lies very far in is not looked at
 * @param stems stems of the words to mark
 */
export function snippet(whole: string, stems: ReadonlySet<string>): string {
  const text = whole.slice(0, MOST_READ);
  const words = [...text.matchAll(/[\p{L}\p{N}\p{M}'’]+/gu)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    marked: says(match[0], stems),
  }));
  const { from, to } = window(
    text,
    words.filter(({ marked }) => marked),
  );
  let html = from > 0 ? '… ' : '';
  let at = from;
  for (const word of words) {
    if (!word.marked || word.start < from || word.end > to) continue;
    html += `${escapeHtml(text.slice(at, word.start))}<mark>${escapeHtml(text.slice(word.start, word.end))}</mark>`;
    at = word.end;
  }
  return html + escapeHtml(text.slice(at, to)) + (to < text.length ? ' …' : '');
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
