import { codesOf, type ClosedList } from '../platform/text/closed-list.js';
import {
  DELIVERY_WORDS,
  type Delivery,
  type ImpactLevel,
  type Judgement,
} from '../recommendations/progress.js';

// What the public may learn of a recommendation has its home there.
export {
  DELIVERY_WORDS,
  IMPACT_LEVELS,
  IMPACT_WORDS,
  ITEM_DELIVERY_WORDS,
  JUDGEMENT_WORDS,
  JUDGEMENTS,
} from '../recommendations/progress.js';
export type { Delivery, ImpactLevel, ItemDelivery, Judgement } from '../recommendations/progress.js';

/** What an addressee has said to a recommendation. */
export const RESPONSE_WORDS = {
  awaiting: 'Awaiting',
  accepted: 'Accepted',
  'accepted-in-part': 'Accepted in part',
  'not-accepted': 'Not accepted',
  disputed: 'Addressee disputed',
} as const satisfies ClosedList;
export type ResponseCode = keyof typeof RESPONSE_WORDS;
export const RESPONSES = codesOf(RESPONSE_WORDS);
/** Responses that nobody may give without saying why. */
export const RESPONSES_WITH_REASON: readonly ResponseCode[] = ['not-accepted', 'disputed'];

export const DELIVERIES = codesOf(DELIVERY_WORDS);
export const isOpenDelivery = (delivery: Delivery): boolean =>
  delivery === 'not-started' || delivery === 'in-progress';

export const isClosed = (judgement: Judgement): boolean => judgement.startsWith('closed-');

/** *Practice* asks for its sample, *outcome* for its source: without, the level is shown as claimed. */
export const isOnlyClaimed = (
  level: ImpactLevel,
  { sample, source }: { sample?: string; source?: string },
): boolean => (level === 'practice' && !sample?.trim()) || (level === 'outcome' && !source?.trim());

/** What a re-check of a closed item found. */
export const RECHECK_WORDS = {
  sustained: 'Sustained',
  partly: 'Partly sustained',
  'not-sustained': 'Not sustained',
} as const satisfies ClosedList;
export type RecheckResult = keyof typeof RECHECK_WORDS;
export const RECHECK_RESULTS = codesOf(RECHECK_WORDS);

/** Where the words of an item come from that follows no recommendation of the library. It is never public. */
export const ORIGIN_WORDS = {
  'rapid-review': 'Rapid review',
  audit: 'Audit',
  inspection: 'Inspection',
  other: 'Other',
} as const satisfies ClosedList;
export type SourceOrigin = keyof typeof ORIGIN_WORDS;
export const ORIGINS = codesOf(ORIGIN_WORDS);

/** How carefully a file is to be kept, from the least. The words are those of the UK Government Security Classifications. */
export const EVIDENCE_CLASS_WORDS = {
  official: 'Official',
  'official-sensitive': 'Official-Sensitive',
} as const satisfies ClosedList;
export type EvidenceClass = keyof typeof EVIDENCE_CLASS_WORDS;
export const EVIDENCE_CLASSES = codesOf(EVIDENCE_CLASS_WORDS);

/** By which way something came to be recorded. */
export const WAY_WORDS = {
  page: 'On a page',
  api: 'By a program',
  'email-link': 'With a link from an email',
  import: 'From a spreadsheet',
} as const satisfies ClosedList;
export type Way = keyof typeof WAY_WORDS;

/** What an agency lead asks for and the audit lead decides. */
export const REQUEST_WORDS = { move: 'Another date', stop: 'To stop' } as const satisfies ClosedList;
export type RequestKind = keyof typeof REQUEST_WORDS;
export const DECISION_WORDS = { agreed: 'Agreed', refused: 'Refused' } as const satisfies ClosedList;
export type Decision = keyof typeof DECISION_WORDS;
export const DECISIONS = codesOf(DECISION_WORDS);

/** What an audit lead says of an earlier recommendation that may be on the same matter. */
export const EARLIER_WORDS = {
  confirmed: 'Said before',
  dismissed: 'Another matter',
} as const satisfies ClosedList;
export type EarlierDecision = keyof typeof EARLIER_WORDS;
export const EARLIER_DECISIONS = codesOf(EARLIER_WORDS);

/** How one agency becomes another. */
export const SUCCESSION_WORDS = {
  renamed: 'Renamed',
  merged: 'Merged',
  split: 'Split',
} as const satisfies ClosedList;
export type Succession = keyof typeof SUCCESSION_WORDS;
export const SUCCESSIONS = codesOf(SUCCESSION_WORDS);

/** Days in which an addressee is asked to respond, unless its partnership says otherwise. */
export const RESPONSE_DAYS = 90;
/** So many days overdue, an action is told to the executive of its agency, unless the partnership says otherwise. */
export const EXECUTIVE_AFTER_DAYS = 30;
/** So many days overdue, the board is asked what is to become of it, unless the partnership says otherwise. */
export const BOARD_AFTER_DAYS = 60;
/** An action is due soon in so many days, or fewer. */
export const SOON_DAYS = 30;
/** An action of which nothing was heard for so many days is quiet: the days of a quarter. */
export const QUIET_DAYS = 92;
