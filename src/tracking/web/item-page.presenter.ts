import { sayPartialDate } from '../../platform/dates/partial-date.js';
import { londonDay } from '../../platform/dates/london-day.js';
import { webAddress } from '../../platform/pages/addresses.js';
import { count, sayList } from '../../platform/text/words.js';
import { sayReview, type ReviewName } from '../../reviews/web/say-review.js';
import type { ThemeRef } from '../../themes/theme-ref.model.js';
import { isAboutLine } from '../entry.js';
import { isAuditLead, type Follower } from '../follower.js';
import type { TrackingMoment } from '../moment.js';
import type { TrackedAction, TrackedItemAnswer } from '../tracked-item.model.js';
import {
  DECISION_WORDS,
  DELIVERY_WORDS,
  IMPACT_LEVELS,
  IMPACT_WORDS,
  ITEM_DELIVERY_WORDS,
  JUDGEMENT_WORDS,
  ORIGIN_WORDS,
  RECHECK_WORDS,
  RESPONSE_WORDS,
  type ResponseCode,
} from '../tracking.js';
import { ACTION_DECISIONS, ACTION_SAYINGS } from './action-forms.js';
import { ITEM_DECISIONS, ITEM_SAYINGS } from './item-forms.js';
import { presentFiles, type EvidenceView } from './evidence.presenter.js';
import { presentMark, type MarkView } from './marks.js';
import { sayEntry, sayRecording, type EntryNames } from './say-entry.js';
import type { ActionFormAbout, FormAbout, TrackingForm } from './tracking-form.js';
import { sayKnownDay, saySomeDay } from './typed-day.js';
import { type HistoryEntry } from '../history.model.js';

export interface ItemPageView {
  id: string;
  ref: string;
  /** Null where the words were redacted. */
  text: string | null;
  mark: MarkView;
  source: SourceView;
  facts: { name: string; value: string }[];
  themes: ThemeRef[];
  responses: { summary: string; due: string; each: ResponseView[] };
  delivery: string;
  actions: ActionView[];
  judgement: JudgementView;
  impact: ImpactView;
  rechecks: { words: string; on: string; reason: string | null }[];
  notes: { text: string | null; isPrivate: boolean; action: string | null }[];
  timeline: TimelineEntry[];
  evidence: EvidenceView[];
  addEvidence: string | null;
  /** Where forms are that fit, by name; empty in the past. */
  forms: Record<string, string>;
}

interface SourceView {
  review: ReviewName | null;
  /** The page of the recommendation, and what it is called. */
  recommendation: { href: string; name: string; text: string; hasLeftSource: boolean } | null;
  other: string;
}

interface ResponseView {
  agency: string;
  mark: MarkView;
  reason: string | null;
  on: string;
  /** Its form; null where it is not offered. */
  form: string | null;
}

export interface ActionView {
  id: string;
  ref: string;
  text: string | null;
  mark: MarkView;
  /** What else fits, in words. */
  flags: string[];
  facts: { name: string; value: string }[];
  moves: { words: string; reason: string | null }[];
  requests: { words: string; reason: string | null; isWaiting: boolean }[];
  milestones: { words: string; text: string | null; isDone: boolean; form: string | null }[];
  updates: UpdateView[];
  evidence: EvidenceView[];
  /** Address of the form that adds a file; null where it is not offered. */
  addEvidence: string | null;
  forms: Record<string, string>;
  /** What the form of its date does: agency leads ask for another one. */
  dueLabel: string;
}

interface UpdateView {
  on: string;
  text: string | null;
  evidence: string | null;
  link: string | null;
}

interface JudgementView {
  words: string;
  on: string;
  reason: string | null;
  recheck: string;
  noEvidence: boolean;
  supersededBy: { id: string; ref: string } | null;
  supersedes: { id: string; ref: string }[];
}

interface ImpactView {
  steps: { words: string; isReached: boolean; isLevel: boolean }[];
  words: string;
  text: string | null;
  facts: string[];
}

