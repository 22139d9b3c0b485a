import { ApiExtraModels, ApiProperty, getSchemaPath, IntersectionType } from '@nestjs/swagger';
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
  /** What sort of source it is. */
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
  /** Slug of the partnership; it can only be your own. */
  @IsOptional()
  @Matches(SLUG, { message: 'partnership must be a slug' })
  partnership?: string;

  /** Id of a recommendation of the library. One of `recommendation`, `learningPoint` and `source` is given. */
  @IsOptional()
  @IsUUID('all')
  recommendation?: string;

  /** Id of a learning point of the library. */
  @IsOptional()
  @IsUUID('all')
  learningPoint?: string;

  /** Something that is in nobody’s published review. */
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
  /** Why, in words. */
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST)
  reason?: string;
}

export class AddresseesBody extends ReasonBody {
  /** Ids of agencies that are to be asked as well. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST)
  @IsUUID('all', { each: true })
  add?: string[];

  /** Ids of agencies that are not to be asked any more. */
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

  /** What it says; “not accepted” and “disputed” ask for a reason. */
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

  /** How exactly the day is known; left out, as it is written. */
  @IsOptional()
  @IsIn(DAY_PRECISIONS)
  precision?: DayPrecision;
}

export class MoveDueBody extends DueBody {
  /** Why it is moved; asked for where there was a date. */
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST)
  reason?: string;
}

export class OwnerBody {
  /** Their name. */
  @IsString()
  @MaxLength(200)
  name: string;

  /** Their email address, for reminders. */
  @IsOptional()
  @IsString()
  @MaxLength(320)
  email?: string | null;
}

/** @param more what else it may be */
const describedOwner = (required: boolean, ...more: { type: string }[]): PropertyDecorator =>
  ApiProperty({
    required,
    oneOf: [{ type: 'string', format: 'uuid' }, { $ref: getSchemaPath(OwnerBody) }, ...more],
  });
const NOBODY = { type: 'null' };

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

@ApiExtraModels(OwnerBody)
export class ActionBody {
  /** What is to be done. */
  @IsString()
  @MaxLength(LONGEST)
  text: string;

  /** Id of the agency that leads it. */
  @IsOptional()
  @IsUUID('all')
  agency?: string | null;

  /** Ids of agencies that help. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST)
  @IsUUID('all', { each: true })
  supporting?: string[];

  /** Who is to do it: an id, or a name with or without an email address. */
  @describedOwner(false, NOBODY)
  @IsOptional()
  @IsOwner()
  owner?: OwnerBody | string | null;

  /** By when. */
  @IsOptional()
  @ValidateNested()
  @Type(() => DueBody)
  @IsObject()
  due?: DueBody | null;

  /** The day of the promise; today, where it is left out. */
  @IsOptional()
  @Matches(DAY)
  on?: string;
}

export class ActionChangeBody extends ReasonBody {
  /** What is to be done. */
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST)
  text?: string;

  /** Id of the agency that leads it; null for none. */
  @IsOptional()
  @IsUUID('all')
  agency?: string | null;

  /** Ids of agencies that help, in the place of those before. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST)
  @IsUUID('all', { each: true })
  supporting?: string[];
}

export class ImpactBody {
  /** How far it is proven. */
  @IsIn(IMPACT_LEVELS)
  level: ImpactLevel;

  /** What has become better, and how it is known. */
  @IsString()
  @MaxLength(LONGEST)
  text: string;

  /** The day that it is about; today, where it is left out. */
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
  /** The judgement. Closing asks for a reason. */
  @IsIn(JUDGEMENTS)
  to: Judgement;

  /** When a closed item is looked at again, YYYY-MM-DD. */
  @IsOptional()
  @Matches(DAY)
  recheckOn?: string;

  /** Why it need not be looked at again. */
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
  /** What looking again has shown; “not sustained” reopens the item. */
  @IsIn(RECHECK_RESULTS)
  result: RecheckResult;

  /** When it is looked at once more. */
  @IsOptional()
  @Matches(DAY)
  recheckOn?: string;

  /** The day of looking again; today, where it is left out. */
  @IsOptional()
  @Matches(DAY)
  on?: string;
}

export class ResponseDueBody extends ReasonBody {
  /** The last day on which a response is not late, YYYY-MM-DD. */
  @Matches(DAY)
  on: string;
}

export class NoteBody {
  /** The note. */
  @IsString()
  @MaxLength(LONGEST)
  text: string;

  /** For audit leads alone, unless this says otherwise. */
  @IsOptional()
  @IsBoolean()
  isPrivate?: boolean;

  /** Id of the action that it is about. */
  @IsOptional()
  @IsUUID('all')
  action?: string;
}

export class UpdateBody {
  /** What was done. */
  @IsString()
  @MaxLength(LONGEST)
  text: string;

