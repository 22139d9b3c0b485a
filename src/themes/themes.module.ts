import { Module } from '@nestjs/common';
import { BriefingsModule } from '../briefings/briefings.module.js';
import { RecommendationsModule } from '../recommendations/recommendations.module.js';
import { ResourcesModule } from '../resources/resources.module.js';
import { ReviewsModule } from '../reviews/reviews.module.js';
import { ThemesController } from './api/themes.controller.js';
import { ThemeDirectoryModule } from './theme-directory.module.js';
import { ThemeStatisticsQueries } from './theme-statistics.queries.js';
import { ThemeQueries } from './theme.queries.js';

@Module({
  imports: [ThemeDirectoryModule, ReviewsModule, RecommendationsModule, BriefingsModule, ResourcesModule],
  controllers: [ThemesController],
  providers: [ThemeQueries, ThemeStatisticsQueries],
  exports: [ThemeQueries, ThemeStatisticsQueries],
})
export class ThemesModule {}
