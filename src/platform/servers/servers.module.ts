import { Global, Module, type DynamicModule } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { CONFIG, type Config } from '../config.js';
import type { ServerAddresses } from './data-folder.js';

/** The injection token of the addresses of PostgreSQL and Meilisearch. */
export const SERVERS = Symbol('servers');

/** Makes the configuration, the servers' addresses and the time known to every room. */
@Global()
@Module({})
export class ServersModule {
  static of(
    config: Config,
    servers: ServerAddresses,
    clock = new Clock(config.clockStartsAt),
  ): DynamicModule {
    return {
      module: ServersModule,
      providers: [
        { provide: CONFIG, useValue: config },
        { provide: Clock, useValue: clock },
        // The application has no use for the owner's address, and so is not given it.
        { provide: SERVERS, useValue: { ...servers, databaseOwnerUrl: undefined } },
      ],
      exports: [CONFIG, SERVERS, Clock],
    };
  }
}