interface TimelineEntry {
  id: string;
  number: number;
  words: string;
  recording: string;
  /** The day when it happened, where that is another one. */
  happened: string;
  details: string[];
  reason: string | null;
  isRedacted: boolean;
  isCorrected: boolean;
  /** Address of the form that puts it right; null where it is not offered. */
  correct: string | null;
  redact: string | null;
}

/** @param about what forms there are depends on; null where none is offered */
export function presentItemPage(
  who: Follower,
  item: TrackedItemAnswer,
  {
    history,
    names,
    about,
    moment,
  }: {
    history: readonly HistoryEntry[];
    names: EntryNames;
    about: FormAbout | null;
    moment: TrackingMoment;
  },
): ItemPageView {
  const base = `/tracking/items/${item.id}`;
  const forms = about === null ? {} : fittingItemForms(about, base);
  return {
    ...{ id: item.id, ref: item.ref, text: item.text, mark: presentMark(item), forms },
    ...{ source: sourceOf(item), themes: item.themes },
    facts: [
      { name: 'Followed since', value: sayPartialDate(item.followedOn) },
      { name: 'Delivery', value: ITEM_DELIVERY_WORDS[item.delivery] },
    ],
    delivery: ITEM_DELIVERY_WORDS[item.delivery],
    responses: {
      summary: sayAnswered(item),
      due: sayPartialDate(item.responses.dueOn),
      each: item.responses.each.map((one) => responseOf(who, one, forms.response)),
    },
    actions: item.actions.map((action) => presentAction(action, about)),
    judgement: judgementOf(item),
    impact: impactOf(item),
    evidence: presentFiles(item.evidence),
    addEvidence: forms.impact === undefined ? null : `${base}/evidence`,
    rechecks: item.rechecks.map(({ result, on, reason }) => ({
      ...{ words: RECHECK_WORDS[result], on: sayPartialDate(on), reason },
    })),
    notes: item.notes.map(({ text, isPrivate, action }) => ({
      ...{ text, isPrivate, action: action === null ? null : (names.actions.get(action) ?? null) },
    })),
    timeline: history
      .toReversed()
      .map((entry) => timelineEntry(entry, { who, names, isPresent: moment.past === null })),
  };
}

/** Addresses of the forms that fit, by name. */
function fittingItemForms(about: FormAbout, base: string): Record<string, string> {
  const { role } = about.who;
  const sayings = role === 'audit-lead' || role === 'agency-lead' ? ITEM_SAYINGS : {};
  return {
    ...fitting(sayings, about, `${base}/say`),
    ...fitting(isAuditLead(about.who) ? ITEM_DECISIONS : {}, about, `${base}/decide`),
  };
}

const fitting = <About extends FormAbout>(
  forms: Readonly<Record<string, TrackingForm<About>>>,
  about: About,
  base: string,
): Record<string, string> =>
  Object.fromEntries(
    Object.entries(forms)
      .filter(([, form]) => form.fits(about))
      .map(([name]) => [name, `${base}/${name}`]),
  );

function sourceOf({ recommendation, source, review }: TrackedItemAnswer): SourceView {
  return {
    review: review && sayReview(review),
    recommendation: recommendation && {
      href: `/recommendations/${recommendation.id}`,
      name: `Recommendation${recommendation.number ? ` ${recommendation.number}` : ''}${recommendation.version > 1 ? ` (wording ${recommendation.version})` : ''}`,
      text: recommendation.text,
      hasLeftSource: recommendation.hasLeftSource,
    },
    other: source
      ? [source.origin ? ORIGIN_WORDS[source.origin] : 'A finding or key lesson of the library', source.title]
          .filter(Boolean)
          .join(': ')
      : '',
  };
}

/** “2 agencies asked: 1 accepted, 1 awaited (late)”. */
export function sayAnswered({ responses }: Pick<TrackedItemAnswer, 'responses'>): string {
  const { asked, accepted, acceptedInPart, notAccepted, disputed, awaiting, late } = responses;
  if (asked === 0) return 'No agency is asked to respond.';
  const parts: [number, string][] = [
    [accepted, 'accepted'],
    [acceptedInPart, 'accepted in part'],
    [notAccepted, 'not accepted'],
    [disputed, 'disputed'],
    [awaiting, late > 0 ? 'awaited and late' : 'awaited'],
  ];
  const said = parts.filter(([number]) => number > 0).map(([number, words]) => `${number} ${words}`);
  return `${count(asked, 'agency', 'agencies')} asked: ${sayList(said)}.`;
}

