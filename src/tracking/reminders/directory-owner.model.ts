import { ApiProperty } from '@nestjs/swagger';

/** From when to when somebody is away, both days counted, and who has their mail meanwhile. */
export class AwayItem {
  /** The first day, YYYY-MM-DD. */
  from: string;

  /** The last day, YYYY-MM-DD. */
  until: string;

  /** Id of who has their mail meanwhile. */
  deputy: string;
}

/** Somebody who is to do actions of a partnership. */
export class DirectoryOwner {
  /** Id of the person. */
  id: string;

  /** Their name. */
  name: string;

  /** Their email address; null where none is known. */
  @ApiProperty({ type: String, nullable: true })
  email: string | null;

  /** Until when they are away, and who stands in; null where they are here. */
  @ApiProperty({ type: AwayItem, nullable: true })
  away: AwayItem | null;

  /** Whether they get reminders, where they have an address. */
  wantsReminders: boolean;
}

export class DirectoryOwners {
  /** By name. */
  items: DirectoryOwner[];
}
