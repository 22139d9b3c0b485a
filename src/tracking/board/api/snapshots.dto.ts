import { IsISO8601, IsOptional, IsString, IsUUID, Matches, MaxLength } from 'class-validator';

export class SnapshotBody {
  /** Slug; one’s own, where it is left out. */
  @IsOptional()
  @Matches(/^\P{Cc}{1,300}$/u, { message: 'partnership must be a slug' })
  partnership?: string;

  /** As people know the meeting: “Board of June 2025”. */
  @IsString()
  @Matches(/^(?=.*\S)\P{Cc}+$/u, { message: 'name must be one line of words' })
  @MaxLength(200, { message: 'name must be 200 characters or fewer' })
  name: string;

  /** The day of the meeting, YYYY-MM-DD: before or after today. */
  @IsISO8601({ strict: true }, { message: 'meetingOn must be a day such as 2025-03-31' })
  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: 'meetingOn must be a day such as 2025-03-31' })
  meetingOn: string;
}

export class MovementQuery {
  /** Id of the snapshot with which it is compared. */
  @IsOptional()
  @IsUUID('all', { message: 'since must be the ID of a snapshot' })
  since?: string;
}
