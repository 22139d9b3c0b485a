import { IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { DayField, EmptyIsNothing } from '../../platform/http/forms/field.decorators.js';
import { PageQuery } from '../../platform/http/listing/page-query.dto.js';

/** What of the log is looked for. */
export class LogQuery extends PageQuery {
  /** From this day on, YYYY-MM-DD. */
  @DayField('The first day')
  from?: string;

  /** Until the end of this day. */
  @DayField('The last day')
  until?: string;

  /** An action, or how several begin: `role`, `role.granted`. */
  @EmptyIsNothing()
  @IsOptional()
  @Matches(/^[a-z.-]{1,60}$/)
  action?: string;

  /** Words of the name of who did it, or of whom it was done to. */
  @EmptyIsNothing()
  @IsOptional()
  @IsString()
  @MaxLength(100)
  who?: string;
}
