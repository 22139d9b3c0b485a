import { ApiProperty } from '@nestjs/swagger';
import { ListAnswer } from '../platform/http/listing/list.model.js';
import { PromiseCounts } from '../recommendations/recommendation.model.js';
import { ReviewRef } from '../reviews/review-ref.model.js';
import { ThemeRef } from '../themes/theme-ref.model.js';
import { DAY_PRECISIONS, type DayPrecision } from './day.js';
import { ACTION_FLAGS, ITEM_FLAGS, type ActionFlag, type Colour, type ItemFlag } from './standing.js';
import {
  DECISIONS,
  DELIVERIES,
  EVIDENCE_CLASSES,
  IMPACT_LEVELS,
  ITEM_DELIVERY_WORDS,
  JUDGEMENTS,
  ORIGINS,
  RECHECK_RESULTS,
  REQUEST_WORDS,
  RESPONSES,
  type Decision,
  type Delivery,
  type EvidenceClass,
  type ImpactLevel,
  type ItemDelivery,
  type Judgement,
  type SourceOrigin,
  type RecheckResult,
  type RequestKind,
  type ResponseCode,
} from './tracking.js';

const COLOURS = ['grey', 'blue', 'red', 'amber', 'green'];
const orNull = (codes: readonly string[]): object => ({
  type: 'string',
  enum: [...codes, null],
  nullable: true,
});

/** A day as exactly as it is known. */
export class KnownDayItem {
  /** The last day that it can be, YYYY-MM-DD. */
  on: string;

  @ApiProperty({ enum: DAY_PRECISIONS })
  precision: DayPrecision;
}

/** An agency of a partnership's list. */
export class TrackedAgencyRef {
  id: string;
  name: string;
}

/** Who is to do an action. */
export class OwnerItem {
  id: string;
  name: string;
  email: string | null;
}

/** What one addressee has said. */
export class ResponseItem {
  agency: TrackedAgencyRef;

  @ApiProperty({ enum: RESPONSES })
  response: ResponseCode;

  /** The reason that was given; null where none was, or where it was redacted. */
  reason: string | null;

  /** The day of the response; null while it is awaited. */
  on: string | null;

  late: boolean;
}

/** Addressees and what they have said: never one word for many. */
export class ResponsesItem {
  /** The last day on which a response is not late. */
  dueOn: string;
  asked: number;
  answered: number;
  accepted: number;
  acceptedInPart: number;
  notAccepted: number;
  disputed: number;
  awaiting: number;
  late: number;
  each: ResponseItem[];
}

/** A date that was set in the place of another. */
export class DueMove {
  from: KnownDayItem;
  to: KnownDayItem;
  reason: string | null;
}

/** What an agency lead asked for. */
export class RequestItem {
  number: number;

  @ApiProperty({ enum: Object.keys(REQUEST_WORDS) })
  kind: RequestKind;

  /** The date that was asked for; null where it is to be stopped. */
  @ApiProperty({ type: KnownDayItem, nullable: true })
  due: KnownDayItem | null;

  reason: string | null;

  /** Null while it waits. */
  @ApiProperty(orNull(DECISIONS))
  decision: Decision | null;
}

/** A step on the way. */
export class MilestoneItem {
  number: number;
  text: string | null;

  @ApiProperty({ type: KnownDayItem, nullable: true })
  due: KnownDayItem | null;

  isDone: boolean;
}

/** What was done, in words. */
export class UpdateItem {
  /** The last day on which it can have been. */
  on: string;
  /** Null where it was redacted, and where nothing has changed. */
  text: string | null;
  evidence: string | null;

  /** Whoever was asked has said that nothing has changed. */
  isUnchanged: boolean;
}

/** The last update that says something. */
export const lastWords = (updates: readonly UpdateItem[]): UpdateItem | undefined =>
  updates.findLast(({ isUnchanged }) => !isUnchanged);

/** A piece of evidence; its file is at `/api/v1/tracking/evidence/{id}`. */
export class EvidenceRef {
  id: string;

  /** The last day that it can be about. */
  on: string;

  /** The day on which it came. */
  cameOn: string;

