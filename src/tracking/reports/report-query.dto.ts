import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsUUID, Matches, Max, Min } from 'class-validator';
import { EmptyIsNothing } from '../../platform/http/forms/field.decorators.js';

const SLUG = /^\P{Cc}{1,300}$/u;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** What a report is about, and from when it looks. */
export class ReportQuery {
  /** Slug of a review: for the report on one. */
  @EmptyIsNothing()
  @IsOptional()
  @Matches(SLUG, { message: 'review must be a slug' })
  review?: string;

  /** Id of an agency: for the report on one. An agency lead’s own, where it is left out. */
  @EmptyIsNothing()
  @IsOptional()
  @IsUUID('all', { message: 'agency must be the ID of an agency' })
  agency?: string;

  /** Slug of a theme: for the report on one, with what is narrower. */
  @EmptyIsNothing()
  @IsOptional()
  @Matches(SLUG, { message: 'theme must be a slug' })
  theme?: string;

  /** Of a theme, reviews of this year and later. */
  @EmptyIsNothing()
  @IsOptional()
  @Type(() => Number)
  @IsInt({ message: 'since must be a year' })
  @Min(1900, { message: 'since must be a year' })
  @Max(2199, { message: 'since must be a year' })
  since?: number;

  /** First day of the yearly extract, YYYY-MM-DD; the year from April to March that ended last, where both are left out. */
  @EmptyIsNothing()
  @IsOptional()
  @Matches(DAY, { message: 'from must be a day such as 2024-04-01' })
  from?: string;

  /** Its last day. */
  @EmptyIsNothing()
  @IsOptional()
  @Matches(DAY, { message: 'until must be a day such as 2025-03-31' })
  until?: string;

  /** Id of a snapshot: for the board’s paper. As it stands now, where it is left out. */
  @EmptyIsNothing()
  @IsOptional()
  @IsUUID('all', { message: 'snapshot must be the ID of a snapshot' })
  snapshot?: string;

  /** How it stood at the end of this day; today, where it is left out. Of the yearly extract: the last day of its period. */
  @EmptyIsNothing()
  @IsOptional()
  @Matches(DAY, { message: 'asOf must be a day such as 2025-03-31' })
  asOf?: string;

  /** `shown`: what was recorded by the end of that day. `known`: with late entries and corrections, as the yearly extract is unless told otherwise. */
  @EmptyIsNothing()
  @IsOptional()
  @IsIn(['shown', 'known'], { message: 'view must be shown or known' })
  view?: 'shown' | 'known';
}
