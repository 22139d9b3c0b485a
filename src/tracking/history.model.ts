import { ApiProperty } from '@nestjs/swagger';
import { WAY_WORDS, type Way } from './tracking.js';

/** One entry, as it was recorded, with what became of it. */
export class HistoryEntry {
  /** Id of the entry. */
  id: string;

  /** Its number in the partnership. */
  number: number;

  /** The instant of its recording. */
  recordedAt: string;

  /** The day when it happened, as exactly as is known. */
  effectiveOn: string;

  /** What it says: `response`, `delivery`, `judgement`. */
  deed: string;

  /** Id of the action that it is about; null where it is about the item. */
  action: string | null;

  /** Name of who recorded it; null where it was redacted. */
  by: string | null;

  /** As what they recorded it. */
  role: string | null;

  /** Id of the agency for which it was recorded. */
  behalf: string | null;

  /** How it came. */
  @ApiProperty({ enum: Object.keys(WAY_WORDS) })
  way: Way;

  /** What it was before: a code or a day, or several by name; null where there was nothing. */
  @ApiProperty({
    oneOf: [{ type: 'string' }, { type: 'object', additionalProperties: true }, { type: 'null' }],
  })
  from: unknown;

  /** What it says, as codes, ids and days. */
  @ApiProperty({ type: 'object', additionalProperties: true })
  to: unknown;

  /** Why; null where nobody said, or where it was redacted. */
  reason: string | null;

  /** What else it says in words. */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  words: Record<string, string>;

  /** Whether words of it were redacted. */
  isRedacted: boolean;

  /** Id of the entry that corrects it. */
  correctedBy: string | null;

  /** Id of the entry that it corrects, or takes the place of. */
  corrects: string | null;
}

export class HistoryAnswer {
  /** In the order of recording. */
  items: HistoryEntry[];
}
