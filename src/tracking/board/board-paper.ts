import { sayPartialDate } from '../../platform/dates/partial-date.js';
import { count } from '../../platform/text/words.js';
import { parseDay } from '../day.js';
import type { DeedName } from '../entry.js';
import { COUNTED } from '../reports/count-table.js';
import { progressTable } from '../reports/progress-table.js';
import type { PlainTable, ReportColumn, ReportSection, ReportValue } from '../reports/report.js';
import { NO_REASON, sayItem, sayKnownDay } from '../reports/say.js';
import type { ReachAnswer } from '../reach/reach.model.js';
import type { ItemCounts, TrackedItemAnswer } from '../tracked-item.model.js';
import { londonDay } from '../../platform/dates/london-day.js';
import { type DeskAction } from '../desk.model.js';
import { type LateEntry, type MovedAction, type MovementAnswer } from './movement.model.js';
import { type SnapshotItem } from './snapshot.model.js';

/** What a board’s paper is made of. */
export interface BoardPaper {
  counts: ItemCounts;
  /** At the snapshot before; null where there is none. */
  countsBefore: ItemCounts | null;
  movement: MovementAnswer;
  items: readonly TrackedItemAnswer[];
  /** What was recorded since the snapshot before; where there is none, what was discussed in the last three months. */
  reach: ReachAnswer;
  /** So many days overdue, an action is put to the board. */
  boardAfterDays: number;
}

/** What a board is told: how it stands, what has moved, all that is late or slipped and why, and what it is to decide. */
export function boardSections({
  counts,
  countsBefore,
  movement,
  items,
  reach,
  boardAfterDays,
}: BoardPaper): ReportSection[] {
  const { since } = movement;
  return [
    { key: 'position', heading: 'Where we are', paragraphs: [], table: positionTable(counts, countsBefore) },
    ...(since ? movementSections(movement, since) : [FIRST]),
    lateAndSlipped(items),
    ...reachSection(reach, since),
    decisions(items, boardAfterDays),
  ];
}

const FIRST: ReportSection = {
  ...{ key: 'movement', heading: 'What has moved', table: null },
  paragraphs: ['No snapshot was taken before this one, so there is nothing to compare it with.'],
};

function positionTable(counts: ItemCounts, before: ItemCounts | null): PlainTable {
  return {
    kind: 'plain',
    columns: [
      { key: 'what', label: 'What', width: 50 },
      { key: 'number', label: 'Now', width: 12, kind: 'number' },
      ...(before
        ? [{ key: 'before', label: 'At the board before', width: 12, kind: 'number' as const }]
        : []),
    ],
    rows: COUNTED.map(([key, label]) => [label, counts[key], ...(before ? [before[key]] : [])]),
  };
}

const ACTION: readonly ReportColumn[] = [
  { key: 'ref', label: 'Action', width: 8 },
  { key: 'action', label: 'What was promised', width: 50 },
  { key: 'agency', label: 'Lead agency', width: 24 },
];
const TAKEN_OUT = 'Words that were taken out';
const actionCells = ({ ref, text, agency }: DeskAction): ReportValue[] => [
  ...[ref, text ?? TAKEN_OUT, agency?.name ?? 'No agency'],
];

/** A section with a table; none where it would be empty: that there is nothing of it has been said in numbers. */
const listed = (
  heading: Pick<ReportSection, 'key' | 'heading'>,
  columns: readonly ReportColumn[],
  rows: ReportValue[][],
): ReportSection[] =>
  rows.length === 0 ? [] : [{ ...heading, paragraphs: [], table: { kind: 'plain', columns, rows } }];

