import { Global, Module, type DynamicModule } from '@nestjs/common';
import { CONFIG, type Config } from '../config.js';
import type { ServerAddresses } from './data-folder.js';

/** The injection token of the addresses of PostgreSQL and Meilisearch. */
export const SERVERS = Symbol('servers');

/** Makes the configuration and the servers' addresses known to every room. */
@Global()
@Module({})
export class ServersModule {
  static of(config: Config, servers: ServerAddresses): DynamicModule {
    return {
      module: ServersModule,
      providers: [
        { provide: CONFIG, useValue: config },
        // The application has no use for the owner's address, and so is not given it.
        { provide: SERVERS, useValue: { ...servers, databaseOwnerUrl: undefined } },
      ],
      exports: [CONFIG, SERVERS],
    };
  }
}
