import { existsSync } from 'node:fs';
import { Inject, Injectable } from '@nestjs/common';
import { HealthIndicatorService } from '@nestjs/terminus';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { CONFIG, type Config } from '../platform/config.js';
import { freeBytes, isFull } from '../platform/servers/disk-reserve.js';
import { Meili } from '../search/index/meili.js';

/** A part of the library that may be well or not. */
interface Part {
  /** Without it visitors cannot be served; without the others they are served less well. */
  isNeeded: boolean;
  /** What is said of it when it cannot be asked, or does not answer in time. */
  silent: string;
  /** Answers what is wrong with it; null when nothing is. */
  ask: () => Promise<string | null>;
}

export type PartName = 'database' | 'migrations' | 'search' | 'disk';

const PATIENCE_MS = 2000;

/** Asks each part of the library how it is. */
@Injectable()
export class HealthParts {
  private readonly parts: Record<PartName, Part> = {
    database: { isNeeded: true, silent: 'does not answer', ask: () => this.database() },
    migrations: {
      isNeeded: true,
      silent: 'not known whether all have run: the database does not answer',
      ask: async () => ((await this.source.showMigrations()) ? 'not all have run' : null),
    },
    search: {
      isNeeded: false,
      silent: 'Meilisearch does not answer; PostgreSQL stands in',
      ask: () => this.search(),
    },
    disk: { isNeeded: false, silent: 'not known how full it is', ask: () => this.disk() },
  };

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly meili: Meili,
    @Inject(CONFIG) private readonly config: Config,
    private readonly indicators: HealthIndicatorService,
  ) {}

  /** Each part, and `up` or what is wrong with it; and whether visitors can be served, and as well as they should be. */
  async state(): Promise<{ parts: Record<PartName, string>; isReady: boolean; isWell: boolean }> {
    const names = Object.keys(this.parts) as PartName[];
    const found = await Promise.all(names.map(async (name) => [name, await this.stateOf(name)] as const));
    const ill = found.filter(([, state]) => state !== 'up');
    return {
      parts: Object.fromEntries(found) as Record<PartName, string>,
      isReady: !ill.some(([name]) => this.parts[name].isNeeded),
      isWell: ill.length === 0,
    };
  }

  private async stateOf(name: PartName): Promise<string> {
    const { ask, silent } = this.parts[name];
    let wrong: string | null = silent;
    const { [name]: result } = await this.indicators
      .check(name)
      .attempt(async () => void (wrong = await ask()))
      .withTimeout(PATIENCE_MS);
    return result.status === 'up' ? (wrong ?? 'up') : silent;
  }

  private async database(): Promise<null> {
    await this.source.query('select 1');
    return null;
  }

  private async search(): Promise<null> {
    await this.meili.searching.index(this.meili.indexName).search('', { limit: 0 });
    return null;
  }

  /** Visitors are answered all the same, for reading needs no room. */
  private async disk(): Promise<string | null> {
    const { dataDir } = this.config;
    // Where there is no such folder, nothing is kept in it.
    if (existsSync(dataDir) && (await isFull(dataDir))) {
      const free = Math.floor((await freeBytes(dataDir)) / 1e6);
      return `is full (${free} MB are free): nothing new is saved until there is room again`;
    }
    const [row] = await this.source.query<{ reads: boolean }[]>(
      `select current_setting('default_transaction_read_only')::boolean as reads`,
    );
    return row?.reads ? 'was full, so the database takes no changes yet: nothing new is saved' : null;
  }
}
