import { Controller, Get, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Response } from 'express';
import type { DataSource } from 'typeorm';
import { Public } from '../platform/http/access/public.decorator.js';
import { count } from '../platform/text/words.js';
import { MeiliEngine } from '../search/retrieval/meili.engine.js';
import { MeiliFirst } from '../search/retrieval/meili-first.js';
import { IndexLag } from '../search/index/index-lag.js';
import { ourMistake } from '../search/index/refusal.js';
import { Liveness, Readiness } from './health.model.js';

const PATIENCE_MS = 2000;

@Controller('health')
@ApiTags('health')
export class HealthController {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly engine: MeiliEngine,
    private readonly meiliFirst: MeiliFirst,
    private readonly lag: IndexLag,
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
    const [database, migrations, search, index] = await Promise.all([
      state(() => this.checkDatabase(), 'does not answer'),
      state(() => this.checkMigrations(), 'not known, the database does not answer'),
      state(() => this.checkSearch(), 'Meilisearch does not answer; PostgreSQL stands in'),
      state(() => this.checkIndex(), 'not known'),
    ]);
    const parts = { database, migrations, search, index };
    const notReady = Object.entries({ database, migrations, search }).flatMap(([part, is]) =>
      is === 'up' ? [] : [part],
    );
    const status =
      database !== 'up' || migrations !== 'up' ? 'not-ready' : search === 'up' ? 'ready' : 'degraded';
    if (status === 'not-ready') response.status(503);
    return { status, parts, notReady };
  }

  private async checkDatabase(): Promise<undefined> {
    await this.source.query('select 1');
  }

  private async checkMigrations(): Promise<string | undefined> {
    return (await this.source.showMigrations()) ? 'not all have run' : undefined;
  }

  /** Asks what every search asks: all that is counted, and the order. @returns what is refused; nothing where nothing is */
  private async checkSearch(): Promise<string | undefined> {
    try {
      await this.engine.search({ understanding: null, narrowing: {}, without: [], offset: 0, limit: 1 });
    } catch (error) {
      const mistake = ourMistake(error);
      if (mistake === null) throw error;
      return `a search failed: ${mistake}; PostgreSQL stands in`;
    }
    return this.meiliFirst.refusal === null ? undefined : `${this.meiliFirst.refusal}; PostgreSQL stands in`;
  }

  private async checkIndex(): Promise<string | undefined> {
    const behind = await this.lag.count();
    return behind === 0 ? undefined : `behind by ${count(behind, 'record')}`;
  }
}

/** @param check throws where the part does not answer; may say what is wrong with it */
async function state(check: () => Promise<string | undefined>, otherwise: string): Promise<string> {
  const late = new Promise<string>((answer) => setTimeout(() => answer(otherwise), PATIENCE_MS).unref());
  const checked = Promise.resolve()
    .then(check)
    .then(
      (said) => said ?? 'up',
      () => otherwise,
    );
  return await Promise.race([checked, late]);
}
