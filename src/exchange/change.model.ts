import { ApiProperty } from '@nestjs/swagger';
import { CHANGE_EVENTS, type ChangeEvent } from '../publishing/changes/change-log.js';
import { PUBLIC_KINDS, type PublicKind } from '../publishing/changes/public-kinds.js';

/** The record that takes the place of one that was merged. */
export class MergedInto {
  /** Of the record. */
  id: string;

  /** Its slug. */
  slug: string;

  /** Address of its page. */
  url: string;
}

/** What became of one record: its latest state. */
export class ChangeItem {
  /** Of the record, and the same for ever. */
  id: string;

  /** What it is. */
  @ApiProperty({ enum: PUBLIC_KINDS })
  kind: PublicKind;

  /** Null where it could identify someone who is not to be named any more. */
  slug: string | null;

  /**
   * `published`: take the record in. `updated`: take it in again. `withdrawn`: remove it, for it is not public any more, or no
   * longer among what your filters ask for. `merged`: remove it, and use `into` instead.
   */
  @ApiProperty({ enum: CHANGE_EVENTS })
  event: ChangeEvent;

  /** When it was last published, changed or withdrawn (RFC 3339, UTC). */
  updatedAt: string;

  /** Where the API has it; what is withdrawn answers 410 there. */
  apiUrl: string | null;

  /** The record to use instead; only of what was merged. */
  into: MergedInto | null;

  /** The record as lists have it; null where it was withdrawn or merged. */
  @ApiProperty({ type: 'object', additionalProperties: true, nullable: true })
  record: object | null;
}

export class ChangeList {
  /** Each record once, those that changed first before the others. To take one in twice does no harm. */
  items: ChangeItem[];

  /** From where to read on. Keep it, also when there is nothing more to come: it is where the next changes will be. */
  cursor: string;

  /** Whether there are more to read now. */
  more: boolean;

  /** What was asked for and names nothing here, and so finds nothing: `theme=…`. */
  unknown: string[];
}
