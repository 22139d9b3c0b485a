import { ApiProperty } from '@nestjs/swagger';
import { Problem } from '../platform/http/errors/problem.model.js';
import {
  WITHDRAWABLE_KINDS,
  WITHDRAWAL_REASONS,
  type WithdrawableKind,
  type WithdrawalReason,
} from './withdrawal-reasons.js';

/** What is left of something that was withdrawn. */
export class TombstoneView {
  /** What was withdrawn: it, or what it belonged to. */
  @ApiProperty({ enum: WITHDRAWABLE_KINDS })
  kind: WithdrawableKind;

  /** What it was called; null where that could identify someone. */
  label: string | null;

  /** Name of the publisher. */
  publisher: string | null;

  /** `YYYY-MM-DD` */
  withdrawnOn: string;

  /** Why it was withdrawn. */
  @ApiProperty({ enum: WITHDRAWAL_REASONS })
  reason: WithdrawalReason;
}

/** The answer at the address of something that was withdrawn. */
export class GoneProblem extends Problem {
  /** What is left of it. */
  tombstone: TombstoneView;
}
