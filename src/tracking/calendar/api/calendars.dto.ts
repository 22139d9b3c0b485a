import { IsOptional, IsUUID } from 'class-validator';

export class CalendarBody {
  /** Id of the person whose actions it shows; either this or `agency`. */
  @IsOptional()
  @IsUUID('all', { message: 'owner must be the ID of a person who owns actions' })
  owner?: string;

  /** Id of the agency. */
  @IsOptional()
  @IsUUID('all', { message: 'agency must be the ID of an agency' })
  agency?: string;
}
