import { ApiProperty } from '@nestjs/swagger';

export class Liveness {
  /** Always `ok`: a process that can say this lives. */
  status: 'ok';
}

export class Readiness {
  /** `ready`; `degraded` while a simpler search stands in; `not-ready` when visitors cannot be served. */
  status: 'ready' | 'degraded' | 'not-ready';
  /** Each part, and `up` or what is wrong with it. */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  parts: Record<'database' | 'migrations' | 'search', string>;
  /** The parts that are not up. */
  notReady: string[];
}
