import { Module } from '@nestjs/common';
import { SearchModule } from '../search/search.module.js';
import { TerminusModule } from '@nestjs/terminus';
import { HealthController } from './health.controller.js';
import { HealthParts } from './health.parts.js';

/** Whether the application lives, and whether it is ready for visitors. */
@Module({
  imports: [SearchModule, TerminusModule],
  controllers: [HealthController],
  providers: [HealthParts],
})
export class HealthModule {}
