import { Module } from '@nestjs/common';
import { ExchangeModule } from '../exchange/exchange.module.js';
import { PartnershipsModule } from '../partnerships/partnerships.module.js';
import { PublishedRecords } from '../publishing/changes/published-records.queries.js';
import { ResourcesModule } from '../resources/resources.module.js';
import { SearchModule } from '../search/search.module.js';
import { ThemesModule } from '../themes/themes.module.js';
import { EventsController } from './events.controller.js';
import { FeedSubjects } from './feed-subjects.js';
import { FeedsController } from './feeds.controller.js';
import { FeedsService } from './feeds.service.js';

/** What is new in the library, for whoever follows it: RSS, Atom, JSON Feed, and a calendar of what takes place. */
@Module({
  imports: [ExchangeModule, PartnershipsModule, ResourcesModule, SearchModule, ThemesModule],
  controllers: [EventsController, FeedsController],
  providers: [FeedsService, FeedSubjects, PublishedRecords],
})
export class FeedsModule {}