function movementSections(movement: MovementAnswer, since: SnapshotItem): ReportSection[] {
  const { completed, stopped, moved, newlyOverdue, noLongerOverdue, lateEntries } = movement;
  return [
    {
      ...{ key: 'movement', heading: 'What has moved', table: null },
      paragraphs: [`Since ${saySnapshot(since)}: ${sayMovement(movement)}.`],
    },
    ...listed(
      { key: 'completed', heading: 'Completed' },
      [...ACTION, { key: 'on', label: 'Completed on', width: 13, kind: 'date' }],
      completed.map((one) => [...actionCells(one), exact(one.completedOn)]),
    ),
    ...listed(
      { key: 'stopped', heading: 'Stopped' },
      [...ACTION, { key: 'why', label: 'Reason', width: 60 }],
      stopped.map((one) => [...actionCells(one), one.deliveryReason ?? NO_REASON]),
    ),
    ...listed(
      { key: 'moved', heading: 'Dates moved' },
      [...ACTION, { key: 'moves', label: 'From, to and why', width: 60 }],
      moved.map((one) => [...actionCells(one), sayMovesSince(one)]),
    ),
    ...listed(
      { key: 'newly-overdue', heading: 'Newly overdue' },
      [...ACTION, ...DUE],
      newlyOverdue.map((one) => [...actionCells(one), one.due, one.overdueDays]),
    ),
    ...listed(
      {
        key: 'no-longer-overdue',
        heading: 'No longer overdue',
      },
      [...ACTION, { key: 'now', label: 'How it stands now', width: 30 }],
      noLongerOverdue.map((one) => [...actionCells(one), one.word]),
    ),
    ...listed(
      { key: 'late-entries', heading: 'Entered late' },
      [
        { key: 'item', label: 'Item or action', width: 14 },
        { key: 'what', label: 'What was entered', width: 30 },
        { key: 'on', label: 'About', width: 13, kind: 'date' },
        { key: 'recorded', label: 'Entered on', width: 13, kind: 'date' },
      ],
      lateEntries.map(lateCells),
    ),
  ];
}

const DUE: readonly ReportColumn[] = [
  { key: 'due', label: 'Due', width: 13, kind: 'date' },
  { key: 'days', label: 'Days overdue', width: 10, kind: 'number' },
];
const exact = (on: string | null): ReportValue => (on === null ? null : { on, precision: 'day' });

/** Each number with its words: “3 actions completed, 1 date moved …”. */
export function sayMovement(movement: MovementAnswer): string {
  return [
    `${count(movement.completed.length, 'action')} completed`,
    `${count(movement.stopped.length, 'action')} stopped`,
    `${count(movement.moved.length, 'action')} with another date`,
    `${count(movement.newlyOverdue.length, 'action')} newly overdue`,
    `${count(movement.noLongerOverdue.length, 'action')} no longer overdue`,
    `${count(movement.lateEntries.length, 'entry', 'entries')} made late`,
  ].join(', ');
}

/** “Board of June (the meeting on 12 June 2025)”. */
export const saySnapshot = ({ name, meetingOn }: SnapshotItem): string =>
  `${name ?? 'a snapshot'} (the meeting on ${sayPartialDate(meetingOn)})`;

const sayMovesSince = ({ movesSince }: MovedAction): string[] =>
  movesSince.map(({ from, to, days, reason }) => {
    const by = days === 0 ? '' : `, ${count(Math.abs(days), 'day')} ${days > 0 ? 'later' : 'sooner'}`;
    return `From ${sayKnownDay(from)} to ${sayKnownDay(to)}${by}. Reason: ${reason ?? NO_REASON}`;
  });

/** What an entry is called that was made late. */
const DEEDS: Readonly<Partial<Record<DeedName, string>>> = {
  ...{
    followed: 'Followed',
    response: 'Response',
    action: 'Action',
    'action-reworded': 'Words of the action',
  },
  ...{ lead: 'Lead agency', owner: 'Owner', delivery: 'Delivery', due: 'Date', request: 'Request' },
  ...{
    decision: 'Decision',
    milestone: 'Milestone',
    update: 'Update',
    evidence: 'Evidence',
    impact: 'Impact',
  },
  ...{ judgement: 'Judgement', recheck: 'Re-check', reopened: 'Reopened', addressed: 'Who is asked' },
  'response-due': 'Day for responses',
};

