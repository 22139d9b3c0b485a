import { ApiProperty } from '@nestjs/swagger';
import { ItemCounts, TrackedAction, TrackedAgencyRef, TrackedItemAnswer } from './tracked-item.model.js';

/** An action on the desk, with the item that it is of. */
export class DeskAction extends TrackedAction {
  /** The number of its item in the partnership. */
  itemRef: string;

  /** What its item says; null where it was redacted. */
  itemText: string | null;
}

/** What wants doing, in lists: one thing may be in several. */
export class DeskAnswer {
  /** The day that is asked about, YYYY-MM-DD. */
  asOf: string;

  /** How the past is looked at. */
  @ApiProperty({ enum: ['shown', 'known'] })
  view: 'shown' | 'known';

  /** Of all items that fit, in whichever lists they are. */
  counts: ItemCounts;

  /** The longest overdue first. */
  overdue: DeskAction[];

  /** Due in 30 days or fewer. */
  due30: DeskAction[];

  /** Due in 31 to 60 days. */
  due60: DeskAction[];

  /** Due in 61 to 90 days. */
  due90: DeskAction[];

  /** Open items of which a response is awaited. */
  awaitingResponse: TrackedItemAnswer[];

  /** With a request of an agency lead that waits. */
  awaitingDecision: DeskAction[];

  /** Open items of which no action is open. */
  awaitingJudgement: TrackedItemAnswer[];

  /** Actions that nobody owns. */
  noOwner: DeskAction[];

  /** Mail could not be delivered to the owner: until a later one was, or it goes to another address. Known of today alone. */
  undelivered: DeskAction[];

  /** Actions without a date. */
  noDate: DeskAction[];

  /** Nothing was heard of it for 92 days or more. */
  noUpdate: DeskAction[];

  /** Closed items that are to be looked at again. */
  recheckDue: TrackedItemAnswer[];

  /** With a public line that waits for somebody else to release it. */
  awaitingRelease: TrackedItemAnswer[];

  /** Agencies whose executive is entered as what is no e-mail address, so that nobody is told of what is long overdue. For audit leads. */
  executiveWithoutAddress: TrackedAgencyRef[];
}
