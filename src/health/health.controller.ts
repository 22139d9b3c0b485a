import { Controller, Get, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Response } from 'express';
import type { DataSource } from 'typeorm';
import { Public } from '../platform/http/access/public.decorator.js';
import { Meili } from '../search/index/meili.js';
import { Liveness, Readiness } from './health.model.js';

const PATIENCE_MS = 2000;

@Controller('health')
@ApiTags('health')
export class HealthController {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly meili: Meili,
  ) {}

  /** Whether the process answers at all. Asks nothing of its servers: a lost database is no reason to restart it. */
  @Public()
  @Get('live')
  live(): Liveness {
    return { status: 'ok' };
  }

  /** Whether visitors can be served (200) or not (503), and which part is missing. Without Meilisearch they can. */
  @Public()
  @Get('ready')
  async ready(@Res({ passthrough: true }) response: Response): Promise<Readiness> {
    const [database, migrations, search] = await Promise.all([
      state(() => this.source.query('select 1'), 'does not answer'),
      state(() => this.checkMigrations(), 'not all have run'),
      state(() => this.checkSearch(), 'Meilisearch does not answer; PostgreSQL stands in'),
    ]);
    const parts = { database, migrations, search };
    const notReady = Object.entries(parts).flatMap(([part, is]) => (is === 'up' ? [] : [part]));
    const status =
      database !== 'up' || migrations !== 'up' ? 'not-ready' : search === 'up' ? 'ready' : 'degraded';
    if (status === 'not-ready') response.status(503);
    return { status, parts, notReady };
  }

  private async checkMigrations(): Promise<void> {
    if (await this.source.showMigrations()) throw new Error('migrations are waiting');
  }

  private async checkSearch(): Promise<void> {
    await this.meili.searching.index(this.meili.indexName).search('', { limit: 0 });
  }
}

async function state(check: () => Promise<unknown>, otherwise: string): Promise<string> {
  const late = new Promise<string>((answer) => setTimeout(() => answer(otherwise), PATIENCE_MS).unref());
  const checked = Promise.resolve()
    .then(check)
    .then(
      () => 'up',
      () => otherwise,
    );
  return await Promise.race([checked, late]);
}
