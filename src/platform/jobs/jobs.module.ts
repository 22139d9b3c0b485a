import { Global, Module } from '@nestjs/common';
import { TaskHandlers } from './task-handlers.js';
import { Worker } from './worker.js';

/** Work that a change leaves behind: enqueued in the change's own transaction, done in the background. */
@Global()
@Module({ providers: [TaskHandlers, Worker], exports: [TaskHandlers] })
export class JobsModule {}
