import type { DataSource } from 'typeorm';
import { openLibrary } from './open-library.js';
import { readConfig, type Config } from './platform/config.js';
import { PATIENCE, within } from './platform/patience.js';
import type { Program } from './platform/program.js';
import { joinServers, stopStarted, type Servers } from './platform/servers/servers.js';

/**
 * Opens the library for a command, whether it runs or not; all of it is closed when the command ends.
 * @param what the command is, told to others that want the data folder meanwhile
 */
export async function joinLibrary(
  { asked, onStop }: Program,
  what: string,
): Promise<{ config: Config; servers: Servers; source: DataSource }> {
  const config = readConfig(process.env);
  const joining = joinServers(config, what, console.error, asked);
  onStop(stopStarted(joining));
  const servers = await joining;
  const source = await openLibrary(servers);
  onStop(() => within(PATIENCE.work, source.destroy()));
  return { config, servers, source };
}
