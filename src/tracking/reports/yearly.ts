import type { ReviewType } from '../../reviews/review.js';
import type { TrackedAction, TrackedItemAnswer } from '../tracked-item.model.js';
import { IMPACT_WORDS, isClosed, JUDGEMENT_WORDS, RESPONSE_WORDS, type Judgement } from '../tracking.js';
import { progressTable, sayOrigin, type SaidOfItem } from './progress-table.js';
import type { PlainTable, ReportSection, ReportValue } from './report.js';
import { NO_REASON, sayImpact, sayItem } from './say.js';

/** The first and the last day that a report is about, YYYY-MM-DD. */
export interface Period {
  from: string;
  until: string;
}

const within = ({ from, until }: Period, on: string | null): boolean =>
  on !== null && on >= from && on <= until;

/** The year from April to March that ended last. */
export function businessYear(today: string): Period {
  const year = Number(today.slice(0, 4)) - (today.slice(5) < '04-01' ? 1 : 0);
  return { from: `${year - 1}-04-01`, until: `${year}-03-31` };
}

/** Whether an item belongs in the extract: open at any time of the period, or something was said of it in it. */
export const isOfPeriod = (item: TrackedItemAnswer, period: Period): boolean =>
  item.followedOn <= period.until &&
  (!isClosed(item.judgement) ||
    item.judged.on === null ||
    item.judged.on >= period.from ||
    within(period, item.impactEvidence.on) ||
    item.rechecks.some(({ on }) => within(period, on)));

/**
 * What a partnership says once a year. Working Together 2023 asks the yearly report of a children partnership for action on local
 * and national recommendations; the Care Act 2014, Schedule 2, asks an adults board for the reason where it decided not to act.
 */
export function yearlySections(items: readonly TrackedItemAnswer[], period: Period): ReportSection[] {
  const groups = Map.groupBy(items, scopeOf);
  return [
    ...SCOPES.map(({ scope, heading, none }) => {
      const own = groups.get(scope) ?? [];
      return {
        ...{ key: scope, heading, paragraphs: own.length === 0 ? [none] : [] },
        table: own.length === 0 ? null : progressTable(own, [notedOf(period)]),
      };
    }),
    extract(IMPROVEMENT, {
      columns: [...WHICH, { key: 'evidence', label: 'Improvement and evidence', width: 70 }],
      rows: items
        .filter((item) => hasImproved(item, period))
        .map((item) => [...which(item), sayImpact(item)]),
    }),
    extract(LITTLE_PROGRESS, {
      columns: [...WHICH, { key: 'why', label: 'Why it is listed', width: 60 }],
      rows: items.flatMap((item) => {
        const why = littleProgress(item, period);
        return why.length > 0 ? [[...which(item), why]] : [];
      }),
    }),
    extract(NOT_TO_ACT, {
      columns: [
        ...WHICH,
        { key: 'who', label: 'Who', width: 26 },
        { key: 'decision', label: 'Decision', width: 26 },
        { key: 'on', label: 'Day', width: 13, kind: 'date' },
        { key: 'reason', label: 'Reason', width: 60 },
      ],
      rows: items.flatMap((item) => notToAct(item).map((decision) => [...which(item), ...decision])),
    }),
  ];
}

type Scope = 'local' | 'national' | 'other';
const SCOPES: readonly { scope: Scope; heading: string; none: string }[] = [
  {
    scope: 'local',
    heading: 'Recommendations of local reviews',
    none: 'No local review’s recommendation was followed in this period.',
  },
  {
    scope: 'national',
    heading: 'Recommendations of national reviews',
    none: 'No national review’s recommendation was followed in this period.',
  },
  { scope: 'other', heading: 'Other points followed', none: 'Nothing else was followed in this period.' },
];

/** Of which reviews the law speaks; everything else is told apart from them. */
const SCOPE_OF: Readonly<Record<ReviewType, Scope>> = {
  ...{ lcspr: 'local', scr: 'local', 'rapid-review': 'local', sar: 'local', 'sar-discretionary': 'local' },
  ...{ dardr: 'local', cpr: 'local', susr: 'local', 'learning-review': 'local' },
  ...{ 'national-review': 'national', 'independent-review': 'national' },
  ...{ 'thematic-review': 'other', other: 'other' },
};

const scopeOf = ({ review, source }: TrackedItemAnswer): Scope => {
  if (source?.origin === 'rapid-review') return 'local';
  return review?.type ? SCOPE_OF[review.type] : 'other';
};

