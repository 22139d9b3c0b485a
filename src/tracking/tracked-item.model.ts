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

  /** How exactly the day is known. */
  @ApiProperty({ enum: DAY_PRECISIONS })
  precision: DayPrecision;
}

/** An agency of a partnership's list. */
export class TrackedAgencyRef {
  /** Id of the agency. */
  id: string;

  /** Its name on the day that is asked about. */
  name: string;
}

/** Who is to do an action. */
export class OwnerItem {
  /** Id of the person. */
  id: string;

  /** Their name. */
  name: string;

  /** Their email address; null where none is known. */
  email: string | null;
}

/** What one addressee has said. */
export class ResponseItem {
  /** Who was asked. */
  agency: TrackedAgencyRef;

  /** What it has said. */
  @ApiProperty({ enum: RESPONSES })
  response: ResponseCode;

  /** The reason that was given; null where none was, or where it was redacted. */
  reason: string | null;

  /** The day of the response; null while it is awaited. */
  on: string | null;

  /** Whether it is awaited, and its day is over. */
  late: boolean;
}

/** Addressees and what they have said: never one word for many. */
export class ResponsesItem {
  /** The last day on which a response is not late. */
  dueOn: string;

  /** How many agencies were asked. */
  asked: number;

  /** How many have answered. */
  answered: number;

  /** How many accepted it. */
  accepted: number;

  /** How many accepted it in part. */
  acceptedInPart: number;

  /** How many did not accept it. */
  notAccepted: number;

  /** How many said that it is not for them. */
  disputed: number;

  /** How many have not answered. */
  awaiting: number;

  /** How many are late. */
  late: number;

  /** Agency by agency. */
  each: ResponseItem[];
}

/** A date that was set in the place of another. */
export class DueMove {
  /** The date before. */
  from: KnownDayItem;

  /** The date since. */
  to: KnownDayItem;

  /** Why; null where nobody said, or where it was redacted. */
  reason: string | null;
}

/** What an agency lead asked for. */
export class RequestItem {
  /** Its number among those of the action. */
  number: number;

  /** What is asked for. */
  @ApiProperty({ enum: Object.keys(REQUEST_WORDS) })
  kind: RequestKind;

  /** The date that was asked for; null where it is to be stopped. */
  @ApiProperty({ type: KnownDayItem, nullable: true })
  due: KnownDayItem | null;

  /** Why; null where nobody said, or where it was redacted. */
  reason: string | null;

  /** Null while it waits. */
  @ApiProperty(orNull(DECISIONS))
  decision: Decision | null;
}

/** A step on the way. */
export class MilestoneItem {
  /** Its number among those of the action. */
  number: number;

  /** What is to be reached; null where it was redacted. */
  text: string | null;

  /** By when; null where no date is set. */
  @ApiProperty({ type: KnownDayItem, nullable: true })
  due: KnownDayItem | null;

  /** Whether it is reached. */
  isDone: boolean;
}

/** What was done, in words. */
export class UpdateItem {
  /** The last day on which it can have been. */
  on: string;
  /** Null where it was redacted, and where nothing has changed. */
  text: string | null;

  /** Where it can be seen: a link, or what it is called. */
  evidence: string | null;

  /** Whoever was asked has said that nothing has changed. */
  isUnchanged: boolean;
}

/** The last update that says something. */
export const lastWords = (updates: readonly UpdateItem[]): UpdateItem | undefined =>
  updates.findLast(({ isUnchanged }) => !isUnchanged);

/** A piece of evidence; its file is at `/api/v1/tracking/evidence/{id}`. */
export class EvidenceRef {
  /** Id of the piece of evidence. */
  id: string;

  /** The last day that it can be about. */
  on: string;

  /** The day on which it came. */
  cameOn: string;

  /** As its sender called it; null where it was redacted, and for agencies that may not have the file. */
  name: string | null;

  /** What sort of file it is: `application/pdf`. */
  mediaType: string;

  /** In bytes. */
  size: number;

  /** How carefully it is to be kept. */
  @ApiProperty({ enum: EVIDENCE_CLASSES })
  class: EvidenceClass;

  /** The last day on which it is kept, YYYY-MM-DD; null where no day was given. */
  keepUntil: string | null;

  /** Whether it is still there, and whoever asks may have it. */
  isOpen: boolean;
}

/** What one agency promised. */
export class TrackedAction {
  /** Id of the action. */
  id: string;

  /** Id of the item that it is of. */
  item: string;

  /** The item's number and its own: "2.1". */
  ref: string;

