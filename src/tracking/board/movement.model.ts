import { ApiProperty } from '@nestjs/swagger';
import { DeskAction } from '../desk.model.js';
import { DueMove, TrackedItemAnswer } from '../tracked-item.model.js';
import { SnapshotItem } from './snapshot.model.js';

/** A date that took the place of another since the snapshot. */
export class MoveSince extends DueMove {
  /** Less than 0 where it is sooner. */
  days: number;
}

export class MovedAction extends DeskAction {
  /** Each move of its date since then. */
  movesSince: MoveSince[];
}

/** What was entered after the snapshot about the time before it. */
export class LateEntry {
  /** Its number in the partnership. */
  number: number;

  /** Id of the item. */
  item: string;

  /** The item’s number in the partnership. */
  itemRef: string;
  /** Null where it is about the item. */
  actionRef: string | null;
  /** What it says: `response`, `delivery`, `judgement`. */
  deed: string;

  /** The day when it happened, as exactly as is known. */
  effectiveOn: string;

  /** When it was recorded. */
  recordedAt: Date;
}

/** What is otherwise than it was in a snapshot. */
export class MovementAnswer {
  /** What it is compared with; null where nothing was taken before, and nothing has moved. */
  @ApiProperty({ type: SnapshotItem, nullable: true })
  since: SnapshotItem | null;

  /** The day that is looked at, YYYY-MM-DD. */
  asOf: string;

  /** Actions that were completed. */
  completed: DeskAction[];

  /** Actions that were stopped. */
  stopped: DeskAction[];

  /** Actions whose date was moved. */
  moved: MovedAction[];

  /** Actions that are overdue and were not. */
  newlyOverdue: DeskAction[];

  /** Actions that were overdue and are not. */
  noLongerOverdue: DeskAction[];

  /** What was entered since about the time before. */
  lateEntries: LateEntry[];

  /** Items that were not followed then. */
  followed: TrackedItemAnswer[];

  /** Items that were closed. */
  closed: TrackedItemAnswer[];

  /** Items that were reopened. */
  reopened: TrackedItemAnswer[];
}
