import { Controller, Get, Res } from '@nestjs/common';
import { ApiServiceUnavailableResponse, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { Public } from '../platform/http/access/public.decorator.js';
import { Liveness, Readiness } from './health.model.js';
import { HealthParts } from './health.parts.js';

@Controller('health')
@ApiTags('health')
export class HealthController {
  constructor(private readonly health: HealthParts) {}

  /** Whether the process answers at all. Asks nothing of its servers: a lost database is no reason to restart it. */
  @Public()
  @Get('live')
  live(): Liveness {
    return { status: 'ok' };
  }

  /** Whether visitors can be served (200) or not (503), and which part is missing. Without Meilisearch they can. */
  @Public()
  @ApiServiceUnavailableResponse({ type: Readiness, description: 'Visitors cannot be served just now.' })
  @Get('ready')
  async ready(@Res({ passthrough: true }) response: Response): Promise<Readiness> {
    const { parts, missed, isReady } = await this.health.state();
    if (!isReady) response.status(503);
    return {
      status: !isReady ? 'not-ready' : missed.length === 0 ? 'ready' : 'degraded',
      parts,
      notReady: missed,
    };
  }
}
