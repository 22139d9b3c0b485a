import { Module } from '@nestjs/common';
import { PartnershipsModule } from '../partnerships/partnerships.module.js';
import { PublishingModule } from '../publishing/publishing.module.js';
import { ReviewsModule } from '../reviews/reviews.module.js';
import { ThemesModule } from '../themes/themes.module.js';
import { AgenciesByName } from './agencies-by-name.js';
import { AgencyQueries } from './agency.queries.js';
import { AgencyService } from './agency.service.js';
import { AgenciesController } from './api/agencies.controller.js';
import { RecommendationsController } from './api/recommendations.controller.js';
import { EarlierRecommendations } from './earlier-recommendations.js';
import { FollowedTexts } from './followed-texts.js';
import { RecommendationQueries } from './recommendation.queries.js';
import { RecommendationPagesController } from './web/recommendation-pages.controller.js';

@Module({
  imports: [PublishingModule, PartnershipsModule, ThemesModule, ReviewsModule],
  controllers: [RecommendationsController, AgenciesController, RecommendationPagesController],
  providers: [
    RecommendationQueries,
    AgencyQueries,
    AgenciesByName,
    FollowedTexts,
    EarlierRecommendations,
    AgencyService,
  ],
  exports: [
    RecommendationQueries,
    AgencyQueries,
    AgenciesByName,
    FollowedTexts,
    EarlierRecommendations,
    AgencyService,
  ],
})
export class RecommendationsModule {}
