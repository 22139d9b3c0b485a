/** Types of briefings, resources and documents are open lists: these are said better than their codes are. */
const OPEN_WORDS = new Map<string, string>(
  Object.entries({
    'seven-minute': 'Seven-minute briefing',
    thematic: 'Thematic briefing',
    'news-item': 'News',
    news: 'News',
    'full-report': 'Full report',
    'executive-summary': 'Executive summary',
    'progress-report': 'Progress report',
    'one-page-learning': 'One-page learning',
  }),
);

/** A code of an open list in words: `week-of-action` is “Week of action”. */
export function sayCode(code: string | null | undefined): string {
  if (!code) return '';
  const words = OPEN_WORDS.get(code) ?? code.replaceAll('-', ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Pages of a report: `[12, 13, 14, 20]` is “pages 12 to 14 and 20”. */
export function sayPages(pages: readonly number[]): string {
  const sorted = [...new Set(pages)].sort((a, b) => a - b);
  if (sorted.length === 0) return '';
  const runs: [number, number][] = [];
  for (const page of sorted) {
    const last = runs.at(-1);
    if (last && page === last[1] + 1) last[1] = page;
    else runs.push([page, page]);
  }
  const said = runs.flatMap(([from, to]) =>
    to === from ? [String(from)] : to === from + 1 ? [String(from), String(to)] : [`${from} to ${to}`],
  );
  return `${sorted.length === 1 ? 'page' : 'pages'} ${sayList(said)}`;
}

/** “a, b and c”. */
export function sayList(items: readonly string[]): string {
  if (items.length <= 1) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

/** “1 review”, “2 reviews”. */
export const count = (number: number, one: string, many = `${one}s`): string =>
  `${number.toLocaleString('en-GB')} ${number === 1 ? one : many}`;
