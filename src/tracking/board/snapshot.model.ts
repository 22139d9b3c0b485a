import { ApiProperty } from '@nestjs/swagger';
import { ItemCounts } from '../tracked-item.model.js';

/** Who signed a snapshot off, and when. */
export class SnapshotSignature {
  /** Null where the name was redacted. */
  by: string | null;

  /** When. */
  at: Date;
}

/** How everything stood for a meeting of the board. */
export class SnapshotItem {
  /** Id of the snapshot. */
  id: string;

  /** Null where it was redacted. */
  name: string | null;

  /** The day of the meeting. */
  meetingOn: string;

  /** The day from which it is. */
  asOf: string;

  /** When it was taken. */
  takenAt: Date;

  /** Number of the last entry of the partnership’s log that counts. */
  lastEntry: number;

  /** Where its chain ended when it was taken, as hexadecimal digits: kept elsewhere, it shows whether the log was changed since. */
  hash: string;

  /** Whether the log still has that hash at that place. */
  isWhole: boolean;

  /** Who signed it off and when; null where nobody has. */
  @ApiProperty({ type: SnapshotSignature, nullable: true })
  signedOff: SnapshotSignature | null;
}

/** A snapshot, with what is counted in it. */
export class SnapshotAnswer extends SnapshotItem {
  /** What was counted in it. */
  counts: ItemCounts;
}

export class SnapshotList {
  /** The latest first. */
  items: SnapshotItem[];
}
