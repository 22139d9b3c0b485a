import type { PartKind } from '../platform/bundle/import-run.js';
import { BUNDLE_KINDS } from './kinds.js';
import type { ImportResult } from './tally.js';

const PARTS: Record<PartKind, [one: string, many: string]> = {
  recommendation: ['recommendation', 'recommendations'],
  'learning-point': ['learning point', 'learning points'],
  document: ['document', 'documents'],
};

/** What an import did, for the person who ran it. */
export function summary(result: ImportResult): string {
  const { counts, named, absorbedThemes, proposedChanges, unusedCodes } = result;
  const lines = BUNDLE_KINDS.filter(({ name }) => Object.values(counts[name]).some((count) => count > 0)).map(
    ({ name, plural }) => {
      const { created, updated, unchanged } = counts[name];
      return `${plural}: ${created} new, ${updated} changed, ${unchanged} as they were.`;
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
  lines.push(...sayParts(result), ...sayFollowed(result));
  if (proposedChanges > 0)
    lines.push(
      `${counted(proposedChanges, 'field', 'fields')} that a person has edited would now read otherwise: kept as edited, and what the bundle says noted as a proposed change.`,
    );
  for (const code of unusedCodes)
    lines.push(`--accept ${code} was not needed: nothing in this bundle asks for it.`);
  return lines.join('\n');
}

function sayParts({ parts }: ImportResult): string[] {
  return (Object.keys(PARTS) as PartKind[]).flatMap((kind) => {
    const { reworded, left, returned } = parts[kind];
    const say = (count: number, is: [one: string, many: string]): string =>
      `${counted(count, ...PARTS[kind])} ${is[count === 1 ? 0 : 1]}.`;
    return [
      reworded > 0 &&
        say(reworded, ['was reworded and stays the same one', 'were reworded and stay the same ones']),
      returned > 0 && say(returned, ['is in the source again', 'are in the source again']),
      left > 0 &&
        say(left, [
          'is no longer in the source (kept, not shown)',
          'are no longer in the source (kept, not shown)',
        ]),
    ].filter((line) => line !== false);
  });
}

/** For whoever tells the partnerships; which of them follow what is theirs to say. */
function sayFollowed({ followed: { reworded, renumbered, left } }: ImportResult): string[] {
  const say = (count: number, is: [one: string, many: string]): string =>
    `${counted(count, ...FOLLOWED)} ${is[count === 1 ? 0 : 1]}.`;
  return [
    ...(reworded > 0
      ? [
          say(reworded, [
            'was reworded: its item keeps both wordings',
            'were reworded: their items keep both wordings',
          ]),
        ]
      : []),
    ...(renumbered > 0 ? [say(renumbered, ['has another number', 'have other numbers'])] : []),
    ...(left > 0
      ? [
          say(left, [
            'is no longer in its source: its item stays',
            'are no longer in their source: their items stay',
          ]),
        ]
      : []),
  ];
}

const FOLLOWED = ['recommendation that is followed', 'recommendations that are followed'] as const;

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;
