import { WORD_FIELDS, type WordField } from '../../audit/audit-log.js';
import { ApiProperty } from '@nestjs/swagger';
import { SUCCESSIONS, type Succession } from '../tracking.js';

/** Which words of an entry are gone for good. */
export class RedactionAnswer {
  /** Id of the entry. */
  id: string;

  /** Which of its words are gone. */
  @ApiProperty({ enum: WORD_FIELDS, isArray: true })
  redacted: WordField[];

  /** Ids of other entries of the item that had the same words, and have them no more. */
  alsoIn: string[];
}

/** An agency in a partnership’s list. */
export class AgencyAnswer {
  /** Id of the agency. */
  id: string;

  /** Its name. */
  name: string;

  /** Other names by which spreadsheets and people know it. */
  otherNames: string[];

  /** Whether all partnerships share it. */
  isNational: boolean;

  /** The email address of who is told of what is long overdue there; null for nobody. */
  executive: string | null;

  /** Ids of the agencies that it stands for; null where it is no group. */
  @ApiProperty({ type: [String], nullable: true })
  members: string[] | null;

  /** The first day on which it was no more; null while it is. */
  endedOn: string | null;

  /** How it became another; null while it is. */
  @ApiProperty({ type: 'string', enum: [...SUCCESSIONS, null], nullable: true })
  succession: Succession | null;

  /** Ids of what it became. */
  successors: string[];
}

export class AgenciesAnswer {
  /** By name. */
  items: AgencyAnswer[];
}

export class ReplacedOwners {
  /** On how many open actions. */
  replaced: number;
}

/** What a partnership has decided about following. */
export class SettingsAnswer {
  /** How many days an addressee has for a response. */
  responseDays: number;

  /** Whether what is over is shown in blue. */
  hasBlue: boolean;

  /** Whether people are reminded by email. */
  hasReminders: boolean;

  /** After how many days overdue an agency’s executive is told. */
  executiveAfterDays: number;

  /** After how many days overdue the board is told. */
  boardAfterDays: number;
}