const RESPONSE_COLOURS = {
  ...({ awaiting: 'amber', accepted: 'green', 'accepted-in-part': 'green' } as const),
  ...({ 'not-accepted': 'grey', disputed: 'grey' } as const),
} as const satisfies Record<ResponseCode, string>;

function responseOf(
  who: Follower,
  { agency, response, reason, on, late }: TrackedItemAnswer['responses']['each'][number],
  form: string | undefined,
): ResponseView {
  const word = late ? 'Awaited, late' : response === 'awaiting' ? 'Awaited' : RESPONSE_WORDS[response];
  const isOwn = isAuditLead(who) || who.agency?.id === agency.id;
  return {
    ...{
      agency: agency.name,
      mark: presentMark({ word, colour: late ? 'red' : RESPONSE_COLOURS[response] }),
    },
    ...{ reason, on: sayPartialDate(on), form: form && isOwn ? `${form}?agency=${agency.id}` : null },
  };
}

const FLAG_WORDS: Readonly<Record<string, string>> = {
  'due-soon': 'Due soon',
  'no-date': 'No date',
  'no-owner': 'No owner',
  'no-update': 'No update for 92 days',
};

export function presentAction(action: TrackedAction, about: FormAbout | null): ActionView {
  const base = `/tracking/actions/${action.id}`;
  const acting: ActionFormAbout | null = about && { ...about, action };
  const forms: Record<string, string> = acting
    ? {
        ...fitting(ACTION_SAYINGS, acting, `${base}/say`),
        ...fitting(isAuditLead(acting.who) ? ACTION_DECISIONS : {}, acting, `${base}/decide`),
      }
    : {};
  return {
    ...{ id: action.id, ref: action.ref, text: action.text, mark: presentMark(action), forms },
    flags: action.flags.slice(1).flatMap((flag) => FLAG_WORDS[flag] ?? []),
    dueLabel: !action.due
      ? 'Set a date'
      : about && isAuditLead(about.who)
        ? 'Move the date'
        : 'Ask for another date',
    facts: factsOf(action),
    evidence: presentFiles(action.evidence),
    addEvidence: forms.update === undefined ? null : `${base}/evidence`,
    moves: action.moved.map(({ from, to, reason }) => ({
      ...{ words: `From ${sayKnownDay(from)} to ${sayKnownDay(to)}`, reason },
    })),
    requests: action.requests.map(({ due, reason, decision }) => ({
      words: `${due ? `Asks for another date, ${sayKnownDay(due)}` : 'Asks to stop'}: ${decision ? DECISION_WORDS[decision].toLowerCase() : 'waits for a decision'}`,
      ...{ reason, isWaiting: decision === null },
    })),
    milestones: action.milestones.map(({ number, text, due, isDone }) => ({
      words: isDone ? 'Done' : due ? `By ${sayKnownDay(due)}` : 'No date',
      ...{ text, isDone, form: forms.milestone ? `${forms.milestone}?milestone=${number}` : null },
    })),
    updates: action.updates.toReversed().map(({ on, text, evidence, isUnchanged }) => ({
      ...{
        on: sayPartialDate(on),
        text: isUnchanged ? 'No change' : text,
        evidence,
        link: webAddress(evidence),
      },
    })),
  };
}

function factsOf(action: TrackedAction): { name: string; value: string }[] {
  const { agency, supporting, owner, deliveryReason, completedOn, delivery } = action;
  const completed = completedOn ? ` on ${sayPartialDate(completedOn)}` : '';
  const facts: [string, string][] = [
    ['Agency', agency?.name ?? 'None yet'],
    ['Supported by', sayList(supporting.map(({ name }) => name))],
    ['Owner', owner ? owner.name : 'Nobody yet'],
    ['Delivery', `${DELIVERY_WORDS[delivery]}${completed}${deliveryReason ? `: ${deliveryReason}` : ''}`],
    ['Due', sayDue(action)],
    ['Last heard of', sayPartialDate(action.heardOn)],
    ['Colour in the spreadsheet', action.statedRag ?? ''],
  ];
  return facts.filter(([, value]) => value !== '').map(([name, value]) => ({ name, value }));
}

