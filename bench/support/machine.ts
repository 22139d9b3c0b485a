import { cpus, loadavg, totalmem } from 'node:os';
import { Client } from 'pg';
import type { ServerAddresses } from '../../src/platform/servers/data-folder.ts';
import { send } from './load.ts';

/** What figures were measured on. */
export interface Machine {
  cpu: string;
  cores: number;
  memoryGigabytes: number;
  node: string;
  postgresql: string;
  meilisearch: string;
  /** Processes that wanted a core, over the last minute: more than there are cores, and times are long, but ratios hold. */
  loadBefore: number;
}

export async function describeMachine({ databaseUrl, meili }: ServerAddresses): Promise<Machine> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query<{ server_version: string }>('show server_version');
  await client.end();
  const headers = { authorization: `Bearer ${meili?.key}` };
  const version = await send({ method: 'GET', url: `${meili?.url}/version`, headers });
  return {
    cpu: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    memoryGigabytes: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    postgresql: rows[0]?.server_version ?? 'unknown',
    meilisearch: (JSON.parse(version.body.toString()) as { pkgVersion: string }).pkgVersion,
    loadBefore: loadavg()[0] ?? 0,
  };
}
