import { Module } from '@nestjs/common';
import { PartnershipsModule } from '../partnerships/partnerships.module.js';
import { PublishingModule } from '../publishing/publishing.module.js';
import { ThemesModule } from '../themes/themes.module.js';
import { LearningController } from './api/learning.controller.js';
import { ReviewsController } from './api/reviews.controller.js';
import { ThemeLearningController } from './api/theme-learning.controller.js';
import { LearningQueries } from './learning.queries.js';
import { ReviewQueries } from './review.queries.js';
import { ReviewSlugs } from './review-slugs.js';
import { ReviewPagesController } from './web/review-pages.controller.js';

@Module({
  imports: [PublishingModule, PartnershipsModule, ThemesModule],
  controllers: [ReviewsController, LearningController, ThemeLearningController, ReviewPagesController],
  providers: [ReviewQueries, LearningQueries, ReviewSlugs],
  exports: [ReviewQueries, LearningQueries, ReviewSlugs],
})
export class ReviewsModule {}
