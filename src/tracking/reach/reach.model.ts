import { ApiProperty } from '@nestjs/swagger';
import { ListAnswer } from '../../platform/http/listing/list.model.js';
import { codesOf } from '../../platform/text/closed-list.js';
import { USE_KINDS, type UseKind } from './reach.js';

export class UsingAgency {
  /** Id of the agency. */
  id: string;

  /** Its name. */
  name: string;
}

/** What was discussed. */
export class UsedRecord {
  /** Its slug. */
  slug: string;

  /** What it is called. */
  name: string;
}

/** That a use was taken back. */
export class UseWithdrawal {
  /** When. */
  at: Date;

  /** Null where the name was redacted. */
  by: string | null;

  /** Null where it was redacted. */
  reason: string | null;

  /** Number of the entry in the partnership’s log. */
  entry: number;
}

/** That a team discussed something of the library. */
export class UseItem {
  /** Id of the use. */
  id: string;

  /** What sort of record was discussed. */
  @ApiProperty({ enum: codesOf(USE_KINDS) })
  kind: UseKind;

  /** Null where it is not public any more. */
  @ApiProperty({ type: UsedRecord, nullable: true })
  record: UsedRecord | null;

  /** The day of the discussion. */
  on: string;

  /** How many people took part. */
  people: number;

  /** Whose team it was. */
  agency: UsingAgency;

  /** What it changed, in words; null where nothing was said, or the words were redacted. */
  changed: string | null;

  /** What shows that. */
  evidence: string | null;

  /** When it was recorded. */
  recordedAt: Date;

  /** Null where the name was redacted. */
  recordedBy: string | null;

  /** Number of the entry in the partnership’s log. */
  entry: number;

  /** Set where it was taken back. */
  @ApiProperty({ type: UseWithdrawal, nullable: true })
  withdrawn: UseWithdrawal | null;

  /** Whether whoever asks may take it back. */
  mayWithdraw: boolean;
}

/** The latest discussion first. */
export class UseList extends ListAnswer {
  /** The newest first. */
  items: UseItem[];
}

export class ReachCount {
  /** How many discussions. */
  discussions: number;

  /** Whoever was at two discussions is counted twice. */
  people: number;
}

export class QuarterReach extends ReachCount {
  /** Of the calendar year: `2025-Q1`. */
  quarter: string;
}

export class AgencyReach extends ReachCount {
  /** The agency. */
  agency: UsingAgency;

  /** Each of the period, one after the other; of the first and the last, the days that are in the period. */
  quarters: QuarterReach[];
}

/** What was discussed in a period, without what was taken back. */
export class ReachAnswer {
  /** The first day that counts, YYYY-MM-DD. */
  from: string;

  /** The last day that counts, YYYY-MM-DD. */
  until: string;

  /** All of it. */
  total: ReachCount;

  /** Those that discussed anything, the furthest reach first. */
  agencies: AgencyReach[];
}