const extract = (
  { key, heading, none, said = [] }: { key: string; heading: string; none: string; said?: string[] },
  { columns, rows }: Omit<PlainTable, 'kind'>,
): ReportSection => ({
  ...{ key, heading, paragraphs: rows.length === 0 ? [none] : said },
  table: rows.length === 0 ? null : { kind: 'plain', columns, rows },
});

const IMPROVEMENT = {
  ...{ key: 'improvements', heading: 'Improvement, and its evidence' },
  none: 'No improvement was recorded in this period.',
};
const LITTLE_PROGRESS = {
  ...{ key: 'little-progress', heading: 'Little or no progress' },
  none: 'Nothing that was followed shows little or no progress.',
};
const NOT_TO_ACT = {
  ...{ key: 'not-to-act', heading: 'Where it was decided not to act, and why' },
  none: 'No decision not to act stands.',
  said: ['Decisions that stood on the day of this report, whenever they were made.'],
};

const WHICH = [
  { key: 'item', label: 'Item', width: 26 },
  { key: 'source', label: 'Review or source', width: 28 },
  { key: 'asked', label: 'What is asked', width: 50 },
];
const which = (item: TrackedItemAnswer): ReportValue[] => [sayItem(item), sayOrigin(item), item.text];

const hasImproved = ({ impact, impactEvidence, rechecks }: TrackedItemAnswer, period: Period): boolean =>
  (impact !== 'none' && within(period, impactEvidence.on)) ||
  rechecks.some(({ result, on }) => result !== 'not-sustained' && within(period, on));

/** Judgements with which it was decided not to act. */
const NOT_ACTED: ReadonlySet<Judgement> = new Set<Judgement>([
  'closed-reconsidered',
  'closed-no-longer-applicable',
]);

/** Who decided not to act on an item, what, on which day, and why. */
function notToAct(item: TrackedItemAnswer): ReportValue[][] {
  const { judgement, judged, responses, actions } = item;
  return [
    ...responses.each
      .filter(({ response }) => response === 'not-accepted' || response === 'disputed')
      .map(({ agency, response, on, reason }) => decided(agency.name, RESPONSE_WORDS[response], on, reason)),
    ...actions
      .filter(({ delivery }) => delivery === 'stopped')
      .map((action) =>
        decided(leadOf(action), `Action ${action.ref} stopped`, action.stoppedOn, action.deliveryReason),
      ),
    ...(NOT_ACTED.has(judgement)
      ? [decided('The partnership', JUDGEMENT_WORDS[judgement], judged.on, judged.reason)]
      : []),
  ];
}

const leadOf = ({ agency }: TrackedAction): string => agency?.name ?? 'No agency';
const decided = (who: string, what: string, on: string | null, reason: string | null): ReportValue[] => [
  ...[who, what, on === null ? null : ({ on, precision: 'day' } as const), reason ?? NO_REASON],
];

/** Why an item shows little or no progress; empty where it does not. */
function littleProgress(item: TrackedItemAnswer, period: Period): string[] {
  const { judgement, flags, actions, rechecks, judged, delivery } = item;
  const fallen = rechecks.filter(({ result, on }) => result === 'not-sustained' && within(period, on));
  if (isClosed(judgement))
    return judgement === 'closed-unacceptable' || judgement === 'closed-no-response'
      ? within(period, judged.on)
        ? [`${JUDGEMENT_WORDS[judgement]}.`]
        : []
      : [];
  const late = actions.filter(({ overdueDays }) => overdueDays > 0);
  const quiet = actions.filter(({ flags: own }) => own.includes('no-update'));
  return [
    ...(flags.includes('no-action') ? ['No action has been decided.'] : []),
    ...(delivery === 'not-started' ? ['No action has begun.'] : []),
    ...(flags.includes('response-late') ? ['A response is late.'] : []),
    ...(flags.includes('judged-unacceptable') ? ['Judged unacceptable.'] : []),
    ...late.map(({ ref, word }) => `Action ${ref}: ${word.toLowerCase()}.`),
    ...quiet.map(({ ref }) => `Action ${ref}: no update for 92 days.`),
    ...fallen.map(() => 'Looking again showed that it was not sustained.'),
  ];
}

/** Under which of the headings that follow an item stands too: for whoever sorts and filters. */
const notedOf = (period: Period): SaidOfItem => ({
  ...{ key: 'noted', label: 'Noted under', width: 26 },
  of: (item) => [
    ...(hasImproved(item, period) ? [`Improvement: ${IMPACT_WORDS[item.impact].toLowerCase()}`] : []),
    ...(littleProgress(item, period).length > 0 ? ['Little or no progress'] : []),
    ...(notToAct(item).length > 0 ? ['Decided not to act'] : []),
  ],
});
