import { IsIn, IsOptional, IsUUID, Matches } from 'class-validator';
import { EmptyIsNothing } from '../../platform/http/forms/field.decorators.js';

/** What is exported. */
export class ExportQuery {
  /** Id of an agency: its actions, and what it was asked. An agency lead’s own, where it is left out. */
  @EmptyIsNothing()
  @IsOptional()
  @IsUUID('all', { message: 'agency must be the ID of an agency' })
  agency?: string;

  /** How it stood at the end of this day; today, where it is left out. */
  @EmptyIsNothing()
  @IsOptional()
  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: 'asOf must be a day such as 2025-03-31' })
  asOf?: string;

  @EmptyIsNothing()
  @IsOptional()
  @IsIn(['shown', 'known'], { message: 'view must be shown or known' })
  view?: 'shown' | 'known';
}