  /** What is to be done; null where it was redacted. */
  text: string | null;

  /** Who leads it; null where nobody does. */
  @ApiProperty({ type: TrackedAgencyRef, nullable: true })
  agency: TrackedAgencyRef | null;

  /** Who helps. */
  supporting: TrackedAgencyRef[];

  /** Who is to do it; null for nobody. */
  @ApiProperty({ type: OwnerItem, nullable: true })
  owner: OwnerItem | null;

  /** By when; null where no date is set. */
  @ApiProperty({ type: KnownDayItem, nullable: true })
  due: KnownDayItem | null;

  /** The first date that was set. */
  @ApiProperty({ type: KnownDayItem, nullable: true })
  originalDue: KnownDayItem | null;

  /** How often the date was moved. */
  moves: number;

  /** Each move of the date, in their order. */
  moved: DueMove[];

  /** From the original last day to the present one; less than 0 where it is sooner. */
  slippedDays: number;

  /** How far it is. */
  @ApiProperty({ enum: DELIVERIES })
  delivery: Delivery;

  /** Why it is what it is, where somebody said. */
  deliveryReason: string | null;

  /** Null unless it is completed. */
  completedOn: string | null;

  /** Null unless it is stopped. */
  stoppedOn: string | null;

  /** How many days it is overdue; 0 where it is not. */
  overdueDays: number;

  /** Null where it is over, overdue, or has no date. */
  dueInDays: number | null;

  /** What the agency lead asked for. */
  requests: RequestItem[];

  /** Steps on the way. */
  milestones: MilestoneItem[];

  /** What was done, in the order of its days. */
  updates: UpdateItem[];

  /** Files that show what was done. */
  evidence: EvidenceRef[];

  /** The day of the last that was heard of it. */
  heardOn: string;

  /** The colour that a spreadsheet gave it: kept, never believed. */
  statedRag: string | null;

  /** How it stands, in words: “Overdue by 12 days”. */
  word: string;

  /** Its colour, never to be shown without `word`. */
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
  /** Id of the recommendation. */
  id: string;

  /** As its review numbers it. */
  number: string | null;

  /** Its words. */
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

  /** What it is called: “Rapid review RR12”. */
  title: string | null;

  /** As its source numbers it. */
  number: string | null;
}

/** What another item is called. */
export class ItemRef {
  /** Id of the item. */
  id: string;

  /** Its number in the partnership. */
  ref: string;
}

/** Why and until when an item is closed, and what was said of it. */
export class JudgementItem {
  /** The day of the judgement; null where there is none. */
  on: string | null;

  /** Why; null where nobody said, or where it was redacted. */
  reason: string | null;

  /** When it is looked at again, YYYY-MM-DD. */
  recheckOn: string | null;

  /** Why it is not looked at again. */
  noRecheckReason: string | null;

  /** It was closed with “no evidence of impact yet”. */
  noEvidence: boolean;

  /** The item that takes its place. */
  @ApiProperty({ type: ItemRef, nullable: true })
  supersededBy: ItemRef | null;
}

/** Evidence that something became better. */
export class ImpactItem {
  /** The day that it is about; null where there is none. */
  on: string | null;

  /** What has become better; null where there is none, or where it was redacted. */
  text: string | null;

  /** What was looked at: “17 of 20 records”. */
  sample: string | null;

  /** Where an outcome for people is seen. */
  source: string | null;

  /** The level asks for a sample or a source that was not given. */
  isClaimed: boolean;
}

/** What looking again has shown. */
export class RecheckItem {
  /** What it has shown. */
  @ApiProperty({ enum: RECHECK_RESULTS })
  result: RecheckResult;

  /** The day of looking again. */
  on: string;

  /** Why; null where nobody said, or where it was redacted. */
  reason: string | null;
}

/** Words beside an item. */
export class NoteItem {
  /** The note; null where it was redacted. */
  text: string | null;

  /** Id of the action that it is about; null where it is about the item. */
  action: string | null;

  /** Whether it is for audit leads alone. */
  isPrivate: boolean;
}

/** What is public of an item: its line, and how the item stood on the day of the release. */
export class ReleasedLineItem {
  /** Null where it was redacted: nothing is public then. */
  text: string | null;

  /** The day of the release, YYYY-MM-DD. */
  on: string;

  /** What addressees had said. */
  responses: PromiseCounts;

  /** How far its actions were. */
  @ApiProperty({ enum: Object.keys(ITEM_DELIVERY_WORDS) })
  delivery: ItemDelivery;

