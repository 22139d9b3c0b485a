import { Module } from '@nestjs/common';
import { RecommendationsController } from './api/recommendations.controller.js';
import { RecommendationQueries } from './recommendation.queries.js';

@Module({
  controllers: [RecommendationsController],
  providers: [RecommendationQueries],
  exports: [RecommendationQueries],
})
export class RecommendationsModule {}
