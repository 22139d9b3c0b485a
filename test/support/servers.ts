import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ServerAddresses } from '../../src/platform/servers/data-folder.js';
import { isRunning } from '../../src/platform/servers/processes.js';

/** Process number of the embedded PostgreSQL of a data folder; 0 where it does not run. */
export async function postgresPid(folder: string): Promise<number> {
  const home = join(folder, 'postgresql-18');
  const moved = await readFile(join(home, 'moved-to'), 'utf8').catch(() => home);
  const postmaster = await readFile(join(moved, 'data', 'postmaster.pid'), 'utf8').catch(() => '');
  return Number(postmaster.split('\n')[0]);
}

/** Process number of the embedded Meilisearch of a data folder; 0 where there is none. */
export async function meiliPid(folder: string): Promise<number> {
  const home = (await readdir(folder)).find((name) => /^meilisearch-[\d.]+$/.test(name));
  const note = home && (await readFile(join(folder, home, 'running.json'), 'utf8'));
  return note ? (JSON.parse(note) as { pid: number }).pid : 0;
}

/** Process numbers of the embedded servers of a data folder that run. */
export async function serversOf(folder: string): Promise<number[]> {
  return [await postgresPid(folder), await meiliPid(folder)].filter((pid) => pid > 0 && isRunning(pid));
}

/** Where the servers of a running library are. */
export async function serverAddresses(folder: string): Promise<ServerAddresses> {
  const holder = await readFile(join(folder, 'holder.json'), 'utf8');
  return (JSON.parse(holder) as { servers: ServerAddresses }).servers;
}
