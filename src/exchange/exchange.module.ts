import { Module } from '@nestjs/common';
import { BriefingsModule } from '../briefings/briefings.module.js';
import { PartnershipsModule } from '../partnerships/partnerships.module.js';
import { PublishingModule } from '../publishing/publishing.module.js';
import { RecommendationsModule } from '../recommendations/recommendations.module.js';
import { ResourcesModule } from '../resources/resources.module.js';
import { ReviewsModule } from '../reviews/reviews.module.js';
import { ThemesModule } from '../themes/themes.module.js';
import { ChangesController } from './api/changes.controller.js';
import { ExportController } from './api/export.controller.js';
import { ChangesService } from './changes.service.js';
import { RecordExports } from './record-exports.js';
import { FilterIds } from './filter-ids.js';
import { RecordReader } from './record-reader.js';

/** What other systems take from the library as a whole: what has changed, and everything at once. */
@Module({
  imports: [
    ...[PublishingModule, PartnershipsModule, ThemesModule, ReviewsModule],
    ...[RecommendationsModule, BriefingsModule, ResourcesModule],
  ],
  controllers: [ChangesController, ExportController],
  providers: [ChangesService, RecordExports, FilterIds, RecordReader],
  exports: [RecordReader],
})
export class ExchangeModule {}
