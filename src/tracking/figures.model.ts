import { ApiProperty } from '@nestjs/swagger';
import { TrackedAgencyRef } from './tracked-item.model.js';

/** What one agency was asked and has promised. */
export class AgencyFigures {
  /** Null for actions that no agency leads. */
  @ApiProperty({ type: TrackedAgencyRef, nullable: true })
  agency: TrackedAgencyRef | null;

  /** How many items it was asked about. */
  asked: number;

  /** How many of them it has not answered. */
  awaiting: number;

  /** How many of those are late. */
  late: number;

  /** Actions that it leads. */
  actions: number;

  /** How many of them are neither completed nor stopped. */
  open: number;

  /** How many of them are completed. */
  completed: number;

  /** How many of them are stopped. */
  stopped: number;

  /** How many of them are overdue. */
  overdue: number;
}

export class FiguresAnswer {
  /** The day that is asked about, YYYY-MM-DD. */
  asOf: string;

  /** How the past is looked at. */
  @ApiProperty({ enum: ['shown', 'known'] })
  view: 'shown' | 'known';

  /** Whether agencies are called as then or as now. */
  @ApiProperty({ enum: ['then', 'now'] })
  names: 'then' | 'now';

  /** Agency by agency. */
  items: AgencyFigures[];
}
