import { Module } from '@nestjs/common';
import { PublishingModule } from '../publishing/publishing.module.js';
import { ThemesModule } from '../themes/themes.module.js';
import { ReviewsController } from './api/reviews.controller.js';
import { ThemeLearningController } from './api/theme-learning.controller.js';
import { LearningQueries } from './learning.queries.js';
import { ReviewQueries } from './review.queries.js';
import { ReviewPagesController } from './web/review-pages.controller.js';

@Module({
  imports: [PublishingModule, ThemesModule],
  controllers: [ReviewsController, ThemeLearningController, ReviewPagesController],
  providers: [ReviewQueries, LearningQueries],
  exports: [ReviewQueries, LearningQueries],
})
export class ReviewsModule {}