const lateCells = ({ itemRef, actionRef, deed, effectiveOn, recordedAt }: LateEntry): ReportValue[] => [
  ...[actionRef ?? itemRef, DEEDS[deed as DeedName] ?? deed, parseDay(effectiveOn)],
  exact(londonDay(recordedAt)),
];

/** Every action that is overdue, or promised for later than at first, with the reason wherever one was given. */
function lateAndSlipped(items: readonly TrackedItemAnswer[]): ReportSection {
  const own = items
    .map((item) => ({
      ...item,
      actions: item.actions.filter(
        ({ delivery, overdueDays, slippedDays }) =>
          overdueDays > 0 || (slippedDays > 0 && delivery !== 'completed' && delivery !== 'stopped'),
      ),
    }))
    .filter(({ actions }) => actions.length > 0);
  return {
    ...{ key: 'late', heading: 'Overdue and slipped' },
    paragraphs: own.length === 0 ? ['Nothing is overdue, and no open action was put off.'] : [],
    table: own.length === 0 ? null : progressTable(own),
  };
}

/** What teams discussed of the library; nothing where nobody did. */
function reachSection(
  { from, until, total, agencies }: ReachAnswer,
  since: SnapshotItem | null,
): ReportSection[] {
  if (agencies.length === 0) return [];
  const when = since
    ? `Recorded since ${saySnapshot(since)}`
    : `From ${sayPartialDate(from)} to ${sayPartialDate(until)}`;
  const reached = `${count(total.discussions, 'discussion')} of reviews, themes and briefings, with ${count(total.people, 'person', 'people')}`;
  return [
    {
      ...{ key: 'reach', heading: 'Reach' },
      paragraphs: [`${when}: ${reached}. Whoever took part in two discussions is counted twice.`],
      table: {
        kind: 'plain',
        columns: [
          { key: 'agency', label: 'Agency', width: 40 },
          { key: 'discussions', label: 'Discussions', width: 12, kind: 'number' },
          { key: 'people', label: 'People', width: 12, kind: 'number' },
        ],
        rows: agencies.map(({ agency, discussions, people }) => [agency.name, discussions, people]),
      },
    },
  ];
}

/** What waits for somebody to decide. */
function decisions(items: readonly TrackedItemAnswer[], boardAfterDays: number): ReportSection {
  const asked = items.flatMap((item) =>
    item.actions.flatMap((action) =>
      action.requests
        .filter(({ decision }) => decision === null)
        .map(({ kind, due, reason }): ReportValue[] => [
          ...[action.ref, action.text ?? TAKEN_OUT],
          kind === 'stop' || due === null ? 'May it be stopped?' : `May it be due ${sayKnownDay(due)}?`,
          reason ?? NO_REASON,
        ]),
    ),
  );
  const long = items
    .flatMap(({ actions }) => actions)
    .filter(({ overdueDays }) => overdueDays >= boardAfterDays)
    .toSorted((one, other) => other.overdueDays - one.overdueDays)
    .map(({ ref, text, overdueDays, moved }): ReportValue[] => [
      ...[ref, text ?? TAKEN_OUT, `Long overdue, by ${count(overdueDays, 'day')}: what is to become of it?`],
      moved.at(-1)?.reason ?? NO_REASON,
    ]);
  const judged = items
    .filter(({ flags }) => flags.includes('waiting-for-judgement'))
    .map((item): ReportValue[] => [item.ref, sayItem(item), 'All is done or stopped: is it enough?', null]);
  const [waiting] = listed(
    DECISIONS,
    [
      { key: 'ref', label: 'Item or action', width: 14 },
      { key: 'what', label: 'What it is about', width: 50 },
      { key: 'asked', label: 'What is asked', width: 36 },
      { key: 'why', label: 'Reason given', width: 50 },
    ],
    [...asked, ...long, ...judged],
  );
  return waiting ?? { ...DECISIONS, paragraphs: ['Nothing waits for a decision.'], table: null };
}

const DECISIONS = { key: 'decisions', heading: 'To decide' };