/** “31 March 2025, moved twice, 90 days later than first promised”. */
export function sayDue({ due, originalDue, moves, slippedDays }: TrackedAction): string {
  if (!due) return 'No date';
  if (moves === 0) return sayKnownDay(due);
  const times = moves === 1 ? 'once' : moves === 2 ? 'twice' : `${moves} times`;
  const slipped =
    slippedDays === 0
      ? 'as first promised'
      : `${count(Math.abs(slippedDays), 'day')} ${slippedDays > 0 ? 'later' : 'sooner'} than first promised (${sayKnownDay(originalDue!)})`;
  return `${sayKnownDay(due)}; moved ${times}, ${slipped}`;
}

function judgementOf({ judgement, judged, supersedes }: TrackedItemAnswer): JudgementView {
  const { on, reason, recheckOn, noRecheckReason, noEvidence, supersededBy } = judged;
  return {
    ...{
      words: JUDGEMENT_WORDS[judgement],
      on: sayPartialDate(on),
      reason,
      noEvidence,
      supersededBy,
      supersedes,
    },
    recheck: recheckOn
      ? `Look again on ${sayPartialDate(recheckOn)}.`
      : noRecheckReason
        ? `It need not be looked at again: ${noRecheckReason}`
        : '',
  };
}

function impactOf({ impact, impactEvidence }: TrackedItemAnswer): ImpactView {
  const { text, sample, source, on, isClaimed } = impactEvidence;
  const level = IMPACT_LEVELS.indexOf(impact);
  return {
    steps: IMPACT_LEVELS.slice(1).map((code, place) => ({
      ...{ words: IMPACT_WORDS[code], isReached: place + 1 <= level, isLevel: place + 1 === level },
    })),
    words:
      on === null
        ? 'No evidence has been entered yet.'
        : IMPACT_WORDS[impact] + (isClaimed ? ' – claimed' : ''),
    text,
    facts: [
      on === null ? '' : `About ${sayPartialDate(on)}`,
      sample ? `Looked at: ${sample}` : '',
      source ? `Seen in: ${source}` : '',
      isClaimed ? 'Claimed: the level asks for a sample or a source that was not given' : '',
    ].filter(Boolean),
  };
}

/** What words of an entry are, where they do not say so themselves. */
const DETAILS: Readonly<Record<string, string>> = {
  ...{ evidence: 'Seen at: ', sample: 'Looked at: ', source: 'Seen in: ' },
  noRecheckReason: 'It need not be looked at again: ',
};

function timelineEntry(
  entry: HistoryEntry,
  { who, names, isPresent }: { who: Follower; names: EntryNames; isPresent: boolean },
): TimelineEntry {
  const { id, number, deed, effectiveOn, recordedAt, words, reason, isRedacted, correctedBy } = entry;
  const isOwn =
    isAuditLead(who) || (who.role === 'agency-lead' && entry.role === who.role && entry.by === who.by.name);
  const mayCorrect =
    isPresent && isOwn && !correctedBy && deed !== 'correction' && deed !== 'followed' && !isAboutLine(entry);
  const hasWords = reason !== null || Object.keys(words).length > 0;
  return {
    ...{
      id,
      number,
      words: sayEntry(entry, names),
      recording: sayRecording(entry, names),
      reason,
      isRedacted,
    },
    happened: effectiveOn === londonDay(new Date(recordedAt)) ? '' : saySomeDay(effectiveOn),
    details: Object.entries(words).map(([name, text]) => `${DETAILS[name] ?? ''}${text}`),
    isCorrected: correctedBy !== null,
    correct: mayCorrect ? `/tracking/entries/${id}/correct` : null,
    redact: isPresent && who.role === 'administrator' && hasWords ? `/tracking/entries/${id}/redact` : null,
  };
}
