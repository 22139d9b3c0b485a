import type { ItemCounts } from '../tracked-item.model.js';
import type { PlainTable } from './report.js';

/** What is counted, and in which words. */
export const COUNTED: readonly (readonly [keyof ItemCounts, string])[] = [
  ['items', 'Recommendations and other points followed'],
  ['open', 'of these open'],
  ['closed', 'of these closed'],
  ['responsesAwaited', 'Responses awaited'],
  ['responsesLate', 'of these late'],
  ['actions', 'Actions promised'],
  ['completed', 'of these completed'],
  ['openActions', 'of these open'],
  ['overdue', 'of these overdue'],
  ['noOwner', 'without an owner'],
  ['noUpdate', 'without an update for 92 days'],
  ['waitingForJudgement', 'Recommendations that wait for judgement'],
];

/** How many of what is reported on are what. */
export const countTable = (counts: ItemCounts): PlainTable => ({
  kind: 'plain',
  columns: [
    { key: 'what', label: 'What', width: 50 },
    { key: 'number', label: 'How many', width: 12, kind: 'number' },
  ],
  rows: COUNTED.map(([key, label]) => [label, counts[key]]),
});
