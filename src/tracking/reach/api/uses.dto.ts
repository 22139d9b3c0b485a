import {
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { codesOf } from '../../../platform/text/closed-list.js';
import { MOST_PEOPLE, USE_KINDS, type UseKind } from '../reach.js';

const LONGEST = 10_000;
const KINDS = codesOf(USE_KINDS);
const HOW_MANY = `people must be a whole number from 1 to ${MOST_PEOPLE.toLocaleString('en-GB')}`;

export class UseBody {
  /** Slug; one’s own, where it is left out. */
  @IsOptional()
  @Matches(/^\P{Cc}{1,300}$/u, { message: 'partnership must be a slug' })
  partnership?: string;

  /** What sort of record was discussed. */
  @IsIn(KINDS, { message: `kind must be one of ${KINDS.join(', ')}` })
  kind: UseKind;

  /** Of the review, theme or briefing, which must be public. */
  @Matches(/^\P{Cc}{1,300}$/u, { message: 'slug must be a slug' })
  slug: string;

  /** The day of the discussion, YYYY-MM-DD: not one to come. */
  @Matches(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, {
    message: 'on must be a day such as 2025-03-31',
  })
  on: string;

  /** How many took part. */
  @IsInt({ message: HOW_MANY })
  @Min(1, { message: HOW_MANY })
  @Max(MOST_PEOPLE, { message: HOW_MANY })
  people: number;

  /** Id; of an agency lead their own, and no other one. */
  @IsOptional()
  @IsUUID('all', { message: 'agency must be the ID of an agency' })
  agency?: string;

  /** What it changed, in words. */
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST)
  changed?: string;

  /** What shows that, in words. */
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST)
  evidence?: string;
}

export class ReachQuery {
  /** The first day of the period; the day after the same day a year before the last one, where it is left out. */
  @IsOptional()
  @IsISO8601({ strict: true }, { message: 'from must be a day such as 2025-01-01' })
  from?: string;

  /** The last day of the period; today, where it is left out. */
  @IsOptional()
  @IsISO8601({ strict: true }, { message: 'until must be a day such as 2025-03-31' })
  until?: string;
}
