import { IntersectionType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsEmail,
  IsIn,
  IsInt,
  IsISO8601,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateBy,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { PageQuery } from '../../platform/http/listing/page-query.dto.js';
import { DAY_PRECISIONS, type DayPrecision } from '../day.js';
import { ITEM_FLAGS, ACTION_FLAGS } from '../standing.js';
import {
  DECISIONS,
  DELIVERIES,
  EARLIER_DECISIONS,
  EVIDENCE_CLASSES,
  IMPACT_LEVELS,
  JUDGEMENTS,
  ORIGINS,
  RECHECK_RESULTS,
  RESPONSES,
  SUCCESSIONS,
  type Decision,
  type Delivery,
  type EarlierDecision,
  type EvidenceClass,
  type ImpactLevel,
  type Judgement,
  type SourceOrigin,
  type RecheckResult,
  type ResponseCode,
  type Succession,
} from '../tracking.js';

const LONGEST = 10_000;
const MOST = 100;
const DAY = /^\d{4}(-Q[1-4]|-\d{2}(-\d{2})?)?$/;
const SLUG = /^\P{Cc}{1,300}$/u;

/** From which day and how everything is looked at. */
export class MomentQuery {
  /** How it stood at the end of this day, YYYY-MM-DD; today, where it is left out. */
  @IsOptional()
  @IsISO8601({ strict: true }, { message: 'asOf must be a day such as 2025-03-31' })
  asOf?: string;

  /** `shown`: what was recorded by the end of that day. `known`: how it stood that day, late entries and corrections included. */
  @IsOptional()
  @IsIn(['shown', 'known'], { message: 'view must be shown or known' })
  view?: 'shown' | 'known';
}

export const ITEM_STATES = [
  'open',
  'closed',
  ...ITEM_FLAGS.filter((flag) => flag !== 'closed'),
  ...ACTION_FLAGS,
  'awaiting-decision',
  'recheck-due',
  'undelivered',
  'line-waiting',
] as const;
export const DUE_WITHIN = ['overdue', '30', '60', '90'] as const;

/** Which items, and how they are looked at. */
export class TrackedItemsQuery extends IntersectionType(PageQuery, MomentQuery) {
  /** Slug of the partnership; that in which one acts, where it is left out. */
  @IsOptional()
  @Matches(SLUG, { message: 'partnership must be a slug' })
  partnership?: string;

  /** Slug of a review. */
  @IsOptional()
  @Matches(SLUG, { message: 'review must be a slug' })
  review?: string;

  /** Slug of a theme. */
  @IsOptional()
  @Matches(SLUG, { message: 'theme must be a slug' })
  theme?: string;

  /** Id of an agency that was asked, or leads or supports an action. */
  @IsOptional()
  @IsUUID('all', { message: 'agency must be the ID of an agency' })
  agency?: string;

  /** Id of who is to do an action. */
  @IsOptional()
  @IsUUID('all', { message: 'owner must be the ID of an owner' })
  owner?: string;

  /**
   * `open` or `closed`; a judgement; a flag of the item or of one of its actions; or `undelivered`, of today alone: mail does not
   * reach the owner of an open action.
   */
  @IsOptional()
  @IsIn([...new Set([...ITEM_STATES, ...JUDGEMENTS])], {
    message: 'state must be open, closed, a judgement or a flag',
  })
  state?: string;

  /** An action that is overdue, or due within so many days. */
  @IsOptional()
  @IsIn(DUE_WITHIN, { message: `due must be one of ${DUE_WITHIN.join(', ')}` })
  due?: (typeof DUE_WITHIN)[number];
}

/** Something that is followed and no recommendation of the library. It is never public. */
export class SourceBody {
  @IsIn(ORIGINS)
  origin: SourceOrigin;

  /** What it is called: "Rapid review RR12". */
  @IsOptional()
  @IsString()
  @MaxLength(300)
  title?: string;

  /** As it is numbered there. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  number?: string;
}

/** What is to be followed: a recommendation, a learning point, or a source of one's own. */
export class FollowBody {
  @IsOptional()
  @Matches(SLUG, { message: 'partnership must be a slug' })
  partnership?: string;

  @IsOptional()
  @IsUUID('all')
  recommendation?: string;

  @IsOptional()
  @IsUUID('all')
  learningPoint?: string;

  @IsOptional()
  @ValidateNested()
  @Type(() => SourceBody)
  @IsObject()
  source?: SourceBody;

  /** In the board's own words. */
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST)
  text?: string;

  /** Ids of agencies; those that the recommendation names, where it is left out. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST)
  @IsUUID('all', { each: true })
  addressees?: string[];

  /** The last day on which a response is not late. */
  @IsOptional()
  @Matches(DAY)
  responseDueOn?: string;

  /** Since when it is followed: a day, month, quarter or year. */
  @IsOptional()
  @Matches(DAY)
  on?: string;
}

/** Why: what asks for a reason says so where there is none. */
export class ReasonBody {
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST)
  reason?: string;
}

