import { IsOptional, IsUUID } from 'class-validator';
import { EmptyFieldsAreNothing, EmptyIsNothing } from '../../platform/http/forms/field.decorators.js';
import { MomentQuery } from '../api/tracking.dto.js';

/** What is exported. */
@EmptyFieldsAreNothing('asOf', 'view')
export class ExportQuery extends MomentQuery {
  /** Id of an agency: its actions, and what it was asked. An agency lead’s own, where it is left out. */
  @EmptyIsNothing()
  @IsOptional()
  @IsUUID('all', { message: 'agency must be the ID of an agency' })
  agency?: string;
}
