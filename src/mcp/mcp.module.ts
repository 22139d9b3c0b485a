import { Module } from '@nestjs/common';
import { OverviewsModule } from '../overviews/overviews.module.js';
import { PublishingModule } from '../publishing/publishing.module.js';
import { RecommendationsModule } from '../recommendations/recommendations.module.js';
import { ReviewsModule } from '../reviews/reviews.module.js';
import { SearchModule } from '../search/search.module.js';
import { ThemesModule } from '../themes/themes.module.js';
import { ContactLines } from './contact-lines.js';
import { LibraryTools } from './library-tools.js';
import { McpController } from './mcp.controller.js';

/** The library for assistants (Model Context Protocol). */
@Module({
  imports: [
    PublishingModule,
    ThemesModule,
    ReviewsModule,
    RecommendationsModule,
    OverviewsModule,
    SearchModule,
  ],
  controllers: [McpController],
  providers: [LibraryTools, ContactLines],
})
export class McpModule {}
