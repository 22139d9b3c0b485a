import { Module } from '@nestjs/common';
import { SearchModule } from '../../search/search.module.js';
import { Worker } from './worker.js';

/** Work that a change leaves behind: enqueued in the change's own transaction, done in the background. */
@Module({ imports: [SearchModule], providers: [Worker] })
export class JobsModule {}
