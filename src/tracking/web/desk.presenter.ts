import { sayPartialDate } from '../../platform/dates/partial-date.js';
import { cutAtWord } from '../../platform/text/text.js';
import { count, sayList } from '../../platform/text/words.js';
import { addressOf, type Parameters } from '../../platform/pages/addresses.js';
import type { ListedAgency } from '../agency-list.js';
import { DESK_GROUPS, deskAction, type DeskGroup, type DeskRow } from '../desk.js';
import type { ItemCounts, TrackedAction, TrackedItemAnswer } from '../tracked-item.model.js';
import { DELIVERY_WORDS, JUDGEMENT_WORDS } from '../tracking.js';
import { sayDue } from './item-page.presenter.js';
import { presentMark, type MarkView } from './marks.js';

export interface DeskView {
  /** “31 of 40 items are open.” */
  summary: string;
  /** Groups that hold something, in the order in which they want attention. */
  groups: DeskGroupView[];
  /** Agencies whose executive cannot be told anything. */
  executives: { href: string; name: string; entered: string }[];
  /** What is in order, in a sentence; empty where nothing is. */
  clear: string;
  isEmpty: boolean;
}

interface DeskGroupView {
  id: string;
  name: string;
  explain: string;
  total: number;
  tone: 'red' | 'amber' | 'plain';
  rows: DeskRowView[];
  /** Where all of them are; null where these are all. */
  all: { href: string; text: string } | null;
}

export interface DeskRowView {
  href: string;
  ref: string;
  text: string;
  mark: MarkView;
  facts: string[];
  /** The form that the row asks for; null where it is not offered. */
  form: { href: string; text: string } | null;
}

interface GroupWords {
  name: string;
  explain: string;
  tone: DeskGroupView['tone'];
  /** “is overdue”: what nothing does where it is empty. */
  absent: string;
  filters: Parameters;
  form: { of: string; text: string; asks?: 'leads' | 'approves' };
}

const UPDATE = { of: 'say/update', text: 'Update' };

/** What groups are called, and what to do about what is in them. */
const GROUPS: Readonly<Record<DeskGroup, GroupWords>> = {
  overdue: {
    ...{ name: 'Overdue', explain: 'The longest overdue first.', tone: 'red', absent: 'is overdue' },
    ...{ filters: { due: 'overdue' }, form: UPDATE },
  },
  due30: {
    ...{ name: 'Due in 30 days', explain: '', tone: 'amber', absent: 'is due in 30 days' },
    ...{ filters: { due: '30' }, form: UPDATE },
  },
  due60: {
    ...{ name: 'Due in 31 to 60 days', explain: '', tone: 'plain', absent: 'is due in 31 to 60 days' },
    ...{ filters: { due: '60' }, form: UPDATE },
  },
  due90: {
    ...{ name: 'Due in 61 to 90 days', explain: '', tone: 'plain', absent: 'is due in 61 to 90 days' },
    ...{ filters: { due: '90' }, form: UPDATE },
  },
  awaitingResponse: {
    ...{ name: 'Waiting for a response', explain: 'What agencies have not answered yet.', tone: 'amber' },
    ...{ absent: 'waits for a response', filters: { state: 'response-awaited' } },
    form: { of: 'say/response', text: 'Enter a response' },
  },
  awaitingDecision: {
    ...{
      name: 'Waiting for a decision',
      explain: 'Agencies ask for another date, or to stop.',
      tone: 'amber',
    },
    ...{ absent: 'waits for a decision', filters: { state: 'awaiting-decision' } },
    form: { of: 'decide/decision', text: 'Decide', asks: 'leads' },
  },
  awaitingJudgement: {
    ...{ name: 'Waiting for judgement', explain: 'No action is open any more.', tone: 'amber' },
    ...{ absent: 'waits for judgement', filters: { state: 'waiting-for-judgement' } },
    form: { of: 'decide/judgement', text: 'Judge', asks: 'leads' },
  },
  noOwner: {
    ...{ name: 'Waiting for an owner', explain: '', tone: 'amber', absent: 'waits for an owner' },
    ...{ filters: { state: 'no-owner' }, form: { of: 'say/owner', text: 'Say who' } },
  },
  undelivered: {
    ...{
      name: 'Mail could not be delivered',
      explain: 'The last email to the owner came back.',
      tone: 'amber',
    },
    ...{ absent: 'has an owner whose mail came back', filters: { state: 'undelivered' } },
    form: { of: 'say/owner', text: 'Change the owner' },
  },
  noDate: {
    ...{ name: 'No date', explain: '', tone: 'amber', absent: 'is without a date' },
    ...{ filters: { state: 'no-date' }, form: { of: 'say/due', text: 'Set a date' } },
  },
  noUpdate: {
    ...{ name: 'No update for 92 days', explain: 'Nothing was heard for a quarter.', tone: 'amber' },
    ...{ absent: 'is without an update for 92 days', filters: { state: 'no-update' }, form: UPDATE },
  },
  recheckDue: {
    ...{ name: 'Re-check due', explain: 'Closed; is what was achieved still there?', tone: 'amber' },
    ...{ absent: 'is due for a re-check', filters: { state: 'recheck-due' } },
    form: { of: 'decide/recheck', text: 'Enter a re-check', asks: 'leads' },
  },
  awaitingRelease: {
    ...{
      name: 'Public lines waiting for approval',
      explain: 'Somebody other than the writer releases each line.',
    },
    ...{ tone: 'amber', absent: 'waits to be released', filters: { state: 'line-waiting' } },
    form: { of: 'public-line/approve', text: 'Read and release', asks: 'approves' },
  },
};