  /** What the audit lead made of it. */
  @ApiProperty({ enum: JUDGEMENTS })
  judgement: Judgement;

  /** How far impact was proven. */
  @ApiProperty({ enum: IMPACT_LEVELS })
  impact: ImpactLevel;

  /** The level asks for a sample or a source that was not given. */
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
  /** Id of the item. */
  id: string;

  /** Its number in the partnership. */
  ref: string;

  /** Slug of the partnership. */
  partnership: string;

  /** In the board's own words, where there are such; else the words of the recommendation. Null where they were redacted. */
  text: string | null;

  /** What is followed; null where it is no recommendation of the library. */
  @ApiProperty({ type: FollowedRecommendation, nullable: true })
  recommendation: FollowedRecommendation | null;

  /** Null where a recommendation is followed. */
  @ApiProperty({ type: FollowedSource, nullable: true })
  source: FollowedSource | null;

  /** The review that it comes from; null where there is none. */
  @ApiProperty({ type: ReviewRef, nullable: true })
  review: ReviewRef | null;

  /** What it is about. */
  themes: ThemeRef[];

  /** Since when it is followed. */
  followedOn: string;

  /** What addressees have said. */
  responses: ResponsesItem;

  /** How far its actions are. */
  @ApiProperty({ enum: Object.keys(ITEM_DELIVERY_WORDS) })
  delivery: ItemDelivery;

  /** What agencies promised. */
  actions: TrackedAction[];

  /** What the audit lead makes of it. */
  @ApiProperty({ enum: JUDGEMENTS })
  judgement: Judgement;

  /** Why and until when, where it is closed. */
  judged: JudgementItem;

  /** Items whose place this one takes. */
  supersedes: ItemRef[];

  /** How far impact is proven. */
  @ApiProperty({ enum: IMPACT_LEVELS })
  impact: ImpactLevel;

  /** What proves it. */
  impactEvidence: ImpactItem;

  /** What looking again has shown. */
  rechecks: RecheckItem[];

  /** Files that show what was done. */
  evidence: EvidenceRef[];

  /** Words beside it. */
  notes: NoteItem[];

  /** Null where nothing is written for the public, or it was withdrawn. */
  @ApiProperty({ type: PublicLineItem, nullable: true })
  publicLine: PublicLineItem | null;

  /** How it stands, in words: “Closed – acceptable”. */
  word: string;

  /** Its colour, never to be shown without `word`. */
  @ApiProperty({ enum: COLOURS })
  colour: Colour;

  /** All that fit; the first gives word and colour. */
  @ApiProperty({ enum: ITEM_FLAGS, isArray: true })
  flags: ItemFlag[];

  /** For `If-Match`. */
  version: number;
}

/** How many of what is listed are what. */
export class ItemCounts {
  /** Items in all. */
  items: number;

  /** Open items. */
  open: number;

  /** Closed items. */
  closed: number;

  /** Actions in all. */
  actions: number;

  /** Actions that are neither completed nor stopped. */
  openActions: number;

  /** Completed actions. */
  completed: number;

  /** Overdue actions. */
  overdue: number;

  /** Responses that are late. */
  responsesLate: number;

  /** Responses that are awaited. */
  responsesAwaited: number;

  /** Open items of which no action is open. */
  waitingForJudgement: number;

  /** Open actions that nobody owns. */
  noOwner: number;

  /** Open actions of which nothing was heard for 92 days. */
  noUpdate: number;

  /** Red items. */
  red: number;

  /** Amber items. */
  amber: number;

  /** Green items. */
  green: number;

  /** Blue items. */
  blue: number;
}

/** From where the past is looked at. */
export class MomentItem {
  /** The day that is asked about, YYYY-MM-DD. */
  asOf: string;

  /** How the past is looked at. */
  @ApiProperty({ enum: ['shown', 'known'] })
  view: 'shown' | 'known';

  /** Number of the partnership's last entry that counts. */
  lastEntry: number;
}

export class TrackedItemList extends ListAnswer {
  /** The day that is asked about, YYYY-MM-DD. */
  asOf: string;

  /** How the past is looked at. */
  @ApiProperty({ enum: ['shown', 'known'] })
  view: 'shown' | 'known';

  /** Of all that is listed, not of this page alone. */
  counts: ItemCounts;

  /** By number. */
  items: TrackedItemAnswer[];
}

/** What a change made: what it is about, as it stands now, and the entry. */
export class EntryRef {
  /** For corrections: `/api/v1/tracking/entries/{id}/correction`. */
  id: string;

  /** Its number in the partnership. */
  number: number;
}
