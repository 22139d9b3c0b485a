import { DataSource } from 'typeorm';
import { StoryTeller } from './demo/tell-story.js';
import { openLibrary } from './open-library.js';
import type { Clock } from './platform/clock/clock.js';
import { setLibraryClock } from './platform/clock/library-clock.js';
import type { Config } from './platform/config.js';
import { isDemoComplete, markDemoComplete } from './platform/servers/demo-folder.js';
import type { ServerAddresses } from './platform/servers/data-folder.js';
import { dataSourceOptions } from './schema.js';

/**
 * Fills the demonstration's library with invented content, unless that was done. What was begun and not completed goes first.
 * @param asked aborted to end it before its time
 * @returns whether it was done now
 */
export async function seedDemo(
  servers: ServerAddresses,
  config: Config,
  clock: Clock,
  asked: AbortSignal,
): Promise<boolean> {
  if (await isDemoComplete(config.dataDir)) return false;
  console.log('Making the invented content of the demonstration, which takes a few seconds.');
  // Its servers are always embedded, and those have an owner.
  const owner = await new DataSource(dataSourceOptions(servers.databaseOwnerUrl!)).initialize();
  try {
    for (const statement of EMPTY) await owner.query(statement);
    const source = await openLibrary(servers);
    try {
      await new StoryTeller(source, owner, config, servers, clock.now()).tell(asked);
    } finally {
      await source.destroy();
    }
    await setLibraryClock(owner, clock);
    await markDemoComplete(config.dataDir);
    return true;
  } finally {
    await owner.destroy();
  }
}

const EMPTY = [
  ...['drop schema if exists graphile_worker cascade', 'drop schema public cascade', 'create schema public'],
];
