import { Module } from '@nestjs/common';
import { PartnershipsModule } from '../partnerships/partnerships.module.js';
import { PublishingModule } from '../publishing/publishing.module.js';
import { ThemesModule } from '../themes/themes.module.js';
import { ResourcesController } from './api/resources.controller.js';
import { EventQueries } from './event.queries.js';
import { ResourceQueries } from './resource.queries.js';
import { ResourcePagesController } from './web/resource-pages.controller.js';

@Module({
  imports: [PublishingModule, PartnershipsModule, ThemesModule],
  controllers: [ResourcesController, ResourcePagesController],
  providers: [ResourceQueries, EventQueries],
  exports: [ResourceQueries, EventQueries],
})
export class ResourcesModule {}