/** Which forms are offered to whoever reads. */
export interface DeskOffers {
  contributes: boolean;
  leads: boolean;
  approves: boolean;
}

/** More would not be a glance. */
export const ON_DESK = 5;
const LONGEST_TEXT = 140;

/** @param beside filters and moment of the address */
export function presentDesk(
  groups: Record<DeskGroup, DeskRow[]>,
  items: ReadonlyMap<string, TrackedItemAnswer>,
  {
    counts,
    offers,
    beside,
    executives,
  }: {
    counts: ItemCounts;
    executives: readonly ListedAgency[];
    offers: DeskOffers;
    beside: Parameters;
  },
): DeskView {
  // What waits to be released is told to those who release.
  const told = DESK_GROUPS.filter((group) => GROUPS[group].form.asks !== 'approves' || offers.approves);
  const full = told.filter((group) => groups[group].length > 0);
  const empty = told.filter((group) => groups[group].length === 0);
  return {
    summary: sayCounts(counts),
    groups: full.map((group) => groupView(group, groups[group], items, offers, beside)),
    clear:
      empty.length > 0 && counts.items > 0
        ? `Nothing ${sayOr(empty.map((group) => GROUPS[group].absent))}.`
        : '',
    executives: executives.map(({ id, name, executive }) => ({
      ...{ href: `/tracking/agencies/${id}/executive`, name, entered: executive! },
    })),
    isEmpty: counts.items === 0,
  };
}

const sayOr = (all: readonly string[]): string => sayList(all).replace(/ and (?!.* and )/, ' or ');

function sayCounts({ items, open, closed, openActions, actions }: ItemCounts): string {
  if (items === 0) return '';
  const are = (some: number, all: number): string => (some === 1 || all === 1 ? 'is' : 'are');
  const promised =
    actions === 0
      ? 'There are no actions yet.'
      : `${openActions} of ${count(actions, 'action')} ${are(openActions, actions)} open.`;
  return `${open} of ${count(items, 'item')} ${are(open, items)} open, ${closed} closed. ${promised}`;
}

function groupView(
  group: DeskGroup,
  rows: readonly DeskRow[],
  items: ReadonlyMap<string, TrackedItemAnswer>,
  offers: DeskOffers,
  beside: Parameters,
): DeskGroupView {
  const { name, explain, tone, filters, form } = GROUPS[group];
  const isOffered = offers[form.asks ?? 'contributes'];
  const offered = isOffered ? form : null;
  return {
    ...{ id: group, name, explain, tone, total: rows.length },
    rows: rows.slice(0, ON_DESK).map(({ one, action }) => {
      const item = items.get(one.state.id)!;
      return action === null ? itemRow(item, group, offered) : actionRow(deskAction(item, action), offered);
    }),
    all:
      rows.length > ON_DESK
        ? {
            href: addressOf('/tracking/items', { ...beside, ...filters, sort: 'due' }),
            text: `See all ${rows.length}`,
          }
        : null,
  };
}

function actionRow(
  action: ReturnType<typeof deskAction>,
  form: { of: string; text: string } | null,
): DeskRowView {
  return {
    href: `/tracking/items/${action.item}#action-${action.ref}`,
    ...{
      ref: action.ref,
      text: cutAtWord(action.text ?? WORDS_OUT, LONGEST_TEXT),
      mark: presentMark(action),
    },
    facts: [action.agency?.name ?? 'No agency yet', action.owner?.name ?? 'No owner', ...sayWhen(action)],
    form: form && { href: `/tracking/actions/${action.id}/${form.of}`, text: form.text },
  };
}

const WORDS_OUT = 'Words that were taken out';

const sayWhen = (action: TrackedAction): string[] => [
  action.due ? `Due ${sayDue(action)}` : 'No date',
  `Last heard of ${sayPartialDate(action.heardOn)}`,
];

function itemRow(
  item: TrackedItemAnswer,
  group: DeskGroup,
  form: { of: string; text: string } | null,
): DeskRowView {
  const waiting = item.responses.each.filter(({ response }) => response === 'awaiting');
  const facts: Partial<Record<DeskGroup, string[]>> = {
    awaitingResponse: [
      sayList(waiting.map(({ agency }) => agency.name)),
      `asked for by ${sayPartialDate(item.responses.dueOn)}`,
    ],
    awaitingJudgement: [
      item.actions.map(({ ref, delivery }) => `${ref} ${DELIVERY_WORDS[delivery].toLowerCase()}`).join(', '),
    ],
    awaitingRelease: [item.publicLine?.writtenBy ? `written by ${item.publicLine.writtenBy}` : ''],
    recheckDue: [JUDGEMENT_WORDS[item.judgement], `look again on ${sayPartialDate(item.judged.recheckOn)}`],
  };
  return {
    ...{ href: `/tracking/items/${item.id}`, ref: item.ref, mark: presentMark(item) },
    ...{
      text: cutAtWord(item.text ?? WORDS_OUT, LONGEST_TEXT),
      facts: [item.review?.label ?? '', ...(facts[group] ?? [])].filter(Boolean),
    },
    form: form && { href: `/tracking/items/${item.id}/${form.of}`, text: form.text },
  };
}
