import { REVIEW_TYPE_WORDS } from '../../reviews/review.js';
import type { TrackedAction, TrackedItemAnswer } from '../tracked-item.model.js';
import { ORIGIN_WORDS } from '../tracking.js';
import type { ItemsTable, ReportColumn, ReportedItem, ReportValue } from './report.js';
import { sayDelivery, sayImpact, sayItem, sayJudgement, sayMoves, sayResponses, sayUpdate } from './say.js';

/** One thing that a table says of what it is about. */
interface Said<Subject> extends ReportColumn {
  of: (subject: Subject) => ReportValue;
}

export type SaidOfItem = Said<TrackedItemAnswer>;

const ITEM: readonly SaidOfItem[] = [
  { key: 'ref', label: 'Item', width: 7, of: ({ ref }) => ref },
  { key: 'review', label: 'Review or source', width: 28, of: sayOrigin },
  {
    key: 'number',
    label: 'Recommendation number',
    width: 10,
    of: sayNumber,
  },
  { key: 'asked', label: 'What is asked', width: 50, of: ({ text }) => text ?? 'Words that were taken out' },
  { key: 'responses', label: 'Responses', width: 40, of: sayResponses },
  { key: 'judgement', label: 'Judgement', width: 40, of: sayJudgement },
  { key: 'impact', label: 'Impact', width: 40, of: sayImpact },
  { key: 'standing', label: 'How it stands', width: 22, of: ({ word }) => word },
];

const ACTION: readonly Said<TrackedAction>[] = [
  { key: 'actionRef', isPlain: true, label: 'Action', width: 8, within: 'Action', of: ({ ref }) => ref },
  {
    key: 'action',
    isPlain: true,
    label: 'Action promised',
    width: 50,
    within: 'Action',
    of: ({ text }) => text ?? 'Words that were taken out',
  },
  {
    key: 'agency',
    isPlain: true,
    label: 'Lead agency',
    width: 24,
    within: 'Who',
    of: ({ agency }) => agency?.name ?? 'No agency',
  },
  {
    ...{ key: 'supporting', label: 'Supporting', width: 24, within: 'Who' },
    of: ({ supporting }) => (supporting.length > 0 ? supporting.map(({ name }) => name) : null),
  },
  { key: 'owner', label: 'Owner', width: 20, within: 'Who', of: ({ owner }) => owner?.name ?? null },
  {
    key: 'due',
    isPlain: true,
    label: 'Due',
    width: 13,
    kind: 'date',
    within: 'By when',
    of: ({ due }) => due,
  },
  {
    key: 'originalDue',
    label: 'First promised for',
    width: 13,
    kind: 'date',
    within: 'By when',
    of: ({ moves, originalDue }) => (moves > 0 ? originalDue : null),
  },
  { key: 'moves', label: 'Date moved', width: 36, within: 'By when', of: sayMoves },
  {
    key: 'actionStanding',
    isPlain: true,
    label: 'How the action stands',
    width: 20,
    within: 'How far',
    of: ({ word }) => word,
  },
  { key: 'delivery', label: 'Delivery', width: 30, within: 'How far', of: sayDelivery },
  { key: 'update', label: 'Latest update', width: 40, within: 'How far', of: sayUpdate },
];

/** The number by which its paper knows what is asked. */
export function sayNumber({ recommendation, source }: TrackedItemAnswer): string | null {
  return recommendation?.number ?? source?.number ?? null;
}

/** Where an item comes from. */
export function sayOrigin({ review, source }: TrackedItemAnswer): string {
  if (review) {
    const year = review.publishedOn?.slice(0, 4);
    const kind = review.type ? REVIEW_TYPE_WORDS[review.type] : '';
    return [review.label, kind, review.publisher, year].filter(Boolean).join(', ');
  }
  const origin = source?.origin ? ORIGIN_WORDS[source.origin] : '';
  return [source?.title, origin].filter(Boolean).join(', ') || 'No source that is public';
}

/** What is said of items, each with its actions. */
export function progressTable(
  items: readonly TrackedItemAnswer[],
  more: readonly SaidOfItem[] = [],
): ItemsTable {
  const facts = [...ITEM, ...more];
  return { kind: 'items', facts, columns: ACTION, items: items.map((item) => reportedItem(item, facts)) };
}

const reportedItem = (item: TrackedItemAnswer, facts: readonly SaidOfItem[]): ReportedItem => ({
  ...{ id: item.id, title: sayItem(item), facts: facts.map(({ of }) => of(item)) },
  actions: item.actions.map((action) => ({ id: action.id, values: ACTION.map(({ of }) => of(action)) })),
});
