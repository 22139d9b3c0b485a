import type { PublicKind } from '../publishing/changes/public-kinds.js';

const FIRST = ['kind', 'id'];
const LAST = ['webUrl', 'apiUrl', 'updatedAt', 'rights', 'attribution'];
const REVIEW = ['review.label', 'review.title', 'review.publisher', 'review.type', 'review.about'];
const OF_REVIEW = [...REVIEW, 'review.publishedOn', 'review.webUrl'];

/** The columns of the table of each kind: paths in its records. */
const COLUMNS: Record<PublicKind, readonly string[]> = {
  partnership: ['name', 'type', 'link'],
  theme: ['label', 'status', 'definition', 'broader'],
  agency: ['name', 'recommendationCount'],
  review: [
    ...['label', 'title', 'publisher', 'reference', 'type', 'about', 'publishedOn', 'relayedOn', 'summary'],
    ...['themes', 'learningPointCount', 'recommendationCount', 'summaryByLibrary'],
  ],
  'learning-point': ['learningKind', 'theme', 'statement', 'phrase', 'pages', ...OF_REVIEW],
  recommendation: ['number', 'text', 'scope', 'addressees', 'themes', ...OF_REVIEW],
  briefing: ['title', 'publisher', 'type', 'publishedOn', 'relayedOn', 'themes', 'link', 'summaryByLibrary'],
  resource: [
    ...['title', 'publisher', 'type', 'description', 'startsOn', 'endsOn', 'publishedOn', 'relayedOn'],
    ...['themes', 'link', 'summaryByLibrary'],
  ],
};

export const columnsFor = (kind: PublicKind): string[] => [...FIRST, ...COLUMNS[kind], ...LAST];

/** What stands in a column of a record's row. */
export function cellOf(record: object, column: string): string {
  const value = column
    .split('.')
    .reduce<unknown>((inner, name) => (inner as Record<string, unknown> | null)?.[name], record);
  return sayCell(value);
}

/** Of several, each by its name, with semicolons between. */
function sayCell(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(sayCell).join('; ');
  if (typeof value === 'object') {
    const { label, name } = value as { label?: string; name?: string };
    return label ?? name ?? '';
  }
  return typeof value === 'string' ? value : JSON.stringify(value);
}