  /** As its sender called it; null where it was redacted, and for agencies that may not have the file. */
  name: string | null;

  mediaType: string;

  /** In bytes. */
  size: number;

  @ApiProperty({ enum: EVIDENCE_CLASSES })
  class: EvidenceClass;

  /** The last day on which it is kept, YYYY-MM-DD; null where no day was given. */
  keepUntil: string | null;

  /** Whether it is still there, and whoever asks may have it. */
  isOpen: boolean;
}

/** What one agency promised. */
export class TrackedAction {
  id: string;

  /** Id of the item that it is of. */
  item: string;

  /** The item's number and its own: "2.1". */
  ref: string;

  text: string | null;

  @ApiProperty({ type: TrackedAgencyRef, nullable: true })
  agency: TrackedAgencyRef | null;

  supporting: TrackedAgencyRef[];

  @ApiProperty({ type: OwnerItem, nullable: true })
  owner: OwnerItem | null;

  @ApiProperty({ type: KnownDayItem, nullable: true })
  due: KnownDayItem | null;

  @ApiProperty({ type: KnownDayItem, nullable: true })
  originalDue: KnownDayItem | null;

  /** How often the date was moved. */
  moves: number;
  moved: DueMove[];

  /** From the original last day to the present one; less than 0 where it is sooner. */
  slippedDays: number;

  @ApiProperty({ enum: DELIVERIES })
  delivery: Delivery;

  /** Why it is what it is, where somebody said. */
  deliveryReason: string | null;

  /** Null unless it is completed. */
  completedOn: string | null;

  /** Null unless it is stopped. */
  stoppedOn: string | null;

  overdueDays: number;

  /** Null where it is over, overdue, or has no date. */
  dueInDays: number | null;

  requests: RequestItem[];
  milestones: MilestoneItem[];
  updates: UpdateItem[];
  evidence: EvidenceRef[];

  /** The day of the last that was heard of it. */
  heardOn: string;

  /** The colour that a spreadsheet gave it: kept, never believed. */
  statedRag: string | null;

  word: string;

  @ApiProperty({ enum: COLOURS })
  colour: Colour;

  /** All that fit; the first gives word and colour. */
  @ApiProperty({ enum: ACTION_FLAGS, isArray: true })
  flags: ActionFlag[];

  /** For `If-Match`. */
  version: number;
}

/** What of the library is followed, as it read on the day that is asked about. */
export class FollowedRecommendation {
  id: string;
  number: string | null;
  text: string;

  /** Which wording it is, counted from 1. */
  version: number;

  /** Whether its source does not have it any more. */
  hasLeftSource: boolean;
}

/** Where the words of an item come from that follows no recommendation. */
export class FollowedSource {
  /** Null where it is a learning point of the library. */
  @ApiProperty(orNull(ORIGINS))
  origin: SourceOrigin | null;

  /** Id of the learning point; null for any other source. */
  learningPoint: string | null;
  title: string | null;

  /** As its source numbers it. */
  number: string | null;
}

/** What another item is called. */
export class ItemRef {
  id: string;
  ref: string;
}

/** Why and until when an item is closed, and what was said of it. */
export class JudgementItem {
  on: string | null;
  reason: string | null;
  recheckOn: string | null;
  noRecheckReason: string | null;

  /** It was closed with “no evidence of impact yet”. */
  noEvidence: boolean;

  @ApiProperty({ type: ItemRef, nullable: true })
  supersededBy: ItemRef | null;
}

/** Evidence that something became better. */
export class ImpactItem {
  on: string | null;
  text: string | null;
  sample: string | null;
  source: string | null;

  /** The level asks for a sample or a source that was not given. */
  isClaimed: boolean;
}

/** What looking again has shown. */
export class RecheckItem {
  @ApiProperty({ enum: RECHECK_RESULTS })
  result: RecheckResult;
  on: string;
  reason: string | null;
}

/** Words beside an item. */
export class NoteItem {
  text: string | null;
  action: string | null;
  isPrivate: boolean;
}

/** What is public of an item: its line, and how the item stood on the day of the release. */
export class ReleasedLineItem {
  /** Null where it was redacted: nothing is public then. */
  text: string | null;

