import { Module } from '@nestjs/common';
import { BriefingsModule } from '../briefings/briefings.module.js';
import { PartnershipsModule } from '../partnerships/partnerships.module.js';
import { ResourcesModule } from '../resources/resources.module.js';
import { ReviewsModule } from '../reviews/reviews.module.js';
import { SearchModule } from '../search/search.module.js';
import { SiteModule } from '../site/site.module.js';
import { ThemesModule } from '../themes/themes.module.js';
import { EmbedController } from './api/embed.controller.js';
import { EmbedQueries } from './embed.queries.js';
import { IntranetsController } from './intranets/intranets.controller.js';
import { OembedController } from './oembed/oembed.controller.js';
import { FramePagesController } from './web/frame-pages.controller.js';
import { Frames } from './web/frames.js';

/** The library on pages of other sites: frames, a script, oEmbed, and how to use them. */
@Module({
  imports: [
    ...[PartnershipsModule, ThemesModule, ReviewsModule, BriefingsModule, ResourcesModule],
    ...[SearchModule, SiteModule],
  ],
  controllers: [FramePagesController, EmbedController, OembedController, IntranetsController],
  providers: [EmbedQueries, Frames],
})
export class EmbedModule {}
