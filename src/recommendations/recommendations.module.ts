import { Module } from '@nestjs/common';
import { PublishingModule } from '../publishing/publishing.module.js';
import { ThemesModule } from '../themes/themes.module.js';
import { AgencyService } from './agency.service.js';
import { RecommendationsController } from './api/recommendations.controller.js';
import { EarlierRecommendations } from './earlier-recommendations.js';
import { FollowedTexts } from './followed-texts.js';
import { RecommendationQueries } from './recommendation.queries.js';
import { RecommendationPagesController } from './web/recommendation-pages.controller.js';

@Module({
  imports: [PublishingModule, ThemesModule],
  controllers: [RecommendationsController, RecommendationPagesController],
  providers: [RecommendationQueries, FollowedTexts, EarlierRecommendations, AgencyService],
  exports: [RecommendationQueries, FollowedTexts, EarlierRecommendations, AgencyService],
})
export class RecommendationsModule {}
