import { Module } from '@nestjs/common';
import { SearchModule } from '../search/search.module.js';
import { HealthController } from './health.controller.js';

/** Whether the application lives, and whether it is ready for visitors. */
@Module({ imports: [SearchModule], controllers: [HealthController] })
export class HealthModule {}