export class AddresseesBody extends ReasonBody {
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST)
  @IsUUID('all', { each: true })
  add?: string[];

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST)
  @IsUUID('all', { each: true })
  remove?: string[];
}

export class ResponseBody extends ReasonBody {
  /** Id of the agency. */
  @IsUUID('all')
  agency: string;

  @IsIn(RESPONSES)
  response: ResponseCode;

  /** The day of the response, as exactly as is known. */
  @IsOptional()
  @Matches(DAY)
  on?: string;
}

export class DueBody {
  /** YYYY-MM-DD, YYYY-MM, YYYY-Qn or YYYY. */
  @Matches(DAY)
  on: string;

  @IsOptional()
  @IsIn(DAY_PRECISIONS)
  precision?: DayPrecision;
}

export class MoveDueBody extends DueBody {
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST)
  reason?: string;
}

export class OwnerBody {
  @IsString()
  @MaxLength(200)
  name: string;

  @IsOptional()
  @IsString()
  @MaxLength(320)
  email?: string | null;
}

/** An id, or a name with or without an e-mail address. */
const IsOwner = (): PropertyDecorator =>
  ValidateBy({
    name: 'isOwner',
    validator: {
      validate: (value: unknown) =>
        value === null ||
        typeof value === 'string' ||
        (typeof value === 'object' && typeof (value as OwnerBody).name === 'string'),
      defaultMessage: () => 'owner must be the ID of a person, or a name and an email address',
    },
  });

export class ActionBody {
  @IsString()
  @MaxLength(LONGEST)
  text: string;

  /** Id of the agency that leads it. */
  @IsOptional()
  @IsUUID('all')
  agency?: string | null;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST)
  @IsUUID('all', { each: true })
  supporting?: string[];

  @IsOptional()
  @IsOwner()
  owner?: OwnerBody | string | null;

  @IsOptional()
  @ValidateNested()
  @Type(() => DueBody)
  @IsObject()
  due?: DueBody | null;

  @IsOptional()
  @Matches(DAY)
  on?: string;
}

export class ActionChangeBody extends ReasonBody {
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST)
  text?: string;

  @IsOptional()
  @IsUUID('all')
  agency?: string | null;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST)
  @IsUUID('all', { each: true })
  supporting?: string[];
}

export class ImpactBody {
  @IsIn(IMPACT_LEVELS)
  level: ImpactLevel;

  @IsString()
  @MaxLength(LONGEST)
  text: string;

  @IsOptional()
  @Matches(DAY)
  on?: string;

  /** What was looked at: "17 of 20 records". */
  @IsOptional()
  @IsString()
  @MaxLength(1000)
  sample?: string;

  /** Where an outcome for people is seen. */
  @IsOptional()
  @IsString()
  @MaxLength(1000)
  source?: string;
}

export class JudgementBody extends ReasonBody {
  @IsIn(JUDGEMENTS)
  to: Judgement;

  @IsOptional()
  @Matches(DAY)
  recheckOn?: string;

  @IsOptional()
  @IsString()
  @MaxLength(LONGEST)
  noRecheckReason?: string;

  /** “No evidence of impact yet”. */
  @IsOptional()
  @IsBoolean()
  noEvidence?: boolean;

  /** Id of the item that takes its place. */
  @IsOptional()
  @IsUUID('all')
  supersededBy?: string;

  /** Stops every open action with the closing. */
  @IsOptional()
  @IsBoolean()
  stopActions?: boolean;
}

export class RecheckBody extends ReasonBody {
  @IsIn(RECHECK_RESULTS)
  result: RecheckResult;

  /** When it is looked at once more. */
  @IsOptional()
  @Matches(DAY)
  recheckOn?: string;

  @IsOptional()
  @Matches(DAY)
  on?: string;
}

export class ResponseDueBody extends ReasonBody {
  @Matches(DAY)
  on: string;
}

export class NoteBody {
  @IsString()
  @MaxLength(LONGEST)
  text: string;

  /** For audit leads alone, unless this says otherwise. */
  @IsOptional()
  @IsBoolean()
  isPrivate?: boolean;

  @IsOptional()
  @IsUUID('all')
  action?: string;
}

export class UpdateBody {
  @IsString()
  @MaxLength(LONGEST)
  text: string;

  @IsOptional()
  @Matches(DAY)
  on?: string;

  /** Where it can be seen: a link, or what it is called. */
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  evidence?: string;
}

/** What an earlier recommendation is to an item. */
export class EarlierBody {
  /** Its id. */
  @IsUUID('all')
  recommendation: string;

  @IsIn(EARLIER_DECISIONS)
  decision: EarlierDecision;

  @IsOptional()
  @IsString()
  @MaxLength(LONGEST)
  reason?: string;
}

/** A file, beside `file`. */
export class EvidenceBody {
  /** The day that it is about, as exactly as is known; today, where it is left out. */
  @IsOptional()
  @Matches(DAY)
  on?: string;

  /** How carefully it is to be kept; `official-sensitive`, where it is left out. */
  @IsOptional()
  @IsIn(EVIDENCE_CLASSES)
  class?: EvidenceClass;