  /** The day that it is about; today, where it is left out. */
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

  /** Whether it asked for the same. */
  @IsIn(EARLIER_DECISIONS)
  decision: EarlierDecision;

  /** Why, in words. */
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
  /** How far it is. Stopping and reopening ask for a reason. */
  @IsIn(DELIVERIES)
  to: Delivery;

  /** The day on which it came to be so; today, where it is left out. */
  @IsOptional()
  @Matches(DAY)
  on?: string;
}

export class DecisionBody extends ReasonBody {
  /** What is decided. */
  @IsIn(DECISIONS)
  decision: Decision;
}

export class SetOwnerBody {
  /** Who is to do it: an id, or a name with or without an email address; null for nobody. */
  @describedOwner(true, NOBODY)
  @IsOwner()
  owner: OwnerBody | string | null;
}

export class ReplaceOwnerBody {
  /** Who leaves: an id, or a name with or without an email address. */
  @describedOwner(true)
  @IsOwner()
  from: OwnerBody | string;

  /** Who takes their place: an id, or a name with or without an email address; null for nobody. */
  @describedOwner(true, NOBODY)
  @IsOwner()
  to: OwnerBody | string | null;
}

export class MilestoneBody {
  /** Which milestone is changed; left out, another one is added. */
  @IsOptional()
  @IsInt()
  @Min(1)
  number?: number;

  /** What is to be reached. */
  @IsString()
  @MaxLength(LONGEST)
  text: string;

  /** By when. */
  @IsOptional()
  @ValidateNested()
  @Type(() => DueBody)
  @IsObject()
  due?: DueBody | null;

  /** Whether it is reached. */
  @IsOptional()
  @IsBoolean()
  isDone?: boolean;
}

/** The fields that are right instead: of the request that made the entry, those that change. */
export class ReplacementBody extends ReasonBody {
  /** The day. */
  @IsOptional()
  @Matches(DAY)
  on?: string;

  /** The words. */
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST)
  text?: string;

  /** The response. */
  @IsOptional()
  @IsIn(RESPONSES)
  response?: ResponseCode;

  /** The delivery. */
  @IsOptional()
  @IsIn(DELIVERIES)
  to?: Delivery;

  /** The date by which it is due. */
  @IsOptional()
  @ValidateNested()
  @Type(() => DueBody)
  @IsObject()
  due?: DueBody;

  /** The level of impact. */
  @IsOptional()
  @IsIn(IMPACT_LEVELS)
  level?: ImpactLevel;

  /** The sample. */
  @IsOptional()
  @IsString()
  @MaxLength(1000)
  sample?: string;

  /** The source. */
  @IsOptional()
  @IsString()
  @MaxLength(1000)
  source?: string;
}

export class CorrectionBody {
  /** Why it was wrong. */
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
  /** Slug of the partnership; it can only be your own. */
  @IsOptional()
  @Matches(SLUG, { message: 'partnership must be a slug' })
  partnership?: string;

  /** Its name. */
  @Matches(/^\P{Cc}{1,200}$/u, { message: 'name must be one line of at most 200 characters' })
  name: string;

  /** Other names by which spreadsheets and people know it. */
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
  @ApiProperty({ oneOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }] })
  @ValidateBy({
    name: 'isInto',
    validator: {
      validate: (value: unknown) => [value].flat().every((one) => typeof one === 'string' && SLUG.test(one)),
      defaultMessage: () => 'into must be the ID of an agency, several of them, or a new name',
    },
  })
  into: string | string[];

  /** What happened to it. */
  @IsIn(SUCCESSIONS)
  kind: Succession;

  /** The first day on which it is so, YYYY-MM-DD. */
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  on: string;
}

export class PartnershipQuery {
  /** Slug of the partnership; it can only be your own. */
  @IsOptional()
  @Matches(SLUG, { message: 'partnership must be a slug' })
  partnership?: string;
}

/** Agencies as they were on a day, which is the same in both views: that an agency became another is effective from a day. */
export class AgenciesQuery extends IntersectionType(PartnershipQuery, MomentQuery) {}

export class FiguresQuery extends MomentQuery {
  /** By what is counted: there are counts by agency. */
  @IsOptional()
  @IsIn(['agency'])
  by?: 'agency';

  /** `then`: under the names of that time. `now`: under what agencies have become. */
  @IsOptional()
  @IsIn(['then', 'now'])
  names?: 'then' | 'now';

  /** Slug of the partnership; it can only be your own. */
  @IsOptional()
  @Matches(SLUG, { message: 'partnership must be a slug' })
  partnership?: string;
}

export class SettingsBody {
  /** How many days an addressee has for a response. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(730)
  responseDays?: number;

  /** Whether what is over is shown in blue. */
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
