import { IsBoolean, IsUUID, Matches } from 'class-validator';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

export class AwayBody {
  /** The first day on which they are away, YYYY-MM-DD. */
  @Matches(DAY)
  from: string;

  /** The last one. */
  @Matches(DAY)
  until: string;

  /** Id of somebody else of the directory, who has their mail meanwhile. */
  @IsUUID('all', { message: 'deputy must be the ID of a person' })
  deputy: string;
}

export class RemindersBody {
  /** Whether they want to be reminded. */
  @IsBoolean()
  wanted: boolean;
}
