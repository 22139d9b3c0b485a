import { Module } from '@nestjs/common';
import { PartnershipsModule } from '../partnerships/partnerships.module.js';
import { PublishingModule } from '../publishing/publishing.module.js';
import { ThemesModule } from '../themes/themes.module.js';
import { BriefingsController } from './api/briefings.controller.js';
import { BriefingQueries } from './briefing.queries.js';
import { BriefingPagesController } from './web/briefing-pages.controller.js';

@Module({
  imports: [PublishingModule, PartnershipsModule, ThemesModule],
  controllers: [BriefingsController, BriefingPagesController],
  providers: [BriefingQueries],
  exports: [BriefingQueries],
})
export class BriefingsModule {}
