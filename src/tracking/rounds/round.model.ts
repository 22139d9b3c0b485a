import { ApiProperty } from '@nestjs/swagger';
import { ANSWERS, type RoundAnswerCode } from './round-actions.js';

/** How far an e-mail is. */
export const MAIL_STATES = ['waiting', 'sent', 'refused'] as const;
export type MailState = (typeof MAIL_STATES)[number];

/** Why nobody is asked for an action. */
export const NOT_ASKED_WORDS = {
  'no-owner': 'nobody owns it',
  'no-address': 'its owner has no email address in the library',
  'owner-removed': 'its owner was taken out of the directory',
  'action-closed': 'it was completed, stopped or closed meanwhile',
  'asked-before': 'its owner was asked already',
  'not-asked-yet': 'its owner was not asked yet',
  answered: 'its owner has answered',
  'reminded-today': 'its owner was reminded today',
} as const;
export type NotAskedReason = keyof typeof NOT_ASKED_WORDS;
const REASONS = Object.keys(NOT_ASKED_WORDS) as NotAskedReason[];

/** Somebody who gets an e-mail, and the numbers of the actions that it asks for. */
export class RoundRecipient {
  /** Id of the owner. */
  id: string;

  /** Their name. */
  name: string;

  /** Their email address. */
  address: string;

  /** Whose mail it is, where it goes to somebody else in their place. */
  @ApiProperty({ type: String, nullable: true })
  standsInFor: string | null;

  /** Id of whom it goes to in their place; null where it goes to themself. */
  @ApiProperty({ type: String, nullable: true })
  deputy: string | null;

  /** Numbers of the actions: “2.1”. */
  actions: string[];
}

/** An action for which nobody gets an e-mail. */
export class RoundNotAsked {
  /** Its number: “2.1”. */
  action: string;

  /** Name of its owner. */
  @ApiProperty({ type: String, nullable: true })
  name: string | null;

  /** Why nobody is asked. */
  @ApiProperty({ enum: REASONS })
  why: NotAskedReason;
}

/** Who gets what, or has got it. */
export class RoundMailing {
  /** Whether it was only looked at: nothing was sent. */
  preview: boolean;

  /** Who gets an email. */
  people: RoundRecipient[];

  /** For which actions nobody gets one, and why. */
  notAsked: RoundNotAsked[];
}

/** An action that somebody was asked for. */
export class RoundPersonAction {
  /** Id of the action. */
  id: string;

  /** Its number: “2.1”. */
  ref: string;

  /** Whether it is open. */
  isOpen: boolean;

  /** Whether they have answered for it. */
  isAnswered: boolean;

  /** What they have said of it. */
  @ApiProperty({ enum: ANSWERS, isArray: true })
  said: RoundAnswerCode[];
}

/** Somebody who was asked. */
export class RoundPerson {
  /** Id of the owner. */
  id: string;

  /** Their name. */
  name: string;

  /** Whether they have answered for all of them. */
  isAnswered: boolean;

  /** The actions went to somebody else, or the person was taken out of the directory: nothing is asked of them any more. */
  isGone: boolean;

  /** When they answered by their link. */
  answeredAt: Date | null;

  /** The day on which they were last reminded. */
  @ApiProperty({ type: String, nullable: true })
  remindedOn: string | null;

  /** How far the last e-mail to them is. */
  @ApiProperty({ enum: MAIL_STATES })
  mail: MailState;

  /** Those of the round that they own now. */
  actions: RoundPersonAction[];
}

/** One asking of many people for what became of their actions. */
export class RoundItem {
  /** Id of the round. */
  id: string;

  /** Null where it was redacted. */
  @ApiProperty({ type: String, nullable: true })
  name: string | null;

  /** The day by which answers are asked for. */
  by: string;

  /** When it was opened. */
  openedAt: Date;

  /** Whether it is closed. */
  isClosed: boolean;

  /** How many actions it asks about. */
  actionCount: number;

  /** How many people were asked, without those of whom nothing is asked any more. */
  asked: number;

  /** How many of those people have answered. */
  answered: number;

  /** Who was asked. */
  people: RoundPerson[];
}

export class RoundList {
  /** The newest first. */
  items: RoundItem[];
}