  /** The last day on which it is kept: after it the file is deleted, and its entry stays. */
  @IsOptional()
  @Matches(DAY)
  keepUntil?: string;
}

export class DeliveryBody extends ReasonBody {
  @IsIn(DELIVERIES)
  to: Delivery;

  @IsOptional()
  @Matches(DAY)
  on?: string;
}

export class DecisionBody extends ReasonBody {
  @IsIn(DECISIONS)
  decision: Decision;
}

export class SetOwnerBody {
  /** Null for nobody. */
  @IsOwner()
  owner: OwnerBody | string | null;
}

export class ReplaceOwnerBody {
  @IsOwner()
  from: OwnerBody | string;

  /** Null for nobody. */
  @IsOwner()
  to: OwnerBody | string | null;
}

export class MilestoneBody {
  @IsOptional()
  @IsInt()
  @Min(1)
  number?: number;

  @IsString()
  @MaxLength(LONGEST)
  text: string;

  @IsOptional()
  @ValidateNested()
  @Type(() => DueBody)
  @IsObject()
  due?: DueBody | null;

  @IsOptional()
  @IsBoolean()
  isDone?: boolean;
}

/** The fields that are right instead: of the request that made the entry, those that change. */
export class ReplacementBody extends ReasonBody {
  @IsOptional()
  @Matches(DAY)
  on?: string;

  @IsOptional()
  @IsString()
  @MaxLength(LONGEST)
  text?: string;

  @IsOptional()
  @IsIn(RESPONSES)
  response?: ResponseCode;

  @IsOptional()
  @IsIn(DELIVERIES)
  to?: Delivery;

  @IsOptional()
  @ValidateNested()
  @Type(() => DueBody)
  @IsObject()
  due?: DueBody;

  @IsOptional()
  @IsIn(IMPACT_LEVELS)
  level?: ImpactLevel;

  @IsOptional()
  @IsString()
  @MaxLength(1000)
  sample?: string;

  @IsOptional()
  @IsString()
  @MaxLength(1000)
  source?: string;
}

export class CorrectionBody {
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST)
  reason: string;

  /** What is right instead; left out or null, where nothing is. */
  @IsOptional()
  @ValidateNested()
  @Type(() => ReplacementBody)
  @IsObject()
  replacement?: ReplacementBody | null;
}

export class NewAgencyBody {
  @IsOptional()
  @Matches(SLUG, { message: 'partnership must be a slug' })
  partnership?: string;

  @Matches(/^\P{Cc}{1,200}$/u, { message: 'name must be one line of at most 200 characters' })
  name: string;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @Matches(/^\P{Cc}{1,200}$/u, { each: true })
  otherNames?: string[];

  /** The e-mail address of the executive who is told of what is long overdue. */
  @IsOptional()
  @IsEmail({}, { message: 'executive must be an email address' })
  @MaxLength(254)
  executive?: string | null;

  /** Ids of the agencies that it stands for, where it is a group. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST)
  @IsUUID('all', { each: true })
  members?: string[] | null;
}

export class ExecutiveBody {
  /** The e-mail address of the executive who is told of what is long overdue; null for nobody. */
  @ValidateIf((_, value) => value !== null)
  @IsEmail({}, { message: 'executive must be an email address, or null' })
  @MaxLength(254)
  executive: string | null;
}

export class SuccessionBody {
  /** Id of the agency that it becomes, or several where it is split; where it is renamed, the new name will do. */
  @ValidateBy({
    name: 'isInto',
    validator: {
      validate: (value: unknown) => [value].flat().every((one) => typeof one === 'string' && SLUG.test(one)),
      defaultMessage: () => 'into must be the ID of an agency, several of them, or a new name',
    },
  })
  into: string | string[];

  @IsIn(SUCCESSIONS)
  kind: Succession;

  /** The first day on which it is so, YYYY-MM-DD. */
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  on: string;
}

export class PartnershipQuery {
  @IsOptional()
  @Matches(SLUG, { message: 'partnership must be a slug' })
  partnership?: string;
}

/** Agencies as they were on a day, which is the same in both views: that an agency became another is effective from a day. */
export class AgenciesQuery extends IntersectionType(PartnershipQuery, MomentQuery) {}

export class FiguresQuery extends MomentQuery {
  @IsOptional()
  @IsIn(['agency'])
  by?: 'agency';

  /** `then`: under the names of that time. `now`: under what agencies have become. */
  @IsOptional()
  @IsIn(['then', 'now'])
  names?: 'then' | 'now';

  @IsOptional()
  @Matches(SLUG, { message: 'partnership must be a slug' })
  partnership?: string;
}

export class SettingsBody {
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(730)
  responseDays?: number;

  @IsOptional()
  @IsBoolean()
  hasBlue?: boolean;

  /** Whether people are reminded by e-mail. */
  @IsOptional()
  @IsBoolean()
  hasReminders?: boolean;

  /** So many days overdue, an action is told to the executive of its agency, once for each date. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(365)
  executiveAfterDays?: number;

  /** So many days overdue, the board is asked what is to become of it. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(365)
  boardAfterDays?: number;
}