  /** The day of the release, YYYY-MM-DD. */
  on: string;

  responses: PromiseCounts;

  @ApiProperty({ enum: Object.keys(ITEM_DELIVERY_WORDS) })
  delivery: ItemDelivery;

  @ApiProperty({ enum: JUDGEMENTS })
  judgement: Judgement;

  @ApiProperty({ enum: IMPACT_LEVELS })
  impact: ImpactLevel;

  impactClaimed: boolean;
}

/** What was written for the public of an item. */
export class PublicLineItem {
  /** As it was written last; null where it was redacted. */
  text: string | null;

  /** Name of who wrote it; null where it was redacted. */
  writtenBy: string | null;

  /** Why what the check found is harmless, where it found something. */
  clearedWhy: string | null;

  /** Whether it waits for somebody else to release it. */
  isWaiting: boolean;

  /** Null while nothing is public. */
  @ApiProperty({ type: ReleasedLineItem, nullable: true })
  released: ReleasedLineItem | null;

  /** Whether the item stands otherwise than on the day of the release. */
  hasMoved: boolean;
}

/** One recommendation, finding or other point as a partnership follows it. */
export class TrackedItemAnswer {
  id: string;

  /** Its number in the partnership. */
  ref: string;

  /** Slug of the partnership. */
  partnership: string;

  /** In the board's own words, where there are such; else the words of the recommendation. Null where they were redacted. */
  text: string | null;

  @ApiProperty({ type: FollowedRecommendation, nullable: true })
  recommendation: FollowedRecommendation | null;

  /** Null where a recommendation is followed. */
  @ApiProperty({ type: FollowedSource, nullable: true })
  source: FollowedSource | null;

  @ApiProperty({ type: ReviewRef, nullable: true })
  review: ReviewRef | null;

  themes: ThemeRef[];

  followedOn: string;
  responses: ResponsesItem;

  @ApiProperty({ enum: Object.keys(ITEM_DELIVERY_WORDS) })
  delivery: ItemDelivery;

  actions: TrackedAction[];

  @ApiProperty({ enum: JUDGEMENTS })
  judgement: Judgement;
  judged: JudgementItem;

  /** Items whose place this one takes. */
  supersedes: ItemRef[];

  @ApiProperty({ enum: IMPACT_LEVELS })
  impact: ImpactLevel;
  impactEvidence: ImpactItem;

  rechecks: RecheckItem[];
  evidence: EvidenceRef[];
  notes: NoteItem[];

  /** Null where nothing is written for the public, or it was withdrawn. */
  @ApiProperty({ type: PublicLineItem, nullable: true })
  publicLine: PublicLineItem | null;

  word: string;

  @ApiProperty({ enum: COLOURS })
  colour: Colour;

  @ApiProperty({ enum: ITEM_FLAGS, isArray: true })
  flags: ItemFlag[];

  /** For `If-Match`. */
  version: number;
}

/** How many of what is listed are what. */
export class ItemCounts {
  items: number;
  open: number;
  closed: number;
  actions: number;
  openActions: number;
  completed: number;
  overdue: number;
  responsesLate: number;
  responsesAwaited: number;
  waitingForJudgement: number;
  noOwner: number;
  noUpdate: number;
  red: number;
  amber: number;
  green: number;
  blue: number;
}

/** From where the past is looked at. */
export class MomentItem {
  /** The day that is asked about, YYYY-MM-DD. */
  asOf: string;

  @ApiProperty({ enum: ['shown', 'known'] })
  view: 'shown' | 'known';

  /** Number of the partnership's last entry that counts. */
  lastEntry: number;
}

export class TrackedItemList extends ListAnswer {
  asOf: string;

  @ApiProperty({ enum: ['shown', 'known'] })
  view: 'shown' | 'known';

  counts: ItemCounts;
  items: TrackedItemAnswer[];
}

/** What a change made: what it is about, as it stands now, and the entry. */
export class EntryRef {
  /** For corrections: `/api/v1/tracking/entries/{id}/correction`. */
  id: string;
  number: number;
}
