import { Module } from '@nestjs/common';
import { Tombstones } from './tombstones.js';

/** What may be seen of the library, and what is said of what may not be seen any more. */
@Module({ providers: [Tombstones], exports: [Tombstones] })
export class PublishingModule {}
