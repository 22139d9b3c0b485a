import { RECORD_KINDS, type RecordKind } from './records/check-record.js';
import type { ImportResult } from './tally.js';

const PLURAL: Record<RecordKind, string> = {
  partnership: 'Partnerships',
  theme: 'Themes',
  review: 'Reviews',
  briefing: 'Briefings',
  resource: 'Resources',
  'document-text': 'Pages of documents',
};

/** What an import did, for the person who ran it. */
export function summary({ counts, named, absorbedThemes }: ImportResult): string {
  const lines = RECORD_KINDS.filter((kind) => Object.values(counts[kind]).some((count) => count > 0)).map(
    (kind) => {
      const { created, updated, unchanged } = counts[kind];
      return `${PLURAL[kind]}: ${created} new, ${updated} changed, ${unchanged} as they were.`;
    },
  );
  if (lines.length === 0) lines.push('The bundle has no records: nothing to import.');
  const made = [
    named.partnerships > 0 ? counted(named.partnerships, 'publisher', 'publishers') : '',
    named.agencies > 0 ? counted(named.agencies, 'agency', 'agencies') : '',
    named.themes > 0 ? counted(named.themes, 'proposed theme', 'proposed themes') : '',
  ].filter(Boolean);
  if (made.length > 0) lines.push(`Known by name only and added: ${made.join(', ')}.`);
  if (absorbedThemes > 0)
    lines.push(
      `${counted(absorbedThemes, 'proposed theme', 'proposed themes')} became part of other themes.`,
    );
  return lines.join('\n');
}

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;
