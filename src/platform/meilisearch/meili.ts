import { Inject, Injectable } from '@nestjs/common';
import { Meilisearch, type EnqueuedTask, type Index } from 'meilisearch';
import { CONFIG, type Config } from '../config.js';
import type { ServerAddresses } from '../servers/data-folder.js';
import { SERVERS } from '../servers/servers.module.js';
import { leanClient } from './lean-client.js';
import { MeiliUnavailable, WriteFailed } from './refusal.js';

const TASK_TIMEOUT = 30 * 60_000;

/** The connection to Meilisearch: one client to write with patience, one to search with little. */
@Injectable()
export class Meili {
  readonly indexName: string;
  private readonly writer: Meilisearch | null;
  private readonly reader: Meilisearch | null;

  constructor(@Inject(SERVERS) servers: ServerAddresses, @Inject(CONFIG) config: Config) {
    this.indexName = config.searchIndex;
    const at = servers.meili && { host: servers.meili.url, apiKey: servers.meili.key };
    this.writer = at && new Meilisearch({ ...at, timeout: 120_000 });
    this.reader = at && new Meilisearch({ ...at, httpClient: leanClient });
  }

  /** @throws MeiliUnavailable where the library runs without one */
  get searching(): Meilisearch {
    if (!this.reader) throw new MeiliUnavailable('This library runs without Meilisearch');
    return this.reader;
  }

  get client(): Meilisearch {
    if (!this.writer) throw new MeiliUnavailable('This library runs without Meilisearch');
    return this.writer;
  }

  get isThere(): boolean {
    return this.writer !== null;
  }

  /** The index, to be written to. */
  index(): Index {
    return this.client.index(this.indexName);
  }

  /** Waits until a write has taken effect. @throws when it failed there */
  async done(task: EnqueuedTask): Promise<void> {
    const ended = await this.client.tasks.waitForTask(task.taskUid, { timeout: TASK_TIMEOUT, interval: 20 });
    if (ended.status !== 'succeeded') {
      const why = ended.error?.message ?? ended.status;
      throw new WriteFailed(`Meilisearch could not do ${ended.type}: ${why}`, ended.error?.type ?? '');
    }
  }
}
