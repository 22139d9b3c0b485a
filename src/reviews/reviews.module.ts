import { Module } from '@nestjs/common';
import { BriefingsModule } from '../briefings/briefings.module.js';
import { ThemeDirectoryModule } from '../themes/theme-directory.module.js';
import { ReviewsController } from './api/reviews.controller.js';
import { LearningQueries } from './learning.queries.js';
import { ReviewQueries } from './review.queries.js';

@Module({
  imports: [ThemeDirectoryModule, BriefingsModule],
  controllers: [ReviewsController],
  providers: [ReviewQueries, LearningQueries],
  exports: [ReviewQueries, LearningQueries],
})
export class ReviewsModule {}
