import { ApiProperty } from '@nestjs/swagger';
import type { PartName } from './health.parts.js';

export class Liveness {
  /** Always `ok`: a process that can say this lives. */
  status: 'ok';
}

export class Readiness {
  /** `ready`; `degraded` while a simpler search stands in or the disk is full; `not-ready` when visitors cannot be served. */
  status: 'ready' | 'degraded' | 'not-ready';
  /** Each part, and `up` or what is wrong with it. An `index` that is “behind by 120 records” keeps no visitor away. */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  parts: Record<PartName, string>;
  /** The parts that visitors have to do without; an index that is behind is none. */
  notReady: string[];
}
