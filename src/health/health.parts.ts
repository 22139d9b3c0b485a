import { existsSync } from 'node:fs';
import { Inject, Injectable } from '@nestjs/common';
import { HealthIndicatorService } from '@nestjs/terminus';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { CONFIG, type Config } from '../platform/config.js';
import { freeBytes, isFull } from '../platform/servers/disk-reserve.js';
import { count } from '../platform/text/words.js';
import { reviewsSaying } from '../search/retrieval/report-finder.js';
import { MeiliFirst } from '../search/retrieval/meili-first.js';
import { IndexLag } from '../search/index/index-lag.js';
import { ourMistake } from '../platform/meilisearch/refusal.js';

/** A part of the library that may be well or not. */
interface Part {
  /** What visitors have to do without it: everything, a part of it, or nothing that they would notice. */
  without: 'everything' | 'something' | 'nothing';
  /** What is said of it when it cannot be asked, or does not answer in time. */
  silent: string;
  /** Answers what is wrong with it; null when nothing is. */
  ask: () => Promise<string | null>;
}

export type PartName = 'database' | 'migrations' | 'search' | 'index' | 'disk';

const PATIENCE_MS = 2000;

/** Asks each part of the library how it is. */
@Injectable()
export class HealthParts {
  private readonly parts: Record<PartName, Part> = {
    database: { without: 'everything', silent: 'does not answer', ask: () => this.database() },
    migrations: {
      without: 'everything',
      silent: 'not known whether all have run: the database does not answer',
      ask: async () => ((await this.source.showMigrations()) ? 'not all have run' : null),
    },
    search: {
      without: 'something',
      silent: 'Meilisearch does not answer; PostgreSQL stands in',
      ask: () => this.search(),
    },
    index: { without: 'nothing', silent: 'not known how far it is', ask: () => this.index() },
    disk: { without: 'something', silent: 'not known how full it is', ask: () => this.disk() },
  };

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly meiliFirst: MeiliFirst,
    private readonly lag: IndexLag,
    @Inject(CONFIG) private readonly config: Config,
    private readonly indicators: HealthIndicatorService,
  ) {}

  /** Each part, and `up` or what is wrong with it; those that visitors have to do without; whether they can be served. */
  async state(): Promise<{ parts: Record<PartName, string>; missed: PartName[]; isReady: boolean }> {
    const names = Object.keys(this.parts) as PartName[];
    const found = await Promise.all(names.map(async (name) => [name, await this.stateOf(name)] as const));
    const missed = found.flatMap(([name, state]) =>
      state === 'up' || this.parts[name].without === 'nothing' ? [] : [name],
    );
    return {
      parts: Object.fromEntries(found) as Record<PartName, string>,
      missed,
      isReady: !missed.some((name) => this.parts[name].without === 'everything'),
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

  /** Asks what a search asks. What is refused is our mistake, and told. */
  private async search(): Promise<string | null> {
    try {
      await this.meiliFirst.askMeili('a search', [reviewsSaying(['neglect'])]);
    } catch (error) {
      const mistake = ourMistake(error);
      if (mistake === null) throw error;
      return `a search failed: ${mistake}; PostgreSQL stands in`;
    }
    return this.meiliFirst.refusal === null ? null : `${this.meiliFirst.refusal}; PostgreSQL stands in`;
  }

  private async index(): Promise<string | null> {
    const behind = await this.lag.count();
    return behind === 0 ? null : `behind by ${count(behind, 'record')}`;
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
